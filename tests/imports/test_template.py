"""The form that the product makes: what a clerk finds in it, and that it comes back as it went out."""

import io
from typing import Any

import openpyxl
import pytest

from data.accounts.person import LOCAL
from data.figures.observation import NewFigure
from data.figures.reading import in_force
from data.figures.writing import enter_figure
from data.imports.confirm import confirm
from data.imports.form import HEADINGS, STAMP_SHEET
from data.imports.preview import Preview, preview
from data.imports.template import HEADING_ROW, make_workbook, workbook_name
from data.store.opening import Store
from data.units.known import KnownUnit, units
from scoring.exact import parse_exact
from scoring.indicator import Measure
from scoring.period import Month
from scoring.quantity import State
from tests.imports.office import JUNE, UNIT, look, said, saved, stored, table_of

FIRST = HEADING_ROW + 2  # the first row of figures as Excel counts


def unit_of(store: Store, unit: str = UNIT) -> KnownUnit:
    return next(known for known in units(store, LOCAL) if known.id == unit)


def opened(store: Store, stored_too: bool = False) -> openpyxl.Workbook:
    figures = {one.indicator: one for one in in_force(store, LOCAL, UNIT, 2022)} if stored_too else None
    return openpyxl.load_workbook(io.BytesIO(make_workbook(table_of(store), unit_of(store), JUNE, figures)))


def fill_in(book: openpyxl.Workbook, figures: dict[str, tuple[Any, ...]]) -> bytes:
    for cells in book.worksheets[0].iter_rows(min_row=FIRST):
        for cell, value in zip(cells[3:], figures.get(str(cells[0].value), ()), strict=False):
            if value is not None:
                cell.value = value
    return saved(book)


def fill_in_form(content: bytes, figures: dict[str, tuple[Any, ...]]) -> bytes:
    return fill_in(openpyxl.load_workbook(io.BytesIO(content)), figures)


def test_what_a_clerk_finds(office: Store) -> None:
    book = opened(office)
    sheet, stamp = book.worksheets
    assert sheet["A1"].value == "BIỂU SỐ LIỆU THÁNG 6 NĂM 2022"
    assert sheet["A2"].value == "Sở Thử nghiệm" and sheet["A3"].value == "Bảng thử nạp số liệu"
    assert [sheet.cell(HEADING_ROW + 1, column).value for column in range(1, 8)] == list(HEADINGS.values())
    codes = [sheet.cell(at, 1).value for at in range(FIRST, FIRST + 5)]
    assert codes == ["DUNG_HAN", "SO_HOA", "HAI_LONG", "DOI_THOAI", "TANG_GIAM"]  # yes/no is entered on screen
    assert "Ban hành kế hoạch" in sheet.cell(FIRST + 6, 1).value
    assert "Tử số: đúng hạn. Mẫu số: tất cả." in sheet.cell(FIRST, 2).value
    assert sheet.freeze_panes == f"C{FIRST}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == f"${FIRST - 1}:${FIRST - 1}"
    grey = {
        cell.coordinate
        for cells in sheet.iter_rows(min_row=FIRST)
        for cell in cells
        if cell.fill.fgColor.rgb == "FFD9D9D9"
    }
    assert grey == {f"{column}{at}" for column in "DE" for at in range(FIRST + 2, FIRST + 5)}
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert {rule.formula1 for rule in lists} == {'"không phát sinh,không áp dụng"', '"không áp dụng"'} and not any(
        rule.showErrorMessage for rule in lists
    )
    assert (stamp.title, stamp.sheet_state) == (STAMP_SHEET, "veryHidden")
    stamped = {str(cells[0].value): cells[1].value for cells in stamp.iter_rows()}
    assert stamped | {"product": None} == {
        "form": "1", "table": "bang-nap", "edition": "2022", "unit": UNIT, "month": "2022-06", "product": None,
    }  # fmt: skip
    assert all(part in sheet["A5"].value for part in ("bang-nap", UNIT, "2022-06"))


def test_the_name_of_the_file(office: Store) -> None:
    name = workbook_name(table_of(office), unit_of(office), JUNE)
    assert name == "so-lieu_so-thu_bang-nap_2022-06.xlsx" and name.isascii()


def test_the_same_arguments_give_the_same_bytes(office: Store) -> None:
    assert make_workbook(table_of(office), unit_of(office), JUNE) == make_workbook(
        table_of(office), unit_of(office), JUNE
    )


