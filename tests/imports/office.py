"""A small office for the tests of imports: one table, one unit, and forms built as clerks fill them in."""

import io
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from data.accounts.person import LOCAL
from data.figures.observation import Observation
from data.figures.reading import in_force
from data.imports.form import HEADINGS
from data.imports.preview import Preview, preview
from data.store.opening import Store, open_store
from scoring.period import Month
from scoring.table import Table

UNIT, JUNE = "so-thu", Month(2022, 6)
TABLE = """
id: bang-nap
edition: "2022"
kind: targets
status: official
title: Bảng thử nạp số liệu
units: [{id: so-thu, name: Sở Thử nghiệm}, {id: so-khac, name: Sở Khác}]
indicators:
  DUNG_HAN: {title: Hồ sơ đúng hạn, measure: ratio, unit: hồ sơ, numerator: đúng hạn, denominator: tất cả, year: sum}
  SO_HOA: {title: Kết quả số hóa, measure: ratio, unit: kết quả, part_of_whole: no, numerator: a, denominator: b, year: sum}
  HAI_LONG: {title: Mức độ hài lòng, measure: percent, unit: "%", year: once}
  DOI_THOAI: {title: Số cuộc đối thoại, measure: count, unit: cuộc, year: sum}
  TANG_GIAM: {title: Tăng giảm kinh phí, measure: number, unit: triệu đồng, year: latest}
  KE_HOACH: {title: Ban hành kế hoạch, measure: yes_no, year: once}
tree:
  - {id: "1", title: Đúng hạn, max: 1, input: DUNG_HAN, rule: {kind: target, at_least: 95%}, nothing_arose: not_applicable,
     reference: {place: Mục 1, quote: từ 95%}}
  - {id: "2", title: Số hóa, max: 1, input: SO_HOA, rule: {kind: target, at_least: 120%}, nothing_arose: not_applicable,
     reference: {place: Mục 2, quote: tăng 20%}}
  - {id: "3", title: Hài lòng, max: 1, input: HAI_LONG, rule: {kind: target, at_least: 86.6%},
     reference: {place: Mục 3, quote: "86,6%"}}
  - {id: "4", title: Đối thoại, max: 1, input: DOI_THOAI, rule: {kind: target, at_least: 2},
     reference: {place: Mục 4, quote: 2 cuộc}}
  - {id: "5", title: Kinh phí, max: 1, input: TANG_GIAM, rule: {kind: target, at_most: 0},
     reference: {place: Mục 5, quote: không tăng}}
  - {id: "6", title: Kế hoạch, max: 1, input: KE_HOACH, rule: {kind: yes_no}, reference: {place: Mục 6, quote: ban hành}}
"""  # noqa: E501
TITLES = {
    "DUNG_HAN": ("Hồ sơ đúng hạn", "hồ sơ"),
    "SO_HOA": ("Kết quả số hóa", "kết quả"),
    "HAI_LONG": ("Mức độ hài lòng", "%"),
    "DOI_THOAI": ("Số cuộc đối thoại", "cuộc"),
    "TANG_GIAM": ("Tăng giảm kinh phí", "triệu đồng"),
}
GOOD = [
    ["DUNG_HAN", 950, 1000, None, None],
    ["SO_HOA", 1200, 1000, None, None],
    ["HAI_LONG", None, None, 86.6, "khảo sát quý II"],
    ["DOI_THOAI", None, None, 3, None],
    ["TANG_GIAM", None, None, -12.25, None],
]
TITLE = "BIỂU SỐ LIỆU THÁNG 6 NĂM 2022"
NAME = "so-lieu.xlsx"


def open_office(folder: Path) -> Store:
    """A store with the test table beside the shipped ones."""
    criteria = folder / "criteria"
    criteria.mkdir(exist_ok=True)
    (criteria / "bang-nap.yaml").write_text(TABLE, encoding="utf-8")
    store = open_store(folder / "store", [criteria])
    assert "bang-nap" in store.criteria.tables, [file.problems for file in store.criteria.refused]
    return store


def table_of(store: Store) -> Table:
    return store.criteria.tables["bang-nap"]


def row(code: str, *figures: Any) -> list[Any]:
    """A row of the form: code, numerator, denominator, value, note; name and unit as the table has them."""
    title, unit = TITLES.get(code, ("", ""))
    return [code, title or None, unit or None, *figures, *[None] * (4 - len(figures))]


def put(sheet: Worksheet, at: int, values: Iterable[Any]) -> None:
    """Write a row; ``{value, format}`` sets the number format of its cell too."""
    for column, value in enumerate(values, start=1):
        if isinstance(value, Mapping):
            sheet.cell(at, column, value["value"]).number_format = value["format"]
        elif value is not None:
            sheet.cell(at, column, value)


def make_book(
    rows: Sequence[Sequence[Any]], *, title: str | Sequence[Any] | None = TITLE, heading: Sequence[Any] | None = None
) -> openpyxl.Workbook:
    """A form as a clerk's own copy: title in row 1, heading in row 3, ``rows`` (complete ones) from row 4."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu"
    put(sheet, 1, [title] if isinstance(title, str | None) else title)
    put(sheet, 3, heading or list(HEADINGS.values()))
    for at, values in enumerate(rows, start=4):
        put(sheet, at, values)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def form(*figures: Sequence[Any], **options: Any) -> bytes:
    """The bytes of a form with the given figures (code, numerator, denominator, value, note)."""
    return saved(make_book([row(*one) for one in figures or GOOD], **options))


def look(
    store: Store, content: bytes, *, month: Month | None = JUNE, name: str = NAME, unit: str = UNIT, **options: Any
) -> Preview:
    return preview(store, LOCAL, table_of(store), unit, month, name, content, **options)


def said(seen: Preview) -> list[str]:
    """Each problem as its code and cell, such as ``F102 E5``; warnings in small letters."""
    marks = []
    for one in seen.problems:
        code = one.code if one.severity == "error" else one.code.lower()
        marks.append(f"{code} {one.column or ''}{one.row or ''}".strip())
    return marks


def stored(store: Store, unit: str = UNIT) -> dict[str, Observation]:
    return {one.indicator: one for one in in_force(store, LOCAL, unit, 2022)}


def number(store: Store, code: str) -> tuple[Fraction | None, ...]:
    one = stored(store)[code]
    return (one.numerator, one.denominator, one.value)
