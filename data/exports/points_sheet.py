"""First sheet of a points table: the self-assessment in the form's columns, totals as formulas with their values."""

from collections.abc import Sequence
from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell

from data.exports.assessment import Assessment
from data.exports.heading import heading, signatures
from data.exports.paper import Paper, number_format
from data.exports.points_sums import (
    APPRAISAL,
    MAX,
    SELF,
    SURVEY,
    in_max,
    max_formula,
    max_of,
    points_formula,
    points_in,
    points_of,
)
from data.exports.words import explanation_with_basis, figure_words, notes, reason_missing, title_of
from data.language import format_exact, render, translator
from scoring.evaluator import LeafScore
from scoring.exact import decimal_text
from scoring.gate import GateState
from scoring.held import explain_held
from scoring.table import Leaf, Node, ScoredBy

COLUMNS = (9, 40, 8, 9, 9, 9, 26, 46, 12, 38)


class PointsSheet:
    """The rows of the sheet as they are written; ``rows`` knows where each criterion stands."""

    def __init__(self, paper: Paper, assessment: Assessment, lang: str) -> None:
        self.paper = paper
        self.assessment = assessment
        self.lang = lang
        self.rows: dict[str, int] = {}
        step = assessment.table.step
        self.decimals = max(2, len(format_exact(step, "en").partition(".")[2]))

    def write(self) -> None:
        """Heading, table, grand total, labelled totals, signatures; below them what is missing."""
        t = translator(self.lang)
        head = heading(self.paper, self.assessment, t("Self-assessment of administrative reform"), self.lang)
        self.paper.head(
            head,
            [
                t("No."),
                t("Field / criterion / sub-criterion"),
                t("Maximum points"),
                t("Self-assessed points"),
                t("Survey points"),
                t("Appraised points"),
                t("Figures"),
                t("Explanation"),
                t("Evidence (numbers in the list)"),
                t("Notes"),
            ],
        )
        row = head + 1
        for depth, part in self.assessment.table.tree.walk():
            self.rows[part.id] = row
            self._part(row, depth, part)
            row += 1
        tree = self.assessment.table.tree
        for _depth, part in tree.walk():
            if isinstance(part, Node):
                self._sums(self.rows[part.id], part)
        self.paper.blank(row, 0, "bold")
        above = tree.cap is not None and self._added() > tree.cap
        label = t("Grand total, before the ceiling of the table (see below)") if above else t("Grand total")
        self.paper.text(row, 1, label, "bold")
        self._sums(row, tree)
        for column in range(APPRAISAL + 1, self.paper.last + 1):
            self.paper.blank(row, column, "bold")
        groups = [self.rows[part.id] for _depth, part in tree.walk() if isinstance(part, Node)]
        self._missing(signatures(self.paper, self._totals(row) + 2, groups, self.lang))

    def _part(self, row: int, depth: int, part: Node | Leaf) -> None:
        strong = isinstance(part, Node)
        self.paper.text(row, 0, part.id, "middle_bold" if strong else "middle")
        title = title_of(part, self.lang)
        self.paper.text(row, 1, title.upper() if strong and depth == 0 else title, "bold" if strong else "text")
        if isinstance(part, Node):
            for column in range(MAX, self.paper.last + 1):
                self.paper.blank(row, column, "bold")
            held = explain_held(part, self.assessment.scored.score)
            if held:
                self.paper.text(row, 7, "\n".join(render(message, self.lang) for message in held), "bold")
            return
        table = self.assessment.table
        line = self.assessment.scored.line(part)
        self.paper.number(row, MAX, part.max, self.decimals)
        for column in (SELF, SURVEY, APPRAISAL):
            self.paper.number(row, column, points_in(line, column), self.decimals)
        numbers = ", ".join(str(found.number) for found in self.assessment.evidence_of(part))
        self.paper.text(row, 6, figure_words(line, table, self.lang))
        self.paper.text(row, 7, explanation_with_basis(line, table, self.lang))
        self.paper.text(row, 8, numbers, "middle")
        self.paper.text(row, 9, notes(line, self.assessment.coverage.leaves[part.id], table, self.lang))

    def _sums(self, row: int, node: Node) -> None:
        """The node's formulas; a column in which nothing is known below stays empty, it is not 0."""
        score, shown = self.assessment.scored.score, number_format(self.decimals)
        most = _cells([self.rows[child.id] for child in in_max(node)], MAX)
        self.paper.formula(row, MAX, max_formula(node, most), max_of(node), shown)
        for column in (SELF, SURVEY, APPRAISAL):
            cells = _cells([self.rows[child.id] for child in node.children], column)
            if formula := points_formula(node, column, cells, score):
                self.paper.formula(row, column, formula, points_of(node, column, score), shown)

    def _totals(self, row: int) -> int:
        """The labelled totals below the table, in the column of the self-assessed points; gives the last row."""
        t = translator(self.lang)
        total = self.assessment.scored.score.total
        shown = number_format(self.decimals)
        grand = [xl_rowcol_to_cell(row, column) for column in (SELF, SURVEY)]
        elsewhere = self._elsewhere()
        at = row + 1
        self._labelled(at, t("Maximum that applies to the unit"), total.applicable_max)
        at += 1
        self._labelled(at, t("Maximum of what has points"), total.measured_max)
        measured = xl_rowcol_to_cell(at, SELF)
        if elsewhere:
            at += 1
            self._labelled(at, t("Known points of the appraiser (not self-assessed)"), elsewhere)
            grand.append(xl_rowcol_to_cell(at, SELF))
        tree, added = self.assessment.table.tree, self._added()
        if held := total.points - added:
            at += 1
            self._labelled(at, t("Change by caps, least points and gates (see the explanations)"), held)
            if tree.cap is not None and held == tree.cap - added:
                formula = f"=MIN(0,{decimal_text(tree.cap, 6)}-SUM({','.join(grand)}))"
                self.paper.formula(at, SELF, formula, held, shown)
            grand.append(xl_rowcol_to_cell(at, SELF))
        at += 1
        self._labelled(at, t("Points of what is known"), None)
        self.paper.formula(at, SELF, f"=SUM({','.join(grand)})", total.points, shown)
        points = xl_rowcol_to_cell(at, SELF)
        at += 1
        self._labelled(at, t("Index (points / maximum of what has points)"), None)
        decimals = 2 if total.index is None else max(2, len(format_exact(total.index * 100, "en").partition(".")[2]))
        formula = f'=IF({measured}=0,"",{points}/{measured})'
        self.paper.formula(at, SELF, formula, total.index, "0." + "0" * decimals + "%")
        self._labelled(at + 1, t("Points that are sure for the whole table"), total.sure)
        self._labelled(at + 2, t("Points that are still possible for the whole table"), total.possible)
        return at + 2

    def _elsewhere(self) -> Fraction:
        """What the appraiser gave, as far as it is known: his column is his to fill."""
        appraised = [line.points for line in self._known() if line.leaf.scored_by is ScoredBy.APPRAISER]
        return sum((points for points in appraised if points is not None), Fraction(0))

    def _added(self) -> Fraction:
        """All points as they stand in the rows, before the table's own cap, least or gate."""
        score, tree = self.assessment.scored.score, self.assessment.table.tree
        columns = (points_of(tree, column, score) or Fraction(0) for column in (SELF, SURVEY))
        return self._elsewhere() + sum(columns, Fraction(0))

    def _known(self) -> list[LeafScore]:
        return [line for line in self.assessment.scored.score.leaves.values() if line.points is not None]

    def _labelled(self, row: int, label: str, value: Fraction | None) -> None:
        for column in (0, MAX):
            self.paper.blank(row, column)
        self.paper.text(row, 1, label, "bold")
        self.paper.number(row, SELF, value, self.decimals, "number_bold")

    def _missing(self, row: int) -> None:
        score = self.assessment.scored.score
        reasons = []
        for node in self.assessment.table.nodes:
            if score.gate(node) is GateState.UNKNOWN:
                said = " ".join(render(message, self.lang) for message in explain_held(node, score))
                reasons.append(f"{node.id} {title_of(node, self.lang)}: {said}")
        lines = [line for line in score.leaves.values() if line.points is None]
        reasons += [reason_missing(line, self.assessment.table, self.lang) for line in lines]
        if not reasons:
            return
        t = translator(self.lang)
        self.paper.text(row, 1, t("Without points, and why"), "plain_bold")
        for at, reason in enumerate(reasons, start=row + 1):
            self.paper.wide(at, reason, "plain", first=1)


def _cells(rows: Sequence[int], column: int) -> str:
    """The cells of ``rows`` for a formula, neighbours as one range: C9:C12,C15."""
    parts: list[list[int]] = []
    for row in rows:
        if parts and parts[-1][1] == row - 1:
            parts[-1][1] = row
        else:
            parts.append([row, row])
    return ",".join(
        xl_rowcol_to_cell(first, column)
        if first == last
        else f"{xl_rowcol_to_cell(first, column)}:{xl_rowcol_to_cell(last, column)}"
        for first, last in parts
    )
