"""First sheet of a table of targets: each target with its place in the plan, its result, met or not, and the count."""

from xlsxwriter.utility import xl_rowcol_to_cell

from data.exports.assessment import Assessment
from data.exports.heading import heading, signatures
from data.exports.paper import Paper, number_format
from data.exports.words import (
    explanation_with_basis,
    figure_words,
    notes,
    reason_missing,
    rule_words,
    target_state,
    title_of,
)
from data.language import translator
from scoring.quantity import State
from scoring.table import Leaf, Node

COLUMNS = (10, 40, 42, 26, 22, 11, 36, 12, 38)
STATE = 5


def write_targets(paper: Paper, assessment: Assessment, lang: str) -> None:
    """Heading, targets, the count by formulas with their values, signatures; below them what is missing."""
    t = translator(lang)
    head = heading(paper, assessment, t("Self-assessment of the plan's targets"), lang)
    paper.head(
        head,
        [
            t("No."),
            t("Target of the plan"),
            t("Basis"),
            t("What is to be reached"),
            t("Result"),
            t("Assessment"),
            t("Explanation"),
            t("Evidence (numbers in the list)"),
            t("Notes"),
        ],
    )
    row = head + 1
    groups = []
    for depth, part in assessment.table.tree.walk():
        _part(paper, assessment, lang, row, depth, part)
        groups += [row] if isinstance(part, Node) else []
        row += 1
    states = f"{xl_rowcol_to_cell(head + 1, STATE)}:{xl_rowcol_to_cell(row - 1, STATE)}"
    total = assessment.scored.score.total
    for word, count in (
        (t("Met"), total.met),
        (t("Not met"), total.unmet),
        (t("No figure yet"), total.unknown),
        (t("Not applicable"), total.not_applicable),
    ):
        for column in (0, 2, 3, 4):
            paper.blank(row, column)
        paper.text(row, 1, t("Number of targets: {state}", state=word), "bold")
        quoted = word.replace('"', '""')
        paper.sheet.write_formula(
            row, STATE, f'=COUNTIF({states},"{quoted}")', paper.style("middle_bold", number_format(0)), count
        )
        row += 1
    _missing(paper, assessment, lang, signatures(paper, row + 1, groups, lang))


def _part(paper: Paper, assessment: Assessment, lang: str, row: int, depth: int, part: Node | Leaf) -> None:
    strong = isinstance(part, Node)
    title = title_of(part, lang)
    paper.text(row, 0, part.id, "middle_bold" if strong else "middle")
    paper.text(row, 1, title.upper() if strong and depth == 0 else title, "bold" if strong else "text")
    if isinstance(part, Node):
        for column in range(2, paper.last + 1):
            paper.blank(row, column, "bold")
        return
    table, line = assessment.table, assessment.scored.line(part)
    paper.text(row, 2, _basis(part))
    paper.text(row, 3, rule_words(part, table))
    paper.text(row, 4, figure_words(line, table, lang))
    paper.text(row, STATE, target_state(line, lang), "middle")
    paper.text(row, 6, explanation_with_basis(line, table, lang))
    paper.text(row, 7, ", ".join(str(found.number) for found in assessment.evidence_of(part)), "middle")
    paper.text(row, 8, notes(line, assessment.coverage.leaves[part.id], table, lang))


def _basis(leaf: Leaf) -> str:
    reference = leaf.reference
    place = ", ".join(part for part in (reference.place, reference.page and f"tr. {reference.page}") if part)
    return f"{place}: “{reference.quote}”" if reference.quote else place


def _missing(paper: Paper, assessment: Assessment, lang: str, row: int) -> None:
    lines = [line for line in assessment.scored.score.leaves.values() if line.state is State.MISSING]
    if not lines:
        return
    t = translator(lang)
    paper.text(row + 1, 1, t("Without a figure, and why"), "plain_bold")
    for at, line in enumerate(lines, start=row + 2):
        paper.wide(at, reason_missing(line, assessment.table, lang), "plain", first=1)
