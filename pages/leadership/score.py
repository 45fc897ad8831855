"""Bảng điểm: every leaf with figure, points, gap, why, evidence and source; one leaf by itself (``?leaf=2.1.3``)."""

import streamlit as st

from data.language import translator
from data.scores.gates import gates
from data.scores.narrowing import Show
from pages.leadership.first_steps import first_steps, nothing_this_month
from pages.leadership.gate_card import gates_card
from pages.leadership.key_figures import key_figures
from pages.leadership.leaf_page import leaf_page
from pages.leadership.score_rows import score_rows
from pages.leadership.seen import heading, no_choice, see
from pages.parts.address import asked
from pages.parts.card import card
from pages.parts.language import current_language
from pages.parts.scope import LONGEST, Scope, current_scope, not_found
from pages.parts.theme import STATIC
from scoring.table import TableKind

KEY = "show"


def show() -> None:
    st.html(STATIC / "leadership.css")
    scope = current_scope()
    if scope is None:
        t = translator(current_language())
        no_choice(t, t("Score table"))
        return
    t, seen = scope.t, see(scope)
    heading(scope, seen, t("Score table"))
    asked_leaf = st.query_params.get("leaf", "")
    leaf = next((leaf for leaf in scope.table.leaves if leaf.id == asked_leaf), None)
    if asked_leaf and leaf is None:
        said = t(
            "The link names the criterion “{given}”: this table has none; showing all of them.",
            given=asked_leaf[:LONGEST],
        )
        not_found([said])
    if leaf is not None:
        leaf_page(scope, seen, leaf)
        return
    if seen.empty:
        first_steps(scope, seen)
    else:
        if not seen.reported:
            nothing_this_month(scope)
        key_figures(scope, seen)
    with card("score", t("All criteria in the order of the text")):
        score_rows(scope, seen, _filter(scope))
    if not seen.empty:
        gates_card(scope, gates(seen.scored))


def _filter(scope: Scope) -> Show:
    """The narrowing, kept in the address."""
    t = scope.t
    words = {
        Show.ALL: t("All"),
        Show.LOST: t("Not met") if scope.table.kind is TableKind.TARGETS else t("Losing points"),
        Show.MISSING: t("Without a result"),
        Show.EVIDENCE: t("Lacking evidence"),
    }
    st.session_state[KEY] = asked(KEY, tuple(map(str, Show)))
    st.segmented_control(
        t("Show"),
        [str(one) for one in Show],
        key=KEY,
        format_func=lambda one: words[Show(one)],
        required=True,
        label_visibility="collapsed",
        on_change=_remember,
    )
    return Show(st.session_state[KEY])


def _remember() -> None:
    st.query_params[KEY] = st.session_state[KEY]
