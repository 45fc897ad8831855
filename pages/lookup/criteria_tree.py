"""The table as the text prints it: numbering, levels, maximum, scale, evidence, place; each leaf leads to its page."""

from collections.abc import Sequence

from data.exports.words import title_of
from data.language import format_number
from data.scores.rule_lines import RuleLine, printed_lines, printed_once
from pages.leadership.leaf_rule import interval_words, term_name
from pages.lookup.criteria_words import held_words, part_title, scorer
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.evaluator import TermScore
from scoring.table import Leaf, Node, ScoredBy, TableKind


def tree_card(scope: Scope, shown: Sequence[Leaf], *, narrowed: bool) -> None:
    """The leaves ``shown``, under the nodes that they stand in."""
    t, every = scope.t, len(scope.table.leaves)
    said = t("{shown} of {count} criteria", shown=len(shown), count=every) if narrowed else ""
    with card("criteria", t("The table as the text prints it"), said):
        if not shown:
            say(t("No criterion holds these words. Try fewer words, or all fields."))
            return
        stacked_table(_columns(scope), _rows(scope, set(shown)), t("The table as the text prints it"), "criteria-table")


def _columns(scope: Scope) -> list[Column]:
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    columns = [Column(t("Criterion"), "wide")]
    columns += [Column(t("Largest score"), "number")] if points else []
    how = t("How it is scored") if points else t("Met when")
    return [*columns, Column(how, "wide"), Column(t("Evidence")), Column(t("Place in the text"))]


def _rows(scope: Scope, shown: set[Leaf]) -> list[list[Piece] | Section]:
    rows: list[list[Piece] | Section] = []
    points = scope.table.kind is TableKind.POINTS
    for depth, part in scope.table.tree.walk():
        if isinstance(part, Leaf):
            rows += [_leaf(scope, part)] if part in shown else []
        elif shown.intersection(part.leaves()):
            most = format_number(part.max, scope.lang) if points and part.max is not None else ""
            rows.append(Section(part_title(scope, part), most, min(depth, 2)))
            held = held_words(scope, part)
            rows += [[Stack(held), *([""] if points else []), "", "", ""]] if held else []
    return rows


def _leaf(scope: Scope, leaf: Leaf) -> list[Piece]:
    reference = leaf.reference
    document = reference.document if reference.document != scope.table.decision else ""
    needs = [Note(need.title) for need in leaf.evidence]
    place = [Note(part) for part in (reference.place, page_words(scope, reference.page), document) if part]
    name = Link(title_of(leaf, scope.lang), page_address(scope, "criteria", leaf=leaf.id))
    most = [most_words(scope, leaf)] if scope.table.kind is TableKind.POINTS else []
    return [Stack([Strong(leaf.id), name, *_marks(scope, leaf)]), *most, Stack(rule_pieces(scope, leaf)),
            Stack(needs), Stack(place)]  # fmt: skip


def most_words(scope: Scope, leaf: Leaf) -> Piece:
    """The leaf's maximum; of a penalty the most that it takes away; of a leaf only tracked, that it has none."""
    t = scope.t
    if leaf.penalty:
        return Strong(format_number(leaf.lowest, scope.lang))
    return Strong(format_number(leaf.max, scope.lang)) if leaf.max else Note(t("tracked only"))


def page_words(scope: Scope, page: str) -> str:
    """``trang 3``; nothing where the table names no page."""
    return scope.t("page {page}", page=page) if page else ""


def rule_pieces(scope: Scope, leaf: Leaf) -> list[Piece]:
    """Each line of the rule with what it gives, under its formula or item; the law's quote where no line has words."""
    found = printed_lines(leaf, scope.table)
    rows: list[Piece] = []
    for term, lines in found:
        told = printed_once(lines)
        if len(found) > 1 and [one.words for one in told] != [term_name(scope, term)]:
            rows.append(Note(term_name(scope, term)))
        rows += [line_words(scope, term, one) for one in told]
    return rows


def line_words(scope: Scope, term: TermScore, one: RuleLine) -> str:
    """``từ 80% đến dưới 100% → 0,5``; of a target only what meets it."""
    words = one.words or interval_words(scope, term, one)
    if scope.table.kind is TableKind.TARGETS:
        return words
    if one.points is None:
        return scope.t("{words} → in proportion", words=words)
    if words.endswith(f": {format_number(one.points, 'vi')}"):  # the text prints the points itself
        return words
    return f"{words} → {format_number(one.points, scope.lang)}"


def _marks(scope: Scope, leaf: Leaf) -> list[Piece]:
    t = scope.t
    marks: list[Piece] = []
    if leaf.scored_by is not ScoredBy.SELF:
        marks.append(Badge(t("scored by {who}", who=scorer(scope, leaf.scored_by)), "info"))
    if leaf.bonus:
        marks.append(Badge(t("bonus"), "info"))
    if leaf.reference.derived:
        marks.append(Badge(t("with a reading of ours"), "warn"))
    if scope.table.conflicts_of(leaf.id):
        marks.append(Badge(t("possible conflict"), "warn"))
    return marks


def way_of(scope: Scope, leaf: Leaf) -> str:
    """The titles of the nodes above a leaf, from the field down."""
    above: list[Node] = []
    for depth, part in scope.table.tree.walk():
        if part is leaf:
            break
        if isinstance(part, Node):
            above = [*above[:depth], part]
    return " › ".join(part_title(scope, part) for part in above if leaf in part.leaves())
