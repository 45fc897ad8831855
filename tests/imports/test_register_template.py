"""The form with the sheets of its registers: what a clerk finds, and that it comes back as it went out."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from data.accounts.person import LOCAL
from data.imports.confirm import confirm
from data.imports.difference import Change
from data.imports.register_stored import stored_registers
from data.imports.register_template import HEADING_ROW, STATE_ROW
from data.imports.template import make_workbook
from data.store.opening import Store
from data.units.known import units
from tests.imports.office import JUNE, UNIT, look, put, saved, stored, table_of
from tests.imports.register_office import REPORTS, content, open_register_office

FIRST = HEADING_ROW + 2  # as Excel counts


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    store = open_register_office(tmp_path)
    yield store
    store.close()


def made(store: Store, *, filled: bool = False) -> openpyxl.Workbook:
    unit = next(one for one in units(store, LOCAL) if one.id == UNIT)
    figures = stored(store) if filled else None
    registers = stored_registers(store, LOCAL, table_of(store), figures or {})
    return openpyxl.load_workbook(io.BytesIO(make_workbook(table_of(store), unit, JUNE, figures, registers=registers)))


def test_what_a_clerk_finds(office: Store) -> None:
    book = made(office)
    assert book.sheetnames == ["Thang 6-2022", "So BAO_CAO", "So SANG_KIEN", "thuoc"]
    form, reports = book.worksheets[:2]
    codes = [form.cell(row, 1).value for row in range(1, form.max_row + 1)]
    assert "DOI_THOAI" in codes and "NGAY_CHAM" not in codes
    assert any("Ngày chậm của các báo cáo" in str(text) for text in codes)
    headings = [reports.cell(HEADING_ROW + 1, column).value for column in range(1, 6)]
    assert headings == ["Số ký hiệu *", "Hạn gửi *", "Ngày gửi *", "Có thư xin lỗi *", "Ghi chú"]
    assert reports["A4"].value == "Mã sổ: BAO_CAO"
    assert [reports.cell(FIRST, column).number_format for column in range(1, 6)] == [
        "@", "dd/mm/yyyy", "dd/mm/yyyy", "@", "@",
    ]  # fmt: skip
    lists = {rule.formula1 for rule in reports.data_validations.dataValidation if rule.type == "list"}
    assert lists == {'"không phát sinh,không áp dụng"', '"có,không"'}


def test_an_empty_form_reports_nothing(office: Store) -> None:
    seen = look(office, saved(made(office)))
    assert seen.accepted and not seen.good
    assert {one.code for one in seen.problems} == {"F101", "I168"}


def test_filled_in_it_comes_back(office: Store) -> None:
    book = made(office)
    for at, report in enumerate(REPORTS):
        put(book["So BAO_CAO"], FIRST + at, report[1:])
    book["So SANG_KIEN"].cell(STATE_ROW + 1, 2).value = "không phát sinh"
    seen = look(office, saved(book))
    assert {one.indicator: one.value for one in seen.good} == {"NGAY_CHAM": 20, "XIN_LOI": 2, "DIEM_SANG_KIEN": 0}
    assert {one.cells for one in seen.good} == {f"A{FIRST}:E{FIRST + 2}", f"B{STATE_ROW + 1}"}


def test_with_the_stored_rows_it_says_the_same_again(office: Store) -> None:
    confirm(office, LOCAL, look(office, content(ideas=[["Không phát sinh"]])))
    book = made(office, filled=True)
    assert book["So BAO_CAO"].cell(FIRST + 2, 3).value.isoformat() == "2022-06-26T00:00:00"
    assert book["So SANG_KIEN"].cell(STATE_ROW + 1, 2).value == "không phát sinh"
    seen = look(office, saved(book))
    assert [one.code for one in seen.problems if one.severity == "error"] == []
    assert {row.code: row.change for row in seen.rows}["DIEM_SANG_KIEN"] is Change.SAME
    assert {row.change for row in seen.rows if row.code != "DOI_THOAI"} == {Change.SAME}
    assert {one.indicator: one.value for one in seen.good if one.indicator != "DOI_THOAI"} == {
        "NGAY_CHAM": 20, "XIN_LOI": 2, "DIEM_SANG_KIEN": 0,
    }  # fmt: skip
