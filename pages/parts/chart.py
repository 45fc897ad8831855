"""One look for every Plotly chart, and Vietnamese number marks on its axes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages.parts.theme import AMBER, BLUE, FONT, GREEN, GREY, GRID, RED, TEXT

if TYPE_CHECKING:  # plotly takes 0.1 s to import: only pages that draw pay for it
    from plotly.graph_objects import Figure


class Chart:
    """A Plotly figure to be: the calls are kept, under Plotly's own names, and carried out when it is first drawn.

    Plotly checks every property of a figure, which took four fifths of a page's time. Keeping the calls costs nothing,
    and the same calls are the same figure, so that it is built once for all readers (``draw``).
    """

    def __init__(self, rows: int = 1) -> None:
        """``rows`` charts, one below the other, over one horizontal axis."""
        self.rows = rows
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def add_bar(self, **given: Any) -> None:
        self.calls.append(("add_bar", given))

    def add_scatter(self, **given: Any) -> None:
        self.calls.append(("add_scatter", given))

    def add_annotation(self, **given: Any) -> None:
        self.calls.append(("add_annotation", given))

    def add_shape(self, **given: Any) -> None:
        self.calls.append(("add_shape", given))

    def add_vrect(self, **given: Any) -> None:
        self.calls.append(("add_vrect", given))

    def update_layout(self, **given: Any) -> None:
        self.calls.append(("update_layout", given))

    def update_xaxes(self, **given: Any) -> None:
        self.calls.append(("update_xaxes", given))

    def update_yaxes(self, **given: Any) -> None:
        self.calls.append(("update_yaxes", given))


@dataclass(frozen=True)
class Drawing:
    """A chart ready to be shown. ``alt`` is what a screen reader says."""

    figure: "Figure"
    alt: str
    height: int


def draw(figure: Chart, *, key: str, alt: str, lang: str, height: int) -> None:
    """Builds and shows ``figure``."""
    show(drawing(figure, alt=alt, lang=lang, height=height), key)


def drawing(figure: Chart, *, alt: str, lang: str, height: int) -> Drawing:
    """``figure`` with the look of all charts, ``height`` pixels high."""
    _dress(figure, lang, height)
    return Drawing(_built(repr((figure.rows, figure.calls)), figure), alt, height)


def show(drawn: Drawing, key: str) -> None:
    """Without tool bar, following the width of its card. No dragging: on a phone the finger must scroll the page."""
    plain = {"displayModeBar": False, "responsive": True}
    st.plotly_chart(drawn.figure, key=key, theme=None, alt=drawn.alt, config=plain)


@st.cache_resource(max_entries=256, show_spinner=False)
def _built(calls: str, _chart: Chart) -> "Figure":
    from plotly.graph_objects import Figure
    from plotly.subplots import make_subplots

    rows = _chart.rows
    figure = make_subplots(rows, 1, shared_xaxes=True, vertical_spacing=0.12 / rows) if rows > 1 else Figure()
    for name, given in _chart.calls:
        if name != "add_annotation":
            getattr(figure, name)(**given)
    # All at once: Plotly checks every earlier one again with each that is added (40 of them: 140 ms, so 4 ms).
    figure.update_layout(annotations=[given for name, given in _chart.calls if name == "add_annotation"])
    plain = figure.to_dict()
    figure.to_dict = lambda: plain  # else copied from end to end at every run
    return figure


def _dress(figure: Chart, lang: str, height: int) -> None:
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
