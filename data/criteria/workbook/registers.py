"""Registers and their columns, from two sheets: each column belongs to the register whose code stands before it."""

from collections.abc import Sequence

from data.criteria.workbook.belongings import Found
from data.criteria.workbook.entries import Entry
from data.criteria.workbook.filling import add_coded, astray
from data.criteria.workbook.headings import Page
from data.criteria.workbook.sheets import COLUMN, REGISTER
from data.criteria.workbook.source import WorkbookSource
from data.criteria.yaml_text import Text


def add_registers(source: WorkbookSource, content: dict[str, Text], found: Found) -> None:
    """Put the registers into ``content``; a row without code, or with one that is taken, is told and lost."""
    page, entries = found["registers"]
    held: dict[str, Text] = {}
    for entry in entries:
        add_coded(source, page, entry, REGISTER, held, ("registers",))
    if held:
        content["registers"] = held
        source.cells[("registers",)] = page.at(page.top, 1 if page.top else 0)
    if page.lost:
        source.lose(("registers",))
    _columns(source, held, *found["register_columns"])


def _columns(source: WorkbookSource, held: dict[str, Text], page: Page, entries: Sequence[Entry]) -> None:
    known = not page.lost
    for entry in entries:
        code = entry.ref(REGISTER)
        register = held.get(code)
        if not isinstance(register, dict):
            known = False
            astray(source, page, entry, REGISTER, "registers", told=not source.damage.lost("registers"))
            continue
        at = ("registers", code, "columns")
        columns = register.setdefault("columns", {})
        source.cells.setdefault(at, entry.at)
        if isinstance(columns, dict):
            add_coded(source, page, entry, COLUMN, columns, at)
    if not known:
        for code in held:
            source.lose(("registers", code, "columns"))
