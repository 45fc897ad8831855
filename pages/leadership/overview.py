"""Tổng quan: for a director with one minute. Index, sure and possible, fields, largest gaps, evidence, the year."""

import streamlit as st

from data.language import translator
from pages.leadership.conflicts import conflicts_card
from pages.leadership.coverage_table import coverage_card
from pages.leadership.field_bars import fields_card
from pages.leadership.first_steps import first_steps, nothing_this_month
from pages.leadership.gap_table import gaps_card
from pages.leadership.key_figures import key_figures
from pages.leadership.missing_table import missing_card
from pages.leadership.range_bar import range_card
from pages.leadership.seen import heading, no_choice, see
from pages.leadership.trend_chart import trend_card
from pages.parts.language import current_language
from pages.parts.scope import current_scope


def show() -> None:
    scope = current_scope()
    if scope is None:
        t = translator(current_language())
        no_choice(t, t("Overview"))
        return
    t, seen = scope.t, see(scope)
    heading(scope, seen, t("Overview"))
    if seen.empty:
        first_steps(scope, seen)
        return
    if not seen.reported:
        nothing_this_month(scope)
    key_figures(scope, seen)
    range_card(scope, seen)
    left, right = st.columns([3, 2])
    with left:
        height = fields_card(scope, seen)
    with right:
        trend_card(scope, seen, height)
    gaps_card(scope, seen)
    missing_card(scope, seen)
    coverage_card(scope, seen)
    conflicts_card(scope, seen)
