"""Diễn biến theo tháng: the index or the targets met as of each month, the fields, and the same as a table."""

import streamlit as st

from data.language import translator
from pages.leadership.first_steps import first_steps, nothing_this_month
from pages.leadership.seen import heading, no_choice, see
from pages.leadership.trend_fields import fields_trend_card
from pages.leadership.trend_index import index_card
from pages.leadership.trend_table import months_card
from pages.leadership.trend_targets import targets_card
from pages.parts.language import current_language
from pages.parts.scope import current_scope
from pages.parts.theme import STATIC
from scoring.table import TableKind


def show() -> None:
    st.html(STATIC / "gaps.css")
    scope = current_scope()
    if scope is None:
        t = translator(current_language())
        no_choice(t, t("Trend by month"))
        return
    t, seen = scope.t, see(scope)
    heading(scope, seen, t("Trend by month"))
    if seen.empty:
        first_steps(scope, seen)
        return
    if not seen.reported:
        nothing_this_month(scope)
    if scope.table.kind is TableKind.POINTS:
        index_card(scope, seen)
        months_card(scope, seen)
    else:
        targets_card(scope, seen)
        months_card(scope, seen)
    fields_trend_card(scope, seen)
