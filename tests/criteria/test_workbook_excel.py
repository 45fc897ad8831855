"""What people and Excel do to a workbook without changing the table: it is read as the same table."""

import io
import unicodedata
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook

from data.criteria.check import check_source
from data.criteria.workbook.sheets import CHOICES, GUIDE
from tests.criteria.workbooks import FIRST, WHOLE, Change, cell, checked, column, placed, raw, read, row, whole

TREE, INDICATORS, LEVELS, RULES = "Cây tiêu chí", "Chỉ tiêu số liệu", "Mức điểm", "Cách chấm"


def each(change: Callable[[Any], object], *sheets: str) -> Change:
    """``change`` on every cell below the headings."""

    def act(book: Workbook) -> None:
        for name in sheets or book.sheetnames:
            page = book[name]
            for cells in page.iter_rows(min_row=FIRST):
                for one in cells:
                    if one.value is not None and (page.title != "Bảng" or one.column == 2):
                        change(one)

    return act


def padded(one: Any) -> None:
    if isinstance(one.value, str) and not one.value.startswith("="):
        one.value = f" \u00a0{one.value}\u00a0 \n"


def decomposed(one: Any) -> None:
    if isinstance(one.value, str):
        one.value = unicodedata.normalize("NFD", one.value)


def coded(one: Any) -> None:
    """``tỷ lệ (ratio)`` typed as ``ratio``, or as ``Tỷ lệ``."""
    text = str(one.value)
    if one.column in (3, 7, 6) and text.endswith(")") and "(" in text and "Tỷ" not in text and "larger" not in text:
        name, code = text.removesuffix(")").rsplit(" (", 1)
        one.value = code if len(text) % 2 else name.upper()


def put(sheet: str, name: str, heading: str, value: object, number_format: str = "General") -> Change:
    def change(book: Workbook) -> None:
        found = cell(book[sheet], name, heading)
        found.value, found.number_format = value, number_format

    return change


def at(sheet: str, where: str, value: object, number_format: str = "General") -> Change:
    def change(book: Workbook) -> None:
        book[sheet][where] = value
        book[sheet][where].number_format = number_format

    return change


def blank_rows(book: Workbook) -> None:
    for page in book.worksheets:
        if page.title not in (GUIDE, CHOICES, "Bảng"):
            page.insert_rows(FIRST + 1)
            page.insert_rows(FIRST, amount=3)


def blank_rows_of_the_table(book: Workbook) -> None:
    book["Bảng"].insert_rows(6)
    book["Bảng"].insert_rows(1, amount=2)


def words_above(book: Workbook) -> None:
    for page in book.worksheets:
        page.insert_rows(1, amount=2)
        page["A1"] = "SỞ NỘI VỤ"
        page.merge_cells("A1:C1")


def columns_moved(book: Workbook) -> None:
    page = book[TREE]
    place = column(page, "Ghi chú")
    for at_row in range(FIRST - 1, page.max_row + 1):
        page.cell(at_row, 31).value, page.cell(at_row, place).value = page.cell(at_row, place).value, None


def hidden_rows(book: Workbook) -> None:
    for page in book.worksheets:
        page.row_dimensions[4].hidden = True
    book[LEVELS].sheet_state = "hidden"


def without_columns_that_are_blank(book: Workbook) -> None:
    book["Đơn vị"].delete_cols(3)
    book[RULES].delete_cols(column(book[RULES], "Chỉ tiêu: đúng bằng"))


def headings_in_words_only(book: Workbook) -> None:
    for page in book.worksheets:
        for one in page[FIRST - 1]:
            if one.value and page.title not in (GUIDE, CHOICES):
                one.value = str(one.value).split("\n")[0].upper()


def headings_by_their_keys(book: Workbook) -> None:
    for one in book[TREE][FIRST - 1]:
        if one.value and "\n" in str(one.value):
            one.value = "Đổi tên " + str(one.value).split("\n")[1]


def reordered(book: Workbook) -> None:
    book.move_sheet(TREE, offset=-3)
    book.remove(book[CHOICES])
    book.remove(book[GUIDE])
    book.create_sheet("Sheet1")


def named_in_small_letters(book: Workbook) -> None:
    book[TREE].title = "cay tieu chi"


