"""One look for every Plotly chart, and Vietnamese number marks on its axes."""

from typing import TYPE_CHECKING

import streamlit as st

from pages.parts.theme import AMBER, BLUE, FONT, GREEN, GREY, GRID, RED, TEXT

if TYPE_CHECKING:  # plotly takes 0.1 s to import: only pages that draw pay for it
    from plotly.graph_objects import Figure


def draw(figure: "Figure", *, key: str, alt: str, lang: str, height: int) -> None:
    """Draws ``figure`` without tool bar, following the width of its card.

    ``alt`` is what a screen reader says. No dragging: on a phone the finger must scroll the page, not the chart.
    """
    figure.update_layout(
        template=None,
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        font={"family": FONT, "size": 12, "color": TEXT},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        separators=",." if lang == "vi" else ".,",
        dragmode=False,
        colorway=[BLUE, GREEN, AMBER, RED, GREY],
        hoverlabel={"font": {"family": FONT}},
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
    )
    figure.update_xaxes(automargin=True, gridcolor=GRID, zeroline=False, fixedrange=True)
    figure.update_yaxes(automargin=True, ticklabelstandoff=6, gridcolor=GRID, zeroline=False, fixedrange=True)
    st.plotly_chart(figure, key=key, theme=None, alt=alt, config={"displayModeBar": False, "responsive": True})
