"""Registers in the criteria workbook as people break them: each problem at its cell, and nothing lost in silence."""

import pytest
from openpyxl import Workbook

from tests.criteria.workbooks import Change, column, placed, told, whole

REGISTERS, COLUMNS, INDICATORS = "Sổ theo dõi", "Cột của sổ", "Chỉ tiêu số liệu"


def at(sheet: str, where: str, value: object) -> Change:
    return lambda book: book[sheet].__setitem__(where, value)


def of(code: str, heading: str, value: object) -> Change:
    """A cell of an indicator."""

    def change(book: Workbook) -> None:
        page = book[INDICATORS]
        row = next(row for row in range(3, 40) if page.cell(row, 1).value == code)
        page.cell(row, column(page, heading)).value = value

    return change


NOT_THERE = "There is no {} on the sheet “Sổ theo dõi”."
BROKEN: dict[str, tuple[Change, list[str]]] = {
    "a column of no register": (at(COLUMNS, "A4", "SO_LA"), ["Cột của sổ!A4 C214 " + NOT_THERE.format("SO_LA")]),
    "a register twice": (
        at(REGISTERS, "A4", "BAO_CAO"),
        [
            "Chỉ tiêu số liệu!{Tính từ sổ}16 C170 XIN_LOI is formed from the register HO_SO, which is not declared.",
            "Sổ theo dõi!A4 C218 BAO_CAO stands in two rows of this sheet.",
            "Cột của sổ!A8 C214 " + NOT_THERE.format("HO_SO"),
            "Cột của sổ!A9 C214 " + NOT_THERE.format("HO_SO"),
        ],
    ),
    "a column twice": (
        at(COLUMNS, "B5", "NGAY_GUI"),
        [
            "Chỉ tiêu số liệu!{Mỗi dòng tính gì}14 C171 CHAM reads the column HAN_GUI, which the register BAO_CAO does "
            "not have.",
            "Cột của sổ!B5 C218 NGAY_GUI stands in two rows of this sheet.",
        ],
    ),
    "a column without code": (
        at(COLUMNS, "B7", None),
        ["Cột của sổ!B7 C217 The row does not say what it belongs to: “Mã cột” is blank."],
    ),
    "an expression over a text": (
        of("XIN_LOI", "Mỗi dòng tính gì", "MA"),
        ["Chỉ tiêu số liệu!{Mỗi dòng tính gì}16 C172 MA is no number."],
    ),
    "a division": (
        of("XIN_LOI", "Mỗi dòng tính gì", "LAN / 2"),
        ["Chỉ tiêu số liệu!{Mỗi dòng tính gì}16 C080 LAN / 2 cannot be reckoned in a row of a register."],
    ),
    "a register that is not there": (
        of("XIN_LOI", "Tính từ sổ", "SO_LA"),
        [
            "Chỉ tiêu số liệu!{Tính từ sổ}16 C170 XIN_LOI is formed from the register SO_LA, which is not declared.",
            "Sổ theo dõi!A4 C177 No indicator is formed from the register HO_SO.",
        ],
    ),
    "a type that is none": (
        at(COLUMNS, "D4", "ngày tháng"),
        ["Cột của sổ!D4 C031 ngày tháng is not accepted for Kiểu của cột."],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_refused_at_its_cells(name: str) -> None:
    change, expected = BROKEN[name]
    assert told(whole(change)) == [placed(one) for one in expected]
