"""Working days (ngày làm việc): how many lie between two days, and which day so many of them lead to.

A day off counts as the next working day, on either side: a report sent on the Saturday after a Friday's deadline is one
working day late, and a deadline on a day off lasts until the next working day (Civil Code 2015, Article 148).
"""

from bisect import bisect_left
from dataclasses import dataclass, field


@dataclass(frozen=True)
class WorkingDays:
    """The calendar from day ``first`` to day ``last`` (ordinals): all its ``working`` days, rising.

    ``sure_from`` to ``sure_to`` are the days whose official days off are known; around them the Labour Code alone
    speaks, without the days that the government moves each year. Outside the calendar nothing is known, and nothing is
    guessed.
    """

    first: int
    last: int
    working: tuple[int, ...] = field(repr=False)
    sure_from: int
    sure_to: int

    def holds(self, day: int) -> bool:
        """True for a day of the calendar."""
        return self.first <= day <= self.last

    def sure(self, day: int) -> bool:
        """True where the official days off are known."""
        return self.sure_from <= day <= self.sure_to

    def between(self, start: int, end: int) -> int | None:
        """Working days from ``start`` to ``end``, negative where ``end`` lies before; ``None`` outside the calendar."""
        if not (self.holds(start) and self.holds(end)):
            return None
        return bisect_left(self.working, end) - bisect_left(self.working, start)

    def day_at(self, start: int, count: int) -> int | None:
        """The working day ``count`` working days after ``start`` (before, when negative); ``None`` outside."""
        at = bisect_left(self.working, start) + count
        return self.working[at] if self.holds(start) and 0 <= at < len(self.working) else None
