"""Blocs of units in a store: which there are, and their units made known to it."""

from data.accounts.person import Action, Person, require
from data.criteria.bloc import Bloc
from data.store.opening import Store
from data.units.known import UnitRefused
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
