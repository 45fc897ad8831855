"""A white card with a title, the unit of which every page is built, and the row of key figures."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.markup import heading


@contextmanager
def card(key: str, title: str = "", caption: str = "", *made: str) -> Iterator[DeltaGenerator]:
    """``with card("fields", t("Points by field")):`` draws what follows inside. ``key`` is unique on the page.

    Cards side by side (``st.columns``) get the same height. What is ``made`` (HTML of our own) stands under the title.
    """
    box = st.container(border=True, key=f"card-{key}", height="stretch")
    with box:
        if title:
            stack(heading(title, caption, level=2), *made)
        yield box


def written_card(key: str, title: str, caption: str, *made: str) -> None:
    """A card with nothing in it but HTML of our own."""
    with card(key, title, caption, *made):
        pass


def stack(*made: str) -> None:
    """Pieces of HTML of our own, one below the other as Streamlit sets them, and sent as one: the server's time goes
    into sending pieces, not into what they hold."""
    inside = "".join(f"<div>{piece}</div>" for piece in made)
    st.html(f'<div class="stack">{inside}</div>' if len(made) > 1 else made[0])


@contextmanager
def figures_row() -> Iterator[DeltaGenerator]:
    """The row of key figures: ``with figures_row() as row: row.metric(..., border=True, height="stretch")``.

    As many stand side by side as fit; on a phone two.
    """
    with st.container(key="figures-row"):
        yield st.grid(min_column_width=150, gap="small")
