"""The rows of a register's sheet: which are rows, which are totals, sections and signatures, and what each cell says.

Nothing is passed over silently: a row is read, refused or listed as skipped. A cell that is needed and blank is an
error at that cell, never a zero.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from data.figures.checking import check_figure
from data.figures.raw import DECIMALS, LARGEST, Raw
from data.figures.register_rows import RegisterRow, RowCell
from data.figures.typed import fold
from data.imports.problems import ImportProblem, of_figure, problem
from data.imports.reading import Skipped
from data.imports.register_sheets import RegisterSheet, columns_needed, heading_at
from data.imports.sheets import Cell
from scoring.indicator import Indicator, Measure
from scoring.messages import Message, _
from scoring.quantity import State
from scoring.register import ColumnType, RegisterColumn
from scoring.rows import columns_read, row_value
from scoring.table import Table
from scoring.working_days import WorkingDays

# Whole texts only: "Công văn 12" and "Tổng kết năm" name rows, and rows are never passed over for their first word.
_TOTAL = re.compile(r"(?:tong|cong)(?: cong| so)?(?: thang \d{1,2}(?:/\d{4})?)?\s*[:.]?")
_ORDINAL = re.compile(r"\d{1,4}[.)]?")
DIGITS = _("Write digits only, such as 1234,5.")
_MEASURES = {
    ColumnType.COUNT: Measure.COUNT,
    ColumnType.NUMBER: Measure.NUMBER,
    ColumnType.YES_NO: Measure.YES_NO,
    ColumnType.DATE: Measure.DATE,
}


@dataclass
class RegisterRead:
    """What a register's sheet holds: the rows with what each adds, or all that is wrong; ``state`` where it says one.

    ``names`` are those of each row, refused ones too. ``refused``: a figure formed from these rows would be wrong.
    ``blank``: neither rows nor a word.
    """

    found: RegisterSheet
    rows: list[RegisterRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)
    names: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    state: State | None = None

    @property
    def refused(self) -> bool:
        """True where there is an error."""
        return any(one.severity == "error" for one in self.problems)

    @property
    def blank(self) -> bool:
        """True where nothing at all is reported."""
        return not self.rows and self.state is None and not self.refused


def read_register(table: Table, found: RegisterSheet, calendar: WorkingDays | None) -> RegisterRead:
    """Every row below the headings. ``calendar`` is for days late that are working days."""
    read = RegisterRead(found, problems=list(found.problems), state=found.state)
    if read.refused or not found.columns:
        return read
    formed = [one for one in table.indicators.values() if one.rows and one.rows.register == found.register.code]
    for row in _rows(table, read):
        _read_row(read, row, formed, calendar)
    _twice(read)
    if read.rows and read.state is not None:
        row, column = found.said_at
        text = found.sheet.text(row, column)
        at = {"sheet": found.sheet.name, "row": row, "column": column}
        read.problems.append(problem("I167", **at, text=text, count=len(read.rows)))  # type: ignore[arg-type]
    if read.blank:
        read.problems.append(problem("I168", sheet=found.sheet.name, row=found.bottom, title=found.register.name))
    return read


def _rows(table: Table, read: RegisterRead) -> Iterator[int]:
    """The rows that are meant as rows of the register; the others are listed with their reason."""
    found = read.found
    below = [row for row in sorted(found.sheet.rows) if row > found.bottom]
    needed = [found.columns[one.code] for one in columns_needed(table, found.register) if not one.key]
    full = [row for row in below if any(place in found.sheet.rows[row] for place in needed)]
    before, begun, ended = found.bottom, False, False
    for row in below:
        gap, before = begun and row > before + 1, row
        why = _no_row(found, row, begun=begun)
        if why is None and _says_state(read, row):
            continue
        if why is None and gap and not needed and _words_alone(found, row):
            column = next(iter(_mine(found, row)))
            read.problems.append(_at(found, "I172", row, column, text=_mine(found, row)[column].given.text))
            return
        # Below the last row that says anything, and set apart by a blank row: whoever signs, and where.
        ended = ended or (bool(needed) and gap and row > max(full, default=0))
        if why is None and ended:
            why = Message(_("a note or signature below the figures"))
        if why is None:
            begun = True
            yield row
        else:
            read.skipped.append(Skipped(row, why))


def _no_row(found: RegisterSheet, row: int, *, begun: bool) -> Message | None:
    """Why ``row`` is none of the register's; ``None`` where it is one, or tries to be one."""
    here = found.sheet.rows[row]
    texts = _texts(found, row)
    if not begun and row == found.bottom + 1 and _counted(texts):
        return Message(_("column numbers"))
    if heading_at(found, row):
        return Message(_("the heading again"))
    if _TOTAL.fullmatch(next((text for text in texts if not _ORDINAL.fullmatch(text)), "")):
        return Message(_("a total"))
    merged = any((row, place) in found.sheet.filled for place in found.columns.values())
    if not _mine(found, row) or (len(here) == 1 and merged):
        return Message(_("a section heading or a note"))
    return None


def _counted(texts: list[str]) -> bool:
    """True for 1, 2, 3 … or (1), (2), (3) … or a, b, c … from left to right: the numbers of the columns."""
    bare = [text.strip("()") for text in texts]
    numbers, letters = [str(at) for at in range(1, len(bare) + 1)], list("abcdefghijklmnop"[: len(bare)])
    return len(bare) > 1 and bare in (numbers, letters)


