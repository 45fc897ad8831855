"""Parts of a leaf: each is held within its own bounds, and what it can still give while figures are missing.

A leaf of several parts ("a) ... b) ...; tính điểm cho trường hợp nào có điểm cao nhất") has one term a part. The bounds
of a part are cut into its pieces, so that all that reads pieces (points, gap, range, words, SQL) knows them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.interval import Interval
from scoring.piece import Piece
from scoring.table import Combine


def held_within(pieces: Iterable[Piece], least: Fraction, most: Fraction) -> tuple[Piece, ...]:
    """The pieces, level at ``least`` and ``most`` where their points would pass them; a slope is cut where it does."""
    return tuple(part for piece in pieces for part in _cut(piece, least, most))


def _cut(piece: Piece, least: Fraction, most: Fraction) -> Iterator[Piece]:
    if not piece.slope:
        yield replace(piece, intercept=min(max(piece.intercept, least), most))
        return
    low, high = sorted((bound - piece.intercept) / piece.slope for bound in (least, most))
    below, above = (least, most) if piece.slope > 0 else (most, least)
    cuts = (
        Piece(Interval(None, low, True, False), below, words=piece.words),
        replace(piece, interval=Interval(low, high)),
        Piece(Interval(high, None, False, True), above, words=piece.words),
    )
    for cut in cuts:
        within = cut.interval.meet(piece.interval)
        if not within.empty:
            yield replace(cut, interval=within)


@dataclass(frozen=True)
class Ends:
    """Least and most points of one term, unrounded. ``leaves``: it may still turn out to be left out."""

    low: Fraction
    high: Fraction
    leaves: bool = False


def together(ends: Sequence[Ends], combine: Combine) -> tuple[list[Fraction], list[Fraction]]:
    """What to combine for the least and for the most points of a leaf; a part that may leave need not be there.

    Where all may leave, one of them is there: none at all is a leaf that does not apply, which is told apart.
    """
    staying = [one for one in ends if not one.leaves]
    lows, highs = [one.low for one in ends], [one.high for one in ends]
    if len(staying) == len(ends):
        return lows, highs
    if combine is Combine.SUM:
        zero = Fraction(0)
        return (
            [min(one.low, zero) if one.leaves else one.low for one in ends],
            [max(one.high, zero) if one.leaves else one.high for one in ends],
        )
    if combine is Combine.MAX:
        return [one.low for one in staying] or [min(lows)], highs
    return lows, [one.high for one in staying] or [max(highs)]
