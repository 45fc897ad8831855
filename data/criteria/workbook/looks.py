"""How the cells of the workbook look, and how a text is written so that it is read back to the letter."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import xlsxwriter

from data.criteria.workbook.columns import Column, Value
from data.exports.paper import harmless
from data.imports.sheets import number_of
from data.problems import UserError
from scoring.messages import Message, _

GREEN, PALE, GREY, LINE = "#0B6E4F", "#E3F1EC", "#EDEDED", "#A6A6A6"
LONGEST = 32_000  # characters; Excel's own limit is 32,767
FIRST_DAY = date(1900, 3, 1)  # Excel believes in a 29 February 1900
WIDTHS = {
    Value.TEXT: 34,
    Value.ID: 12,
    Value.CODE: 30,
    Value.INPUT: 32,
    Value.NUMBER: 12,
    Value.POINTS: 12,
    Value.DAY: 13,
    Value.YES_NO: 13,
    Value.CHOICE: 30,
}
_DECIMAL = re.compile(r"(-?\d{1,12})(?:\.(\d{1,6}))?(%?)")
_BOX = {"border": 1, "border_color": LINE, "valign": "top"}
_TEXT = {**_BOX, "num_format": "@", "text_wrap": True, "quote_prefix": True}
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 13, "font_color": GREEN, "valign": "vcenter"},
    "section": {"bold": True, "font_size": 12, "bg_color": PALE, "valign": "top", "text_wrap": True},
    "line": {"text_wrap": True, "valign": "top"},
    "strong": {"text_wrap": True, "valign": "top", "bold": True},
    "quote": {"text_wrap": True, "valign": "top", "italic": True},
    "heading": {
        **_BOX,
        "bold": True,
        "bg_color": GREEN,
        "font_color": "#FFFFFF",
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
    },
    "label": {**_BOX, "bold": True, "bg_color": PALE, "text_wrap": True},
    "help": {**_BOX, "italic": True, "font_color": "#595959", "text_wrap": True},
    "shown": {**_BOX, "italic": True, "font_color": "#595959", "bg_color": "#F7F7F7"},
    "text": _TEXT,
    "number": {**_BOX, "align": "right"},
    "any": {**_BOX, "text_wrap": True},
    "day": {**_BOX, "num_format": "dd/mm/yyyy", "align": "center"},
}


class NotInACell(UserError):
    """A text that no cell of a workbook can hold."""


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.made: dict[tuple[str, str, int], Any] = {}

    def of(self, look: str, number: str = "", indent: int = 0) -> Any:
        """The format ``look``; ``number`` is an Excel number format."""
        key = (look, number, indent)
        if key not in self.made:
            more: dict[str, Any] = {"num_format": number} if number else {}
            more |= {"indent": indent} if indent else {}
            self.made[key] = self.book.add_format({**LOOKS[look], **more})
        return self.made[key]

    def blank(self, column: Column) -> Any:
        """The format of a cell that is still to be filled in."""
        if column.value is Value.DAY:
            return self.of("day")
        return self.of("any" if column.free else "number" if column.numeric else "text")


def write_value(looks: Looks, sheet: Any, row: int, place: int, text: str, column: Column, indent: int = 0) -> None:
    """Write ``text``: as a number or a day only where reading it gives the same text again, else as text."""
    number, shown = _number(text) if column.numeric else (None, "")
    if number is not None:
        sheet.write_number(row, place, number, looks.of("number", shown))
        return
    if column.value is Value.DAY and (day := _day(text)) is not None:
        sheet.write_datetime(row, place, day, looks.of("day"))
        return
    if len(text) > LONGEST:
        raise NotInACell(
            "C220",
            Message(
                _("A text of {count} characters is too long for a cell: {text}"),
                {"count": len(text), "text": text[:60]},
            ),
            Message(
                _("Shorten it in the criteria file; a workbook holds {most} characters in a cell."), {"most": LONGEST}
            ),
        )
    sheet.write_string(row, place, harmless(text), looks.of("text", indent=indent))


def _number(text: str) -> tuple[float | None, str]:
    """The number that Excel would show as ``text``, and its number format; ``None`` where it is not to be had."""
    found = _DECIMAL.fullmatch(text)
    if not found:
        return None, ""
    whole, decimals, percent = found[1], found[2] or "", found[3]
    number = float(f"{whole}.{decimals or '0'}") / (100 if percent else 1) + 0.0  # never -0
    shown = ("0." + "0" * len(decimals) if decimals else "0") + "%" if percent else ""
    again = number_of(float(f"{number:.15g}"), shown or "General")
    return (number, shown) if again.text == text else (None, "")


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= FIRST_DAY and day.isoformat() == text else None
