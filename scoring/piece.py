"""Pieces and terms: the normal form to which every rule of every criteria table is brought.

A piece says: on this interval of x the law gives ``intercept + slope * x`` points, in these words. A term is one x
with its pieces. All that the product knows of a rule (points, gap, bounds, explanation, lint) is read off the pieces.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.exact import less, on_line
from scoring.expression import Expression
from scoring.interval import Interval

if TYPE_CHECKING:
    from scoring.nothing_arose import NothingArose


_Ends = tuple[Interval, Fraction | None, tuple[Fraction | None, Fraction | None]]


@dataclass(frozen=True)
class Piece:
    """``points = intercept + slope * x`` for x in ``interval``; ``words`` are the law's own (may be empty).

    ``at`` is where the rule writes it (``bands.2``), for a problem's place; empty where it is the rule as a whole.
    """

    interval: Interval
    intercept: Fraction
    slope: Fraction = Fraction(0)
    words: str = ""
    at: str = field(default="", compare=False)

    def points(self, x: Fraction) -> Fraction:
        """Exact points at ``x``, which must lie in the interval; unrounded."""
        return self.intercept if self.level else on_line(self.intercept, self.slope, x)

    @cached_property
    def level(self) -> bool:
        """The same points everywhere."""
        return not self.slope


@dataclass(frozen=True)
class Condition:
    """ "This formula applies when": the answer of the indicator ``choice`` is one of ``values``.

    ``formula`` is its number among the formulas of the leaf, in the order of the law, from 0.
    """

    choice: str
    values: tuple[Fraction, ...]
    formula: int = 0


@dataclass(frozen=True)
class Part:
    """A term that is one of several parts of its leaf: its ``number`` in the order of the law, from 0.

    ``max`` is its own maximum where the law prints one. ``nothing_arose`` is what the part earns when nothing arose in
    it; a part that then does not apply is left out, and the others alone decide.
    """

    number: int
    max: Fraction | None = None
    nothing_arose: "NothingArose | None" = None

    @property
    def leaves(self) -> bool:
        """True for a part that is left out when nothing arose in it."""
        last = self.nothing_arose.last if self.nothing_arose is not None else None
        return last is not None and last.points is None


@dataclass(frozen=True)
class Term:
    """One input and the pieces that turn it into points. ``words`` name the term where a leaf has several.

    A term with a condition (``when``) belongs to one of several formulas of its leaf, of which exactly one applies; one
    with a ``part`` is a part of its leaf.
    """

    input: Expression
    pieces: tuple[Piece, ...]
    words: str = ""
    when: Condition | None = None
    part: Part | None = None

    def piece_at(self, x: Fraction) -> Piece | None:
        """The piece that holds ``x``; ``None`` where the table is silent (the lint refuses such a table)."""
        for piece in self.pieces:
            if x in piece.interval:
                return piece
        return None

    def ends(self, within: Interval, step: Fraction | None) -> tuple[Fraction | None, Fraction | None]:
        """:func:`bounds` of its pieces. The last answer is kept: what is missing may mostly lie in its whole domain."""
        last: _Ends | None = self.__dict__.get("_ends")
        if last is None or last[0] is not within or last[1] is not step:
            last = within, step, bounds(self.pieces, within, step)
            self.__dict__["_ends"] = last  # as a cached property would: no field, and the same for whoever asks
        return last[2]


def bounds(pieces: Iterable[Piece], within: Interval, step: Fraction | None) -> tuple[Fraction | None, Fraction | None]:
    """Least and most points that the pieces can give for an x inside ``within``; ``None`` is no bound.

    ``step`` is the grain of x (1 for counts): an interval of counts between 0 and 1, both ends open, holds no count
    and gives nothing. Open ends count as reached (the supremum): a bound that is a hair too wide is never wrong.
    """
    ends: list[tuple[Fraction | None, Fraction | None]] = []
    for piece in pieces:
        part = piece.interval.meet(within)
        if holds_multiple(part, step):
            ends.append((piece.intercept, piece.intercept) if piece.level else _ends(piece, part))
    low = high = None
    for at, (least, most) in enumerate(ends):
        low = least if at == 0 or least is None or (low is not None and less(least, low)) else low
        high = most if at == 0 or most is None or (high is not None and less(high, most)) else high
    return low, high


def _ends(piece: Piece, part: Interval) -> tuple[Fraction | None, Fraction | None]:
    """Least and most points of a piece that slopes; ``None`` where it goes on without end."""
    start = None if part.low is None else piece.points(part.low)
    end = None if part.high is None else piece.points(part.high)
    return (start, end) if piece.slope > 0 else (end, start)


def holds_multiple(part: Interval, step: Fraction | None) -> bool:
    """Whether an x of the grain ``step`` lies inside; any number at all where x has no grain."""
    if part.empty:
        return False
    if step is None or part.low is None or part.high is None:
        return True
    # In whole numbers: the first multiple not below ``low``, held against ``high``.
    top, bottom = part.low.numerator * step.denominator, part.low.denominator * step.numerator
    first, rest = divmod(top, bottom)
    first += 1 if rest or not part.low_closed else 0
    here = first * step.numerator * part.high.denominator
    end = part.high.numerator * step.denominator
    return here < end or (here == end and part.high_closed)
