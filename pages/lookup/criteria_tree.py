"""The table as the text prints it: numbering, levels, maximum, scale, evidence, place; each leaf leads to its page."""

from collections.abc import Sequence

from data.exports.words import title_of
from data.language import format_number, render
from data.scores.rule_lines import RuleLine, printed_lines, printed_once
from pages.leadership.leaf_rule import term_name
from pages.lookup.criteria_words import held_words, nothing_arose_in_part, nothing_arose_words, part_title, scorer
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.prose import say
from pages.parts.scope import Scope, Shown
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.evaluator import TermScore
from scoring.row_words import formed_words
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


def tree_table(shown: Shown, name: str) -> None:
    """The whole table, without links: of a table that is not loaded no criterion has a page."""
    rows = _rows(shown, set(shown.table.leaves), linked=False)
    stacked_table(_columns(shown), rows, shown.t("The table as the text prints it"), name)


def _columns(scope: Shown) -> list[Column]:
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    columns = [Column(t("Criterion"), "wide")]
    columns += [Column(t("Largest score"), "number")] if points else []
    how = t("How it is scored") if points else t("Met when")
    return [*columns, Column(how, "wide"), Column(t("Evidence")), Column(t("Place in the text"))]


def _rows(scope: Shown, shown: set[Leaf], *, linked: bool = True) -> list[list[Piece] | Section]:
    rows: list[list[Piece] | Section] = []
    points = scope.table.kind is TableKind.POINTS
    for depth, part in scope.table.tree.walk():
        if isinstance(part, Leaf):
            rows += [_leaf(scope, part, linked=linked)] if part in shown else []
        elif shown.intersection(part.leaves()):
            most = format_number(part.max, scope.lang) if points and part.max is not None else ""
            rows.append(Section(part_title(scope, part), most, min(depth, 2)))
            held = held_words(scope, part)
            rows += [[Stack(held), *([""] if points else []), "", "", ""]] if held else []
    return rows


def _leaf(scope: Shown, leaf: Leaf, *, linked: bool) -> list[Piece]:
    reference = leaf.reference
    document = reference.document if reference.document != scope.table.decision else ""
    needs = [Note(need.title) for need in leaf.evidence]
    place = [Note(part) for part in (reference.place, page_words(scope, reference.page), document) if part]
    name: Piece = title_of(leaf, scope.lang)
    if linked:
        name = Link(title_of(leaf, scope.lang), page_address(scope, "criteria", leaf=leaf.id))
    most = [most_words(scope, leaf)] if scope.table.kind is TableKind.POINTS else []
    return [Stack([Strong(leaf.id), name, *_marks(scope, leaf)]), *most, Stack(rule_pieces(scope, leaf)),
            Stack(needs), Stack(place)]  # fmt: skip


def most_words(scope: Shown, leaf: Leaf) -> Piece:
    """The leaf's maximum; of a penalty the most that it takes away; of a leaf only tracked, that it has none."""
    t = scope.t
    if leaf.penalty:
        return Stack([Strong(format_number(leaf.lowest, scope.lang)), Note(t("the most taken away"))])
    return Strong(format_number(leaf.max, scope.lang)) if leaf.max else Note(t("tracked only"))


def page_words(scope: Shown, page: str) -> str:
    """``trang 3``; nothing where the table names no page."""
    return scope.t("page {page}", page=page) if page else ""


def rule_pieces(scope: Shown, leaf: Leaf) -> list[Piece]:
    """Each line of the rule with what it gives, under its formula or item; the law's quote where no line has words."""
    t, found = scope.t, printed_lines(leaf, scope.table)
    rows: list[Piece] = []
    for term, lines in found:
        rows += _what_is_scored(scope, term)
        told = printed_once(lines)
        if len(found) > 1 and [one.words for one in told] != [term_name(scope, term)]:
            rows.append(Note(term_name(scope, term)))
        rows += [piece for one in told for piece in line_pieces(scope, one)]
        if empty := nothing_arose_in_part(scope, term.term.part):
            rows.append(Note(t("Nothing arose: {earns}", earns=empty)))
    if empty := nothing_arose_words(scope, leaf):
        rows.append(Note(t("Nothing arose: {earns}", earns=empty)))
    return rows


def _what_is_scored(scope: Shown, term: TermScore) -> list[Piece]:
    """The input, where it is more than one figure as it is reported: a sum, a share, a reading; a register's rows."""
    read, table = term.term.input, scope.table
    said: list[Piece] = [] if read.source in table.indicators else [Note(scope.t("Scored: {input}", input=read.source))]
    for code in read.codes:
        formed = table.indicators[code].rows if code in table.indicators else None
        if formed is not None:
            words = render(formed_words(formed, table.registers.get(formed.register)), scope.lang)
            said.append(Note(f"{code}: {words}" if len(read.codes) > 1 else words))
    return said


def line_pieces(scope: Shown, one: RuleLine) -> list[Piece]:
    """``từ 80% đến dưới 100% → 0,5``; of a target only what meets it.

    The law's words stand for the numbers that they print. Where they print others, or none, the numbers that score are
    told first and the words below them.
    """
    when, gives = render(one.when, scope.lang), render(one.gives, scope.lang)
    target = scope.table.kind is TableKind.TARGETS
    if not one.words:
        return [when if target else f"{when} → {gives}"]
    if not one.tells_when:
        return [when if target else f"{when} → {gives}", Note(one.words)]
    return [one.words if target or one.tells_points else f"{one.words} → {gives}"]


def _marks(scope: Shown, leaf: Leaf) -> list[Piece]:
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
