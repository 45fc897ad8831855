"""The problems of a workbook: every one of a file at once, each with its sheet, row and column as Excel shows them.

The codes I100 ... stand in :mod:`data.imports.codes`. Problems of a single figure have the codes F101 ... of
:mod:`data.figures.refusals`, the same as on screen.
"""

from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter

from data.figures.raw import FigureProblem
from data.figures.refusals import ERROR
from data.imports.codes import CODES, FILE, NO_SHEETS, NOT_A_SHEET, ROW
from scoring.messages import Message, Problem
from scoring.period import Month


@dataclass(frozen=True)
class ImportProblem(Problem):
    """A problem of a workbook: where it stands as Excel shows it, and what stood there. ``row`` ``None``: the file.

    ``other_month``: the one month that the file is for, where it is not the chosen one.
    """

    sheet: str = ""
    row: int | None = None
    column: str | None = None
    value: str | None = None
    scope: str = FILE
    other_month: Month | None = None

    @property
    def refuses_file(self) -> bool:
        """True for an error that no choice of rows can get round."""
        return self.severity == ERROR and self.scope == FILE


def problem(
    code: str, /, *, sheet: str = "", row: int | None = None, column: int | None = None, text: str = "", **values: Any
) -> ImportProblem:
    """The problem ``code``; ``text`` is what stood there, ``{cell}`` is made from row and column."""
    scope, severity, what, cure = CODES[code]
    kind = values.get("kind")
    if isinstance(kind, str) and kind in NO_SHEETS:
        name, cure = NO_SHEETS[kind]
        what, values = NOT_A_SHEET, {**values, "kind": Message(name, {"kind": kind})}
    letter = get_column_letter(column) if column else None
    cell = f"{letter or ''}{row or ''}"
    known = {"cell": cell, "text": text[:80], **values}
    place = f"{sheet}!{cell}" if sheet and cell else sheet
    shown = text if text else None
    return ImportProblem(
        code, Message(what, known), Message(cure, known), place, severity, sheet, row, letter, shown, scope
    )


def of_figure(found: FigureProblem, sheet: str, row: int, column: int | None) -> ImportProblem:
    """A problem of one figure, at its cell."""
    letter = get_column_letter(column) if column else None
    place = f"{sheet}!{letter or ''}{row}"
    return ImportProblem(
        found.code,
        found.message,
        found.remedy,
        place,
        found.severity,
        sheet,
        row,
        letter,
        found.value or None,
        ROW,
    )
