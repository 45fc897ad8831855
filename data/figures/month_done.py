"""What a month still lacks for one table: figures of the workbook, answers due every month, answers once a year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.figures.answers import questions
from data.figures.observation import Observation
from scoring.indicator import Formation, Indicator
from scoring.period import Month


@dataclass(frozen=True)
class MonthDone:
    """``asked`` figures stand in the workbook, ``missing`` are those without a number; then the open questions.

    A figure that comes once a year is there when any month has it; one that comes every third month is asked for in
    every third month only.
    """

    asked: int
    missing: tuple[Indicator, ...]
    monthly: int
    yearly: int

    @property
    def done(self) -> bool:
        """True when nothing is open, the year's answers included."""
        return not (self.missing or self.monthly or self.yearly)


def month_done(indicators: Iterable[Indicator], observations: Sequence[Observation], month: Month) -> MonthDone:
    """``observations`` are the figures in force of the year."""
    due = [one for one in indicators if one.formation is Formation.ONCE or month.number % one.every == 0]
    there = {one.indicator for one in observations if one.month == month}
    in_year = {one.indicator for one in observations}
    numbers = [one for one in due if not one.on_screen]
    missing = [one for one in numbers if one.code not in (in_year if one.formation is Formation.ONCE else there)]
    still_open = [one.indicator for one in questions(due, observations, month) if not one.answered]
    yearly = sum(1 for one in still_open if one.formation is Formation.ONCE)
    return MonthDone(len(numbers), tuple(missing), len(still_open) - yearly, yearly)
