"""Blocs of units in a store: which there are, and their units made known to it."""

from data.accounts.person import Action, Person, require
from data.criteria.bloc import Bloc
from data.store.opening import Store
from data.units.known import UnitRefused, units
from scoring.messages import Message, _
from scoring.table import Table


def blocs(store: Store, person: Person) -> list[Bloc]:
    """The blocs of the loaded criteria, in the order of their files.

    A demo bloc is there only where the store holds its demo units: nobody's own units stand beside an invented bloc.
    """
    require(person, Action.READ)
    rows = store.cursor().execute("SELECT id FROM unit WHERE demo").fetchall()
    demo = {unit for (unit,) in rows}
    return [
        bloc
        for bloc in store.criteria.blocs.values()
        if bloc.status != "demo" or any(member.id in demo for member in bloc.members)
    ]


def find_bloc(store: Store, person: Person, bloc: str) -> Bloc:
    """The bloc with this code; :class:`UnitRefused` when there is none."""
    known = {one.id: one for one in blocs(store, person)}
    if bloc in known:
        return known[bloc]
    raise UnitRefused(
        "U008",
        Message(_("There is no bloc with the code {id}."), {"id": bloc}),
        Message(_("Choose one of: {known}."), {"known": tuple(known)}),
    )


def tables_for_bloc(store: Store, bloc: Bloc) -> list[Table]:
    """The tables that every member of ``bloc`` can be scored with: issued for all of them, or for no unit by name."""
    members = {member.id for member in bloc.members}
    tables = store.criteria.tables.values()
    return [table for table in tables if not table.units or members <= {unit.id for unit in table.units}]


def units_beside(store: Store, person: Person, table: Table, unit: str) -> tuple[str, ...]:
    """The other units that ``unit`` is compared with in ``table``: those of the first bloc that names it.

    Where none does, those of the store for which the table was issued. Was it issued for nobody by name, those that the
    office added or that have figures; invented units only beside an invented one.
    """
    for bloc in blocs(store, person):
        members = [member.id for member in bloc.members]
        if unit in members:
            return tuple(member for member in members if member != unit)
    known = units(store, person)
    issued = {one.id for one in table.units}
    demo = {one.id for one in known if one.demo}
    alike = [one for one in known if (one.id in demo) == (unit in demo) and one.id != unit]
    return tuple(one.id for one in alike if (one.id in issued if issued else one.own or one.reported))


def add_bloc(store: Store, person: Person, bloc: Bloc) -> int:
    """Make the units of ``bloc`` known to the store, so that figures can come in for them; how many were new.

    A unit that is there already keeps its name.
    """
    require(person, Action.MANAGE_UNITS)
    demo = bloc.status == "demo"
    with store.writing() as cursor:
        there = {unit for (unit,) in cursor.execute("SELECT id FROM unit").fetchall()}
        new = [member for member in bloc.members if member.id not in there]
        for member in new:
            cursor.execute("INSERT INTO unit VALUES (?, ?, ?, ?)", [member.id, member.name, member.name_en, demo])
    return len(new)
