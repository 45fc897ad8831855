"""The lint of a rule's domain: each figure that can come belongs to one piece, and to no other."""

from collections.abc import Iterator
from fractions import Fraction

from scoring.evaluator import domain
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import Interval
from scoring.lint_formulas import answers_of
from scoring.messages import Message, Problem, _
from scoring.piece import Piece, Term, holds_multiple
from scoring.table import Leaf, Table


def coverage_problems(leaf: Leaf, term: Term, table: Table, place: str) -> Iterator[Problem]:
    """Every hole and every overlap of ``term``, whose rule stands at ``place``: at the line after it, or the last."""
    within, grain = domain(term, table.reads)
    name = term.input.single
    if name and _answered(table.reads[name]):
        yield from _answers(leaf, term, table, place)
        return
    pieces = sorted((p for p in term.pieces if not p.interval.meet(within).empty), key=_low)
    edge, last = None, place
    for piece in pieces:
        part, here = piece.interval.meet(within), _where(place, piece)
        if edge is None:
            if part.low != within.low or (within.low is not None and part.low_closed != within.low_closed):
                yield _gap_problem(leaf, within.low, part.low, here)
        elif edge.high is None or part.low is None or part.low < edge.high:
            yield _overlap_problem(leaf, part.low, here)
        elif part.low == edge.high:
            if part.low_closed and edge.high_closed:
                yield _overlap_problem(leaf, part.low, here)
            elif not part.low_closed and not edge.high_closed:
                yield _gap_problem(leaf, edge.high, part.low, here)
        elif holds_multiple(Interval(edge.high, part.low, not edge.high_closed, not part.low_closed), grain):
            yield _gap_problem(leaf, edge.high, part.low, here)
        edge, last = part, here
    if edge is None or edge.high != within.high or (within.high is not None and edge.high_closed != within.high_closed):
        yield _gap_problem(leaf, edge.high if edge else within.low, within.high, last)


def _where(place: str, piece: Piece) -> str:
    """The line of the rule that says the piece; the rule where it is no line of its own."""
    return f"{place}.{piece.at}" if piece.at else place


def _low(piece: Piece) -> tuple[bool, Fraction, bool]:
    low = piece.interval.low
    return (low is not None, low or Fraction(0), not piece.interval.low_closed)


def _answered(indicator: Indicator) -> bool:
    """True where x is one of the answers themselves, not a share or a mean of months."""
    formed = indicator.formation in (Formation.MONTHS_COVERED, Formation.MEAN_OF_MONTHS)
    return not formed and indicator.measure in (Measure.YES_NO, Measure.CHOICE)


def _answers(leaf: Leaf, term: Term, table: Table, place: str) -> Iterator[Problem]:
    indicator = table.reads[term.input.single or ""]
    for answer in sorted(answers_of(indicator)):
        holding = [piece for piece in term.pieces if answer in piece.interval]
        if not holding:
            yield _gap_problem(leaf, answer, answer, place)
        elif len(holding) > 1:
            yield _overlap_problem(leaf, answer, place)


def _gap_problem(leaf: Leaf, low: Fraction | None, high: Fraction | None, place: str) -> Problem:
    values: dict[str, object] = {
        "id": leaf.id,
        "low": "-∞" if low is None else low,
        "high": "+∞" if high is None else high,
    }
    return Problem(
        "C130",
        Message(_("The rule of {id} says nothing between {low} and {high}."), values),
        Message(_("Add the missing band, or correct from/over/to/under.")),
        place,
    )


def _overlap_problem(leaf: Leaf, at: Fraction | None, place: str) -> Problem:
    return Problem(
        "C131",
        Message(_("The rule of {id} says two things at {x}."), {"id": leaf.id, "x": "-∞" if at is None else at}),
        Message(_("Let each number belong to one band: from/to include the bound, over/under do not.")),
        place,
    )
