"""The workbook of a month, ready to fill in: codes and names in place, what does not apply in grey, text as text."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import xlsxwriter

from data.exports.paper import lines_of
from data.figures.observation import Observation
from data.figures.raw import DECIMALS, Part, in_points
from data.imports.demo_mark import is_demo, mark
from data.imports.form import FORMED, HEADINGS, STATE_WORDS, TITLE, Column
from data.imports.register_template import Filled, add_register
from data.imports.stamp import stamped, write_stamp
from data.language import translator
from data.units.known import KnownUnit
from scoring.exact import decimal_text
from scoring.indicator import Indicator, Measure
from scoring.period import Month
from scoring.quantity import State
from scoring.table import Table

# The form is in the language of the offices, whatever the language of the screen.
LANG = "vi"
COLUMNS = tuple(HEADINGS)
WIDTHS = {
    Column.CODE: 25,
    Column.NAME: 56,
    Column.UNIT: 14,
    Column.NUMERATOR: 14,
    Column.DENOMINATOR: 14,
    Column.VALUE: 17,
    Column.NOTE: 26,
}
FILLED_IN = {
    Measure.RATIO: (Column.NUMERATOR, Column.DENOMINATOR),
    Measure.PERCENT: (Column.VALUE,),
    Measure.COUNT: (Column.VALUE,),
    Measure.NUMBER: (Column.VALUE,),
}
GREEN, GREY, LINE = "#0B6E4F", "#D9D9D9", "#8C8C8C"
HEADING_ROW = 6  # from 0
LAST = len(COLUMNS) - 1


@dataclass(frozen=True)
class _Page:
    """The sheet under way and its cell formats."""

    sheet: Any
    formats: Mapping[str, Any]

    def across(self, row: int, text: str, look: str, height: int) -> None:
        """One line of text over the whole width."""
        self.sheet.merge_range(row, 0, row, LAST, "", self.formats[look])
        self.sheet.write_string(row, 0, text, self.formats[look])
        self.sheet.set_row(row, height)


def workbook_name(table: Table, unit: KnownUnit, month: Month) -> str:
    """``so-lieu_<unit>_<table>_2022-06.xlsx``: ASCII, no two forms alike, with the month where the import looks."""
    return f"so-lieu_{unit.id}_{table.id}_{month}.xlsx"


def make_workbook(
    table: Table,
    unit: KnownUnit,
    month: Month,
    stored: Mapping[str, Observation] | None = None,
    *,
    demo: bool = False,
    registers: Mapping[str, Filled] | None = None,
) -> bytes:
    """The form of ``unit`` for ``month``: a row for each indicator of ``table`` that is a number in a sheet.

    ``stored`` (by code) is filled in where given, ``registers`` (by code) too, so that a correction starts from what is
    in force. A form
    with an invented figure, of a demo unit, or for ``demo`` figures to be filled in says so in its heading, in print
    and in its stamp. The same arguments give the same bytes: the file carries no time of its making.
    """
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": TITLE.format(number=month.number, year=month.year), "created": datetime(2022, 1, 1)})  # noqa: DTZ001
    page = _Page(book.add_worksheet(f"Thang {month.number}-{month.year}"), _formats(book))
    numbers = [indicator for indicator in table.indicators.values() if not indicator.on_screen]
    in_sheet = [indicator for indicator in numbers if indicator.in_sheet]
    demo = demo or unit.demo or is_demo(stored or {}, numbers)
    _top(page, table, unit, month, demo=demo)
    for at, indicator in enumerate(in_sheet, start=HEADING_ROW + 1):
        _row(page, at, indicator, (stored or {}).get(indicator.code))
    _below(page, HEADING_ROW + len(in_sheet) + 2, table)
    _print_setup(page, HEADING_ROW + len(in_sheet) + 2, demo=demo)
    for register in table.registers.values():
        filled = (registers or {}).get(register.code, Filled())
        add_register(book, page.formats, table, register, unit, month, filled, demo=demo)
    write_stamp(book, stamped(table, unit, month, demo=demo))
    book.close()
    return target.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    cell = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter", "text_wrap": True}
    edged = {**cell, "border": 1, "border_color": LINE}
    looks: dict[str, dict[str, object]] = {
        "title": {**cell, "bold": True, "font_size": 15, "align": "center", "font_color": GREEN},
        "line": {**cell, "align": "center"},
        "mark": {**cell, "bold": True, "align": "center", "font_color": "#B00020"},
        "small": {**cell, "font_size": 8, "align": "center", "font_color": "#595959"},
        "help": {**cell, "italic": True, "align": "left"},
        "heading": {**edged, "bold": True, "align": "center", "bg_color": GREEN, "font_color": "#FFFFFF"},
        "code": {**edged, "num_format": "@", "font_name": "Consolas", "font_size": 9},
        "name": edged,
        "bold": {"font_name": "Times New Roman", "font_size": 11},
        "counts": {"font_name": "Times New Roman", "font_size": 9, "italic": True, "font_color": "#595959"},
        "unit": {**edged, "align": "center"},
        "count": {**edged, "num_format": "#,##0", "align": "right"},
        # Excel turns a typed 86,6% into a percentage only where the cell has no other number format.
        "number": {**edged, "align": "right"},
        "grey": {**edged, "bg_color": GREY},
        "note": {**edged, "num_format": "@"},
    }
    # A stored percentage keeps its sign, so that 0,5% cannot be taken for 50%.
    for decimals in range(DECIMALS + 1):
        shown = "0." + "0" * decimals if decimals else "0"
        looks[f"percent {decimals}"] = {**edged, "num_format": f"{shown}%", "align": "right"}
    return {name: book.add_format(look) for name, look in looks.items()}


def _top(page: _Page, table: Table, unit: KnownUnit, month: Month, *, demo: bool) -> None:
    t = translator(LANG)
    page.across(0, TITLE.format(number=month.number, year=month.year), "title", 26)
    page.across(1, unit.name, "line", 18)
    page.across(2, table.title, "line", 34 if len(table.title) > 110 else 18)
    marks = [t("TEMPLATE TABLE – not issued by any authority")] if table.template else []
    marks += [t("EXCERPT – not the whole criteria table")] if table.excerpt and not table.template else []
    page.across(3, " · ".join([*marks, mark(LANG)] if demo else marks), "mark", 16)
    page.across(
        4,
        t(
            "Form {form} · table {table} · edition {edition} · unit {unit} · month {month} · thước {product}",
            **{key.value: value for key, value in stamped(table, unit, month).items()},
        ),
        "small",
        14,
    )
    page.across(
        5,
        t(
            "Fill in the white cells; grey ones do not apply. Not known yet: leave blank. Nothing arose or not "
            "applicable: choose the words in the column Giá trị. Figures are those of this month alone, except where "
            "the row counts since January or at the end of the month."
        ),
        "help",
        32,
    )
    for place, column in enumerate(COLUMNS):
        page.sheet.set_column(place, place, WIDTHS[column])
        page.sheet.write_string(HEADING_ROW, place, HEADINGS[column], page.formats["heading"])
    page.sheet.set_row(HEADING_ROW, 24)


def _row(page: _Page, at: int, indicator: Indicator, stored: Observation | None) -> None:
    place = {column: COLUMNS.index(column) for column in COLUMNS}
    page.sheet.write_string(at, place[Column.CODE], indicator.code, page.formats["code"])
    _name(page, at, place[Column.NAME], indicator)
    page.sheet.write_string(at, place[Column.UNIT], indicator.unit, page.formats["unit"])
    for column in (Column.NUMERATOR, Column.DENOMINATOR, Column.VALUE):
        applies = column in FILLED_IN[indicator.measure]
        counted = column is not Column.VALUE or indicator.measure is Measure.COUNT
        look = ("count" if counted else "number") if applies or column is Column.VALUE else "grey"
        content = _stored(stored, column)
        if column is Column.VALUE and isinstance(content, Fraction) and in_points(indicator, Part.VALUE):
            _fill_in_percent(page, at, place[column], content)
        else:
            _fill_in(page, at, place[column], content, page.formats[look])
        if look != "grey":
            _guide(page, at, place[column], indicator, column)
    _fill_in(page, at, place[Column.NOTE], stored.note if stored else None, page.formats["note"])


def _name(page: _Page, at: int, place: int, indicator: Indicator) -> None:
    """The name, and under it what is counted; the import reads the first line as the name.

    The row's height is written down: few programs fit wrapped rows when they open a file.
    """
    t = translator(LANG)
    title = " ".join(indicator.title.split())
    width = WIDTHS[Column.NAME]
    below = [t(FORMED[indicator.formation])] if indicator.formation in FORMED else []
    if indicator.measure is Measure.RATIO and (indicator.numerator or indicator.denominator):
        counted = {"numerator": indicator.numerator, "denominator": indicator.denominator}
        below.append(t("Numerator: {numerator}. Denominator: {denominator}.", **counted))
    if not below:
        page.sheet.write_string(at, place, title, page.formats["name"])
        page.sheet.set_row(at, 15 * lines_of(title, width * 1.15) + 5)
        return
    counts = " ".join(below)
    bold, small = page.formats["bold"], page.formats["counts"]
    page.sheet.write_rich_string(at, place, bold, title, small, "\n" + counts, page.formats["name"])
    page.sheet.set_row(at, 15 * lines_of(title, width * 1.15) + 11.5 * lines_of(counts, width * 1.55) + 5)


def _guide(page: _Page, at: int, place: int, indicator: Indicator, column: Column) -> None:
    """What to write, shown when the cell is chosen; the value column offers the words for what is no number."""
    t = translator(LANG)
    help_texts = {
        Column.NUMERATOR: indicator.numerator,
        Column.DENOMINATOR: indicator.denominator,
        Column.VALUE: {
            Measure.RATIO: t("Leave blank when numerator and denominator are filled in."),
            Measure.PERCENT: t("Write the percentage, such as 86,6%."),
            Measure.COUNT: t("Write a whole number."),
        }.get(indicator.measure, t("Write the number; the decimal mark is a comma.")),
    }
    guide: dict[str, object] = {"validate": "any"}
    if column is Column.VALUE:
        # Only of a ratio does a rule say what it earns when nothing arose; a count of nothing is 0.
        words = [
            w for s, w in STATE_WORDS.items() if s is not State.NOTHING_AROSE or indicator.measure is Measure.RATIO
        ]
        guide = {"validate": "list", "source": words, "show_error": False}
    help_text = help_texts[column]
    if help_text:
        guide |= {"input_title": HEADINGS[column], "input_message": help_text[:255]}
    if column is Column.VALUE or help_text:
        page.sheet.data_validation(at, place, at, place, guide)


def _stored(stored: Observation | None, column: Column) -> Fraction | str | None:
    if stored is None:
        return None
    if stored.state is not State.MEASURED:
        return STATE_WORDS[stored.state] if column is Column.VALUE else None
    return {
        Column.NUMERATOR: stored.numerator,
        Column.DENOMINATOR: stored.denominator,
        Column.VALUE: stored.value,
    }[column]


def _fill_in(page: _Page, at: int, place: int, content: Fraction | str | None, look: Any) -> None:
    """A number as a number where Excel keeps all its digits, else as a text; blank where nothing is stored."""
    if not content and not isinstance(content, Fraction):
        page.sheet.write_blank(at, place, None, look)
    elif isinstance(content, str):
        page.sheet.write_string(at, place, content, look)
    elif _kept(content):
        page.sheet.write_number(at, place, float(content), look)
    else:
        page.sheet.write_string(at, place, decimal_text(content, 6).replace(".", ","), look)


def _fill_in_percent(page: _Page, at: int, place: int, points: Fraction) -> None:
    """86.6 points as the number 0.866 that is shown as 86,6%."""
    _whole, _mark, decimals = decimal_text(abs(points), DECIMALS).partition(".")
    share, look = points / 100, page.formats[f"percent {len(decimals)}"]
    if _kept(share):
        page.sheet.write_number(at, place, float(share), look)
    else:
        page.sheet.write_string(at, place, decimal_text(points, DECIMALS).replace(".", ",") + "%", look)


def _kept(number: Fraction) -> bool:
    """True for what Excel keeps: fifteen digits."""
    return Fraction(Decimal(f"{float(number):.15g}")) == number


def _below(page: _Page, at: int, table: Table) -> None:
    """What else the table needs and a sheet cannot take."""
    t = translator(LANG)
    others = [" ".join(indicator.title.split()) for indicator in table.indicators.values() if indicator.on_screen]
    if others:
        text = t("Entered on screen, not in this form: {titles}.", titles="; ".join(others))
        page.across(at, text, "help", 15 * (1 + len(text) // 150))
    formed = [" ".join(one.title.split()) for one in table.indicators.values() if one.rows is not None]
    if formed:
        text = t("Formed from the sheets of the registers, not typed here: {titles}.", titles="; ".join(formed))
        page.across(at + 1, text, "help", 15 * (1 + len(text) // 150))


def _print_setup(page: _Page, last_row: int, *, demo: bool) -> None:
    page.sheet.freeze_panes(HEADING_ROW + 1, 2)
    page.sheet.set_landscape()
    page.sheet.set_paper(9)
    page.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.sheet.fit_to_pages(1, 0)
    page.sheet.repeat_rows(HEADING_ROW)
    page.sheet.print_area(0, 0, last_row, LAST)
    if demo:
        page.sheet.set_header(f"&C&B{mark(LANG)}")
    page.sheet.set_footer("&C&P/&N")
