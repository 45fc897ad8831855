"""What stands above and below every sheet: unit, title, as of which month, decision, marks; place for signatures."""

from collections.abc import Sequence

from data.exports.assessment import Assessment
from data.exports.paper import Paper
from data.exports.words import title_of
from data.language import translator
from scoring.table import TableKind

SIGNING = 7  # rows: the two lines, and room to sign


def heading(paper: Paper, assessment: Assessment, title: str, lang: str, *, by: str = "") -> int:
    """Write the heading; gives the row (from 0) where the header row of the table stands.

    ``by`` (who makes the export) adds the table's id, edition and that name: for the sheet that proves, not for those
    that are signed.
    """
    t = translator(lang)
    table, unit = assessment.table, assessment.unit
    name = unit.name_en if lang == "en" and unit.name_en else unit.name
    month = assessment.scored.month
    lines = [
        (name.upper(), "unit"),
        (title.upper(), "title"),
        (title_of(table, lang), "under_title"),
        (t("As of month {month}, {year}", month=str(month.number), year=str(month.year)), "italic"),
    ]
    issued = ", ".join(part for part in (table.decision, table.issued_by) if part)
    if issued:
        lines.append((issued if table.template else t("By: {decision}", decision=issued), "italic"))
    if by:
        lines.append((t("Table {id}, edition {edition}", id=table.id, edition=table.edition), "italic"))
        lines.append((t("Exported by: {name}", name=by), "italic"))
    lines += [(mark.upper() if lang == "en" else mark, "mark") for mark in assessment.marks(lang)]
    for row, (text, style) in enumerate(lines):
        paper.wide(row, text, style)
    return len(lines) + 1


def criterion_code(assessment: Assessment, lang: str) -> str:
    """The heading of the column of codes, in the words of the table's kind."""
    t = translator(lang)
    return t("Target code") if assessment.table.kind is TableKind.TARGETS else t("Criterion code")


def signatures(paper: Paper, row: int, starts: Sequence[int], lang: str) -> int:
    """Empty place for the signatures; the product signs nothing. Gives the row after it.

    It is printed on one page with the last rows of the table, from one of ``starts`` (rows where a group begins).
    """
    t = translator(lang)
    paper.keep_together(starts, row + SIGNING)
    half = (paper.last + 1) // 2
    for first, last, who in ((0, half - 1, t("Prepared by")), (half, paper.last, t("Head of the unit"))):
        paper.sheet.merge_range(row, first, row, last, "", paper.style("sign"))
        paper.text(row, first, who.upper(), "sign")
        paper.sheet.merge_range(row + 1, first, row + 1, last, "", paper.style("sign_hint"))
        paper.text(row + 1, first, t("(signature and full name)"), "sign_hint")
    return row + SIGNING
