"""What can be wrong with a workbook beside what can be wrong with any table: each at its sheet and cell."""

from dataclasses import dataclass
from typing import NamedTuple

from scoring.messages import Message, Problem, _

CODES: dict[str, tuple[str, str]] = {
    "C200": (
        _("This is not a workbook for a criteria table."),
        _("Write a blank one (thuoc tables --blank --out FILE.xlsx) and copy the table into it."),
    ),
    "C201": (
        _("The sheet “{name}” is missing."),
        _("Give the sheet its name back, or copy it from a blank workbook."),
    ),
    "C202": (
        _("The sheet “{name}” is not known; what stands on it would be lost."),
        _("Give it the name of one of these, or delete it: {names}."),
    ),
    "C203": (
        _("The headings of the sheet were not found."),
        _("Copy the row of headings from a blank workbook; the rows of the table stand below it."),
    ),
    "C204": (_("The heading “{text}” is not known here."), _("Correct it as a blank workbook has it, or remove it.")),
    "C205": (_("The heading “{text}” stands there twice."), _("Keep one of the two.")),
    "C206": (
        _("The column “{text}” is missing."),
        _("Copy it from a blank workbook: it says what each row stands for."),
    ),
    "C207": (_("“{text}” stands in a column without a heading."), _("Move it under its heading, or delete it.")),
    "C208": (
        _("The cells {text} are merged: nobody knows for which row they stand."),
        _("Unmerge them, and write into each row what belongs to it."),
    ),
    "C209": (
        _("The formula has no stored result."),
        _("Type the value itself, or open the file in Excel and save it."),
    ),
    "C210": (_("The cell shows the error {text}."), _("Type the value itself.")),
    "C211": (
        _("Excel has made a number of what was typed: {text}. A code such as 1.10 has become 1.1 that way."),
        _("Format the cell as Text, and type it again as the document prints it."),
    ),
    "C212": (
        _("Excel has made a date of what was typed: {text}."),
        _("Format the cell as Text, and type it again (2/3, 1.2)."),
    ),
    "C213": (_("“{one}” and “{other}” are both filled in."), _("Keep the one that the document says.")),
    "C214": (_("There is no {text} on the sheet “{name}”."), _("Correct the code, or add its row there.")),
    "C215": (
        _("“{text}” is no level for this row."),
        _("Write 1, 2, 3 or 4; a row is at most one level deeper than the row above it."),
    ),
    "C216": (
        _("{text} is scored as “{kind}”, which has no rows on this sheet."),
        _("Delete the row, or choose the way of scoring that the document has."),
    ),
    "C217": (
        _("The row does not say what it belongs to: “{name}” is blank."),
        _("Write the code there, or delete the row."),
    ),
    "C218": (_("{text} stands in two rows of this sheet."), _("Keep one of the two.")),
    "C219": (
        _("{text} has no row with the number {number} on the sheet “{name}”."),
        _("Correct the number, or leave it blank where the criterion has one rule only."),
    ),
}


class At(NamedTuple):
    """A cell: number of the sheet in the workbook, its name, row and column. They count from 1, 0 is the whole."""

    number: int
    sheet: str
    row: int = 0
    column: int = 0


@dataclass(frozen=True)
class CellProblem(Problem):
    """A problem of a criteria table at a cell, as Excel shows it. ``where`` says so in words."""

    sheet: str = ""
    row: int | None = None
    column: str | None = None
    where: Message | None = None
    order: tuple[int, int, int] = (0, 0, 0)


def at_cell(found: Problem, at: At | None, heading: str = "") -> CellProblem:
    """``found`` where it stands, under the column's ``heading``; ``None`` is the file as a whole."""
    if at is None:
        return CellProblem(found.code, found.message, found.remedy, severity=found.severity)
    from openpyxl.utils import get_column_letter  # late: every criteria file is checked with this module loaded

    letter = get_column_letter(at.column) if at.column else ""
    cell = f"{letter}{at.row or ''}"
    text = _("sheet “{sheet}”, cell {cell} (“{heading}”)") if heading else _("sheet “{sheet}”, cell {cell}")
    where = Message(text, {"sheet": at.sheet, "cell": cell, "heading": heading})
    if not cell:
        where = Message(_("sheet “{sheet}”"), {"sheet": at.sheet})
    return CellProblem(
        found.code,
        found.message,
        found.remedy,
        f"{at.sheet}!{cell}" if cell else at.sheet,
        found.severity,
        at.sheet,
        at.row or None,
        letter or None,
        where,
        (at.number, at.row, at.column),
    )


def problem(code: str, at: At | None = None, /, **values: object) -> CellProblem:
    """The problem ``code`` with the values of its sentences."""
    what, cure = CODES[code]
    shown = {name: value[:80] if isinstance(value, str) else value for name, value in values.items()}
    return at_cell(Problem(code, Message(what, shown), Message(cure, shown)), at)
