"""The history of a figure: every entry ever recorded, what took whose place, and what stands month by month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from data.accounts.person import Action, Person, require
from data.figures.observation import Observation
from data.figures.reading import observation_of
from data.store.opening import Store
from data.store.sql import statement
from scoring.indicator import Formation, Indicator, Measure
from scoring.period import Month
from scoring.quantity import State

HERE = Path(__file__).parent
DRAWN = (Measure.RATIO, Measure.PERCENT, Measure.COUNT, Measure.NUMBER)


@dataclass(frozen=True)
class Entry:
    """One entry; ``superseded_by`` is the next one of the same month, ``None`` for the one in force."""

    observation: Observation
    supersedes: Observation | None
    superseded_by: Observation | None

    @property
    def in_force(self) -> bool:
        """True for the newest entry of its month."""
        return self.superseded_by is None


@dataclass(frozen=True)
class MonthFigure:
    """What stands for a month: ``figure`` in force, or ``None`` (``due``: a report was expected).

    ``height`` is what a chart draws: per cent of a share, else the number; ``None`` where there is no number, which a
    chart leaves open. It is never 0 for want of a figure.
    """

    month: Month
    figure: Observation | None
    due: bool
    height: Fraction | None


@dataclass(frozen=True)
class Entered:
    """How often an indicator was entered for a year's months, and when last (UTC). ``demo``: any entry is invented."""

    entries: int
    months: int
    corrected: int
    newest: datetime
    demo: bool


def entries(store: Store, person: Person, unit: str, indicator: str) -> list[Entry]:
    """Everything ever entered for ``indicator`` of ``unit``, in the order it came in; nothing is ever deleted."""
    require(person, Action.READ, unit)
    rows = store.cursor().execute(statement(HERE / "entries.sql"), [unit, indicator]).fetchall()
    observations = [observation_of(row) for row in rows]
    of_month: dict[Month, list[Observation]] = {}
    for one in observations:
        of_month.setdefault(one.month, []).append(one)
    found = []
    for one in observations:
        same = of_month[one.month]
        at = same.index(one)
        found.append(Entry(one, same[at - 1] if at else None, same[at + 1] if at + 1 < len(same) else None))
    return found


def entered(store: Store, person: Person, unit: str, year: int) -> dict[str, Entered]:
    """By indicator code; one that was never entered for ``year`` is not there."""
    require(person, Action.READ, unit)
    rows = store.cursor().execute(statement(HERE / "entered.sql"), [unit, year]).fetchall()
    return {row[0]: Entered(*row[1:]) for row in rows}


def by_month(history: Sequence[Entry], indicator: Indicator | None, year: int) -> list[MonthFigure]:
    """January to December of ``year``. ``indicator`` ``None``: one that no table has any more; nothing is due."""
    there = {entry.observation.month: entry.observation for entry in history if entry.in_force}
    found = []
    for number in range(1, 13):
        month = Month(year, number)
        figure = there.get(month)
        due = indicator is not None and indicator.formation is not Formation.ONCE and number % indicator.every == 0
        found.append(MonthFigure(month, figure, due, None if figure is None else _height(indicator, figure)))
    return found


def _height(indicator: Indicator | None, figure: Observation) -> Fraction | None:
    if figure.state is not State.MEASURED or (indicator is not None and indicator.measure not in DRAWN):
        return None
    if figure.denominator is not None:
        return (
            figure.numerator / figure.denominator * 100 if figure.numerator is not None and figure.denominator else None
        )
    return figure.value
