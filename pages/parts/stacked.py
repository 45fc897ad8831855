"""A wide table on a phone: each row a small card, each cell under the heading of its column."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.parts.markup import Piece
from pages.parts.table import Column, Section, table_markup


def stacked_table(columns: Sequence[Column], rows: Sequence[Sequence[Piece] | Section], caption: str, key: str) -> None:
    """As ``table``; on a phone nothing scrolls sideways. The first column is the head of the card, without heading."""
    st.html(stacked_markup(columns, rows, caption, key))


def stacked_markup(columns: Sequence[Column], rows: Sequence[Sequence[Piece] | Section], caption: str, key: str) -> str:
    """Its HTML, in one piece: each piece that a page sends costs the server as much as a table's text.

    Where a style sheet makes cards of the rows, each cell finds its heading in ``--head``.
    """
    heads = "".join(
        f"#{key} td:nth-child({at}){{--head:{_css_text(column.title)}}}" for at, column in enumerate(columns[1:], 2)
    )
    drawn = table_markup(columns, rows, caption, key)
    return f'<div class="stacked" id="stacked-{escape(key)}"><style>{heads}</style>{drawn}</div>'


def _css_text(text: str) -> str:
    """``text`` as a CSS string; all but letters, digits and spaces written as code points."""
    return '"' + "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text) + '"'
