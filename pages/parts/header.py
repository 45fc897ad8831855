"""The head of a page: one title, one line that says what is being looked at, small marks beside it."""

from collections.abc import Sequence

import streamlit as st

from pages.parts.markup import Badge, markup
from pages.parts.plain import plain


def page_header(title: str, caption: str = "", badges: Sequence[Badge] = ()) -> None:
    """``title`` and ``caption`` are shown as plain text: they may hold names typed by people."""
    with st.container(key="page-header", gap="xsmall"):
        st.title(plain(title), anchor=False)
        if caption:
            st.caption(plain(caption))
        if badges:
            st.html(f'<div class="badges">{"".join(markup(badge) for badge in badges)}</div>')
