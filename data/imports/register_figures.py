"""The figures formed from the rows of registers, as rows of the preview: what confirming would do to each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from openpyxl.utils import get_column_letter

from data.criteria.working_days import calendar_around
from data.figures.checking import check_figure
from data.figures.observation import NewFigure, Observation
from data.figures.raw import Raw
from data.figures.register_rows import BehindFigure, RegisterRows
from data.figures.typed import Typed
from data.imports.difference import Change, PreviewRow
from data.imports.problems import ImportProblem, of_figure
from data.imports.reading import Skipped
from data.imports.register_reading import RegisterRead, read_register
from data.imports.register_sheets import find_registers
from data.imports.sheets import Sheet
from scoring.exact import decimal_text
from scoring.indicator import Indicator
from scoring.period import Month
from scoring.quantity import State
from scoring.rows import sum_of_rows
from scoring.table import Table

Behind = Mapping[str, BehindFigure]  # the rows behind what is stored, by indicator


@dataclass(frozen=True)
class Registers:
    """All registers of a file: as read, the figures formed from them, and every problem."""

    reads: tuple[RegisterRead, ...] = ()
    rows: tuple[PreviewRow, ...] = ()
    problems: tuple[ImportProblem, ...] = ()

    @property
    def skipped(self) -> tuple[tuple[str, Skipped], ...]:
        """The rows passed over, each with its sheet."""
        return tuple((read.found.sheet.name, one) for read in self.reads for one in read.skipped)

    def to_store(self, codes: Iterable[str]) -> list[RegisterRows]:
        """The rows behind the figures ``codes``, each register once."""
        wanted = set(codes)
        mine = [one for one in self.reads if any(wanted & row.results.keys() for row in one.rows)]
        return [RegisterRows(one.found.register, one.found.sheet.name, tuple(one.rows)) for one in mine]


def form_registers(
    table: Table, month: Month, sheets: list[Sheet], form: Sheet, stored: Mapping[str, Observation], behind: Behind
) -> Registers:
    """Read the registers of ``table`` and form their figures. ``stored`` is in force, its rows are ``behind`` it."""
    if not table.registers:
        return Registers()
    found, problems = find_registers(table, sheets, form)
    working = any(one.rows is not None and one.rows.working for one in table.indicators.values())
    calendar = calendar_around(date(month.year, month.number, 1)) if working else None
    reads = [read_register(table, one, calendar) for one in found]
    rows = []
    for read in reads:
        formed = [_figure(one, read) for one in _of(table, read)]
        rows += [_row(indicator, read, figure, stored, behind) for indicator, figure in formed]
        problems += read.problems
    return Registers(tuple(reads), tuple(rows), tuple(problems))


def _of(table: Table, read: RegisterRead) -> list[Indicator]:
    code = read.found.register.code
    return [one for one in table.indicators.values() if one.rows is not None and one.rows.register == code]


def _figure(indicator: Indicator, read: RegisterRead) -> tuple[Indicator, NewFigure | None]:
    """The sum of the rows, held against the bounds of the indicator; ``None`` where nothing is reported, or wrong."""
    if read.refused or read.blank:
        return indicator, None
    sheet, cells = read.found.sheet.name, _cells(read)
    if read.state is State.NOT_APPLICABLE:
        return indicator, NewFigure(indicator.code, State.NOT_APPLICABLE, sheet=sheet, cells=cells)
    total = sum_of_rows(row.results.get(indicator.code) for row in read.rows)
    checked = check_figure(replace(indicator, rows=None), Raw(value=_typed(indicator, total)))
    read.problems += [of_figure(one, sheet, read.found.bottom, None) for one in checked.problems]
    return indicator, None if checked.figure is None else replace(checked.figure, sheet=sheet, cells=cells)


def _typed(indicator: Indicator, total: Fraction | None) -> Typed:
    """The sum as a cell would hold it; of per cent in points, with its sign."""
    if total is None:
        return Typed()
    percent = indicator.unit.strip() == "%"
    return Typed(decimal_text(total, 6), total / 100 if percent else total, percent)


def _cells(read: RegisterRead) -> str:
    """The rows from the first column to the last, ``A8:F12``; without rows the cell that says so."""
    if not read.rows:
        row, column = read.found.said_at
        return f"{get_column_letter(column)}{row}"
    left, right = (get_column_letter(pick(read.found.columns.values())) for pick in (min, max))
    return f"{left}{read.rows[0].row}:{right}{read.rows[-1].row}"


def _row(
    indicator: Indicator,
    read: RegisterRead,
    figure: NewFigure | None,
    stored: Mapping[str, Observation],
    behind: Behind,
) -> PreviewRow:
    there = stored.get(indicator.code)
    if read.refused:
        figure, change = None, Change.REFUSED
    elif figure is None:
        change = Change.BLANK
    elif there is None:
        change = Change.NEW
    else:
        same = figure.same_number(there) and _same_rows(indicator, read, behind.get(indicator.code))
        change = Change.SAME if same else Change.CHANGED
    value = decimal_text(figure.value, 6) if figure is not None and figure.value is not None else None
    return PreviewRow(
        read.found.bottom, indicator.code, indicator.title, indicator.unit, None, None, value, None, figure, change,
        there, sheet=read.found.sheet.name,
    )  # fmt: skip


def _same_rows(indicator: Indicator, read: RegisterRead, behind: BehindFigure | None) -> bool:
    """Whether the very same rows are behind what is stored: other rows with the same sum are another report."""
    before = behind.rows if behind is not None else ()
    return [(row.cells, row.results[indicator.code]) for row in read.rows] == [
        (row.cells, row.results[indicator.code]) for row in before
    ]
