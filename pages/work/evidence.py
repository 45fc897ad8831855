"""Minh chứng: the documents that prove each line."""

from data.evidence.coverage import coverage
from data.evidence.reading import documents
from data.language import translator
from pages.parts.language import current_language
from pages.parts.scope import current_scope
from pages.work.around import head, head_alone
from pages.work.attach import attach_form
from pages.work.covered import coverage_cards, leaf_list
from pages.work.one_document import one_document


def show() -> None:
    lang = current_language()
    t = translator(lang)
    scope = current_scope()
    if scope is None:
        head_alone(t, t("Evidence"))
        return
    there = documents(scope.store, scope.person, scope.unit.id)
    found = coverage(scope.store, scope.person, scope.table, scope.unit.id, scope.month.year)
    head(scope, t("Evidence"), demo=any(document.demo for document in there))
    coverage_cards(scope, found)
    attach_form(scope, found, there)
    one_document(scope, there, found)
    leaf_list(scope, found)
