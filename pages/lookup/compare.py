"""So sánh hai bảng: the table of the sidebar and another one (``?with=ID``), on the figures of the unit's month."""

from dataclasses import replace

import streamlit as st

from data.criteria.lookup import most_alike
from data.exports.words import title_of
from data.language import translator
from data.units.known import issued_for
from pages.lookup.around import head, look
from pages.lookup.comparison import compared, draw
from pages.parts.address import page_address
from pages.parts.header import page_header
from pages.parts.language import current_language
from pages.parts.markup import Link
from pages.parts.prose import say
from pages.parts.scope import LONGEST, Scope, current_scope, not_found
from scoring.table import Table

WITH = "with"


def show() -> None:
    look()
    scope, t = current_scope(), translator(current_language())
    if scope is None:
        page_header(t("Compare two tables"))
        say(t("There is no unit or no criteria table yet. Put a criteria file into the folder of tables and restart."))
        return
    others = {one.id: one for one in most_alike(scope.table, scope.store.criteria.tables.values())}
    if not others:
        head(scope, t("Compare two tables"), demo=False)
        say(t("There is no other table of this kind to compare with."))
        return
    other = _asked(scope, others)
    found = compared(scope, scope.table, other)
    head(scope, t("Compare two tables"), demo=found.demo)
    _choose(scope, others, other)
    draw(scope, found)


def _asked(scope: Scope, others: dict[str, Table]) -> Table:
    """The table that the address names; the one most like it where it names none, or one that cannot be compared."""
    asked, first = st.query_params.get(WITH, ""), next(iter(others.values()))
    if asked not in ("", scope.table.id, *others):
        said = scope.t("The link compares with the table “{given}”: that is not possible here; showing “{shown}”.",
                       given=asked[:LONGEST], shown=_name(first, scope.lang))  # fmt: skip
        not_found([said])
    return others.get(asked, first)


def _choose(scope: Scope, others: dict[str, Table], other: Table) -> None:
    t = scope.t
    st.session_state[WITH] = other.id
    st.selectbox(t("Compare with"), list(others), key=WITH, on_change=_remember,
                 format_func=lambda one: _name(others[one], scope.lang))  # fmt: skip
    if issued_for(other, scope.unit.id) and other.holds_in(scope.month):
        back = page_address(replace(scope, table=other), "compare", **{WITH: scope.table.id})
        say(Link(t("Compare the other way round"), back))


def _name(table: Table, lang: str) -> str:
    """The edition first: editions of one table have one title."""
    return f"{table.edition} · {title_of(table, lang)}"


def _remember() -> None:
    st.query_params[WITH] = st.session_state[WITH]
