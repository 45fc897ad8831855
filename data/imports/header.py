"""Where the form stands: its heading found by its words, never by its position."""

import re
from dataclasses import dataclass

from data.figures.typed import fold
from data.imports.form import ALSO, HEADINGS, NEEDED_NAMES, OLD_FONTS, Column
from data.imports.problems import ImportProblem, problem
from data.imports.sheets import Sheet

SEARCHED_ROWS = 100
_NAMES = {name: column for column, names in ALSO.items() for name in names}
_AFTERWORDS = re.compile(r"\(.*?\)|[*:.]")


@dataclass(frozen=True)
class Header:
    """The form's heading on a sheet: the column of each name found, and the row below which the figures begin."""

    sheet: Sheet
    top: int
    bottom: int
    columns: dict[Column, int]
    twice: tuple[tuple[Column, int], ...] = ()

    def column(self, column: Column) -> int | None:
        """The column (from 1) of a name, ``None`` where the form lacks it."""
        return self.columns.get(column)


def named(text: str) -> Column | None:
    """The column that a heading means: ``Mẫu số (2)`` and ``MAU SO`` are the denominator."""
    return _NAMES.get(fold(_AFTERWORDS.sub(" ", text)))


def find_header(sheets: list[Sheet]) -> tuple[Header | None, list[ImportProblem]]:
    """The one heading on a visible sheet, or why there is none to be taken."""
    headers = {sheet.name: found for sheet in sheets if (found := header_of(sheet))}
    shown = [found for found in headers.values() if found.sheet.visible]
    if len(shown) > 1:
        return None, [problem("I113", sheets=tuple(found.sheet.name for found in shown))]
    if shown:
        return shown[0], _column_problems(shown[0])
    if headers:
        return None, [problem("I116", sheets=tuple(headers))]
    visible = [sheet for sheet in sheets if sheet.visible]
    font = _old_font(visible)
    if font:
        return None, [problem("I117", font=font)]
    best = max((_best_row(sheet) for sheet in visible), key=len, default=set())
    missing = tuple(words for column, words in HEADINGS.items() if column not in best)
    return None, [problem("I112", missing=missing, names=tuple(HEADINGS.values()))]


def header_of(sheet: Sheet) -> Header | None:
    """The first heading of the sheet: one row with at least five of the seven names, or two rows together."""
    for row in _top_rows(sheet):
        one = _match(sheet, (row,))
        two = _match(sheet, (row, row + 1))
        if max(len(one), len(two)) < NEEDED_NAMES:
            continue
        below = _match(sheet, (row + 1,))
        if len(two) > len(one) and len(below) < len(two):
            return _header(sheet, row, row + 1, two)
        if len(one) >= NEEDED_NAMES:
            return _header(sheet, row, row, one)
    return None


def repeats(sheet: Sheet, row: int) -> bool:
    """True for a heading printed again further down (a second page)."""
    return len(_match(sheet, (row,))) >= NEEDED_NAMES


def _header(sheet: Sheet, top: int, bottom: int, found: dict[Column, list[int]]) -> Header:
    twice = tuple((column, place) for column, places in found.items() for place in places[1:])
    return Header(sheet, top, bottom, {column: places[0] for column, places in found.items()}, twice)


def _match(sheet: Sheet, rows: tuple[int, ...]) -> dict[Column, list[int]]:
    """The places of each name in the rows together; a merged heading counts at its first place."""
    found: dict[Column, list[int]] = {}
    last = max((max(sheet.rows[row]) for row in rows if row in sheet.rows), default=0)
    for place in range(1, last + 1):
        texts = [sheet.text(row, place) for row in rows]
        # Both rows together first: "Mã" over "chỉ tiêu" is a code, although "Chỉ tiêu" alone would be a name.
        column = next(filter(None, map(named, (" ".join(texts), *texts))), None)
        if column is None:
            continue
        places = found.setdefault(column, [])
        merged_on = all(sheet.filled.get((row, place)) for row in rows if sheet.text(row, place))
        if not (places and merged_on and places[-1] == place - 1):
            places.append(place)
    return found


def _top_rows(sheet: Sheet) -> list[int]:
    return sorted(sheet.rows)[:SEARCHED_ROWS]


def _best_row(sheet: Sheet) -> set[Column]:
    return max((set(_match(sheet, (row, row + 1))) for row in _top_rows(sheet)), key=len, default=set())


def _old_font(sheets: list[Sheet]) -> str:
    for font, words in OLD_FONTS.items():
        known = {fold(word) for word in words}
        for sheet in sheets:
            for row in _top_rows(sheet):
                if len(known & {fold(cell.given.text) for cell in sheet.rows[row].values()}) >= 3:
                    return font
    return ""


def _column_problems(header: Header) -> list[ImportProblem]:
    where = {"sheet": header.sheet.name, "row": header.bottom}
    found = [
        problem("I115", **where, column=place, text=HEADINGS[column], name=HEADINGS[column])  # type: ignore[arg-type]
        for column, place in header.twice
    ]
    if Column.CODE not in header.columns:
        found.append(problem("I114", **where, name=HEADINGS[Column.CODE]))  # type: ignore[arg-type]
    return found
