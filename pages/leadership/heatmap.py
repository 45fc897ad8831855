"""Bản đồ nhiệt: every leaf by month; on a phone the fields first, then one field's leaves (``?field=2``)."""

import streamlit as st

from data.language import translator
from pages.leadership.conflicts import conflicts_card
from pages.leadership.first_steps import first_steps, nothing_this_month
from pages.leadership.heat_cells import legend_cells
from pages.leadership.heat_lines import heat_lines
from pages.leadership.seen import heading, no_choice, see
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.heat import heat_legend
from pages.parts.language import current_language
from pages.parts.markup import Link
from pages.parts.prose import buttons
from pages.parts.scope import LONGEST, Scope, current_scope, not_found
from pages.parts.theme import STATIC
from scoring.table import TableKind


def show() -> None:
    st.html(STATIC / "gaps.css")
    scope = current_scope()
    if scope is None:
        t = translator(current_language())
        no_choice(t, t("Heat map"))
        return
    t, seen = scope.t, see(scope)
    heading(scope, seen, t("Heat map"))
    field = _asked_field(scope)
    if seen.empty:
        first_steps(scope, seen)
        return
    if not seen.reported:
        nothing_this_month(scope)
    points = scope.table.kind is TableKind.POINTS
    said = t("Share of the most that each part has earned, in per cent, as of each month")
    with card(
        "heat", t("Criteria by month"), said if points else t("Targets met, not met and not known as of each month")
    ):
        if field:
            buttons([Link(t("All fields"), page_address(scope, "heatmap"))])
        heat_legend(legend_cells(t, scope.table.kind))
        heat_lines(scope, seen, field)
    conflicts_card(scope, seen)


def _asked_field(scope: Scope) -> str | None:
    asked = st.query_params.get("field", "")
    if not asked or asked in {part.id for part in scope.table.tree.children}:
        return asked or None
    given = asked[:LONGEST]
    not_found([scope.t("The link names the field “{given}”: this table has none; showing all of them.", given=given)])
    return None
