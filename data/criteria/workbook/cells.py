"""What one cell says, as the text that a criteria file would have: what Excel has made of it is undone or refused.

A number is a number wherever numbers stand; where a code or words stand it may have lost its zeros (1.10 is 1.1 to
Excel) and is refused. Outer spaces, no-break spaces of codes and numbers, and decomposed letters are put right.
"""

import re
import unicodedata
from datetime import date

from data.criteria.workbook.columns import Column, Value
from data.criteria.workbook.problems import At, CellProblem, problem
from data.evidence.cleaning import clean_text
from data.figures.typed import fold
from data.imports.sheets import Cell

ANSWERED = {"co": "yes", "khong": "no"}
_WHOLE = re.compile(r"-?\d+")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_CARRIAGE = re.compile(r"(?:_x000D_|\r)?\n|_x000D_|\r")


def read_cell(cell: Cell, column: Column, known: dict[str, str], at: At) -> tuple[str | None, CellProblem | None]:
    """The text of the cell, or ``None`` and what is wrong. ``known`` are the folded answers of a choice."""
    if cell.not_computed:
        return None, problem("C209", at)
    if cell.error:
        return None, problem("C210", at, text=cell.error)
    if cell.by_excel and cell.given.day is not None:
        return _of_day(cell, column, at)
    if cell.by_excel and not (column.numeric or column.several or _WHOLE.fullmatch(cell.given.text)):
        return None, problem("C211", at, text=cell.given.text)
    if cell.by_excel:
        return cell.given.text, None
    if not cell.written:  # TRUE or FALSE
        said = {"TRUE": "yes", "FALSE": "no"}[cell.given.text]
        return (said, None) if column.value is Value.YES_NO else (None, problem("C211", at, text=cell.given.text))
    return _of_text(cell.written, column, known), None


def _of_day(cell: Cell, column: Column, at: At) -> tuple[str | None, CellProblem | None]:
    if column.value is not Value.DAY or cell.given.day is None:
        return None, problem("C212", at, text=cell.given.text)
    return cell.given.day.isoformat(), None


def _of_text(text: str, column: Column, known: dict[str, str]) -> str:
    if column.value is Value.TEXT:
        return words(text)
    plain = clean_text(text)
    if column.value is Value.CHOICE:
        return known.get(fold(plain), plain)
    if column.value is Value.YES_NO:
        return ANSWERED.get(fold(plain), plain)
    if column.value is Value.DAY and (found := _DAY.fullmatch(plain)):
        return _day(int(found[3]), int(found[2]), int(found[1])) or plain
    return plain


def words(text: str) -> str:
    """``text`` as it was meant: NFC, without outer spaces and without control characters but line breaks and tabs."""
    lines = _CARRIAGE.sub("\n", unicodedata.normalize("NFC", text))
    kept = (one for one in lines if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs"))
    return "".join(kept).strip()


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
