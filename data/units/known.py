"""Units (đơn vị): those that the tables were issued for, and those that an office adds."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from data.accounts.person import Action, Person, require
from data.criteria.folder import SHIPPED
from data.problems import UserError
from data.store.opening import Store
from scoring.messages import Message, _
from scoring.period import Month, parse_month
from scoring.table import Table

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


@dataclass(frozen=True)
class KnownUnit:
    """A unit of the store; ``demo`` units hold invented figures only.

    ``reported``: it has figures. ``own``: added by the office or by a table of its own, not by one that is shipped.
    """

    id: str
    name: str
    name_en: str
    demo: bool
    reported: bool = False
    own: bool = False


class UnitRefused(UserError):
    """The unit cannot be added."""


def units(store: Store, person: Person) -> list[KnownUnit]:
    """All units: those that have figures first, then the office's own, then those that shipped tables were issued for;
    by name within each.
    """
    require(person, Action.READ)
    rows = (
        store.cursor()
        .execute("SELECT id, name, name_en, demo, id IN (SELECT unit FROM observation) FROM unit ORDER BY demo, name")
        .fetchall()
    )
    shipped = {unit.id for file in store.criteria.files if file.table and file.path.parent == SHIPPED
               for unit in file.table.units}  # fmt: skip
    known = [
        KnownUnit(id_, name, name_en, demo, reported, own=id_ not in shipped)
        for id_, name, name_en, demo, reported in rows
    ]
    return sorted(known, key=lambda one: (not one.reported, not one.own))


def first_unit(known: Sequence[KnownUnit]) -> KnownUnit | None:
    """Of :func:`units`, the one that is meant when nobody chose; ``None`` while all are only those of shipped tables:
    then the office must be asked, it is hardly another province's department.
    """
    first = next(iter(known), None)
    return first if first is not None and (first.reported or first.own) else None


def tables_for(store: Store, unit: str) -> list[Table]:
    """The tables that ``unit`` can be scored with."""
    return [table for table in store.criteria.tables.values() if issued_for(table, unit)]


def issued_for(table: Table, unit: str) -> bool:
    """True for a table that was issued for ``unit``, or for no unit by name."""
    return not table.units or any(issued.id == unit for issued in table.units)


def find_unit(store: Store, person: Person, unit: str) -> KnownUnit:
    """The unit with this code; :class:`UnitRefused` when there is none."""
    for known in units(store, person):
        if known.id == unit:
            return known
    raise UnitRefused(
        "U003",
        Message(_("There is no unit with the code {id}."), {"id": unit}),
        Message(_("Choose one of: {known}."), {"known": tuple(known.id for known in units(store, person))}),
    )


def find_table(store: Store, table: str) -> Table:
    """The loaded table with this code; :class:`UnitRefused` when there is none (or its file was refused)."""
    found = store.criteria.tables.get(table)
    if found is None:
        raise UnitRefused(
            "U004",
            Message(_("There is no criteria table with the code {id}."), {"id": table}),
            Message(_("Choose one of: {known}."), {"known": tuple(store.criteria.tables)}),
        )
    return found


def find_month(text: str) -> Month:
    """The month written as ``2022-06``; :class:`UnitRefused` for anything else."""
    try:
        return parse_month(text)
    except ValueError:
        raise UnitRefused(
            "U007",
            Message(_("“{text}” is no month."), {"text": text[:80]}),
            Message(_("Write the month as 2022-06.")),
        ) from None


def require_scope(table: Table, unit: str, month: Month) -> None:
    """:class:`UnitRefused` when ``table`` was not issued for ``unit``, or does not hold in ``month``."""
    if not issued_for(table, unit):
        raise UnitRefused(
            "U005",
            Message(_("The table {id} was not issued for the unit {unit}."), {"id": table.id, "unit": unit}),
            Message(_("Choose one of: {known}."), {"known": tuple(issued.id for issued in table.units)}),
        )
    first, last = table.valid_from, table.valid_to
    if not table.holds_in(month):
        raise UnitRefused(
            "U006",
            Message(_("The table {id} does not hold in {month}."), {"id": table.id, "month": str(month)}),
            Message(_("It holds from {first} to {last}: choose a month in between."), {"first": first, "last": last}),
        )


def code_of(name: str) -> str:
    """A short code made of the name: ``Sở Y tế`` is ``so-y-te``. Empty when the name has no letter of a-z."""
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d")).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:60].rstrip("-")


def add_unit(store: Store, person: Person, unit: str, name: str, name_en: str = "", *, demo: bool = False) -> None:
    """Add a unit. :class:`UnitRefused` for a code that is taken or is not a-z, 0-9 and hyphens, or without a name."""
    require(person, Action.MANAGE_UNITS)
    name = " ".join(name.split())
    if not _ID.fullmatch(unit) or not name or len(name) > 200:
        raise UnitRefused(
            "U001",
            Message(_("The unit needs a short code and a name.")),
            Message(_("Write the code in a-z, 0-9 and hyphens, such as so-cong-thuong, and the full name.")),
        )
    with store.writing() as cursor:
        if cursor.execute("SELECT 1 FROM unit WHERE id = ?", [unit]).fetchall():
            raise UnitRefused(
                "U002",
                Message(_("There is already a unit with the code {id}."), {"id": unit}),
                Message(_("Choose another code.")),
            )
        cursor.execute("INSERT INTO unit VALUES (?, ?, ?, ?)", [unit, name, name_en, demo])
