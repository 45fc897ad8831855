"""A term's pieces as stretches of places: the whole line, without gap or overlap.

All cuts of a term lie on one grid, multiples of 1/grid. So x finds its piece by one whole number, its place: twice the
last line of the grid that x has reached, and one more when it is past that line. "From 80 %" begins at the line's own
place, "over 80 %" one place later. The first piece of the law wins, as in ``Term.piece_at``.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import NamedTuple

from scoring.interval import Interval
from scoring.piece import Piece, Term

Cut = tuple[Fraction, int]  # (x, 0) is just before x, (x, 1) just after it


class Stretch(NamedTuple):
    """Places from ``first`` on and before ``until`` that one piece holds; ``None`` where the law is silent."""

    first: int
    until: int
    piece: Piece | None


def held(term: Term, lowest: Fraction, highest: Fraction) -> Term:
    """The term with its slopes cut where points reach the bounds, and level beyond: nothing is left to be held."""
    pieces = tuple(part for piece in term.pieces for part in _held(piece, lowest, highest))
    return replace(term, pieces=pieces)


def _held(piece: Piece, lowest: Fraction, highest: Fraction) -> Iterator[Piece]:
    if not piece.slope:
        yield piece
        return
    left, right = (lowest, highest) if piece.slope > 0 else (highest, lowest)
    start, end = ((points - piece.intercept) / piece.slope for points in (left, right))
    before, within, beyond = Interval(None, start), Interval(start, end), Interval(end, None)
    yield replace(piece, interval=piece.interval.meet(before), intercept=left, slope=Fraction(0))
    yield replace(piece, interval=piece.interval.meet(within))
    yield replace(piece, interval=piece.interval.meet(beyond), intercept=right, slope=Fraction(0))


def grid_of(term: Term) -> int:
    """The coarsest grid on which every end of the term's pieces lies; 1 for a term without ends."""
    lines = [piece.interval for piece in term.pieces if not piece.interval.empty]
    ends = [end for line in lines for end in (line.low, line.high)]
    return lcm(*(end.denominator for end in ends if end is not None))


def cover(term: Term, grid: int, limit: int) -> Iterator[Stretch]:
    """Stretches in the order of x. No figure that the statement may multiply has a place as far out as the limit."""
    pieces = [(piece, *_cuts(piece.interval)) for piece in term.pieces if not piece.interval.empty]
    inner = sorted({cut for _piece, low, high in pieces for cut in (low, high) if cut is not None})
    merged: list[tuple[Cut | None, Cut | None, Piece | None]] = []
    for start, end in pairwise([None, *inner, None]):
        holding = (piece for piece, low, high in pieces if _reaches(start, end, low, high))
        piece = next(holding, None)
        if merged and _same(merged[-1][2], piece):
            start = merged.pop()[0]
        merged.append((start, end, piece))
    for start, end, piece in merged:
        yield Stretch(_place(start, -limit, grid, limit), _place(end, limit, grid, limit), piece)


def _cuts(interval: Interval) -> tuple[Cut | None, Cut | None]:
    low = None if interval.low is None else (interval.low, int(not interval.low_closed))
    high = None if interval.high is None else (interval.high, int(interval.high_closed))
    return low, high


def _place(cut: Cut | None, unbounded: int, grid: int, limit: int) -> int:
    if cut is None:
        return unbounded
    return min(max(int(2 * grid * cut[0]) + cut[1], -limit), limit)


def _reaches(start: Cut | None, end: Cut | None, low: Cut | None, high: Cut | None) -> bool:
    return (low is None or (start is not None and start >= low)) and (high is None or (end is not None and end <= high))


def _same(one: Piece | None, two: Piece | None) -> bool:
    if one is None or two is None:
        return one is two
    return (one.intercept, one.slope) == (two.intercept, two.slope)
