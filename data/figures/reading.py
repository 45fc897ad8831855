"""Reading figures in force, and the history of one."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.accounts.person import Action, Person, require
from data.figures.observation import Observation, as_fraction
from data.store.opening import Store
from data.store.sql import statement
from scoring.period import Month
from scoring.quantity import Quantity, State
from scoring.readings import Behind, ByCode, figures_read
from scoring.table import Table
from scoring.year import Figure, year_figure

HERE = Path(__file__).parent
Beside = Mapping[str, ByCode]  # by unit, what came of each indicator
_STATES = {state.value: state for state in State}
_month = lru_cache(maxsize=1_200)(Month)  # thousands of figures are of the same few months
ALONE: Beside = MappingProxyType({})


def in_force(store: Store, person: Person, unit: str, year: int, *, since: int | None = None) -> list[Observation]:
    """The figures in force of ``unit`` in ``year``, by indicator and month. A month without a figure has no entry.

    ``since`` is an earlier year from which on they are read too.
    """
    require(person, Action.READ, unit)
    first = year if since is None else since
    rows = store.cursor().execute(statement(HERE / "in_force.sql"), [unit, first, year]).fetchall()
    return [observation_of(row) for row in rows]


def history(store: Store, person: Person, unit: str, indicator: str, month: Month) -> list[Observation]:
    """Everything ever entered for one figure, newest first: the first is in force, nothing was overwritten."""
    require(person, Action.READ, unit)
    rows = store.cursor().execute(statement(HERE / "history.sql"), [unit, indicator, month.year, month.number])
    return [observation_of(row) for row in rows.fetchall()]


def months_with_figures(store: Store, person: Person, unit: str) -> list[Month]:
    """The months of ``unit`` that have any figure, oldest first."""
    require(person, Action.READ, unit)
    rows = store.cursor().execute(
        "SELECT DISTINCT year, month FROM observation WHERE unit = ? ORDER BY year, month", [unit]
    )
    return [Month(year, month) for year, month in rows.fetchall()]


def quantities(
    observations: Iterable[Observation], table: Table, month: Month, beside: Beside = ALONE
) -> dict[str, Quantity]:
    """The year's figures as of ``month`` by name, for the kernel: every indicator of the table, every reading of one.

    ``observations`` are the unit's figures in force, those of the year before among them where the table reads it;
    ``beside`` what came of the other units of its bloc. What is not given is missing.
    """
    return formed(months_of(observations, month.year), table, month, beside)


def months_of(observations: Iterable[Observation], year: int) -> tuple[ByCode, ByCode]:
    """What came of each indicator in ``year``, and in the year before."""
    this: dict[str, dict[int, Figure]] = {}
    before: dict[str, dict[int, Figure]] = {}
    of_year = {year: this, year - 1: before}
    for observation in observations:
        months = of_year[observation.month.year].setdefault(observation.indicator, {})
        months[observation.month.number] = observation.figure
    return this, before


def formed(came: tuple[ByCode, ByCode], table: Table, month: Month, beside: Beside = ALONE) -> dict[str, Quantity]:
    """As :func:`quantities`, from :func:`months_of`, once for several months: those after ``month`` do not count."""
    year, before = came
    found = {
        code: year_figure(indicator, year.get(code, {}), month.number) for code, indicator in table.indicators.items()
    }
    if table.readings:
        found |= figures_read(table.readings, table.indicators, Behind(month.number, year, before, beside))
    return found


def observation_of(row: tuple[Any, ...]) -> Observation:
    """A row of the statements that read figures (``in_force.sql`` gives the order of its columns)."""
    return Observation(
        seq=row[0],
        unit=row[1],
        indicator=row[2],
        month=_month(row[3], row[4]),
        numerator=as_fraction(row[5]),
        denominator=as_fraction(row[6]),
        value=as_fraction(row[7]),
        state=_STATES[row[8]],
        note=row[9],
        import_seq=row[10],
        file_name=row[11],
        sha256=row[12],
        sheet=row[13],
        cells=row[14],
        demo=row[15],
        person=row[16],
        person_name=row[17],
        acted_at=row[18],
    )
