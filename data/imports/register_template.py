"""The sheet of a register in the month's workbook: headings, one row a report or dossier, and where to say "none"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from data.figures.register_rows import RegisterRow, RowCell
from data.imports.demo_mark import mark
from data.imports.form import STATE_WORDS, TITLE
from data.imports.register_sheets import CODE_LABEL, columns_needed, sheet_name
from data.language import translator
from data.units.known import KnownUnit
from scoring.exact import decimal_text
from scoring.period import Month
from scoring.quantity import State
from scoring.register import ColumnType, Register, RegisterColumn
from scoring.table import Table

LANG = "vi"  # the form is in the language of the offices
YES, NO = "có", "không"
STATE_ROW, HEADING_ROW = 6, 7  # from 0
READY, LAST = 60, 2000  # rows drawn ready to fill in; the row to which drop-downs reach
WIDTHS = {
    ColumnType.TEXT: 34,
    ColumnType.COUNT: 13,
    ColumnType.NUMBER: 13,
    ColumnType.YES_NO: 13,
    ColumnType.DATE: 15,
}
EXCEL_DAY_0 = date(1899, 12, 30).toordinal()
HELP = 255  # characters; Excel allows no more


@dataclass(frozen=True)
class Filled:
    """What is stored of one register for the month: its rows, or the word that stands for all of it."""

    rows: Sequence[RegisterRow] = ()
    state: State | None = None


def add_register(
    book: Any,
    looks: Mapping[str, Any],
    table: Table,
    register: Register,
    unit: KnownUnit,
    month: Month,
    filled: Filled,
    *,
    demo: bool,
) -> None:
    """A sheet for ``register``. ``looks`` are the form's own cell formats; ``demo`` as the form itself says it."""
    t = translator(LANG)
    page, columns = book.add_worksheet(sheet_name(register)), list(register.columns.values())
    last = max(len(columns) - 1, 1)
    above = (
        (register.title, "title", 26),
        (TITLE.format(number=month.number, year=month.year), "line", 18),
        (unit.name, "line", 18),
        (f"{CODE_LABEL}: {register.code}", "small", 14),
        (mark(LANG) if demo else "", "mark", 16),
        (
            t(
                "One row for each. Fill in every column marked *: a blank one is not taken for 0. Rows are those of "
                "this month alone; days as day/month/year. The product forms the figures from the rows by itself."
            ),
            "help",
            46,
        ),
    )
    for at, (text, look, height) in enumerate(above):
        page.merge_range(at, 0, at, last, "", looks[look])
        page.write_string(at, 0, text, looks[look])
        page.set_row(at, height)
    page.write_string(STATE_ROW, 0, t("No row in this month? Choose the words in the next cell:"), looks["help"])
    page.set_row(STATE_ROW, 32)
    words = list(STATE_WORDS.values())
    page.write_string(STATE_ROW, 1, STATE_WORDS[filled.state] if filled.state else "", looks["note"])
    page.data_validation(STATE_ROW, 1, STATE_ROW, 1, {"validate": "list", "source": words, "show_error": False})
    needed = columns_needed(table, register)
    shown, plain = _looks(book, edged=True), _looks(book, edged=False)
    for place, column in enumerate(columns):
        _column(page, looks["heading"], plain, place, column, needed=column in needed)
    page.set_row(HEADING_ROW, 32)
    for at in range(HEADING_ROW + 1, HEADING_ROW + 1 + max(READY, len(filled.rows) + READY // 2)):
        row = filled.rows[at - HEADING_ROW - 1] if at - HEADING_ROW - 1 < len(filled.rows) else None
        for place, column in enumerate(columns):
            _cell(page, at, place, column, row.cells.get(column.code) if row else None, shown[column.type])
    page.freeze_panes(HEADING_ROW + 1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEADING_ROW)
    if demo:
        page.set_header(f"&C&B{mark(LANG)}")
    page.set_footer("&C&P/&N")


def _looks(book: Any, *, edged: bool) -> dict[ColumnType, Any]:
    cell: dict[str, object] = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
    edge: dict[str, object] = {"border": 1, "border_color": "#8C8C8C"} if edged else {}
    formats: dict[ColumnType, dict[str, object]] = {
        ColumnType.TEXT: {"num_format": "@", "text_wrap": True},
        ColumnType.COUNT: {"num_format": "#,##0", "align": "right"},
        ColumnType.NUMBER: {"align": "right"},
        ColumnType.YES_NO: {"num_format": "@", "align": "center"},
        ColumnType.DATE: {"num_format": "dd/mm/yyyy", "align": "center"},
    }
    return {kind: book.add_format({**cell, **edge, **look}) for kind, look in formats.items()}


def _column(
    page: Any, look: Any, shown: Mapping[ColumnType, Any], place: int, column: RegisterColumn, *, needed: bool
) -> None:
    t = translator(LANG)
    # The whole column has its format, so that a text below the rows drawn ready stays a text.
    page.set_column(place, place, WIDTHS[column.type] + (10 if column.key else 0), shown[column.type])
    page.write_string(HEADING_ROW, place, f"{column.title} *" if needed else column.title, look)
    helps = {
        ColumnType.TEXT: t("Write the words or the code."),
        ColumnType.COUNT: t("Write a whole number."),
        ColumnType.NUMBER: t("Write the number; the decimal mark is a comma."),
        ColumnType.YES_NO: t("Answer “có” or “không”."),
        ColumnType.DATE: t("Write day/month/year, such as 31/10/2026."),
    }
    said = helps[column.type] + (" " + t("No two rows alike.") if column.key else "")
    guide: dict[str, Any] = {"validate": "any", "input_title": column.title[:32], "input_message": said[:HELP]}
    if column.type is ColumnType.YES_NO:
        guide = {**guide, "validate": "list", "source": [YES, NO], "show_error": False}
    page.data_validation(HEADING_ROW + 1, place, LAST, place, guide)


def _cell(page: Any, at: int, place: int, column: RegisterColumn, cell: RowCell | None, look: Any) -> None:
    """What is stored, so that Excel and the next import read the very same; blank where nothing is."""
    if cell is None:
        page.write_blank(at, place, None, look)
    elif column.type is ColumnType.TEXT or cell.exact is None:
        page.write_string(at, place, cell.typed, look)
    elif column.type is ColumnType.DATE:
        page.write_number(at, place, int(cell.exact) - EXCEL_DAY_0, look)
    elif column.type is ColumnType.YES_NO:
        page.write_string(at, place, YES if cell.exact else NO, look)
    elif Fraction(str(float(cell.exact))) == cell.exact:
        page.write_number(at, place, float(cell.exact), look)
    else:
        page.write_string(at, place, decimal_text(cell.exact, 6).replace(".", ","), look)
