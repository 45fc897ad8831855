"""What an export will hold and what it will lack, told before anybody downloads it."""

from data.exports.assessment import Assessment
from data.exports.words import explanation, title_of
from data.language import format_number, format_share, render
from data.scores.gates import gates
from pages.parts.card import card
from pages.parts.figures import key_figures_row
from pages.parts.markup import Note, Piece, Stack, Strong
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.gate import GateState
from scoring.held import explain_held
from scoring.quantity import State
from scoring.table import ScoredBy, TableKind


def totals_row(scope: Scope, found: Assessment) -> None:
    """The numbers that stand at the foot of the exported table."""
    t, lang, total = scope.t, scope.lang, found.scored.score.total
    count = found.coverage.total
    if scope.table.kind is TableKind.POINTS:
        index = format_share(total.index, lang) if total.index is not None else "–"
        points = f"{format_number(total.points, lang)} / {format_number(total.measured_max, lang)}"
        first = (
            t("Points"),
            points,
            t("points scored of those measured; {max} apply in all", max=total.applicable_max),
        )
        second = (
            t("Index of what is measured"),
            index,
            t("{points} of {max} measured points", points=total.points, max=total.measured_max),
        )
    else:
        first = (t("Targets met"), str(total.met), t("not met: {count}", count=total.unmet))
        second = (t("No figure yet"), str(total.unknown), t("not known, not counted as failed"))
    documents = (t("Required documents there"), f"{count.answered} / {count.required}", "")
    rows = (t("Rows in the evidence list"), str(len(found.evidence)), "")
    key_figures_row([first, second, documents, rows])


def missing_cards(scope: Scope, found: Assessment) -> None:
    """The criteria without a figure, and those without a required document; each list says when it is empty."""
    t = scope.t
    _gates(scope, found)
    lines = [found.scored.line(leaf) for leaf in scope.table.leaves if leaf.scored_by is ScoredBy.SELF]
    open_lines = [line for line in lines if line.state is State.MISSING]
    with card("no-figure", t("Still without a figure: {count} criteria", count=len(open_lines))):
        if open_lines:
            reasons: list[list[Piece]] = [
                [Strong(one.leaf.id), title_of(one.leaf, scope.lang), Note(explanation(one, scope.table, scope.lang))]
                for one in open_lines
            ]
            columns = [Column(t("Code")), Column(t("Criterion"), "wide"), Column(t("Why"), "wide")]
            stacked_table(columns, reasons, t("Criteria without a figure"), "export-no-figure")
        else:
            say(t("Every self-scored criterion has its figure."))
    missing = found.coverage.missing
    with card("no-document", t("Still without a required document: {count} criteria", count=len(missing))):
        if missing:
            needs: list[list[Piece]] = [
                [
                    Strong(leaf),
                    title_of(found.coverage.leaves[leaf].leaf, scope.lang),
                    Stack([need.need.title for need in of_leaf]),
                ]
                for leaf, of_leaf in missing.items()
            ]
            columns = [Column(t("Code")), Column(t("Criterion"), "wide"), Column(t("Missing document"), "wide")]
            stacked_table(columns, needs, t("Criteria without a required document"), "export-no-document")
        else:
            say(t("Every required document is there."))


def _gates(scope: Scope, found: Assessment) -> None:
    """The parts of which nothing counts before the figure of their gate comes; nothing where there are none."""
    t, score = scope.t, found.scored.score
    shut = [gate.node for gate in gates(found.scored) if gate.state is GateState.UNKNOWN]
    if not shut:
        return
    with card("no-gate", t("Conditions without a figure: {count} parts do not count yet", count=len(shut))):
        rows: list[list[Piece]] = [
            [
                Strong(node.id),
                title_of(node, scope.lang),
                Stack([Note(render(message, scope.lang)) for message in explain_held(node, score)]),
            ]
            for node in shut
        ]
        columns = [Column(t("Code")), Column(t("Criterion"), "wide"), Column(t("Why"), "wide")]
        stacked_table(columns, rows, t("Conditions without a figure"), "export-no-gate")
