"""The rows of a form: which are figures, which are sections, totals and signatures, and what stands in each cell."""

import re
from dataclasses import dataclass, field
from unicodedata import normalize

from data.figures.raw import Part
from data.figures.typed import Typed, fold, written_number
from data.imports.form import STAMP_SHEET, Column, Stamp
from data.imports.header import Header, repeats
from data.imports.problems import ImportProblem, problem
from data.imports.sheets import Cell, Sheet
from scoring.indicator import Indicator
from scoring.messages import Message, _
from scoring.table import Table

PARTS = {
    Column.NUMERATOR: Part.NUMERATOR,
    Column.DENOMINATOR: Part.DENOMINATOR,
    Column.VALUE: Part.VALUE,
    Column.NOTE: Part.NOTE,
}
FIGURES = (Column.NUMERATOR, Column.DENOMINATOR, Column.VALUE)
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-h])\)?(?:\s*=.*)?")
_SECTION_NUMBER = re.compile(r"[ivxlc]+[.)]?|\d+(?:\.\d+)*[.)]?|[a-hđ][.)]?")
_TOTAL = re.compile(r"(tong|cong)\b")


@dataclass(frozen=True)
class FormRow:
    """One row that is meant as a figure. ``indicator`` is ``None`` where the code names none (the problem is said)."""

    row: int
    code: str
    name: str
    unit: str
    cells: dict[Column, Cell]
    indicator: Indicator | None = None

    def given(self, column: Column) -> Typed:
        """What stands in a column; blank where the form or the row has nothing there."""
        cell = self.cells.get(column)
        return cell.given if cell else Typed()


@dataclass(frozen=True)
class Skipped:
    """A row that holds no figure, and why it was passed over."""

    row: int
    why: Message


@dataclass
class Form:
    """All rows below the heading, sorted into figures and others, with the problems of codes and cells."""

    header: Header
    rows: list[FormRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)


def read_stamp(sheets: list[Sheet]) -> dict[Stamp, str]:
    """What the product wrote into the file when it made it; empty for a file that it did not make."""
    for sheet in sheets:
        if sheet.name == STAMP_SHEET and not sheet.visible:
            texts = [(sheet.text(row, 1), sheet.text(row, 2)) for row in sheet.rows]
            return {Stamp(key): value for key, value in texts if key in set(Stamp)}
    return {}


def read_form(table: Table, header: Header) -> Form:
    """Every row below the heading. Nothing is passed over silently: a row is read, refused or listed as skipped."""
    form = Form(header)
    below = [row for row in sorted(header.sheet.rows) if row > header.bottom]
    titles = {fold(indicator.title): indicator for indicator in table.indicators.values()}
    coded = [row for row in below if table.indicators.get(_cells(header, row).code)]
    last = max(coded, default=0)
    for row in below:
        read = _cells(header, row)
        why = _not_a_figure(form, table, read, titles, row > last)
        if why is not None:
            form.skipped.append(Skipped(row, why))
        else:
            _read_row(form, table, read, titles)
    if not any(row.indicator for row in form.rows) and any(one.in_sheet for one in table.indicators.values()):
        form.problems.append(problem("I118", sheet=header.sheet.name))
    return form


def _cells(header: Header, row: int) -> FormRow:
    here = header.sheet.rows[row]
    cells = {column: here[place] for column, place in header.columns.items() if place in here}
    name = cells.get(Column.NAME)
    return FormRow(
        row,
        _text(cells, Column.CODE).upper(),
        name.lines[0] if name and name.lines else _text(cells, Column.NAME),
        _text(cells, Column.UNIT),
        cells,
    )


def _text(cells: dict[Column, Cell], column: Column) -> str:
    return cells[column].given.text if column in cells else ""


