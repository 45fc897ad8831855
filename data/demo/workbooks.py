"""The demo department's monthly workbooks: the product's own form, filled in as a clerk would."""

import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from data.figures.observation import Observation
from data.imports.form import HEADINGS, Column
from data.imports.template import make_workbook
from data.units.known import KnownUnit
from scoring.indicator import Measure
from scoring.period import Month
from scoring.table import Table


def filled_workbook(
    table: Table,
    unit: KnownUnit,
    month: Month,
    figures: Mapping[str, str],
    stored: Mapping[str, Observation] | None = None,
    notes: Mapping[str, str] | None = None,
    *,
    demo: bool = False,
) -> bytes:
    """The form of ``month`` with ``figures`` (code to ``"12/15"``, ``"7"`` or ``"88.4"``) written into its cells.

    A figure without an entry is what ``stored`` (by code) has for it, else blank: not reported. A text that is no
    number is written as it is, as a clerk might. ``notes`` (by code) go into the column Ghi chú. ``demo``: the
    form is marked as one of invented figures.
    """
    book = load_workbook(io.BytesIO(make_workbook(table, unit, month, stored, demo=demo)))
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows())
    top = next(at for at, row in enumerate(rows) if row[0].value == HEADINGS[Column.CODE])
    place = {cell.value: index for index, cell in enumerate(rows[top])}
    for row in rows[top + 1 :]:
        code = str(row[0].value)
        written: dict[Column, Any] = {Column.NOTE: notes[code]} if notes and code in notes else {}
        if figures.get(code):
            written |= _written(figures[code], table.indicators[code].measure)
        for column, content in written.items():
            row[place[HEADINGS[column]]].value = content
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _written(text: str, measure: Measure) -> dict[Column, Any]:
    """What the clerk puts into which cells."""
    numerator, slash, denominator = text.partition("/")
    if slash:
        return {Column.NUMERATOR: int(numerator), Column.DENOMINATOR: int(denominator)}
    if not text.replace(".", "", 1).isdecimal():
        return {Column.VALUE: text}
    if measure is Measure.PERCENT:
        return {Column.VALUE: f"{text.replace('.', ',')}%"}
    return {Column.VALUE: Decimal(text) if "." in text else int(text)}
