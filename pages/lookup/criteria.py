"""Bảng tiêu chí: the table as the text prints it, one leaf by itself (``?leaf=2.1.3``), and every file there is."""

import streamlit as st

from data.criteria.lookup import leaves_found
from data.exports.words import title_of
from data.language import Translate, translator
from data.store.process import current_store
from pages.leadership.conflicts import conflicts_card
from pages.leadership.seen import see
from pages.lookup.around import look
from pages.lookup.criteria_files import files_cards
from pages.lookup.criteria_head import about_card, table_head
from pages.lookup.criteria_leaf import leaf_cards
from pages.lookup.criteria_tree import tree_card
from pages.lookup.table_workbook import workbook_card
from pages.parts.header import page_header
from pages.parts.language import current_language
from pages.parts.scope import LONGEST, Scope, current_scope, not_found
from scoring.table import Leaf

WORDS, FIELD = "q", "field"


def show() -> None:
    look()
    scope, lang = current_scope(), current_language()
    t = translator(lang)
    if scope is None:
        page_header(t("Criteria tables"))
        workbook_card(t, lang, current_store(), None)
        files_cards(t, lang, current_store().criteria, None)
        return
    table_head(scope, t("Criteria tables"))
    leaf = _asked(t, scope)
    if leaf is not None:
        leaf_cards(scope, leaf)
        return
    about_card(scope)
    workbook_card(t, lang, scope.store, scope)
    words, field = _narrowed(t, scope)
    tree_card(scope, leaves_found(scope.table, words, field), narrowed=bool(words or field))
    conflicts_card(scope, see(scope))
    files_cards(t, lang, scope.store.criteria, scope)


def _asked(t: Translate, scope: Scope) -> Leaf | None:
    asked = st.query_params.get("leaf", "")
    leaf = next((leaf for leaf in scope.table.leaves if leaf.id == asked), None)
    if asked and leaf is None:
        said = t("The link names the criterion “{given}”: this table has none; showing all of them.",
                 given=asked[:LONGEST])  # fmt: skip
        not_found([said])
    return leaf


def _narrowed(t: Translate, scope: Scope) -> tuple[str, str]:
    """Words and field, kept in the address."""
    fields = {"": t("All fields")}
    fields |= {part.id: f"{part.id}. {title_of(part, scope.lang)}" for part in scope.table.tree.children}
    asked = st.query_params.get(FIELD, "")
    st.session_state[WORDS] = st.query_params.get(WORDS, "")
    st.session_state[FIELD] = asked if asked in fields else ""
    with st.container(key="narrowing", horizontal=True):
        st.text_input(t("Search in this table"), key=WORDS, max_chars=120, on_change=_remember,
                      placeholder=t("Words, a code, a place in the text; accents may be left out"))  # fmt: skip
        st.selectbox(t("Field"), list(fields), key=FIELD, format_func=fields.__getitem__, on_change=_remember)
    return st.session_state[WORDS], st.session_state[FIELD]


def _remember() -> None:
    for key in (WORDS, FIELD):
        st.query_params[key] = st.session_state[key]
