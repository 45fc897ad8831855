"""A white card with a title, the unit of which every page is built, and the row of key figures."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.plain import plain


@contextmanager
def card(key: str, title: str = "", caption: str = "") -> Iterator[DeltaGenerator]:
    """``with card("fields", t("Points by field")):`` draws what follows inside. ``key`` is unique on the page.

    Cards side by side (``st.columns``) get the same height.
    """
    with st.container(border=True, key=f"card-{key}", height="stretch") as box:
        if title:
            st.subheader(plain(title), anchor=False)
        if caption:
            st.caption(plain(caption))
        yield box


@contextmanager
def figures_row() -> Iterator[DeltaGenerator]:
    """The row of key figures: as many ``st.metric(..., border=True, height="stretch")`` as fit, two on a phone."""
    with st.container(key="figures-row"), st.grid(min_column_width=150, gap="small") as grid:
        yield grid
