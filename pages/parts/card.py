"""A white card with a title, the unit of which every page is built, and the row of key figures."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.markup import heading


@contextmanager
def card(key: str, title: str = "", caption: str = "") -> Iterator[DeltaGenerator]:
    """``with card("fields", t("Points by field")):`` draws what follows inside. ``key`` is unique on the page.

    Cards side by side (``st.columns``) get the same height.
    """
    box = st.container(border=True, key=f"card-{key}", height="stretch")
    with box:
        if title:
            st.html(heading(title, caption, level=2))
        yield box


@contextmanager
def figures_row() -> Iterator[DeltaGenerator]:
    """The row of key figures: ``with figures_row() as row: row.metric(..., border=True, height="stretch")``.

    As many stand side by side as fit; on a phone two.
    """
    with st.container(key="figures-row"):
        yield st.grid(min_column_width=150, gap="small")
