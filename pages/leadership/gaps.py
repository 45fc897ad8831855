"""Điểm còn thiếu: each leaf below full marks, the next threshold, whom it needs, and sums that add up."""

from collections.abc import Sequence

import streamlit as st

from data.language import translator
from data.scores.needs import FieldNeeds, Need, count_by_need, leaves_below, narrowed
from pages.leadership.conflicts import conflicts_card
from pages.leadership.first_steps import first_steps, nothing_this_month
from pages.leadership.gap_rows import gap_rows, need_words
from pages.leadership.gap_sums import sums_card
from pages.leadership.seen import Seen, heading, no_choice, see
from pages.parts.card import card
from pages.parts.language import current_language
from pages.parts.narrow import narrow
from pages.parts.prose import say
from pages.parts.scope import Scope, current_scope
from pages.parts.theme import STATIC
from scoring.table import TableKind

ALL = "all"


def show() -> None:
    st.html(STATIC / "gaps.css")
    scope = current_scope()
    if scope is None:
        t = translator(current_language())
        no_choice(t, t("Points not earned"))
        return
    t, seen = scope.t, see(scope)
    points = scope.table.kind is TableKind.POINTS
    title = t("Points not earned") if points else t("Targets not met yet")
    heading(scope, seen, title)
    if seen.empty:
        first_steps(scope, seen)
        return
    if not seen.reported:
        nothing_this_month(scope)
    sums_card(scope, seen)
    with card("needs", t("What it takes, and whom it needs"), t("The most to win first, by field")):
        _list(scope, seen, title)
    _conflicts(scope, seen)


def _list(scope: Scope, seen: Seen, title: str) -> None:
    t = scope.t
    if not seen.needs:
        say(t("Every criterion that applies has full marks with the figures so far."))
        return
    need = _filter(scope, seen.needs)
    gap_rows(scope, seen, narrowed(seen.needs, need), title)


def _filter(scope: Scope, fields: Sequence[FieldNeeds]) -> Need | None:
    """The needs that occur, with how many leaves have each; kept in the address."""
    t, count = scope.t, count_by_need(fields)
    words = {ALL: t("All ({count})", count=leaves_below(fields))}
    words |= {str(need): f"{need_words(t, need)} ({count[need]})" for need in Need if count[need]}
    chosen = narrow(t("Whom it needs"), "need", words)
    return None if chosen == ALL else Need(chosen)


def _conflicts(scope: Scope, seen: Seen) -> None:
    """Both sides of a possible conflict, wherever one of its targets is listed."""
    listed = {one.leaf.id for field in seen.needs for one in field.leaves}
    conflicts_card(scope, seen, [one for one in scope.table.conflicts if listed & set(one.leaves)])
