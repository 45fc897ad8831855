"""A workbook as people and programs see it: cells, formulas recomputed by other means, and the grid as text."""

import io
import re
from decimal import Decimal
from fractions import Fraction

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

MASKED = ("Giải trình", "Thời điểm nhập")  # sentences of the kernel have tests of their own; times pass
Value = Fraction | str | None


def books(content: bytes) -> tuple[Workbook, Workbook]:
    """The workbook with its formulas, and with their stored values."""
    return openpyxl.load_workbook(io.BytesIO(content)), openpyxl.load_workbook(io.BytesIO(content), data_only=True)


def is_formula(sheet: Worksheet, cell: str) -> bool:
    return sheet[cell].data_type == "f"


def recompute(sheet: Worksheet, cell: str) -> Value:
    """What ``cell`` gives: a number read exactly as written in the file, or the result of its formula."""
    found = sheet[cell].value
    if not is_formula(sheet, cell):
        return Fraction(Decimal(str(found))) if isinstance(found, int | float) else found
    text = found.removeprefix("=")
    if counted := re.fullmatch(r'COUNTIF\((.+),"(.+)"\)', text):
        return Fraction(sum(recompute(sheet, one) == counted[2] for one in _cells(counted[1])))
    if guarded := re.fullmatch(r'IF\(COUNT\(([A-Z0-9:,]+)\)=0,"",(.+)\)', text):
        return _number(sheet, guarded[2]) if _numbers(sheet, guarded[1]) else ""
    if re.match(r"(SUM|MIN|MAX)\(|0$", text):
        return _number(sheet, text)
    if divided := re.fullmatch(r'IF\((\w+)=0,"",(\w+)/\1\)', text):
        top, bottom = recompute(sheet, divided[2]), recompute(sheet, divided[1])
        return top / bottom if bottom else ""  # type: ignore[operator]
    raise AssertionError(f"no way to recompute {found}")


def rows_by_first_cell(sheet: Worksheet) -> dict[str, int]:
    """Row number by the text of column A."""
    return {str(row[0].value): row[0].row for row in sheet.iter_rows() if row[0].value is not None}


def row_with(sheet: Worksheet, text: str, column: str = "B") -> int:
    """The row in which ``column`` holds exactly ``text``."""
    return next(cell.row for cell in sheet[column] if cell.value == text)


def as_text(content: bytes) -> str:
    """The grid of every sheet: one line a cell, formulas with their stored values; times and sentences left out."""
    formulas, values = books(content)
    lines = []
    for sheet in formulas:
        lines += [f"== {sheet.title} | {sheet.oddHeader.center.text} | rows {sheet.print_title_rows}"]
        below: dict[int, int] = {}
        reasons = False
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            text = str(cell.value).replace("\n", " / ")
            reasons = reasons or text.endswith("và lý do")
            if text in MASKED:
                below[cell.column] = cell.row
            elif cell.data_type == "f":
                text += f" -> {values[sheet.title][cell.coordinate].value}"
            elif cell.row > below.get(cell.column, sheet.max_row):
                text = "..."
            elif reasons and ": " in text:
                text = text.split(": ")[0] + ": ..."
            lines.append(f"{cell.coordinate}\t{cell.data_type}\t{text}")
    return "\n".join(lines) + "\n"


def _cells(ranges: str) -> list[str]:
    found = []
    for part in ranges.split(","):
        left, top, right, bottom = range_boundaries(part)
        found += [f"{get_column_letter(c)}{r}" for r in range(top, bottom + 1) for c in range(left, right + 1)]
    return found


def _number(sheet: Worksheet, text: str) -> Fraction:
    """A sum of cells, held between numbers; or what a number lacks of such a sum."""
    if held := re.fullmatch(r"(MIN|MAX)\(([-\d.]+),(.+)\)", text):
        return (min if held[1] == "MIN" else max)(Fraction(held[2]), _number(sheet, held[3]))
    if less := re.fullmatch(r"([-\d.]+)-(SUM\(.+\))", text):
        return Fraction(less[1]) - _number(sheet, less[2])
    summed = re.fullmatch(r"SUM\(([A-Z0-9:,]+)\)", text)
    return sum(_numbers(sheet, summed[1]), Fraction(0)) if summed else Fraction(text)


def _numbers(sheet: Worksheet, ranges: str) -> list[Fraction]:
    return [number for cell in _cells(ranges) if isinstance(number := recompute(sheet, cell), Fraction)]
