"""The largest gaps: where points are lost, and what would win them back."""

from data.exports.words import figure_words, title_of
from data.language import format_number, render
from data.scores.gaps import GateGap, LeafGap
from data.scores.needs import leaves_below
from pages.leadership.leaf_figures import figure_title
from pages.leadership.seen import Seen
from pages.leadership.words import step_words
from pages.parts.address import page_address
from pages.parts.card import written_card
from pages.parts.markup import Link, Piece, Stack, Strong
from pages.parts.prose import said
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_markup
from pages.parts.table import Column
from scoring.explanation import figure_message
from scoring.table import TableKind

MOST = 6  # what a director reads in a minute; the page of gaps has them all


def gaps_card(scope: Scope, seen: Seen) -> None:
    """The largest; the page of gaps has them all, with whom each needs."""
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    gaps, below = seen.gaps, leaves_below(seen.needs)
    title = t("Where the points are lost") if points else t("Targets not met")
    if gaps:
        words = t("All {count} criteria below full marks, and whom each needs", count=below)
        table = seen.once.made(scope, "gaps", lambda: _table(scope, seen, title))
        made = [table, said(Link(words, page_address(scope, "gaps")))]
    else:
        made = [
            said(t("Nothing is lost on what is measured so far.") if points else t("No target that is known is unmet."))
        ]
    caption = t("The largest losses first, and what would win them back") if points else ""
    written_card("gaps", title, caption, *made)


def _table(scope: Scope, seen: Seen, title: str) -> str:
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    columns = [Column(t("Criterion"), "wide"), Column(t("Figure"))]
    columns += [Column(t("Lost"), "number")] if points else []
    led = any(leaf.lead for leaf in scope.table.leaves)
    more = t("What would earn more") if points else t("What would meet it")
    columns += [Column(more, "wide"), *([Column(t("Who leads"))] if led else [])]
    return stacked_markup(columns, [_row(scope, seen, gap, led=led) for gap in seen.gaps[:MOST]], title, "gaps-table")


def _row(scope: Scope, seen: Seen, gap: LeafGap | GateGap, *, led: bool) -> list[Piece]:
    lost = [f"-{format_number(gap.lost, scope.lang)}"] if scope.table.kind is TableKind.POINTS else []
    if isinstance(gap, GateGap):
        return [
            *_gate(scope, gap),
            *lost,
            scope.t("Nothing of this part counts: {words}", words=gap.gate.words),
            *([""] * led),
        ]
    leaf = gap.leaf
    address = page_address(scope, "score", leaf=leaf.id)
    return [
        Stack([Strong(leaf.id), Link(title_of(leaf, scope.lang), address)]),
        figure_words(seen.scored.line(leaf), scope.table, scope.lang),
        *lost,
        step_words(scope, leaf, gap.gap, gap.step),
        *([leaf.lead] if led else []),
    ]


def _gate(scope: Scope, gap: GateGap) -> list[Piece]:
    """The part that the gate closes, and the figure that does it; it leads to where that figure stands."""
    node, line = gap.gate.node, gap.gate.line
    link = Link(title_of(node, scope.lang), page_address(scope, "score", show="lost") + "#gates-table")
    names = ", ".join(figure_title(scope, name) for name in line.leaf.inputs)
    single = line.terms[0].term.input.single
    figure = figure_words(line, scope.table, scope.lang)
    if single is not None:  # a reading would say its name again
        figure = render(figure_message(line.terms[0].quantity, scope.table.reads.get(single)), scope.lang)
    return [Stack([Strong(node.id), link]), f"{names}: {figure}"]
