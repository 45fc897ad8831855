"""Workbooks handed out: of a loaded table, or blank."""

from dataclasses import dataclass

from data.criteria.folder import Criteria
from data.criteria.workbook.writing import make_workbook, workbook_name
from data.units.known import UnitRefused
from scoring.messages import Message, _


@dataclass(frozen=True)
class HandedOut:
    """A workbook and the name of its file."""

    name: str
    content: bytes


def table_workbook(criteria: Criteria, table: str) -> HandedOut:
    """The workbook of the loaded table with this code; :class:`~data.units.known.UnitRefused` when there is none."""
    for file in criteria.files:
        if file.table is not None and file.table.id == table and isinstance(file.source.content, dict):
            return HandedOut(workbook_name(table), make_workbook(file.source.content))
    raise UnitRefused(
        "U004",
        Message(_("There is no criteria table with the code {id}."), {"id": table}),
        Message(_("Choose one of: {known}."), {"known": tuple(criteria.tables)}),
    )


def blank_workbook() -> HandedOut:
    """A workbook for a new table."""
    return HandedOut(workbook_name(), make_workbook())
