"""Xuất bảng tự chấm: the self-assessment table with its evidence list."""

import streamlit as st

from data.exports.assessment import gather
from data.exports.formats import FORMATS
from data.language import translator
from pages.parts.card import card
from pages.parts.language import current_language
from pages.parts.markup import Link
from pages.parts.person import ask_for_name
from pages.parts.prose import buttons
from pages.parts.scope import Scope, current_scope
from pages.work.around import download_address, head, head_alone
from pages.work.missing import missing_cards, totals_row


def show() -> None:
    lang = current_language()
    t = translator(lang)
    scope = current_scope()
    if scope is None:
        head_alone(t, t("Export the self-assessment"))
        return
    found = gather(scope.store, scope.person, scope.table, scope.unit.id, scope.month)
    head(scope, t("Export the self-assessment"), demo=found.demo)
    totals_row(scope, found)
    words = t(
        "Three sheets: the self-assessment in the form's columns, the list of evidence, "
        "and where each figure came from."
    )
    with card("files", t("Download"), words):
        for mark in found.marks(lang):
            st.warning(t("Every sheet carries the mark: {mark}", mark=mark), icon=":material/label:")
        ask_for_name(t, "export")
        buttons([_download(scope, name) for name in FORMATS])
    missing_cards(scope, found)


def _download(scope: Scope, name: str) -> Link:
    address = download_address(scope, "/download/export", format=name, lang=scope.lang)
    return Link(scope.t(FORMATS[name].title), address, download=True)
