"""A sheet to be printed: the few ways in which the exports write a cell, and the page they stand on.

Text is always written as text: a title that begins with = + - @ stays a title, also after somebody edits the cell
(the quote prefix). Numbers stay numbers, formulas carry their exact value.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from textwrap import wrap
from typing import Any

import xlsxwriter

from scoring.exact import decimal_text

FONT = {"font_name": "Times New Roman", "font_size": 12}
_LONGEST = 32_000  # characters; Excel's limit is 32,767
LINE, TALLEST = 16.0, 400.0  # points: one line of the 12 point font, and nearly the most that Excel takes (409)
PRINTED = (714.0, 479.0)  # points: what an A4 page across leaves between its margins
_BOX = {"border": 1, "valign": "top", "text_wrap": True}
STYLES: Mapping[str, Mapping[str, Any]] = {
    "unit": {"bold": True},
    "title": {"bold": True, "font_size": 14, "align": "center", "valign": "vcenter", "text_wrap": True},
    "under_title": {"align": "center", "valign": "vcenter", "text_wrap": True},
    "italic": {"italic": True, "align": "center", "text_wrap": True},
    "mark": {"bold": True, "align": "center", "border": 2, "text_wrap": True},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "border": 1, "text_wrap": True},
    "text": _BOX,
    "bold": {**_BOX, "bold": True},
    "middle": {**_BOX, "align": "center"},
    "middle_bold": {**_BOX, "align": "center", "bold": True},
    "number": {**_BOX, "align": "right"},
    "number_bold": {**_BOX, "align": "right", "bold": True},
    "day": {**_BOX, "align": "center", "num_format": "dd/mm/yyyy"},
    "plain": {"text_wrap": True, "valign": "top"},
    "plain_bold": {"bold": True, "valign": "top"},
    "sign": {"bold": True, "align": "center"},
    "sign_hint": {"italic": True, "align": "center"},
}


class Paper:
    """One sheet. Rows and columns are counted from 0; ``columns`` are the widths in characters."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, columns: Sequence[float], marks: Sequence[str]) -> None:
        self.book = book
        self.sheet = book.add_worksheet(name)
        self.columns = tuple(columns)
        self.lines: dict[int, int] = {}
        self.last = len(columns) - 1
        self.formats: dict[tuple[str, str], Any] = {}
        for column, width in enumerate(columns):
            self.sheet.set_column(column, column, width)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=1.18, right=0.6, top=0.85, bottom=0.8)  # inches: 30, 15, 21, 20 mm
        self.sheet.set_header(page_header(marks))

    def style(self, name: str, number: str = "") -> Any:
        """The format ``name``, made once; ``number`` is an Excel number format."""
        if (name, number) not in self.formats:
            shown = {"num_format": number} if number else {}
            self.formats[name, number] = self.book.add_format({**FONT, **STYLES[name], **shown})
        return self.formats[name, number]

    def text(self, row: int, column: int, text: str, style: str = "text") -> None:
        """Write text as text; an empty one leaves a framed blank. The row is as high as its longest text needs."""
        if not text:
            self.blank(row, column, style)
            return
        self._heighten(row, lines_of(text, self.columns[column] * (1 if STYLES[style].get("bold") else 1.12)))
        self.sheet.write_string(row, column, harmless(text), self._quoted(style))

    def wide(self, row: int, text: str, style: str, first: int = 0) -> None:
        """Text over the whole width from column ``first``; the row is as high as the text needs."""
        self.sheet.merge_range(row, first, row, self.last, "", self._quoted(style))
        self.sheet.write_string(row, first, harmless(text), self._quoted(style))
        self.lines[row] = lines_of(text, sum(self.columns[first:]) * 0.9)
        self.sheet.set_row(row, self.lines[row] * STYLES[style].get("font_size", 12) * 1.4)

    def number(self, row: int, column: int, value: Fraction | None, decimals: int = 2, style: str = "number") -> None:
        """Write a number as a number; ``None`` is a blank, never 0. Beyond 15 digits Excel would alter it: text."""
        if value is None:
            self.blank(row, column, style)
            return
        text = decimal_text(value, 6)
        if len(text.strip("-").replace(".", "").lstrip("0")) > 15:
            self.text(row, column, text, style)
            return
        self.sheet.write_number(row, column, Decimal(text), self.style(style, number_format(decimals)))

    def formula(
        self, row: int, column: int, formula: str, value: Fraction | None, shown: str, style: str = "number_bold"
    ) -> None:
        """Write a formula with its exact value beside it; ``None`` is a formula that gives an empty text."""
        stored = "" if value is None else Decimal(value.numerator) / Decimal(value.denominator)
        self.sheet.write_formula(row, column, formula, self.style(style, shown), stored)

    def day(self, row: int, column: int, day: date | None) -> None:
        """Write a day as a day; ``None`` is a blank. Excel knows no day before 1900: text."""
        if day is None:
            self.blank(row, column, "day")
        elif day.year < 1901:
            self.text(row, column, f"{day:%d/%m}/{day.year:04d}", "middle")
        else:
            self.sheet.write_datetime(row, column, day, self.style("day"))

    def blank(self, row: int, column: int, style: str = "text") -> None:
        """A framed cell with nothing in it."""
        self.sheet.write_blank(row, column, None, self.style(style))

    def head(self, row: int, titles: Sequence[str]) -> None:
        """The header row: repeated on each printed page, and it stays in view on screen."""
        for column, title in enumerate(titles):
            self.text(row, column, title, "head")
        self.sheet.repeat_rows(row)
        self.sheet.freeze_panes(row + 1, 2)

    def keep_together(self, starts: Sequence[int], end: int) -> None:
        """A page break before the first of ``starts`` from which all up to ``end`` surely fits on one page.

        None where the whole sheet does. Programs differ in the heights of rows: the tail may take but half a page.
        """
        page = PRINTED[1] * max(1.0, sum(width * 6 + 4 for width in self.columns) / PRINTED[0])
        if self._height(0, end) < 0.85 * page or not starts:
            return
        firsts = [row for row in starts if row - 1 not in starts]  # a heading is not left without what it heads
        fitting = [row for row in firsts if self._height(row, end) < 0.5 * page]
        self.sheet.set_h_pagebreaks([min(fitting, default=max(firsts))])

    def _height(self, first: int, end: int) -> float:
        return sum(min(self.lines.get(row, 1) * LINE, TALLEST) for row in range(first, end))

    def _heighten(self, row: int, lines: int) -> None:
        """No spreadsheet program sets the height of wrapped rows when it opens a file: the file must say it."""
        if lines > self.lines.get(row, 1):
            self.lines[row] = lines
            self.sheet.set_row(row, min(lines * LINE, TALLEST))

    def _quoted(self, style: str) -> Any:
        if (style, "quoted") not in self.formats:
            self.formats[style, "quoted"] = self.book.add_format({**FONT, **STYLES[style], "quote_prefix": True})
        return self.formats[style, "quoted"]


def lines_of(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column of ``width`` characters, wrapped at words."""
    return sum(len(wrap(line, max(int(width), 4))) or 1 for line in text.split("\n"))


def harmless(text: str) -> str:
    """``text`` for a cell: cut to Excel's limit; xlsxwriter would take a text of the form <r>…</r> for its own XML."""
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return cut + " " if cut.startswith("<r>") and cut.endswith("</r>") else cut


def number_format(decimals: int) -> str:
    """Excel's format of a number; a Vietnamese Excel shows it as 1.234,50."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def page_header(marks: Sequence[str]) -> str:
    """The printed page header: the marks in the middle, the page number at the right. Excel allows 255 characters."""
    middle = " – ".join(marks).replace("&", "&&")[:180]
    return f'&C&"Times New Roman,Bold"&11{" " + middle if middle[:1].isdigit() else middle}&R&"Times New Roman"&11&P/&N'
