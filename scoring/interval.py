"""Intervals of an exact number, each end open, closed or without bound."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Interval:
    """All x between ``low`` and ``high``; ``None`` is no bound. A closed end belongs to the interval."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_closed: bool = True
    high_closed: bool = True

    def __contains__(self, x: Fraction) -> bool:
        if self.low is not None and not (x >= self.low if self.low_closed else x > self.low):
            return False
        return self.high is None or (x <= self.high if self.high_closed else x < self.high)

    @property
    def empty(self) -> bool:
        """True where no number lies inside: ends crossed, or equal without both being closed."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    def moved(self, by: Fraction) -> "Interval":
        """The interval with ``by`` added to every number in it."""
        low = None if self.low is None else self.low + by
        high = None if self.high is None else self.high + by
        return Interval(low, high, self.low_closed, self.high_closed)

    def meet(self, other: "Interval") -> "Interval":
        """The numbers that lie in both."""
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
    if one == two:
        return one, one_closed and two_closed
    return (one, one_closed) if (one > two) == larger else (two, two_closed)


EVERYTHING = Interval()


def point(x: Fraction) -> Interval:
    """The interval that holds ``x`` alone."""
    return Interval(x, x)
