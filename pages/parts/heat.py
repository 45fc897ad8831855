"""A heat map as a table: what a screen reader reads is what stands in the cells, and nothing rests on colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from pages.parts.markup import Piece, markup


@dataclass(frozen=True)
class Cell:
    """``sign`` is what the eye sees (short: a phone gives it 28 pixels), ``words`` what a screen reader says.

    ``look`` is a name in ``static/gaps.css``; ``partial`` draws a dashed edge.
    """

    sign: str
    words: str
    look: str
    partial: bool = False


@dataclass(frozen=True)
class Line:
    """A row: its head, its cells, and whether it is a detail, which a phone shows only where ``open`` is asked for."""

    head: Piece
    cells: Sequence[Cell]
    detail: bool = False


def heat_table(heads: Sequence[Cell], lines: Sequence[Line], caption: str, key: str, *, opened: bool) -> None:
    """Draws it. ``heads`` are the columns' heads; ``opened``: details stand on a phone too."""
    months = "".join(f'<th scope="col" class="month {head.look}">{_content(head)}</th>' for head in heads)
    body = "".join(_line(line) for line in lines)
    shown = "opened" if opened else "closed"
    st.html(
        f'<div class="heat-frame {shown}" id="{escape(key)}"><table class="heat" style="--months:{len(heads)}">'
        f'<caption>{escape(caption)}</caption><thead><tr><td class="corner"></td>{months}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def heat_legend(cells: Sequence[Cell]) -> None:
    """The key: each look with its sign and words."""
    spans = "".join(
        f'<span><i class="heat {cell.look}{_partial(cell)}">{escape(cell.sign)}</i>{escape(cell.words)}</span>'
        for cell in cells
    )
    st.html(f'<div class="legend heat-legend">{spans}</div>')


def _line(line: Line) -> str:
    cells = "".join(f'<td class="heat {cell.look}{_partial(cell)}">{_content(cell)}</td>' for cell in line.cells)
    kind = "detail" if line.detail else "main"
    return f'<tr class="{kind}"><th scope="row">{markup(line.head)}</th>{cells}</tr>'


def _partial(cell: Cell) -> str:
    return " partial" if cell.partial else ""


def _content(cell: Cell) -> str:
    if cell.sign == cell.words:
        return escape(cell.sign)
    return f'<span aria-hidden="true">{escape(cell.sign)}</span><span class="unseen">{escape(cell.words)}</span>'
