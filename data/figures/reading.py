"""Reading figures in force, and the history of one."""

from pathlib import Path
from typing import Any

from data.accounts.person import Action, Person, require
from data.figures.observation import Observation, as_fraction
from data.store.opening import Store
from data.store.sql import statement
from scoring.period import Month
from scoring.quantity import Quantity, State
from scoring.table import Table
from scoring.year import Figure, year_figure

HERE = Path(__file__).parent


def in_force(store: Store, person: Person, unit: str, year: int) -> list[Observation]:
    """The figures in force of ``unit`` in ``year``, by indicator and month. A month without a figure has no entry."""
    require(person, Action.READ, unit)
    rows = store.cursor().execute(statement(HERE / "in_force.sql"), [unit, year]).fetchall()
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


def quantities(observations: list[Observation], table: Table, month: Month) -> dict[str, Quantity]:
    """The year's figures as of ``month`` by indicator code, for the kernel; every indicator of the table is there."""
    months: dict[str, dict[int, Figure]] = {}
    for observation in observations:
        months.setdefault(observation.indicator, {})[observation.month.number] = observation.figure
    return {
        code: year_figure(indicator, months.get(code, {}), month.number) for code, indicator in table.indicators.items()
    }


def observation_of(row: tuple[Any, ...]) -> Observation:
    """A row of the statements that read figures (``in_force.sql`` gives the order of its columns)."""
    return Observation(
        seq=row[0],
        unit=row[1],
        indicator=row[2],
        month=Month(row[3], row[4]),
        numerator=as_fraction(row[5]),
        denominator=as_fraction(row[6]),
        value=as_fraction(row[7]),
        state=State(row[8]),
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
