"""Where the columns of a sheet stand: found by their headings, never by their place. An unknown heading is an error."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.utils import range_boundaries

from data.criteria.workbook.columns import KeyPath
from data.criteria.workbook.problems import At, CellProblem, problem
from data.criteria.workbook.sheets import Sheet
from data.criteria.workbook.words import MARK, dotted, heading
from data.figures.typed import fold
from data.imports.sheets import Sheet as Grid

SEARCHED = 30  # rows from the top
MOST_MERGED = 500  # ranges
_KEY = re.compile(r"\(\s*([\w.]+)\s*\)\s*$")


@dataclass
class Page:
    """A sheet as it was found: its headings (row, and column of each key), and what cannot be read of it.

    ``strange``: a heading is not known, so it may be that of any column that was not found. ``lost``: nobody knows what
    the rows stand for, or where they are. ``merged`` are cells whose content belongs to no one row.
    """

    number: int
    sheet: Sheet
    grid: Grid
    top: int = 0
    columns: dict[KeyPath, int] = field(default_factory=dict)
    strange: bool = False
    lost: bool = False
    merged: set[tuple[int, int]] = field(default_factory=set)
    problems: list[CellProblem] = field(default_factory=list)

    def at(self, row: int = 0, column: int = 0) -> At:
        """The cell at a place of this sheet."""
        return At(self.number, self.grid.name, row, column)


def find_headings(page: Page) -> bool:
    """Fill in where the columns stand; ``False`` when no row of headings was found."""
    named = _names(page.sheet)
    rows = sorted(row for row in page.grid.rows if row <= SEARCHED)
    matches = {
        row: sum(_named(cell.given.text, named) is not None for cell in page.grid.rows[row].values()) for row in rows
    }
    page.top = max(rows, key=lambda row: (matches[row], -row), default=0)
    if 2 * matches.get(page.top, 0) < max(len(page.grid.rows.get(page.top, ())), min(4, 2 * len(page.sheet.layout))):
        page.top, page.lost = 0, True
        page.problems.append(problem("C203", page.at()))
        return False
    for place, cell in sorted(page.grid.rows[page.top].items()):
        _heading(page, place, cell.given.text, _named(cell.given.text, named))
    for path in page.sheet.needed:
        if path not in page.columns and not page.strange:  # an unknown heading may be just this one
            page.problems.append(problem("C206", page.at(page.top, 1), text=heading(page.sheet.key, path).words))
    _unheaded(page)
    refs = [column.path for column in page.sheet.read_refs] if page.strange else []
    page.lost = any(path not in page.columns for path in (*page.sheet.needed, *refs))
    page.strange = page.strange or page.lost
    page.problems += merged_cells(page)
    return True


def _heading(page: Page, place: int, text: str, path: KeyPath | None) -> None:
    if path is None:
        page.problems.append(problem("C204", page.at(page.top, place), text=text))
        page.strange = True
    elif path in page.columns:
        page.problems.append(problem("C205", page.at(page.top, place), text=text))
    else:
        page.columns[path] = place


def _unheaded(page: Page) -> None:
    """What stands in a column without heading: told at the first cell of each."""
    known = set(page.grid.rows[page.top])
    for row, cells in sorted(page.grid.rows.items()):
        for place in sorted(cells.keys() - known) if row > page.top else ():
            page.problems.append(problem("C207", page.at(row, place), text=cells[place].given.text))
            page.strange = True
            known.add(place)


def merged_cells(page: Page) -> Iterator[CellProblem]:
    """Merged cells below the headings that hold something; all of their places are of unknown content."""
    for name in page.grid.merged[:MOST_MERGED]:
        try:
            left, top, right, bottom = range_boundaries(name)
        except ValueError:
            continue
        if left is None or top is None or right is None or bottom is None:
            continue
        rows = [row for row in page.grid.rows if max(top, page.top + 1) <= row <= bottom]
        if rows:
            places = [place for place in page.columns.values() if left <= place <= right]
            page.merged |= {(row, place) for row in range(min(rows), max(rows) + 1) for place in places}
            yield problem("C208", page.at(max(top, page.top + 1), left), text=name)


def named_key(text: str, sheet: Sheet) -> KeyPath | None:
    """The key that a heading means: by the key in brackets behind it, else by its words."""
    return _named(text, _names(sheet))


def _names(sheet: Sheet) -> dict[str, KeyPath]:
    found: dict[str, KeyPath] = {}
    for column in sheet.layout:
        name = dotted(column.path)
        if not name.startswith(MARK):
            found[f"({name})"] = column.path
    for column in sheet.layout:
        found.setdefault(fold(_KEY.sub("", heading(sheet.key, column.path).words)), column.path)
    return found


def _named(text: str, names: dict[str, KeyPath]) -> KeyPath | None:
    key = _KEY.search(text)
    found = names.get(f"({key[1]})") if key else None
    return found if found is not None else names.get(fold(_KEY.sub("", text)))
