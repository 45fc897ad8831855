"""The head of a page: one title, one line that says what is being looked at, small marks beside it."""

from collections.abc import Sequence

import streamlit as st

from pages.parts.markup import Badge, heading, markup


def page_header(title: str, caption: str = "", badges: Sequence[Badge] = ()) -> None:
    """``title`` and ``caption`` are shown as they are, never as Markdown: they may hold names typed by people."""
    marks = f'<div class="badges">{"".join(markup(badge) for badge in badges)}</div>' if badges else ""
    with st.container(key="page-header"):
        st.html(heading(title, caption, level=1) + marks)
