"""Intervals of an exact number, each end open, closed or without bound."""

from dataclasses import dataclass
from fractions import Fraction

from scoring.exact import less


@dataclass(frozen=True)
class Interval:
    """All x between ``low`` and ``high``; ``None`` is no bound. A closed end belongs to the interval."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_closed: bool = True
    high_closed: bool = True

    def __contains__(self, x: Fraction) -> bool:
        low, high = self.low, self.high
        top, bottom = x.as_integer_ratio()
        if low is not None:
            end, under = low.as_integer_ratio()
            here, there = top * under, end * bottom
            if here < there or (here == there and not self.low_closed):
                return False
        if high is None:
            return True
        end, under = high.as_integer_ratio()
        here, there = top * under, end * bottom
        return here < there or (here == there and self.high_closed)

    @property
    def empty(self) -> bool:
        """True where no number lies inside: ends crossed, or equal without both being closed."""
        if self.low is None or self.high is None or less(self.low, self.high):
            return False
        return less(self.high, self.low) or not (self.low_closed and self.high_closed)

    def moved(self, by: Fraction) -> "Interval":
        """The interval with ``by`` added to every number in it."""
        if not by.numerator:
            return self
        low = None if self.low is None else self.low + by
        high = None if self.high is None else self.high + by
        return Interval(low, high, self.low_closed, self.high_closed)

    def meet(self, other: "Interval") -> "Interval":
        """The numbers that lie in both."""
        if other is self or (other.low is None and other.high is None):
            return self
        if self.low is None and self.high is None:
            return other
        low, low_closed = _inner(self.low, self.low_closed, other.low, other.low_closed, larger=True)
        high, high_closed = _inner(self.high, self.high_closed, other.high, other.high_closed, larger=False)
        return Interval(low, high, low_closed, high_closed)


def _inner(
    one: Fraction | None, one_closed: bool, two: Fraction | None, two_closed: bool, *, larger: bool
) -> tuple[Fraction | None, bool]:
    if one is None:
        return two, two_closed
    if two is None:
        return one, one_closed
    if less(one, two):
        return (two, two_closed) if larger else (one, one_closed)
    if less(two, one):
        return (one, one_closed) if larger else (two, two_closed)
    return one, one_closed and two_closed


EVERYTHING = Interval()
NOWHERE = Interval(Fraction(0), Fraction(0), False, False)


def point(x: Fraction) -> Interval:
    """The interval that holds ``x`` alone."""
    return Interval(x, x)
