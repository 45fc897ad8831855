"""The format ``xlsx``: the self-assessment, its evidence list, and where each figure came from."""

import io

import xlsxwriter

from data.accounts.person import Person, shown_name
from data.exports import evidence_sheet, points_sheet, sources_sheet, targets_sheet
from data.exports.assessment import Assessment
from data.exports.paper import FONT, Paper
from data.exports.words import title_of
from data.language import render, translator
from data.store.opening import Store
from scoring.table import TableKind

# The text of a cell is never taken for anything else: no formula, no number, no link.
LITERAL = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def make(store: Store, person: Person, assessment: Assessment, lang: str) -> bytes:
    """The workbook in ``lang``, marked on every sheet and page where the table or the figures are not real."""
    t = translator(lang)
    marks = assessment.marks(lang)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {**LITERAL, "default_format_properties": dict(FONT)}) as book:
        title = title_of(assessment.table, lang)
        book.set_properties(
            {"title": title, "company": assessment.unit.name, "author": render(shown_name(person.name), lang)}
        )
        if assessment.table.kind is TableKind.TARGETS:
            first = Paper(book, t("Targets of the plan"), targets_sheet.COLUMNS, marks)
            targets_sheet.write_targets(first, assessment, lang)
        else:
            first = Paper(book, t("Self-assessment"), points_sheet.COLUMNS, marks)
            points_sheet.PointsSheet(first, assessment, lang).write()
        evidence_sheet.write_evidence(Paper(book, t("Evidence list"), evidence_sheet.COLUMNS, marks), assessment, lang)
        sources = Paper(book, t("Sources"), sources_sheet.COLUMNS, marks)
        sources_sheet.write_sources(sources, person, assessment, lang)
    return buffer.getvalue()
