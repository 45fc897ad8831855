"""The stamp sheet: what a form was made for, for the machine that reads it back."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from data.imports.form import STAMP_SHEET, VERSION, Stamp
from data.units.known import KnownUnit
from scoring.period import Month
from scoring.table import Table


def stamped(table: Table, unit: KnownUnit, month: Month, *, demo: bool = False) -> dict[Stamp, str]:
    """What the stamp says; the key ``demo`` is there only in a form with invented figures."""
    said = {
        Stamp.FORM: str(VERSION),
        Stamp.TABLE: table.id,
        Stamp.EDITION: table.edition,
        Stamp.UNIT: unit.id,
        Stamp.MONTH: str(month),
        Stamp.PRODUCT: _product(),
    }
    return said | {Stamp.DEMO: "yes"} if demo else said


def write_stamp(book: Any, said: Mapping[Stamp, str]) -> None:
    """A sheet that Excel does not offer to show."""
    sheet = book.add_worksheet(STAMP_SHEET)
    for row, (key, value) in enumerate(said.items()):
        sheet.write_string(row, 0, key.value)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()


def _product() -> str:
    try:
        return version("thuoc")
    except PackageNotFoundError:  # run from its folder, not installed
        return "–"
