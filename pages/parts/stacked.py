"""A wide table on a phone: each row a small card, each cell under the heading of its column."""

from collections.abc import Sequence

import streamlit as st

from pages.parts.markup import Piece
from pages.parts.table import Column, Section, table

PHONE = "max-width: 640px"


def stacked_table(columns: Sequence[Column], rows: Sequence[Sequence[Piece] | Section], caption: str, key: str) -> None:
    """As ``table``; on a phone nothing scrolls sideways. The first column is the head of the card, without heading."""
    heads = "".join(
        f"#{key} td:nth-child({at}):not(:empty)::before{{content:{_css_text(column.title)}}}"
        for at, column in enumerate(columns[1:], 2)
    )
    st.html(f"<style>@media ({PHONE}){{{heads}}}</style>")
    with st.container(key=f"stacked-{key}"):
        table(columns, rows, caption, key)


def _css_text(text: str) -> str:
    """``text`` as a CSS string; all but letters, digits and spaces written as code points."""
    return '"' + "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text) + '"'