def test_no_text_becomes_a_formula(office: Store) -> None:
    """T21: a unit named like a formula, a note that begins with =."""
    unit = KnownUnit("so-thu", '=HYPERLINK("http://x")', "", False)
    enter_figure(office, LOCAL, UNIT, JUNE, NewFigure("DOI_THOAI", value=parse_exact("3"), note="=1+1"), seen=None)
    book = openpyxl.load_workbook(io.BytesIO(make_workbook(table_of(office), unit, JUNE, stored(office))))
    assert not [cell for sheet in book for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"]
    assert book.worksheets[0].cell(FIRST + 3, 7).value == "=1+1"


def test_there_and_back(office: Store) -> None:
    content = fill_in(opened(office), {
        "DUNG_HAN": (950, 1000), "SO_HOA": (None, None, "không phát sinh"), "HAI_LONG": (None, None, 86.6),
        "TANG_GIAM": (None, None, -12.25, "giảm chi"),
    })  # fmt: skip
    seen = look(office, content, month=None, name="so-lieu_so-thu_bang-nap_2022-06.xlsx")
    assert said(seen) == [f"f101 F{FIRST + 3}"] and seen.month == JUNE
    confirm(office, LOCAL, seen)
    again = look(office, saved(opened(office, stored_too=True)), name="so-lieu_so-thu_bang-nap_2022-06.xlsx")
    assert [row.change.value for row in again.rows] == ["same", "same", "same", "blank", "same"]
    assert stored(office)["SO_HOA"].state is State.NOTHING_AROSE


@pytest.mark.parametrize("points", ["0.5", "1", "0", "86.6", "100", "0.000001", "99.123456"])
def test_a_stored_percentage_comes_back(points: str, office: Store) -> None:
    enter_figure(office, LOCAL, UNIT, JUNE, NewFigure("HAI_LONG", value=parse_exact(points)), seen=None)
    seen = look(office, saved(opened(office, stored_too=True)))
    assert {one.code for one in seen.problems} == {"F101"}
    assert [row.change.value for row in seen.rows] == ["blank", "blank", "same", "blank", "blank"]


def test_numbers_that_excel_cannot_hold_are_filled_in_as_text(office: Store) -> None:
    figure = NewFigure("TANG_GIAM", value=parse_exact("999999999999999.123456"))
    enter_figure(office, LOCAL, UNIT, JUNE, figure, seen=None)
    book = opened(office, stored_too=True)
    assert book.worksheets[0].cell(FIRST + 4, 6).value == "999999999999999,123456"
    assert look(office, saved(book)).rows[4].change.value == "same"


@pytest.mark.parametrize("shipped", ["dien-bien-so-cong-thuong-2022", "mau-so-100-diem"])
def test_the_forms_of_the_shipped_tables_come_back(shipped: str, office: Store) -> None:
    table = office.criteria.tables[shipped]
    unit = unit_of(office, "so-cong-thuong-dien-bien")

    def back(content: bytes) -> Preview:
        return preview(office, LOCAL, table, unit.id, Month(2022, 6), workbook_name(table, unit, JUNE), content)

    empty = back(make_workbook(table, unit, JUNE))
    assert empty.accepted and {one.code for one in empty.problems} == {"F101"}
    book = openpyxl.load_workbook(io.BytesIO(make_workbook(table, unit, JUNE)))
    assert ("BẢNG MẪU" in str(book.worksheets[0]["A4"].value)) == table.template
    figures = {Measure.RATIO: (433, 500), Measure.PERCENT: (None, None, 86.6), Measure.COUNT: (None, None, 3)}
    given = {code: figures.get(one.measure, (None, None, 0.5)) for code, one in table.indicators.items()}
    seen = back(fill_in(book, given))
    assert seen.problems == () and len(seen.good) == len(
        [one for one in table.indicators.values() if not one.on_screen]
    )


def stamped(office: Store, key: str, value: str) -> list[str]:
    book = opened(office)
    for cells in book[STAMP_SHEET].iter_rows():
        if cells[0].value == key:
            cells[1].value = value
    return said(look(office, fill_in(book, {"DUNG_HAN": (1, 2)})))[:1]


def test_a_form_made_for_something_else(office: Store) -> None:
    assert stamped(office, "unit", "so-khac") == ["I124"]
    assert stamped(office, "month", "2022-05") == ["I121"]
    assert stamped(office, "table", "mau-so-100-diem") == ["i125"]
    assert stamped(office, "edition", "2021") == ["i126"]
    assert stamped(office, "month", "tháng nào đó") == [f"f101 F{FIRST + 1}"]


def test_a_form_marked_as_demo_is_refused_where_no_demo_figure_is(office: Store) -> None:
    """A real department's store; once it holds demo figures, the same form is at home and stays demo."""
    marked = make_workbook(table_of(office), unit_of(office), JUNE, demo=True)
    content = fill_in_form(marked, {"DOI_THOAI": (None, None, 3)})
    assert said(look(office, content))[:1] == ["I144"]
    confirm(office, LOCAL, look(office, fill_in_form(content, {"DUNG_HAN": (1, 2)}), demo=True), demo=True)
    seen = look(office, content)
    assert said(seen)[:1] == ["i143"] and seen.accepted and seen.demo
