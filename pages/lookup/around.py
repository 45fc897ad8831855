"""What the pages of this section share: their head, facts in two columns, long tables folded away."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

import streamlit as st

from data.exports.words import title_of
from data.language import Translate
from pages.parts.header import page_header
from pages.parts.marks import marks
from pages.parts.markup import Note, Piece, Strong
from pages.parts.plain import plain
from pages.parts.scope import Scope, month_name, unit_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from pages.parts.theme import STATIC

Fact = tuple[str, Piece]
UNFOLDED = 60  # rows


def look() -> None:
    """What this section adds to the look; before anything is drawn."""
    st.html(STATIC / "lookup.css")


def head(scope: Scope, title: str, *, demo: bool) -> None:
    """Unit, table and month, and the marks they need (``demo``: something shown is invented)."""
    t, lang = scope.t, scope.lang
    said = (unit_name(scope.unit, lang), title_of(scope.table, lang), month_name(t, scope.month))
    page_header(title, " · ".join(said), marks(t, scope.table, demo=demo or scope.unit.demo))


def fold(t: Translate, count: int) -> AbstractContextManager[object]:
    """A long table is folded away: two tables that have little in common differ in hundreds of lines."""
    if count <= UNFOLDED:
        return nullcontext()
    return st.expander(plain(t("Show {count} lines", count=count)))


def facts(rows: Sequence[Fact], caption: str, key: str) -> None:
    """What a thing is, line by line; lines that say nothing are left out."""
    shown: list[list[Piece]] = [[Note(label) if text else "", text] for label, text in rows if text != ""]
    stacked_table([Column(""), Column("", "wide")], shown, caption, key)


def strong_or_note(text: str, otherwise: str) -> Piece:
    """``text`` in heavy letters; ``otherwise`` in grey where there is none."""
    return Strong(text) if text else Note(otherwise)
