"""One stored figure, with the way it came in."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from scoring.period import Month
from scoring.quantity import State
from scoring.year import Figure


@dataclass(frozen=True)
class NewFigure:
    """A checked figure that is to be stored for one indicator of one unit and month.

    Numbers are exact, with at most six decimals; per cent in points (86.6), a day as its ordinal, yes as 1.
    ``state`` is never ``missing``: what is missing is not stored. ``sheet`` and ``cells`` (``"D7:E7"``) say where it
    stood; both are empty for a figure typed on screen.
    """

    indicator: str
    state: State = State.MEASURED
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    value: Fraction | None = None
    note: str = ""
    sheet: str = ""
    cells: str = ""

    @cached_property
    def figure(self) -> Figure:
        """What the kernel needs of it."""
        return Figure(self.state, self.numerator, self.denominator, self.value)

    def same_number(self, other: "NewFigure | None") -> bool:
        """True when ``other`` says the same number in the same state."""
        return other is not None and self.figure == other.figure


@dataclass(frozen=True, kw_only=True)
class Observation(NewFigure):
    """A stored figure: for whom, for which month, from which file and cell or typed by whom, and when (UTC)."""

    seq: int
    unit: str
    month: Month
    import_seq: int | None
    file_name: str
    sha256: str
    demo: bool
    person: str
    person_name: str
    acted_at: datetime


def as_decimal(value: Fraction | None) -> Decimal | None:
    """An exact number for DECIMAL(24,6). ``ValueError`` when it has more than six decimals or 18 whole digits."""
    if value is None:
        return None
    scaled = value * 10**6
    if scaled.denominator != 1 or abs(scaled.numerator) >= 10**24:
        raise ValueError(f"{value} does not fit DECIMAL(24,6)")
    return Decimal(scaled.numerator).scaleb(-6)


def as_fraction(value: Decimal | None) -> Fraction | None:
    """A stored DECIMAL as an exact fraction; NULL is ``None``, never 0."""
    return None if value is None else Fraction(*value.as_integer_ratio())
