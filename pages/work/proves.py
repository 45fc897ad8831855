"""Which criteria a document proves: the criteria, which of their needs it answers, and the page."""

import streamlit as st

from data.evidence.coverage import Coverage, LeafCoverage
from data.evidence.document import NewLink
from data.exports.words import title_of
from pages.parts.scope import Scope

ADDITIONAL = -1


def choose_links(scope: Scope, found: Coverage, key: str, asked: str = "") -> None:
    """One or several criteria (``asked`` is chosen already); for each which need it answers, and where."""
    t = scope.t
    chosen = st.multiselect(
        t("Criteria that it proves"),
        list(found.leaves),
        default=[asked] if asked in found.leaves else [],
        format_func=lambda leaf: f"{leaf} {title_of(found.leaves[leaf].leaf, scope.lang)}",
        placeholder=t("Choose one or several: type a part of the code or name"),
        key=f"{key}-leaves",
    )
    for leaf in chosen:
        _need_and_page(scope, found.leaves[leaf], key)


def given_links(key: str) -> list[NewLink]:
    """What is chosen now."""
    state = st.session_state
    links = []
    for leaf in state.get(f"{key}-leaves") or []:
        need = state.get(f"{key}-need-{leaf}")
        page = str(state.get(f"{key}-page-{leaf}") or "")
        answers = need is not None and need != ADDITIONAL
        links.append(NewLink(leaf, page, need if answers else None, additional=need == ADDITIONAL))
    return links


def _need_and_page(scope: Scope, covered: LeafCoverage, key: str) -> None:
    """The needs that no document answers yet come first: one of them is meant most often."""
    t = scope.t
    numbers = [need.number for need in sorted(covered.needs, key=lambda need: need.answered)]
    words = {need.number: _need_words(scope, need.need.title, need.answered) for need in covered.needs}
    words[ADDITIONAL] = t("additional: none of what it asks for")
    left, right = st.columns([3, 1])
    left.selectbox(
        t("{leaf} asks for", leaf=covered.leaf.id),
        [*numbers, ADDITIONAL],
        format_func=words.__getitem__,
        key=f"{key}-need-{covered.leaf.id}",
    )
    right.text_input(t("Page"), key=f"{key}-page-{covered.leaf.id}")


def _need_words(scope: Scope, title: str, answered: bool) -> str:
    t = scope.t
    return t("{title} (there already)", title=title) if answered else title
