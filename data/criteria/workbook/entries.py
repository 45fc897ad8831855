"""The entries of a sheet: what each row says, key by key, and the cell of each; what could not be read is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from data.criteria.workbook.cells import read_cell
from data.criteria.workbook.columns import Column, KeyPath, Value
from data.criteria.workbook.headings import Page, find_headings, merged_cells, named_key
from data.criteria.workbook.problems import At, problem
from data.criteria.workbook.sheets import SHOWN, Sheet
from data.criteria.workbook.words import codes
from data.figures.typed import fold
from data.imports.sheets import Cell
from data.imports.sheets import Sheet as Grid

LABELS, VALUES = 1, 2  # columns of an upright sheet
EXPLAINED = 3  # the help beside them; nothing stands right of it
HEADING = "Mục"  # above the labels


@dataclass
class Entry:
    """One row of a sheet (an upright sheet is one entry): references and values by key, and where they stand.

    ``lost`` are keys whose cell cannot be read. ``places`` has a cell for every key that the sheet has a place for.
    """

    at: At
    refs: dict[KeyPath, str] = field(default_factory=dict)
    values: dict[KeyPath, str] = field(default_factory=dict)
    places: dict[KeyPath, At] = field(default_factory=dict)
    lost: set[KeyPath] = field(default_factory=set)

    def ref(self, column: Column) -> str:
        """What the row says of its place; empty where it says nothing."""
        return self.refs.get(column.path, "")

    def cell(self, column: Column) -> At:
        """Where that stands."""
        return self.places.get(column.path, self.at)


def read_entries(number: int, sheet: Sheet, grid: Grid) -> tuple[Page, list[Entry]]:
    """All rows below the headings that hold anything; the page has the problems found on the way."""
    page = Page(number, sheet, grid)
    known = {column.path: codes(sheet.key, column) for column in sheet.layout if column.value is Value.CHOICE}
    if sheet.upright:
        return page, [_upright(page, known)]
    return page, list(_rows(page, known)) if find_headings(page) else []


def _rows(page: Page, known: dict[KeyPath, dict[str, str]]) -> Iterator[Entry]:
    columns = [column for column in page.sheet.layout if column.path in page.columns]
    read = [column for column in columns if column not in SHOWN]
    for row in sorted(row for row in page.grid.rows if row > page.top):
        cells = page.grid.rows[row]
        if not any(page.columns[column.path] in cells for column in read):
            continue
        entry = Entry(page.at(row, page.columns[read[0].path]))
        for column in read:
            place = page.columns[column.path]
            entry.places[column.path] = page.at(row, place)
            if (row, place) in page.merged:
                entry.lost.add(column.path)
            elif place in cells:
                _take(page, entry, column, cells[place], known.get(column.path, {}))
        yield entry


def _upright(page: Page, known: dict[KeyPath, dict[str, str]]) -> Entry:
    """Each row is a key and its value; what else stands on the sheet (its title, the help) is not read."""
    columns = {column.path: column for column in page.sheet.columns}
    entry = Entry(page.at())
    page.columns = {(): VALUES}
    labels = {row: cells[LABELS].given.text for row, cells in page.grid.rows.items() if LABELS in cells}
    page.top = min((row for row, label in labels.items() if named_key(label, page.sheet) is not None), default=1) - 1
    page.problems += merged_cells(page)
    for row in sorted(page.grid.rows):
        cells = page.grid.rows[row]
        for place in sorted(place for place in cells if place > EXPLAINED or (place == VALUES and LABELS not in cells)):
            page.problems.append(problem("C207", page.at(row, place), text=cells[place].given.text))
            page.strange = page.strange or place == VALUES
        if LABELS not in cells:
            continue
        label = cells[LABELS].given.text
        path = named_key(label, page.sheet)
        if path is None:
            if VALUES in cells and fold(label) != fold(HEADING):
                page.problems.append(problem("C204", page.at(row, LABELS), text=label))
                page.strange = True
        elif path in entry.places:
            page.problems.append(problem("C205", page.at(row, LABELS), text=label))
        else:
            entry.places[path] = page.at(row, VALUES)
            if (row, VALUES) in page.merged:
                entry.lost.add(path)
            elif VALUES in cells:
                _take(page, entry, columns[path], cells[VALUES], known.get(path, {}))
    if not entry.places:
        page.problems.append(problem("C203", page.at()))
        page.strange = True
    return entry


def _take(page: Page, entry: Entry, column: Column, cell: Cell, known: dict[str, str]) -> None:
    text, wrong = read_cell(cell, column, known, entry.places[column.path])
    if wrong is not None:
        page.problems.append(wrong)
    if text is None:
        entry.lost.add(column.path)
    elif text and column in page.sheet.refs:
        entry.refs[column.path] = text
    elif text:
        entry.values[column.path] = text
