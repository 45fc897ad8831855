"""A table whose texts wrap, for reading and printing (``st.dataframe`` cuts them and draws on a canvas)."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import streamlit as st

from pages.parts.markup import Piece, markup


@dataclass(frozen=True)
class Column:
    """A heading and how its cells stand. ``wide`` columns take the room that is left; numbers stand at the right."""

    title: str
    kind: Literal["text", "number", "wide"] = "text"


@dataclass(frozen=True)
class Section:
    """A row over the whole width, between the others: a field, a group; ``level`` 0 is the heaviest."""

    title: str
    right: str = ""
    level: int = 0


def table(columns: Sequence[Column], rows: Sequence[Sequence[Piece] | Section], caption: str, key: str) -> None:
    """Draws :func:`table_markup`."""
    st.html(table_markup(columns, rows, caption, key))


def table_markup(columns: Sequence[Column], rows: Sequence[Sequence[Piece] | Section], caption: str, key: str) -> str:
    """The table's HTML. ``caption`` tells a screen reader what it is; ``key`` is its place in the page (and in tests).

    Wider than the window it scrolls within itself. ValueError when a row has not one cell a column.
    """
    head = "".join(f'<th scope="col" class="{column.kind}">{escape(column.title)}</th>' for column in columns)
    body = "".join(_row(columns, row) for row in rows)
    return (
        f'<div class="table-frame" id="{escape(key)}" tabindex="0"><table class="thuoc">'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(columns: Sequence[Column], row: Sequence[Piece] | Section) -> str:
    if isinstance(row, Section):
        right = f'<span class="right">{escape(row.right)}</span>' if row.right else ""
        title = f'<span class="sticky">{escape(row.title)}{right}</span>'
        return f'<tr class="section level-{row.level}"><th scope="rowgroup" colspan="{len(columns)}">{title}</th></tr>'
    cells = "".join(f'<td class="{column.kind}">{markup(cell)}</td>' for column, cell in zip(columns, row, strict=True))
    return f"<tr>{cells}</tr>"
