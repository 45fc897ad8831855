"""Where a register stands: its sheet by its stamped code, its name or its headings; its columns by their headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.figures.typed import fold
from data.imports.problems import ImportProblem, problem
from data.imports.sheets import Sheet
from scoring.quantity import State
from scoring.register import Register, RegisterColumn
from scoring.rows import columns_read
from scoring.table import Table

SEARCHED_ROWS = 40
LONGEST_NAME = 31  # characters of a sheet's name, as Excel has it
CODE_LABEL = "Mã sổ"
_SAID_CODE = re.compile(r"ma so\s*:?\s*([a-z0-9_]+)")
_AFTERWORDS = re.compile(r"\(.*?\)|[*:.]")


@dataclass
class RegisterSheet:
    """The sheet of one register: the columns found by code, the rows of its heading (from 1), and what is wrong.

    ``state`` is what the sheet says of the whole month above its heading, at ``said_at`` (row, column).
    """

    register: Register
    sheet: Sheet
    top: int = 0
    bottom: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    state: State | None = None
    said_at: tuple[int, int] = (0, 0)
    problems: list[ImportProblem] = field(default_factory=list)


def sheet_name(register: Register) -> str:
    """What the product calls the sheet: ``So BAO_CAO``."""
    return f"So {register.code}"[:LONGEST_NAME]


def columns_needed(table: Table, register: Register) -> tuple[RegisterColumn, ...]:
    """The columns without which no row can be read: its names, what figures are formed from, what must be filled in."""
    formed = [one.rows for one in table.indicators.values() if one.rows and one.rows.register == register.code]
    read = {name for one in formed for name in columns_read(one)}
    return tuple(one for code, one in register.columns.items() if one.key or one.required or code in read)


def find_registers(
    table: Table, sheets: Sequence[Sheet], form: Sheet | None
) -> tuple[list[RegisterSheet], list[ImportProblem]]:
    """The sheet of each register of ``table`` among the visible ones beside the ``form``, and what cannot be found."""
    shown = [sheet for sheet in sheets if sheet.visible and sheet is not form]
    named = {sheet.name: _named(table, sheet) for sheet in shown}
    found, problems = [], []
    for register in table.registers.values():
        mine = [sheet for sheet in shown if named[sheet.name] == register.code]
        if not mine:
            problems.append(problem("I160", title=register.name))
        elif len(mine) > 1:
            names = tuple(sheet.name for sheet in mine)
            problems.append(problem("I163", sheet=mine[1].name, title=register.name, sheets=names))
        else:
            found.append(_placed(table, register, mine[0]))
    return found, problems


def _named(table: Table, sheet: Sheet) -> str:
    """The register that the sheet is of: as it says itself, else the one whose needed headings all stand there."""
    by_name = {fold(sheet_name(one)): code for code, one in table.registers.items()}
    said = [fold(cell.given.text) for row in _top_rows(sheet) for cell in sheet.rows[row].values()]
    codes = {fold(code): code for code in table.registers}
    stated = [codes[one[1]] for text in said if (one := _SAID_CODE.fullmatch(text)) and one[1] in codes]
    if stated:
        return stated[0]
    if fold(sheet.name) in by_name:
        return by_name[fold(sheet.name)]
    fitting = {}
    for code, register in table.registers.items():
        columns = _best(register, sheet)[2]
        needed = columns_needed(table, register)
        if len(columns) > 1 and all(one.code in columns for one in needed):
            fitting[code] = len(columns)
    most = [code for code, count in fitting.items() if count == max(fitting.values())]
    return most[0] if len(most) == 1 else ""


def _placed(table: Table, register: Register, sheet: Sheet) -> RegisterSheet:
    top, bottom, places = _best(register, sheet)
    found = RegisterSheet(register, sheet, top, bottom, {code: at[0] for code, at in places.items()})
    if not places:
        names = tuple(one.title for one in columns_needed(table, register))
        found.problems.append(problem("I161", sheet=sheet.name, title=register.name, names=names))
        return found
    for code, at in places.items():
        title = register.columns[code].title
        found.problems += [problem("I164", sheet=sheet.name, row=bottom, column=one, text=title) for one in at[1:]]
    for one in columns_needed(table, register):
        if one.code not in places:
            found.problems.append(problem("I162", sheet=sheet.name, row=bottom, name=one.title))
    for row in sorted(row for row in sheet.rows if row < top):
        for column, cell in sorted(sheet.rows[row].items()):
            if cell.given.state is not None:
                found.state, found.said_at = cell.given.state, (row, column)
    return found


def heading_at(found: RegisterSheet, row: int) -> bool:
    """True where the headings are printed again in ``row``."""
    return len(_match(found.register, found.sheet, (row,))) >= max(2, len(found.columns))


def _best(register: Register, sheet: Sheet) -> tuple[int, int, Mapping[str, list[int]]]:
    """The row, or the two rows, in which most headings stand: first and last row, and the places by column's code."""
    best: tuple[int, int, Mapping[str, list[int]]] = (0, 0, {})
    for row in _top_rows(sheet):
        one = _match(register, sheet, (row,))
        two = _match(register, sheet, (row, row + 1))
        below = _match(register, sheet, (row + 1,))
        both = len(two) > len(one) and len(below) < len(two)
        found = two if both else one
        if len(found) > len(best[2]):
            best = (row, row + 1 if both else row, found)
    return best


def _match(register: Register, sheet: Sheet, rows: tuple[int, ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    names = _names(register)
    last = max((max(sheet.rows[row]) for row in rows if row in sheet.rows), default=0)
    for place in range(1, last + 1):
        texts = [sheet.text(row, place) for row in rows]
        code = next((names[key] for text in (" ".join(texts), *texts) if (key := _heading(text)) in names), None)
        if code is None:
            continue
        places = found.setdefault(code, [])
        merged_on = all(sheet.filled.get((row, place)) for row in rows if sheet.text(row, place))
        if not (places and merged_on and places[-1] == place - 1):
            places.append(place)
    return found


def _names(register: Register) -> dict[str, str]:
    names: dict[str, str] = {}
    for column in register.columns.values():
        for text in (column.title, *column.headings, column.title_en, column.code):
            if text:
                names.setdefault(_heading(text), column.code)
    return names


def _heading(text: str) -> str:
    return fold(_AFTERWORDS.sub(" ", text))


def _top_rows(sheet: Sheet) -> list[int]:
    return sorted(sheet.rows)[:SEARCHED_ROWS]