DAY = datetime.fromisoformat("2022-11-09")
SAME: dict[str, tuple[Change, ...]] = {
    "outer and no-break spaces": (each(padded, *(name for name in (TREE, INDICATORS, LEVELS, RULES, "Bảng"))),),
    "decomposed letters": (each(decomposed),),
    "answers by name or code": (each(coded, INDICATORS, TREE),),
    "numbers as numbers": (
        put(TREE, "1.1", "Điểm tối đa", 10.0),
        at(LEVELS, "F3", 0.9, "0%"),
        at(LEVELS, "E4", 0.7, "0.0%"),
        at(LEVELS, "A3", "1.1"),
        put(TREE, "1.1", "Cấp", 2),
    ),
    "numbers as texts": (
        put(TREE, "1.1", "Điểm tối đa", "10", "@"),
        at(LEVELS, "F3", "90%", "@"),
        put(TREE, "1.1", "Cấp", "2", "@"),
    ),
    "yes and no as Excel writes them": (
        put(INDICATORS, "A", "Trường hợp chưa đạt còn sửa được", True),
        put(INDICATORS, "B", "Tử số là một phần của mẫu số", False),
        put("Tài liệu kiểm chứng", "1.1", "Bắt buộc", "KHÔNG", "@"),
    ),
    "a day as a day and as a text": (
        put(INDICATORS, "D", "Ngày cuối còn đúng hạn", DAY, "dd/mm/yyyy"),
        at("Bảng", f"B{FIRST + 9}", "1/1/2021", "@"),
        at("Bảng", f"B{FIRST + 10}", "2025-12-31", "@"),
    ),
    "blank rows": (blank_rows, blank_rows_of_the_table),
    "words above the headings": (words_above,),
    "columns moved": (columns_moved,),
    "rows and sheets hidden": (hidden_rows,),
    "unused columns deleted": (without_columns_that_are_blank,),
    "headings without keys": (headings_in_words_only,),
    "headings with other words": (headings_by_their_keys,),
    "sheets moved, the guide deleted, an empty one added": (reordered,),
    "a sheet's name without accents": (named_in_small_letters,),
    "cells merged where nothing stands": (lambda book: book[TREE].merge_cells("D300:D304"),),
}


@pytest.mark.parametrize("name", SAME)
def test_the_table_is_the_same(name: str) -> None:
    found = read(whole(*SAME[name]))
    assert found.problems == []
    expected = raw(WHOLE)
    if name == "unused columns deleted":
        del expected["units"][0]["name_en"]
    assert found.content == expected


def test_unused_sheets_may_be_deleted() -> None:
    def act(book: Workbook) -> None:
        for name in ("Đơn vị", "Ghi chú", "Mâu thuẫn", "Tài liệu kiểm chứng"):
            book.remove(book[name])

    found = read(whole(act))
    assert found.problems == [] and check_source(found).problems == ()
    assert not {"units", "notes", "conflicts"} & set(found.content or {})


def test_a_whole_number_as_a_code_is_its_digits() -> None:
    def act(book: Workbook) -> None:
        page = book[TREE]
        page.cell(row(page, "Mã mục", "I"), 2).value = 1

    found: Any = read(whole(act)).content
    assert found["tree"][0]["id"] == "1"


def test_a_formula_counts_with_the_result_that_excel_stored() -> None:
    """openpyxl stores no results: a sheet like ours, written by xlsxwriter."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        table = book.add_worksheet("Bảng")
        table.write_column(0, 0, ["Mã bảng (id)", "Tên bảng (title)"])
        table.write_column(0, 1, ["bang", "Bảng"])
        tree = book.add_worksheet(TREE)
        tree.write_row(0, 0, ["Cấp", "Mã mục", "Tên mục", "Điểm tối đa"])
        tree.write_row(1, 0, [1, "1", "Một"])
        tree.write_formula(1, 3, "=SUM(1,1.5)", None, 2.5)
        tree.write_row(2, 0, [1, "2", "Hai"])
        tree.write_formula(2, 3, '=""', None, "")
    found: Any = read(target.getvalue()).content
    assert found == {"id": "bang", "title": "Bảng",
                     "tree": [{"id": "1", "title": "Một", "max": "2.5"}, {"id": "2", "title": "Hai"}]}  # fmt: skip


def test_a_vietnamese_excel_s_comma_is_a_number_and_an_english_one_s_is_told() -> None:
    """1,5 typed in a Vietnamese Excel is stored as the number 1.5."""
    found: Any = read(whole(put(TREE, "1.2", "Điểm thấp nhất", 1.5))).content
    assert found["tree"][0]["children"][1]["lowest"] == "1.5"
    (problem,) = checked(whole(put(TREE, "1.1", "Điểm thấp nhất", "1,5", "@"))).problems
    assert (problem.code, problem.place) == ("C012", placed("Cây tiêu chí!{Điểm thấp nhất}4"))


def test_points_beside_the_answers_of_a_choice_may_be_a_number_or_a_part_of_the_maximum() -> None:
    number = put(TREE, "1.1", "Khi không phát sinh", 0.5)
    part = put(TREE, "1.5", "Khi không phát sinh", "1/2 max", "@")
    found: Any = read(whole(number, part)).content
    assert [found["tree"][0]["children"][at]["nothing_arose"] for at in (0, 4)] == ["0.5", "1/2 max"]
