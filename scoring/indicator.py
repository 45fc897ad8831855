"""Indicators (chỉ tiêu thống kê): the numbers that offices report, and what kind of number each one is."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.interval import Interval
from scoring.messages import Title
from scoring.working_days import WorkingDays

if TYPE_CHECKING:
    from scoring.register import FromRows


class Measure(StrEnum):
    """What an office writes for an indicator in one month."""

    RATIO = "ratio"  # numerator and denominator, both counted
    PERCENT = "percent"  # a survey's percentage, in points of per cent: 86.6
    COUNT = "count"  # a whole number >= 0
    NUMBER = "number"  # any decimal number, may be negative
    YES_NO = "yes_no"  # 1 done, 0 not done
    CHOICE = "choice"  # one of the declared options, each with its number
    DATE = "date"  # a day; counts as days after the last day allowed


class Formation(StrEnum):
    """How the months of a year become the year's figure. The table declares it for each indicator."""

    SUM = "sum"  # numerators over denominators, each summed: never the mean of ratios
    LATEST = "latest"  # the state at the end of the month asked for (a stock: procedures, staff)
    CUMULATIVE = "cumulative"  # each month already reports the year so far (form II.06a)
    ONCE = "once"  # one figure a year, whenever it comes (a survey, a plan issued)
    MONTHS_COVERED = "months_covered"  # months that say yes, over the months so far
    MEAN_OF_MONTHS = "mean_of_months"  # only where the law says so


@dataclass(frozen=True)
class Option:
    """One answer of a choice: the number stored for it and its words."""

    value: Fraction
    title: str


@dataclass(frozen=True)
class Indicator:
    """One reported number: code, words, kind of number, and how a year is formed from its months.

    ``part_of_whole`` says that the numerator counts some of the denominator's cases, so it cannot exceed it.
    ``repairable`` says whether a bad case can still be put right (a procedure can still be published; a dossier
    that was late stays late). ``deadline`` is the last day on time of a date, as an ordinal. ``every`` is the number
    of months between two reports (1 monthly, 3 quarterly); it does not matter for ``ONCE``. ``least`` and ``most``
    bound a number where the law does (points given by an appraiser: 0 to the maximum). ``within`` is the domain of what
    is no reported number itself but a reading of one (``scoring.readings``): no table declares it.

    Of a date: ``working_days`` is the calendar in which days after the deadline are counted (``None``: all days count);
    ``none`` are the words of the answer that there is no such day ("Không ban hành"), stored as nothing arose.

    ``rows``: nobody types the figure, it is formed from the rows of a register (``scoring.rows``).
    """

    code: str
    title: str
    measure: Measure
    unit: str = ""
    title_en: str = ""
    numerator: str = ""
    denominator: str = ""
    part_of_whole: bool = True
    repairable: bool = False
    formation: Formation = Formation.SUM
    every: int = 1
    options: tuple[Option, ...] = ()
    deadline: int | None = None
    least: Fraction | None = None
    most: Fraction | None = None
    source: str = ""
    note: str = ""
    working_days: WorkingDays | None = None
    none: str = ""
    within: Interval | None = None
    rows: "FromRows | None" = None

    @property
    def name(self) -> Title:
        """The title in both languages, for a sentence."""
        return Title(self.title, self.title_en)

    @property
    def on_screen(self) -> bool:
        """True for what is not a number in a sheet: yes/no, a date, an option. Entered on screen (or in words)."""
        return self.measure in (Measure.YES_NO, Measure.CHOICE, Measure.DATE)

    @property
    def in_sheet(self) -> bool:
        """True for a number that is typed into its own row of the month's form."""
        return not self.on_screen and self.rows is None

    def after_deadline(self, day: Fraction) -> Fraction | None:
        """Days from the last day on time to ``day`` (an ordinal), negative before it, as the law counts them.

        ``None`` without a deadline, and for working days outside the calendar.
        """
        if self.deadline is None:
            return None
        if self.working_days is None:
            return day - self.deadline
        count = self.working_days.between(self.deadline, int(day))
        return None if count is None else Fraction(count)

    def day_after(self, count: int) -> int | None:
        """The day (an ordinal) that lies ``count`` days after the last day on time; ``None`` where it is not known."""
        if self.deadline is None:
            return None
        if self.working_days is None:
            return self.deadline + count
        return self.working_days.day_at(self.deadline, count)

    @cached_property
    def step(self) -> Fraction | None:
        """The grain of its x: 1 for counts, days and whole answers; ``None`` where any fraction can come."""
        if any(option.value.denominator != 1 for option in self.options):
            return None
        if self.formation in (Formation.MONTHS_COVERED, Formation.MEAN_OF_MONTHS):
            return None
        whole = (Measure.COUNT, Measure.YES_NO, Measure.CHOICE, Measure.DATE)
        return Fraction(1) if self.measure in whole else None

    @cached_property
    def domain(self) -> Interval:
        """Where its x can lie. A ratio of which one is not part of the other is only known not to be negative."""
        if self.within is not None:
            return self.within
        zero, one = Fraction(0), Fraction(1)
        if self.formation is Formation.MONTHS_COVERED or self.measure is Measure.YES_NO:
            return Interval(zero, one)
        if self.measure is Measure.NUMBER:
            return Interval(self.least, self.most)
        if self.measure is Measure.DATE:
            return Interval()
        if self.measure is Measure.CHOICE and self.options:
            values = [option.value for option in self.options]
            return Interval(min(values), max(values))
        if self.measure in (Measure.RATIO, Measure.PERCENT) and self.part_of_whole:
            return Interval(zero, one)
        return Interval(zero, None)
