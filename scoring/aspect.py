"""What can change of a criterion or node between two editions, and how each of these is told apart."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction

from scoring.interval import Interval
from scoring.nothing_arose import NothingArose
from scoring.piece import Piece, Term
from scoring.table import Leaf, Node, Reference, Table


class Aspect(StrEnum):
    """One thing that a table says of a part of its tree."""

    TITLE = "title"
    TITLE_EN = "title_en"
    MAX = "max"
    LOWEST = "lowest"
    CAP = "cap"
    GATE = "gate"
    BONUS = "bonus"
    RULE = "rule"  # the numbers of the scale
    WORDS = "words"  # only its words
    INPUT = "input"
    INDICATOR = "indicator"  # what it reads is defined otherwise
    SCORED_BY = "scored_by"
    NOTHING_AROSE = "nothing_arose"
    NOT_APPLICABLE = "not_applicable"
    EVIDENCE = "evidence"
    REFERENCE = "reference"
    DERIVED = "derived"  # a reading of ours, which the text does not print
    LEAD = "lead"
    NOTE = "note"


def leaf_aspects(before: tuple[Leaf, Table], after: tuple[Leaf, Table]) -> tuple[Aspect, ...]:
    """Which of them differ, in the order of :class:`Aspect`. ``INDICATOR`` is told where both definitions are known."""
    differ = {aspect for aspect, says in OF_LEAF.items() if says(*before) != says(*after)}
    if _scale(before[0]) != _scale(after[0]) and not _scaled_with_max(before[0], after[0]):
        differ = (differ - {Aspect.WORDS}) | {Aspect.RULE}  # other numbers are other words
    return tuple(aspect for aspect in Aspect if aspect in differ)


def node_aspects(before: Node, after: Node) -> tuple[Aspect, ...]:
    """The same for a node."""
    return tuple(aspect for aspect in Aspect if aspect in OF_NODE and OF_NODE[aspect](before) != OF_NODE[aspect](after))


def _reference(leaf: Leaf, table: Table) -> object:
    """The table's own decision goes without saying, and so does a place that is the leaf's number."""
    said = leaf.reference
    document = "" if said.document == table.decision else said.document
    return document, "" if said.place == leaf.id else said.place, said.page, said.quote


def _notes(note: str, reference: Reference) -> object:
    return note, reference.note


def _input(leaf: Leaf, _table: Table) -> object:
    return tuple((_tight(term.input.source), term.when.choice if term.when else "") for term in leaf.terms)


def _words(leaf: Leaf, _table: Table) -> object:
    return tuple((term.words, tuple(piece.words for piece in _in_order(term))) for term in leaf.terms)


def _of_part(term: Term) -> object:
    part = term.part
    if part is None or part.nothing_arose is None:
        return part is not None and part.leaves
    return tuple((one.points, one.instead and _tight(one.instead.source)) for one in part.nothing_arose.chain())


def _earns(leaf: Leaf, policy: NothingArose | None) -> object:
    """Full points are the same policy under another maximum."""
    if policy is None:
        return None
    if policy.instead is not None:
        return _tight(policy.instead.source), _earns(leaf, policy.then)
    if policy.points is None:
        return "not_applicable"
    return "full" if policy.points == leaf.max and policy.points else policy.points


def _gate(node: Node) -> object:
    gate = node.gate
    if gate is None:
        return None
    return _tight(gate.input.source), gate.closes, gate.words, gate.missing_closes, gate.nothing_arose_closes


OF_LEAF: Mapping[Aspect, Callable[[Leaf, Table], object]] = {
    Aspect.TITLE: lambda leaf, _table: leaf.title,
    Aspect.TITLE_EN: lambda leaf, _table: leaf.title_en,
    Aspect.MAX: lambda leaf, _table: leaf.max,
    Aspect.LOWEST: lambda leaf, _table: leaf.lowest,
    Aspect.BONUS: lambda leaf, _table: leaf.bonus,
    Aspect.WORDS: _words,
    Aspect.INPUT: _input,
    Aspect.SCORED_BY: lambda leaf, _table: leaf.scored_by,
    Aspect.NOTHING_AROSE: lambda leaf, _table: (_earns(leaf, leaf.nothing_arose), *map(_of_part, leaf.terms)),
    Aspect.NOT_APPLICABLE: lambda leaf, _table: leaf.rebase,  # the rule of the whole table is told once, at its head
    Aspect.EVIDENCE: lambda leaf, _table: leaf.evidence,
    Aspect.REFERENCE: _reference,
    Aspect.DERIVED: lambda leaf, _table: leaf.reference.derived,
    Aspect.LEAD: lambda leaf, _table: leaf.lead,
    Aspect.NOTE: lambda leaf, _table: _notes(leaf.note, leaf.reference),
}

OF_NODE: Mapping[Aspect, Callable[[Node], object]] = {
    Aspect.TITLE: lambda node: node.title,
    Aspect.TITLE_EN: lambda node: node.title_en,
    Aspect.MAX: lambda node: node.max,
    Aspect.LOWEST: lambda node: node.lowest,
    Aspect.CAP: lambda node: node.cap,
    Aspect.GATE: _gate,
    Aspect.BONUS: lambda node: node.bonus,
    Aspect.LEAD: lambda node: node.lead,
    Aspect.NOTE: lambda node: node.note,
}


def _scale(leaf: Leaf, of: Fraction = Fraction(1)) -> object:
    """The numbers of the rule, points divided by ``of``; neither its words nor the order in which it is written."""
    terms = [
        (term.when and (term.when.values, term.when.formula), [_numbers(piece, of) for piece in _in_order(term)])
        for term in leaf.terms
    ]
    return leaf.combine, terms


def _numbers(piece: Piece, of: Fraction) -> tuple[Interval, Fraction, Fraction]:
    return piece.interval, piece.intercept / of, piece.slope / of


def _scaled_with_max(before: Leaf, after: Leaf) -> bool:
    """True where only the maximum grew or fell, and the scale with it: "tỷ lệ × điểm tối đa" is the same rule."""
    if not before.max or not after.max:
        return False
    return _scale(before, before.max) == _scale(after, after.max)


def _in_order(term: Term) -> list[Piece]:
    return sorted(term.pieces, key=lambda piece: _from_low(piece.interval))


def _from_low(one: Interval) -> tuple[bool, Fraction, bool]:
    return one.low is not None, one.low or Fraction(0), not one.low_closed


def _tight(source: str) -> str:
    """An expression without its spaces."""
    return "".join(source.split())
