"""The units that a unit is compared with (``best_of_bloc``, ``rank_in_bloc``), and what came of them."""

from collections.abc import Iterable
from pathlib import Path

from data.accounts.person import Action, Person, require
from data.figures.reading import ALONE, Beside, observation_of
from data.store.opening import Store
from data.store.sql import statement
from data.units.blocs import units_beside
from scoring.readings import Needs, codes_behind
from scoring.table import Table
from scoring.year import Figure

HERE = Path(__file__).parent


def beside(store: Store, person: Person, table: Table, unit: str, year: int) -> Beside:
    """By each other unit of the bloc of ``unit`` the months in force of what ``table`` compares.

    A unit of which nothing came is there too. Empty, and nothing is read, for a table that compares nothing.
    """
    return beside_each(store, person, table, (unit,), year)[unit]


def beside_each(store: Store, person: Person, table: Table, units: Iterable[str], year: int) -> dict[str, Beside]:
    """The same for several units, read at once.

    The largest figure of a bloc and a unit's rank are anybody's to see who may read scores at all; whose figures they
    are is not told here.
    """
    codes = codes_behind(table.readings, Needs.BLOC)
    asked = tuple(units)
    if not codes:
        return dict.fromkeys(asked, ALONE)
    require(person, Action.READ)
    others = {unit: units_beside(store, person, table, unit) for unit in asked}
    every = list(dict.fromkeys(other for named in others.values() for other in named))
    came: dict[str, dict[str, dict[int, Figure]]] = {unit: {} for unit in every}
    given = {"units": every, "indicators": list(codes), "year": year}
    for row in store.cursor().execute(statement(HERE / "beside.sql"), given).fetchall():
        one = observation_of(row)
        came[one.unit].setdefault(one.indicator, {})[one.month.number] = one.figure
    return {unit: {other: came[other] for other in named} for unit, named in others.items()}
