"""The workbook of a table, or a blank one to fill in."""

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from data.criteria.workbook.columns import Value
from data.criteria.workbook.guide import write_guide
from data.criteria.workbook.looks import Looks
from data.criteria.workbook.rows import Row, rows_of
from data.criteria.workbook.sheets import CHOICES, GUIDE, sheets
from data.criteria.workbook.words import answers, heading
from data.criteria.workbook.written_sheets import write_rows, write_upright
from data.criteria.yaml_text import Text

FONT = {"font_name": "Times New Roman", "font_size": 11}
# The text of a cell is never taken for anything else: no formula, no number, no link.
LITERAL = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def workbook_name(table_id: str = "") -> str:
    """``bang-tieu-chi_<id>.xlsx``, or the name of a blank one."""
    return f"bang-tieu-chi_{table_id or 'moi'}.xlsx"


def make_workbook(content: Mapping[str, Text] | None = None) -> bytes:
    """The workbook of the raw content of a criteria file; without one a blank workbook.

    :class:`~data.criteria.workbook.looks.NotInACell` for a text that no cell holds. The same content gives the same
    bytes: the file carries no time of its making.
    """
    rows = rows_of(content) if content is not None else {one.key: [] for one in sheets()}
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {**LITERAL, "default_format_properties": dict(FONT)}) as book:
        book.set_properties({"title": str((content or {}).get("title", "")), "created": datetime(2022, 1, 1)})  # noqa: DTZ001
        looks = Looks(book)
        write_guide(book.add_worksheet(GUIDE), looks)
        pages = {one.key: book.add_worksheet(one.title) for one in sheets()}
        choices = _write_choices(book.add_worksheet(CHOICES), looks)
        names = _names(rows["tree"])
        for one in sheets():
            if one.upright:
                write_upright(pages[one.key], looks, one, rows[one.key], choices)
            else:
                write_rows(pages[one.key], looks, one, rows[one.key], choices, names)
        if content is not None:
            pages["table"].activate()
    return target.getvalue()


def _names(tree: list[Row]) -> dict[str, tuple[str, str]]:
    """Title and way of scoring of each criterion, as the other sheets show them."""
    column = next(one for key in sheets() if key.key == "tree" for one in key.columns if one.path == ("rule", "kind"))
    called = answers("tree", column)
    found: dict[str, tuple[str, str]] = {}
    for row in tree:
        kind = row.values.get(("rule", "kind"), "")
        found.setdefault(row.values.get(("id",), ""), (row.values.get(("title",), ""), called.get(kind, kind)))
    return found


def _write_choices(page: Any, looks: Looks) -> dict[tuple[str, ...], str]:
    """Each choice with its answers in a column of its own, for the drop-downs; where each stands."""
    found: dict[tuple[str, ...], str] = {}
    for one in sheets():
        for column in one.columns:
            if column.value is not Value.CHOICE or column.choices in found:
                continue
            place = len(found)
            page.set_column(place, place, 36)
            page.write_string(0, place, heading(one.key, column.path).shown, looks.of("heading"))
            for at, shown in enumerate(answers(one.key, column).values(), start=1):
                page.write_string(at, place, shown, looks.of("text"))
            found[column.choices] = f"'{CHOICES}'!{xl_range_abs(1, place, len(column.choices), place)}"
    page.freeze_panes(1, 0)
    return found
