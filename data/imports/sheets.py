"""The workbook as a grid of cells: read by openpyxl once the file is known to be harmless, numbers made exact."""

import io
import math
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from data.evidence.cleaning import clean_text
from data.figures.typed import Typed, typed
from data.imports.container import Refusal, open_zip
from data.imports.problems import problem
from data.imports.scan import SheetScan, scan

FILLED_ROWS = 200  # merged cells are filled down to here: headings stand above
# Whatever openpyxl raises on a workbook that is not one.
BROKEN = (
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    EOFError,
    zipfile.BadZipFile,
    ParseError,
    InvalidFileException,
)
_SAID_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@dataclass(frozen=True)
class Cell:
    """What one cell holds. ``lines`` is its text, line breaks kept apart; ``error`` is ``#REF!`` and the like.

    ``written`` is a text to the letter, spaces and line breaks as they are; empty for what is no text.
    """

    given: Typed
    lines: tuple[str, ...] = ()
    written: str = ""
    error: str = ""
    not_computed: bool = False
    by_excel: bool = False  # a number or a date, not a text: a code that Excel has changed


@dataclass
class Sheet:
    """One sheet: its cells with content by row and column (from 1), merged headings filled, and hidden rows.

    ``merged`` are the ranges of merged cells as Excel writes them (``A1:C1``).
    """

    name: str
    visible: bool
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    filled: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: tuple[str, ...] = ()

    def text(self, row: int, column: int) -> str:
        """The text at a place, that of the merged cell around it included; "" where there is none."""
        cell = self.rows.get(row, {}).get(column)
        return cell.given.text if cell else self.filled.get((row, column), "")


def open_sheets(file_name: str, content: bytes) -> list[Sheet]:
    """All worksheets, hidden ones included, in their order. :class:`Refusal` when the file cannot be read."""
    with open_zip(file_name, content) as archive:
        scans = scan(archive)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return [_sheet(worksheet, scans) for worksheet in book.worksheets]
    except BROKEN as wrong:
        raise Refusal(problem("I110", part=type(wrong).__name__)) from wrong


def _sheet(worksheet: Any, scans: dict[str, SheetScan]) -> Sheet:
    # The part that openpyxl will open, and no other, is the one that was scanned: KeyError otherwise.
    found = scans[worksheet._worksheet_path.lstrip("/")]
    sheet = Sheet(clean_text(worksheet.title), worksheet.sheet_state == "visible")
    sheet.hidden_rows = frozenset(found.hidden_rows)
    sheet.merged = tuple(found.merged)
    sheet.rows.update(_rows(worksheet, found))
    for row, column in found.not_computed:
        sheet.rows.setdefault(row, {})[column] = Cell(Typed(unreadable=True), not_computed=True)
    _fill(sheet, found)
    return sheet


def _rows(worksheet: Any, found: SheetScan) -> Iterator[tuple[int, dict[int, Cell]]]:
    if not found.last_row:
        return
    worksheet.reset_dimensions()  # what a sheet says of its own size may be a lie; the scan has measured it
    rows = worksheet.iter_rows(min_row=1, max_row=found.last_row, min_col=1, max_col=found.last_column)
    for at, cells in enumerate(rows, start=1):
        row = {column: read for column, cell in enumerate(cells, start=1) if (read := _cell(cell)) is not None}
        if row:
            yield at, row


def _cell(cell: Any) -> Cell | None:
    value = cell.value
    if value is None or (isinstance(value, str) and not clean_text(value)):
        return None
    if cell.data_type == "e":
        return Cell(Typed(str(value), unreadable=True), error=str(value))
    if isinstance(value, str):
        lines = tuple(line for part in value.splitlines() if (line := clean_text(part)))
        return Cell(typed(value), lines, value)
    if isinstance(value, bool):
        return Cell(typed(value))
    if isinstance(value, int | float):
        return Cell(number_of(value, cell.number_format), by_excel=True)
    if isinstance(value, datetime | date):
        return Cell(typed(value.date() if isinstance(value, datetime) else value), by_excel=True)
    return Cell(Typed(str(value)), by_excel=True)  # a time of day, a span: never a figure


def number_of(value: int | float, number_format: str) -> Typed:
    """Excel computes with 15 significant digits; the others are noise of the binary form (86.60000000000001)."""
    if isinstance(value, float) and not math.isfinite(value):
        return Typed(str(value))
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    percent = "%" in _SAID_ASIDE.sub("", number_format)
    shown = f"{(exact * 100 if percent else exact).normalize():f}" + ("%" if percent else "")
    return Typed(shown if len(shown) < 60 else f"{exact:e}", Fraction(exact), percent)


def _fill(sheet: Sheet, found: SheetScan) -> None:
    for merged in found.merged[:2000]:
        try:
            left, top, right, bottom = range_boundaries(merged)
        except ValueError:
            continue
        if left is None or top is None or right is None or bottom is None:
            continue
        text = sheet.text(top, left)
        if text:
            for row in range(top, min(bottom, FILLED_ROWS) + 1):
                for column in range(left, min(right, found.last_column + 1) + 1):
                    sheet.filled[row, column] = text