def _not_a_figure(
    form: Form, table: Table, read: FormRow, titles: dict[str, Indicator], after_all: bool
) -> Message | None:
    """Why the row is no figure, or ``None`` when it is one, or tries to be one."""
    if read.code in table.indicators:
        return None
    here = form.header.sheet.rows[read.row]
    texts = [fold(cell.given.text) for cell in here.values()]
    if all(_COLUMN_NUMBER.fullmatch(text) for text in texts) and len(texts) >= 3 and not form.rows:
        return Message(_("column numbers"))
    if repeats(form.header.sheet, read.row):
        return Message(_("the heading again"))
    if fold(read.name) in titles:
        return None
    if _is_total(read.code) or (not _is_code(read) and _is_total(read.name)):
        return Message(_("a total"))
    if any(_is_figure(read.cells[column]) for column in FIGURES if column in read.cells):
        return None
    if _is_code(read):
        return None
    if after_all:
        return Message(_("a note or signature below the figures"))
    return Message(_("a section heading or a note"))


def _is_total(text: str) -> bool:
    """True for "Tổng cộng", "CỘNG (I)"; "Công văn đến" is no total, though without accents it begins like one."""
    return bool(_TOTAL.match(fold(text))) and not normalize("NFC", text).strip().casefold().startswith("công")


def _is_figure(cell: Cell) -> bool:
    """True for what could be a figure: a number, a state, a formula, an error; not for a name under a signature."""
    given = cell.given
    return bool(cell.error or cell.not_computed or given.state or given.day or written_number(given))


def _is_code(read: FormRow) -> bool:
    """True for a text that looks like a code and not like the number of a section or a sentence."""
    code = read.code
    return bool(code) and " " not in code and len(code) <= 40 and not _SECTION_NUMBER.fullmatch(fold(code))


def _read_row(form: Form, table: Table, read: FormRow, titles: dict[str, Indicator]) -> None:
    indicator = table.indicators.get(read.code)
    row = FormRow(read.row, read.code, read.name, read.unit, read.cells, indicator)
    form.rows.append(row)
    form.problems += _code_problems(form.header, row, titles)
    for column in (*FIGURES, Column.NOTE):
        cell = row.cells.get(column)
        at = {"sheet": form.header.sheet.name, "row": row.row, "column": form.header.column(column)}
        if cell is not None and cell.not_computed:
            form.problems.append(problem("I130", **at))  # type: ignore[arg-type]
        elif cell is not None and cell.error:
            form.problems.append(problem("I131", **at, text=cell.error))  # type: ignore[arg-type]
    if indicator is not None and row.row in form.header.sheet.hidden_rows:
        form.problems.append(problem("I138", sheet=form.header.sheet.name, row=row.row, text=row.code))


def _code_problems(header: Header, row: FormRow, titles: dict[str, Indicator]) -> list[ImportProblem]:
    """Whether code, name and unit of measurement belong together; the code decides, the name suggests."""
    sheet, at = header.sheet.name, row.row
    meant = titles.get(fold(row.name))
    place = header.column(Column.CODE)
    if row.indicator is None:
        cell = row.cells.get(Column.CODE)
        suggestion = Message(_(", perhaps {code}"), {"code": meant.code}) if meant else ""
        if cell is None:
            return [problem("I135", sheet=sheet, row=at, column=place, suggestion=suggestion)]
        text = cell.given.text
        if cell.by_excel:
            return [problem("I134", sheet=sheet, row=at, column=place, text=text, suggestion=suggestion)]
        if meant:
            return [problem("I133", sheet=sheet, row=at, column=place, text=text, code=meant.code)]
        return [problem("I132", sheet=sheet, row=at, column=place, text=text)]
    found = []
    name, unit = header.column(Column.NAME), header.column(Column.UNIT)
    if meant and meant is not row.indicator and fold(row.indicator.title) != fold(row.name):
        wrong = {"code": row.code, "other": meant.code}
        found.append(problem("I139", sheet=sheet, row=at, column=name, text=row.name, **wrong))
    elif row.name and fold(row.name) != fold(row.indicator.title):
        right = {"code": row.code, "name": row.indicator.title}
        found.append(problem("I140", sheet=sheet, row=at, column=name, text=row.name, **right))
    if row.unit and fold(row.unit) != fold(row.indicator.unit):
        known = row.indicator.unit or "–"
        found.append(problem("I141", sheet=sheet, row=at, column=unit, text=row.unit, unit=known))
    return found
