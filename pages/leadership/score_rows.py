"""The rows of the score table."""

from data.evidence.coverage import LeafCoverage
from data.exports.words import explanation, figure_words, title_of
from data.language import format_number, render
from data.scores.narrowing import Show, leaves_shown
from pages.leadership.seen import Seen
from pages.leadership.sources import source, who
from pages.leadership.words import applied_words, best_step, item_words, result, total_words
from pages.parts.address import page_address
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong, Tone
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.evaluator import LeafScore
from scoring.goal import explain_goal
from scoring.held import explain_held
from scoring.table import Leaf, Node, TableKind


def score_rows(scope: Scope, seen: Seen, show: Show) -> None:
    """Fields and criteria as section rows with their totals, the leaves shown below them."""
    t = scope.t
    kept = {leaf.id for leaf in leaves_shown(seen.scored, seen.coverage, show)}
    if not kept:
        say(t("No criterion of this kind: nothing to show here."))
        return
    rows: list[list[Piece] | Section] = []
    for depth, part in scope.table.tree.walk():
        if isinstance(part, Leaf):
            rows += [_row(scope, seen, part)] if part.id in kept else []
        elif any(leaf.id in kept for leaf in part.leaves()):
            rows.append(_section(scope, seen, part, depth))
    targets = scope.table.kind is TableKind.TARGETS
    columns = [
        Column(t("Criterion"), "wide"),
        Column(t("Figure")),
        Column(t("Target") if targets else t("For full marks")),
        Column(t("Result") if targets else t("Points")),
        Column(t("Gap")),
        Column(t("Why"), "wide"),
        Column(t("Evidence")),
        Column(t("Source")),
    ]
    stacked_table(columns, rows, t("Score table"), "score-table")


def _section(scope: Scope, seen: Seen, part: Node, depth: int) -> Section:
    right = "" if seen.empty else total_words(scope, seen.scored.score.of(part))
    held = [] if seen.empty else [render(message, scope.lang) for message in explain_held(part, seen.scored.score)]
    return Section(" – ".join([f"{part.id}. {title_of(part, scope.lang)}", *held]), right, min(depth, 2))


def _row(scope: Scope, seen: Seen, leaf: Leaf) -> list[Piece]:
    line = seen.scored.line(leaf)
    return [
        Stack([Strong(leaf.id), Link(title_of(leaf, scope.lang), page_address(scope, "score", leaf=leaf.id))]),
        _figure(scope, line),
        _target(scope, line),
        result(scope, line),
        _gap(scope, seen, leaf),
        _why(scope, line),
        _evidence(scope, seen.coverage.leaves[leaf.id]),
        _sources(scope, seen, leaf),
    ]


def _figure(scope: Scope, line: LeafScore) -> Piece:
    """The figure; of a checklist only how many items it has: they stand with what became of them in the next cells."""
    t, several = scope.t, len(line.terms) > 1
    return Note(t("{count} items", count=len(line.terms))) if several else figure_words(line, scope.table, scope.lang)


def _target(scope: Scope, line: LeafScore) -> Piece:
    """What the law asks for full marks; beside it the leaves of the same plan that may contradict it."""
    t, leaf = scope.t, line.leaf
    goal = explain_goal(line, scope.table)
    words = render(goal, scope.lang) if goal is not None else Note(t("only followed, never scored"))
    others = dict.fromkeys(
        name for conflict in scope.table.conflicts_of(leaf.id) for name in conflict.leaves if name != leaf.id
    )
    links = [Link(t("may contradict {id}", id=name), page_address(scope, "score", leaf=name)) for name in others]
    return Stack([words, *links]) if links else words


def _gap(scope: Scope, seen: Seen, leaf: Leaf) -> Piece:
    """The points lost, and the step worth telling to win them back; nothing for what is not measured."""
    t, gap = scope.t, seen.scored.gap(leaf)
    if gap is None:
        return ""
    points = scope.table.kind is TableKind.POINTS
    if gap.more <= 0:
        return Note(t("nothing lost")) if points else ""
    more = t("{points} points", points=format_number(gap.more, scope.lang))
    told = Note(t("bonus not earned: {points}", points=more)) if gap.bonus else Strong(more)
    return Stack([*([told] if points else []), Note(best_step(scope, leaf, gap))])


def _why(scope: Scope, line: LeafScore) -> Piece:
    """The law's words that applied."""
    words = [applied_words(line) if line.points is not None else explanation(line, scope.table, scope.lang)]
    if len(line.terms) > 1:
        items = item_words(scope, line)
        words = items if line.points is not None else [*words, *items]
    return Stack(words)


def _evidence(scope: Scope, covered: LeafCoverage) -> Piece:
    t, count = scope.t, covered.count
    if not count.required:
        return Note(t("none required"))
    tone: Tone = "good" if not covered.missing else "warn" if count.answered else "bad"
    badge = Badge(t("{answered}/{required} documents", answered=count.answered, required=count.required), tone)
    titles = tuple(need.need.title for need in covered.missing)
    return Stack([badge, *([Note(t("lacking: {titles}", titles=titles))] if titles else [])])


def _sources(scope: Scope, seen: Seen, leaf: Leaf) -> Piece:
    """The newest source in full; the others are one click away, on the leaf's own page."""
    found = seen.scored.sources(leaf)
    if not found:
        return ""
    newest = max(found, key=lambda one: (one.month, one.seq))
    t = scope.t
    others = t("and {count} more figures", count=len(found) - 1)
    rest = [Link(others, page_address(scope, "score", leaf=leaf.id))] if len(found) > 1 else []
    if newest.import_seq is None:
        return Stack([Note(t("typed on screen · {who}", who=who(scope, newest).text)), *rest])
    return Stack([source(scope, newest), who(scope, newest), *rest])