def _mine(found: RegisterSheet, row: int) -> dict[str, Cell]:
    """The filled cells of ``row`` that stand in columns of the register."""
    here = found.sheet.rows[row]
    return {code: here[place] for code, place in found.columns.items() if place in here}


def _texts(found: RegisterSheet, row: int) -> list[str]:
    return [fold(cell.given.text) for _place, cell in sorted(found.sheet.rows[row].items())]


def _says_state(read: RegisterRead, row: int) -> bool:
    """True for a row that says of the whole month that nothing arose; the read then has the state."""
    said = [(place, cell.given.state) for place, cell in read.found.sheet.rows[row].items() if cell.given.state]
    if not said or len([text for text in _texts(read.found, row) if not _ORDINAL.fullmatch(text)]) != 1:
        return False
    read.state, read.found.said_at = said[0][1], (row, said[0][0])
    return True


def _words_alone(found: RegisterSheet, row: int) -> bool:
    """True for a row without a number in front and without anything but words: it may be a signature."""
    texts, typed = _texts(found, row), found.register.columns
    numbered = any(_ORDINAL.fullmatch(text) for text in texts)
    return not numbered and all(typed[code].type is ColumnType.TEXT for code in _mine(found, row))


def _read_row(read: RegisterRead, row: int, formed: Iterable[Indicator], calendar: WorkingDays | None) -> None:
    found = read.found
    here, told = found.sheet.rows[row], len(read.problems)
    if row in found.sheet.hidden_rows:
        read.problems.append(problem("I138", sheet=found.sheet.name, row=row))
    cells: dict[str, RowCell] = {}
    wrong: set[str] = set()
    for code, column in found.register.columns.items():
        cell = here.get(found.columns.get(code, 0))
        if cell is None:
            continue
        value = _value(read, row, column, cell)
        if value is None:
            wrong.add(code)
        else:
            cells[code] = value
    read.names.append((row, tuple(cells[one.code].typed if one.code in cells else "" for one in found.register.keys)))
    exact = {code: cell.exact for code, cell in cells.items()}
    blank = [one.code for one in found.register.columns.values() if one.key or one.required]
    for indicator in formed:
        if indicator.rows is not None:
            where = indicator.rows.where
            counts = not where or exact.get(where) != 0
            blank += columns_read(indicator.rows) if counts else (where,)
    for code in dict.fromkeys(blank):
        if code not in cells and code not in wrong:
            read.problems.append(_at(found, "I165", row, code, name=found.register.columns[code].title))
    if any(one.severity == "error" for one in read.problems[told:]):
        return
    results = {}
    for indicator in formed:
        if indicator.rows is None:
            continue
        value_ = row_value(indicator.rows, exact, calendar)
        if value_ is None:
            read.problems.append(_at(found, "I169", row, columns_read(indicator.rows)[-1]))
        elif abs(value_) > LARGEST or (value_ * 10**DECIMALS).denominator != 1:
            read.problems.append(_at(found, "I170", row, columns_read(indicator.rows)[-1], number=value_))
        else:
            results[indicator.code] = value_
    read.rows.append(RegisterRow(row, cells, results))


def _value(read: RegisterRead, row: int, column: RegisterColumn, cell: Cell) -> RowCell | None:
    """What the cell says; ``None`` with its problem said."""
    found, given = read.found, cell.given
    if cell.not_computed:
        read.problems.append(_at(found, "I130", row, column.code))
        return None
    if cell.error:
        read.problems.append(_at(found, "I131", row, column.code, text=cell.error))
        return None
    if column.type is ColumnType.TEXT:
        return RowCell(given.text)
    if given.state is not None:
        read.problems.append(_at(found, "I171", row, column.code, text=given.text))
        return None
    like = Indicator(column.code, column.title, _MEASURES[column.type], title_en=column.title_en)
    checked = check_figure(like, Raw(value=given))
    place = found.columns[column.code]
    # A cell of a row is neither left blank nor answered by "nothing arose": what else F102 advises.
    problems = [replace(one, remedy=Message(DIGITS)) if one.code == "F102" else one for one in checked.problems]
    read.problems += [of_figure(one, found.sheet.name, row, place) for one in problems]
    if checked.figure is None or checked.figure.value is None:
        return None
    return RowCell(given.text, checked.figure.value)


def _twice(read: RegisterRead) -> None:
    """Rows that have the names of an earlier one; rows without a name are told otherwise."""
    places: dict[tuple[str, ...], list[int]] = {}
    for row, names in read.names:
        if all(names):
            places.setdefault(tuple(map(fold, names)), []).append(row)
    shown = dict(read.names)
    first = read.found.register.keys[0].code
    for rows in places.values():
        for at in rows[1:]:
            text = " · ".join(shown[at])
            read.problems.append(_at(read.found, "I166", at, first, text=text, rows=tuple(map(str, rows))))


def _at(found: RegisterSheet, code: str, row: int, column: str, **values: object) -> ImportProblem:
    return problem(code, sheet=found.sheet.name, row=row, column=found.columns.get(column), **values)  # type: ignore[arg-type]
