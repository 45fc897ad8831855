"""A workbook read as a criteria file is: the same raw content, with cells in place of lines."""

from dataclasses import replace

from data.criteria.workbook.assembly import assemble
from data.criteria.workbook.belongings import Found
from data.criteria.workbook.entries import read_entries
from data.criteria.workbook.problems import At, CellProblem, at_cell, problem
from data.criteria.workbook.sheets import CHOICES, GUIDE, sheets
from data.criteria.workbook.source import WorkbookSource
from data.figures.typed import fold
from data.imports.codes import CODES, NOT_A_SHEET, OTHER_FILE, RETYPE, UNPACK
from data.imports.container import Refusal
from data.imports.problems import ImportProblem
from data.imports.sheets import Sheet as Grid
from data.imports.sheets import open_sheets
from scoring.messages import _

NEEDED = ("table", "indicators", "tree")
# What the container says of a monthly form is said of a table here; its other words fit both.
MESSAGES = {
    "I109": _("The content is {kind}; a criteria table is read from .xlsx or .yaml."),
    "I111": _("There is content at cell {cell}: a sheet has at most {rows} rows and {columns} columns."),
}
REMEDIES = {
    RETYPE: _("Copy the table into a blank workbook, and use that."),
    OTHER_FILE: _("Use the workbook of the table, filled in and saved in Excel (.xlsx)."),
    UNPACK: _("Unpack it, and use the workbook of the table that is inside (.xlsx)."),
    CODES["I111"][3]: _("Delete what stands far outside the table, and save."),
}


def read_workbook(name: str, content: bytes) -> WorkbookSource:
    """Read the workbook ``content`` of the file ``name``; one that cannot be opened is one problem and no content."""
    try:
        grids = open_sheets(name, content)
    except Refusal as refused:
        return WorkbookSource(problems=[_refused(refused.problem)])
    source = WorkbookSource()
    known = {fold(sheet.title) for sheet in sheets()} | {fold(GUIDE), fold(CHOICES)}
    by_title: dict[str, tuple[int, Grid]] = {}
    for number, grid in enumerate(grids, start=1):
        by_title.setdefault(fold(grid.name), (number, grid))
    if not any(fold(sheet.title) in by_title for sheet in sheets() if sheet.key in NEEDED):
        return WorkbookSource(problems=[problem("C200")])
    for number, grid in enumerate(grids, start=1):
        other = by_title[fold(grid.name)][0] != number
        if grid.rows and (other or fold(grid.name) not in known):
            names = tuple(sheet.title for sheet in sheets())
            source.problems.append(problem("C202", At(number, grid.name), name=grid.name, names=names))
    assemble(_entries(by_title, source), source)
    return source


def _entries(by_title: dict[str, tuple[int, Grid]], source: WorkbookSource) -> Found:
    """The entries of every sheet; one that is missing has none, and is told where a table cannot be without it.

    Any that is missing may be the one that has an unknown name.
    """
    found: Found = {}
    renamed = bool(source.problems)
    for place, sheet in enumerate(sheets()):
        number, grid = by_title.get(fold(sheet.title), (place, None))
        page, entries = read_entries(number, sheet, grid or Grid(sheet.title, True))
        if grid is None:
            page.problems = [problem("C201", None, name=sheet.title)] if sheet.key in NEEDED else []
            page.strange = page.lost = sheet.key in NEEDED or renamed
        elif not grid.rows and sheet.key not in NEEDED:
            page.problems, page.lost = [], False
        source.problems += page.problems
        found[sheet.key] = page, entries
    return found


def _refused(reason: ImportProblem) -> CellProblem:
    what, cure = reason.message, reason.remedy
    if what.text != NOT_A_SHEET:
        what = replace(what, text=MESSAGES.get(reason.code, what.text))
    return at_cell(replace(reason, message=what, remedy=replace(cure, text=REMEDIES.get(cure.text, cure.text))), None)
