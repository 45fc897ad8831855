"""Lịch sử số liệu: every entry ever recorded for one figure, and what of it is in force (``?indicator=CODE``)."""

import streamlit as st

from data.figures.past import Entry, entered, entries
from data.language import translator
from pages.leadership.leaf_figures import indicator_title
from pages.lookup.around import head, look
from pages.lookup.history_chart import months_card
from pages.lookup.history_entries import entries_card
from pages.lookup.history_index import index_card
from pages.lookup.history_uses import uses_cards
from pages.parts.header import page_header
from pages.parts.language import current_language
from pages.parts.prose import say
from pages.parts.scope import LONGEST, Scope, current_scope, not_found

KEY = "indicator"


def show() -> None:
    look()
    scope, t = current_scope(), translator(current_language())
    if scope is None:
        page_header(t("History of figures"))
        say(t("There is no unit or no criteria table yet. Put a criteria file into the folder of tables and restart."))
        return
    counted = entered(scope.store, scope.person, scope.unit.id, scope.month.year)
    known = [*scope.table.indicators, *(code for code in counted if code not in scope.table.indicators)]
    asked = st.query_params.get(KEY, "")
    code = asked if asked in known else ""
    found = entries(scope.store, scope.person, scope.unit.id, code) if code else []
    demo = any(one.observation.demo for one in found) if code else any(one.demo for one in counted.values())
    head(scope, t("History of figures"), demo=demo)
    if asked and not code:
        not_found([t("The link names the figure “{given}”: this table has none; showing all of them.",
                     given=asked[:LONGEST])])  # fmt: skip
    _choose(scope, known, code)
    if code:
        _one(scope, code, found)
    else:
        index_card(scope, known, counted)


def _one(scope: Scope, code: str, found: list[Entry]) -> None:
    months_card(scope, code, found)
    entries_card(scope, code, found)
    uses_cards(scope, code)


def _choose(scope: Scope, known: list[str], code: str) -> None:
    t = scope.t
    titles = {one: name_of(scope, one) for one in known}
    st.session_state[KEY] = code or None
    st.selectbox(t("Indicator"), known, key=KEY, format_func=lambda one: f"{titles[one]} ({one})",
                 placeholder=t("Choose an indicator: type a part of its name or code"),
                 on_change=_remember)  # fmt: skip


def name_of(scope: Scope, code: str) -> str:
    """The indicator's title; its code where this table does not have it."""
    indicator = scope.table.indicators.get(code)
    return indicator_title(scope, indicator) if indicator is not None else code


def _remember() -> None:
    if st.session_state[KEY] is None:
        st.query_params.pop(KEY, None)
    else:
        st.query_params[KEY] = st.session_state[KEY]
