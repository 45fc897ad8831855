"""Which document stands for which leaf: each linking and unlinking is an act of its own, the newest decides."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from data.accounts.person import Action, Person, require
from data.evidence.checking import Resolved, check_links, check_scope
from data.evidence.document import Document, Link, NewLink
from data.evidence.reading import links_in, revisions_in
from data.evidence.refusal import EvidenceRefused, unknown
from data.store.opening import Store, now
from data.store.sql import statement
from scoring.table import Table

HERE = Path(__file__).parent


def link(store: Store, person: Person, table: Table, year: int, document: int, links: Sequence[NewLink]) -> list[Link]:
    """Let a document prove further leaves (or the same ones at another page). Gives all its links of the year."""
    resolved, problems = check_links(table, links)
    with store.writing() as cursor:
        there = _in_force(cursor, person, document)
        problems += check_scope(store, table, there.unit, year)
        if problems:
            raise EvidenceRefused(problems)
        for one in resolved:
            append_link(cursor, person, there, table.id, year, one, linked=True)
        return [one for one in links_in(cursor, there.unit, year) if one.document.id == document]


def unlink(
    store: Store, person: Person, table: str, year: int, document: int, leaf: str, need: int | None = None
) -> list[Link]:
    """The document no longer counts for ``leaf`` (for one ``need`` of it, or for all); the document itself stays.

    Gives the links of the year that are left. A leaf that it was not linked with is :class:`EvidenceUnknown`.
    """
    with store.writing() as cursor:
        there = _in_force(cursor, person, document)
        mine = [one for one in links_in(cursor, there.unit, year) if one.document.id == document]
        gone = [one for one in mine if one.table == table and one.leaf == leaf and (need is None or one.need == need)]
        if not gone:
            raise unknown()
        for one in gone:
            append_link(cursor, person, there, table, year, Resolved(leaf, one.need, one.page), linked=False)
        return [one for one in mine if one not in gone]


def append_link(
    cursor: duckdb.DuckDBPyConnection,
    person: Person,
    document: Document,
    table: str,
    year: int,
    resolved: Resolved,
    *,
    linked: bool,
) -> None:
    """Append one act in the caller's transaction."""
    cursor.execute(
        statement(HERE / "insert_link.sql"),
        [
            document.id,
            document.unit,
            year,
            table,
            resolved.leaf,
            resolved.need,
            resolved.page,
            linked,
            person.id,
            person.name,
            now(),
        ],
    )


def _in_force(cursor: duckdb.DuckDBPyConnection, person: Person, document: int) -> Document:
    found = revisions_in(cursor, document)
    if not found:
        raise unknown()
    require(person, Action.ATTACH_EVIDENCE, found[0].unit)
    if found[0].removed:
        raise unknown()
    return found[0]
