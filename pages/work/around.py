"""What the three pages of the monthly work share: their head, names of widgets, addresses of downloads."""

from urllib.parse import urlencode

import streamlit as st

from data.exports.words import title_of
from data.language import Translate
from pages.parts.header import page_header
from pages.parts.marks import marks
from pages.parts.scope import Scope, month_name, unit_name
from pages.parts.theme import STATIC


def head(scope: Scope, title: str, *, demo: bool) -> None:
    """Unit, table and month, the marks they need (``demo``: something shown is invented)."""
    st.html(STATIC / "work.css")
    t, lang = scope.t, scope.lang
    said = (unit_name(scope.unit, lang), title_of(scope.table, lang), month_name(t, scope.month))
    page_header(title, " · ".join(said), marks(t, scope.table, demo=demo or scope.unit.demo))


def head_alone(t: Translate, title: str) -> None:
    """The head of a page that has nothing to be about: no unit, or no table that could be read."""
    page_header(title)
    st.info(t("There is no unit with a criteria table yet. Add a unit on the page “Submit figures”."))


def about(scope: Scope) -> str:
    """A part of every widget's name: another unit, table or month is another form."""
    return f"{scope.unit.id}-{scope.table.id}-{scope.month}"


def about_unit(scope: Scope) -> str:
    """The same for a form that outlives a change of the month: an uploaded file stays and is looked at anew."""
    return f"{scope.unit.id}-{scope.table.id}"


def download_address(scope: Scope, path: str, **parameters: str) -> str:
    """An own route about this unit, table and month."""
    chosen = {"table": scope.table.id, "unit": scope.unit.id, "month": str(scope.month)}
    return f"{path}?{urlencode({**chosen, **parameters})}"
