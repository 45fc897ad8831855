"""The demo department's monthly workbooks: the product's own form, filled in as a clerk would."""

import io
from collections.abc import Mapping

from openpyxl import load_workbook

from data.imports.form import HEADINGS, Column
from data.imports.template import make_workbook
from data.units.known import KnownUnit
from scoring.period import Month
from scoring.table import Table


def filled_workbook(table: Table, unit: KnownUnit, month: Month, figures: Mapping[str, str]) -> bytes:
    """The form of ``month`` with ``figures`` (code to ``"12/15"``, ``"7"`` or ``"88.4"``) written into its cells.

    A figure without an entry stays blank: not reported.
    """
    book = load_workbook(io.BytesIO(make_workbook(table, unit, month)))
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows())
    top = next(at for at, row in enumerate(rows) if row[0].value == HEADINGS[Column.CODE])
    place = {cell.value: index for index, cell in enumerate(rows[top])}
    for row in rows[top + 1 :]:
        text = figures.get(str(row[0].value), "")
        if "/" in text:
            numerator, denominator = text.split("/")
            row[place[HEADINGS[Column.NUMERATOR]]].value = int(numerator)
            row[place[HEADINGS[Column.DENOMINATOR]]].value = int(denominator)
        elif text:
            written = f"{text.replace('.', ',')}%" if "." in text else int(text)
            row[place[HEADINGS[Column.VALUE]]].value = written
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
