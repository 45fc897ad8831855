"""Xuất bảng tự chấm: the self-assessment table with its evidence list."""

import streamlit as st

from data.exports.assessment import gather
from data.language import translator
from pages.parts.card import card
from pages.parts.language import current_language
from pages.parts.markup import Link
from pages.parts.person import ask_for_name
from pages.parts.prose import buttons
from pages.parts.scope import current_scope
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
        excel = download_address(scope, "/download/export", format="xlsx", lang=lang)
        data = download_address(scope, "/download/export", format="json", lang=lang)
        names = (t("Excel workbook (.xlsx)"), t("Data for other programs (.json)"))
        ask_for_name(t, "export")
        buttons([Link(name, address, download=True) for name, address in zip(names, (excel, data), strict=True)])
    missing_cards(scope, found)
