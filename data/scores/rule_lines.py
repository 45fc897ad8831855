"""A leaf's rule as lines: each piece in the law's words, what it gives, and whether it is the one that applied."""

from dataclasses import dataclass
from fractions import Fraction

from scoring.evaluator import LeafScore, TermScore, domain, score_leaf
from scoring.interval import Interval
from scoring.piece import Piece, holds_multiple
from scoring.quantity import Quantity, State
from scoring.table import Leaf, Table, TableKind


@dataclass(frozen=True)
class RuleLine:
    """One piece. ``points`` is ``None`` where they grow with the figure; ``words`` may be empty."""

    words: str
    interval: Interval
    points: Fraction | None
    applied: bool


def rule_lines(line: LeafScore, table: Table) -> list[tuple[TermScore, list[RuleLine]]]:
    """The lines of each term. Pieces that no figure can reach are left out; of a target only what meets it is told.

    Of several formulas all are told, in the order of the law; those that do not apply have no line that did.
    """
    applying = {term.term.when for term in line.terms}
    others = [TermScore(t, Quantity(State.MISSING)) for t in line.leaf.terms if t.when and t.when not in applying]
    terms = sorted([*line.terms, *others], key=lambda term: term.term.when.formula if term.term.when else 0)
    return [(term, _of_term(term, line, table)) for term in terms]


def printed_lines(leaf: Leaf, table: Table) -> list[tuple[TermScore, list[RuleLine]]]:
    """The same as the text prints it, for nobody's figures: no line has applied."""
    return rule_lines(score_leaf(leaf, {}, table), table)


def printed_once(lines: list[RuleLine]) -> list[RuleLine]:
    """Without the lines that only say what not reaching another one with the same words gives (done, not done)."""
    best: dict[str, RuleLine] = {}
    for one in lines:
        there = best.get(one.words)
        if one.words and (there is None or _more(one, there)):
            best[one.words] = one
    return [one for one in lines if not one.words or best[one.words] is one]


def _more(one: RuleLine, other: RuleLine) -> bool:
    """In proportion is more than any flat line of the same words."""
    return other.points is not None and (one.points is None or one.points > other.points)


def _of_term(term: TermScore, line: LeafScore, table: Table) -> list[RuleLine]:
    within, grain = domain(term.term, table.reads)
    best = max(piece.intercept for piece in term.term.pieces)
    found = []
    for piece in term.term.pieces:
        reached = piece.interval.meet(within)
        if not holds_multiple(reached, grain):
            continue
        if table.kind is TableKind.TARGETS and piece.intercept != best:
            continue
        found.append(RuleLine(piece.words, reached, _points(piece, term, line), piece is term.piece))
    return found


def _points(piece: Piece, term: TermScore, line: LeafScore) -> Fraction | None:
    """A part is held within its own bounds already: one that only takes away gives less than its leaf ever has."""
    if piece.slope:
        return None
    if term.term.part is not None:
        return piece.intercept
    return min(max(piece.intercept, line.leaf.lowest), line.leaf.highest)
