"""Workbooks as people and Excel break them: each is refused at its cells, with these words and nothing else."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from data.criteria.workbook.problems import CODES, CellProblem
from data.criteria.workbook.writing import make_workbook
from data.language import LANGUAGES, render
from tests.criteria.workbooks import WHOLE, Change, cell, checked, placed, raw, row, told, whole

DAY = datetime.fromisoformat("2022-03-02")
TABLE, INDICATORS, ANSWERS, TREE = "Bảng", "Chỉ tiêu số liệu", "Mức trả lời", "Cây tiêu chí"
RULES, LEVELS, FORMULAS, GATES = "Cách chấm", "Mức điểm", "Công thức", "Điều kiện"


def put(sheet: str, name: str, heading: str, value: object, number_format: str = "@", nth: int = 0) -> Change:
    def change(book: Workbook) -> None:
        found = cell(book[sheet], name, heading, nth)
        found.value = value
        found.number_format = "dd/mm/yyyy" if isinstance(value, datetime) else number_format

    return change


def at(sheet: str, where: str, value: object) -> Change:
    return lambda book: book[sheet].__setitem__(placed(where, sheet), value)


def on(sheet: str, act: Callable[[Any], object]) -> Change:
    return lambda book: act(book[sheet])


def rename(sheet: str, name: str) -> Change:
    return lambda book: setattr(book[sheet], "title", name)


def draft(book: Workbook) -> None:
    book.create_sheet("Nháp")["B2"] = "ý kiến"


def other_formula(page: Any) -> None:
    page.cell(row(page, "Mã mục", "1.5"), 2).value = 7


NUMBER = "C211 Excel has made a number of what was typed: {}. A code such as 1.10 has become 1.1 that way."
DATE = "C212 Excel has made a date of what was typed: {}."
JUDGED = "“chấm theo đánh giá (judgement)”"
BROKEN: dict[str, tuple[Change | tuple[Change, ...], list[str]]] = {
    "the id 1.10 has become 1.1": (
        put(TREE, "1.1", "Mã mục", 1.1, "General"),
        ["Cây tiêu chí!B4 " + NUMBER.format("1.1")],
    ),
    "the place 1.10 has become 1.1": (
        put(TREE, "1.1", "Chỗ trong văn bản", 1.1, "General"),
        ["Cây tiêu chí!{Chỗ trong văn bản}4 " + NUMBER.format("1.1")],
    ),
    "a quote of a share": (
        put(TREE, "1.1", "Câu trích nguyên văn", 0.9, "0%"),
        ["Cây tiêu chí!{Câu trích nguyên văn}4 " + NUMBER.format("90%")],
    ),
    "the id 1.2 has become a date": (
        put(TREE, "1.2", "Mã mục", DAY),
        ["Cây tiêu chí!B5 " + DATE.format("02/03/2022")],
    ),
    "2/3 has become a date": (
        put(TREE, "1.1", "Điểm tối đa", DAY),
        ["Cây tiêu chí!D4 " + DATE.format("02/03/2022")],
    ),
    "an id eaten and one that it then repeats": (
        (put(TREE, "1.2", "Mã mục", "1.1"), put("Mâu thuẫn", "1.1; 1.2", "Các mã mục", "1.1; 1.3")),
        ["Cây tiêu chí!B4 C101 The id 1.1 is used 2 times."],
    ),
    "a third as a number": (
        put(TREE, "1.1", "Điểm tối đa", 1 / 3, "General"),
        ["Cây tiêu chí!D4 C012 0.333333333333333 is not an exact number."],
    ),
    "a comma typed into a text": (
        put(TREE, "1.1", "Điểm tối đa", "10,5"),
        ["Cây tiêu chí!D4 C012 10,5 is not an exact number."],
    ),
    "answers that are none": (
        (
            put(INDICATORS, "A", "Loại số liệu", "tỉ lệ phần trăm"),
            put(INDICATORS, "A", "Trường hợp chưa đạt còn sửa được", "x"),
            put(TREE, "1.3", "Cách chấm", "theo tỉ lệ"),
        ),
        [
            "Chỉ tiêu số liệu!C3 C031 tỉ lệ phần trăm is not accepted for Loại số liệu.",
            "Chỉ tiêu số liệu!{Trường hợp chưa đạt còn sửa được}3 C013 x is neither yes nor no.",
            "Cây tiêu chí!F6 C028 The rule kind is not known.",
        ],
    ),
    "a day that is none": (
        put(INDICATORS, "D", "Ngày cuối còn đúng hạn", "31/11/2022"),
        ["Chỉ tiêu số liệu!{Ngày cuối còn đúng hạn}12 C031 31/11/2022 is not accepted for Ngày cuối còn đúng hạn."],
    ),
    "a heading spelt otherwise": (
        at(TREE, "D2", "Điểm tối thiểu"),
        ["Cây tiêu chí!D2 C204 The heading “Điểm tối thiểu” is not known here."],
    ),
    "a column of one's own": (
        (at(TREE, "AN2", "Ý kiến"), at(TREE, "AN5", "cần xem lại"), put(TREE, "1.1", "Số đem chấm", "KHONG_CO")),
        [
            "Cây tiêu chí!AN2 C204 The heading “Ý kiến” is not known here.",
            "Cây tiêu chí!E4 C120 The leaf 1.1 reads the indicator KHONG_CO, which is not declared.",
        ],
    ),
    "a remark beside the table": (
        at(TREE, "AN5", "cần xem lại"),
        ["Cây tiêu chí!AN5 C207 “cần xem lại” stands in a column without a heading."],
    ),
    "a heading twice": (
        at(TREE, "AN2", "Điểm tối đa"),
        ["Cây tiêu chí!AN2 C205 The heading “Điểm tối đa” stands there twice."],
    ),
    "the column of the codes deleted": (
        on(TREE, lambda page: page.delete_cols(2)),
        ["Cây tiêu chí!A2 C206 The column “Mã mục” is missing."],
    ),
    "the column of the levels deleted": (
        on(TREE, lambda page: page.delete_cols(1)),
        ["Cây tiêu chí!A2 C206 The column “Cấp” is missing."],
    ),
    "the headings deleted": (
        on(TREE, lambda page: page.delete_rows(2)),
        ["Cây tiêu chí C203 The headings of the sheet were not found."],
    ),
    "a sheet renamed": (
        rename(LEVELS, "Muc diem 2"),
        ["Muc diem 2 C202 The sheet “Muc diem 2” is not known; what stands on it would be lost."],
    ),
    "a needed sheet renamed": (
        rename(TREE, "Tiêu chí"),
        [
            " C201 The sheet “Cây tiêu chí” is missing.",
            "Tiêu chí C202 The sheet “Tiêu chí” is not known; what stands on it would be lost.",
        ],
    ),
    "two sheets deleted": (
        (lambda book: book.remove(book[TREE]), lambda book: book.remove(book[INDICATORS])),
        [" C201 The sheet “Chỉ tiêu số liệu” is missing.", " C201 The sheet “Cây tiêu chí” is missing."],
    ),
    "a sheet of one's own": (
        draft,
        ["Nháp C202 The sheet “Nháp” is not known; what stands on it would be lost."],
    ),
    "cells merged": (
        on(TREE, lambda page: page.merge_cells("D4:D6")),
        ["Cây tiêu chí!D4 C208 The cells D4:D6 are merged: nobody knows for which row they stand."],
    ),
    "a formula that nobody computed, and an error": (
        (put(TREE, "1.1", "Điểm tối đa", "=5+5"), put(TREE, "1.2", "Điểm tối đa", "#REF!")),
        [
            "Cây tiêu chí!D4 C209 The formula has no stored result.",
            "Cây tiêu chí!D5 C210 The cell shows the error #REF!.",
        ],
    ),
    "levels that cannot be": (
        (put(TREE, "1.1", "Cấp", 3), put(TREE, "2.1", "Cấp", None)),
        [
            "Cây tiêu chí!A4 C215 “3” is no level for this row.",
            "Cây tiêu chí!A13 C215 “blank” is no level for this row.",
        ],
    ),
    "rows of nobody": (
        (at(LEVELS, "A3", "9.9"), at(LEVELS, "A4", None), at(ANSWERS, "A3", "LOAI2")),
        [
            "Mức trả lời!A3 C214 There is no LOAI2 on the sheet “Chỉ tiêu số liệu”.",
            "Mức điểm!A3 C214 There is no 9.9 on the sheet “Cây tiêu chí”.",
            "Mức điểm!A4 C217 The row does not say what it belongs to: “Mã mục” is blank.",
        ],
    ),
    "bands of a rule that has none": (
        (put(TREE, "1.1", "Cách chấm", "chấm theo đánh giá"), put(TREE, "1.1", "Điểm tối đa", 1)),
        [
            "Cây tiêu chí!D3 C111 The parts of I add up to 51.0, not to its maximum 60.0.",
            *(f"Mức điểm!A{line} C216 1.1 is scored as {JUDGED}, which has no rows on this sheet." for line in "345"),
        ],
    ),
    "a formula that is not there": (
        on(LEVELS, other_formula),
        ["Mức điểm!B6 C219 1.5 has no row with the number 7 on the sheet “Công thức / Các phần”."],
    ),
    "two rows for one thing": (
        (at(RULES, "A4", "1.2"), put(GATES, "II", "Mã mục", "(cả bảng)"), at(FORMULAS, "B4", 1)),
        [
            "Cách chấm!A4 C218 1.2 stands in two rows of this sheet.",
            "Công thức!B4 C218 1.5, 1 stands in two rows of this sheet.",
            "Điều kiện!A4 C218 (cả bảng) stands in two rows of this sheet.",
        ],
    ),
    "an indicator twice": (
        put(INDICATORS, "C2", "Mã chỉ tiêu", "CO"),
        [
            "Chỉ tiêu số liệu!A9 C218 CO stands in two rows of this sheet.",
            "Cây tiêu chí!E10 C120 The leaf 1.6.1 reads the indicator C2, which is not declared.",
        ],
    ),
    "a choice and a number in its place": (
        put(TREE, "1.3", "Khi không phát sinh", "0 điểm"),
        [
            "Cây tiêu chí!{Không phát sinh thì lấy số}6 C213 “Khi không phát sinh” and “Không phát sinh thì lấy số” "
            "are both filled in."
        ],
    ),
    "a band deleted, and another with two lower bounds": (
        (on(LEVELS, lambda page: page.delete_rows(4)), at(LEVELS, "E3", 0.8)),
        ["Mức điểm!A3 C015 The band has both from and over."],
    ),
    "a hole in the scale": (
        on(LEVELS, lambda page: page.delete_rows(4)),
        ["Mức điểm!A3 C130 The rule of 1.1 says nothing between 0.7 and 0.9."],
    ),
    "a parameter of another kind, and one that is missing": (
        (at(RULES, "{Điểm tối đa từ}3", "100%"), at(RULES, "{Trừ mỗi lần}3", None)),
        [
            "Cách chấm!{Điểm tối đa từ}3 C011 The key Điểm tối đa từ is not known here.",
            "Cách chấm!{Trừ mỗi lần}3 C010 The key Trừ mỗi lần is missing.",
        ],
    ),
    "the identity of the table": (
        (
            on(TABLE, lambda page: page.delete_rows(3)),
            at(TABLE, "B3", DAY),
            at(TABLE, "A6", "Tên gọi"),
            at(TABLE, "E9", "xem lại"),
        ),
        [
            "Bảng!B3 " + DATE.format("02/03/2022"),
            "Bảng!A6 C204 The heading “Tên gọi” is not known here.",
            "Bảng!E9 C207 “xem lại” stands in a column without a heading.",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_refused_at_its_cells(name: str) -> None:
    changes, expected = BROKEN[name]
    content = whole(*(changes if isinstance(changes, tuple) else (changes,)))
    assert told(content) == [placed(line) for line in expected]
    assert checked(content).table is None


def test_there_are_enough_and_each_code_is_met() -> None:
    assert len(BROKEN) >= 30
    met = {line.split(" C")[1][:3] for _changes, lines in BROKEN.values() for line in lines}
    assert {f"C{code}" for code in met} | {"C200"} >= CODES.keys()


def test_all_at_once() -> None:
    content = whole(
        put(TREE, "1.1", "Điểm tối đa", "10,5"),
        put(TREE, "2.1", "Số đem chấm", "HAI"),
        at(LEVELS, "A8", "9.9"),
        at(TREE, "AN5", "x"),
        rename("Ghi chú", "Khác"),
    )
    assert [line.split(" C")[1][:3] for line in told(content)] == ["012", "207", "120", "214", "202"]


def test_place_cause_and_cure_in_both_languages() -> None:
    changes, _expected = BROKEN["the id 1.10 has become 1.1"]
    assert callable(changes)
    (found,) = checked(whole(changes)).problems
    assert isinstance(found, CellProblem) and found.where is not None
    assert (found.sheet, found.row, found.column) == ("Cây tiêu chí", 4, "B")
    said = {lang: [render(one, lang) for one in (found.where, found.message, found.remedy)] for lang in LANGUAGES}
    assert said["vi"] == [
        "trang “Cây tiêu chí”, ô B4",
        "Excel đã đổi nội dung gõ vào thành số: 1.1. Mã như 1.10 bị đổi thành 1.1 theo cách đó.",
        "Định dạng ô là Văn bản (Text) rồi gõ lại đúng như văn bản in.",
    ]
    assert said["en"][0] == "sheet “Cây tiêu chí”, cell B4"


def test_the_cure_of_a_wrong_answer_names_the_drop_down() -> None:
    changes, _expected = BROKEN["answers that are none"]
    assert isinstance(changes, tuple)
    cures = [render(one.remedy, "vi") for one in checked(whole(*changes)).problems]
    assert "tỷ lệ (ratio), phần trăm điều tra (percent), số đếm (count)" in cures[0]
    assert "theo mức (bands); theo tỷ lệ (proportional)" in cures[2]


def other_book() -> bytes:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "Mã chỉ tiêu"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_part(name: str, part: bytes) -> bytes:
    """The workbook with one part of its zip replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_workbook(raw(WHOLE)))) as old, zipfile.ZipFile(target, "w", 8) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, part)
    return target.getvalue()


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "of something else": (other_book, "C200 This is not a workbook for a criteria table."),
    "of text": (lambda: b"id: bang\n", "I101"),
    "of a document": (lambda: b"%PDF-1.7", "I101 This file is"),
    "of an archive": (lambda: b"Rar!\x1a\x07", "I101 This file is"),
    "with macros": (lambda: with_part("xl/vbaProject.bin", b"x"), "I103"),
    "with a declaration": (lambda: with_part("xl/styles.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "I107"),
    "too far": (lambda: whole(at(TREE, "ZZ9", "x")), "I111 There is content at cell ZZ9: a sheet has at most"),
    "packed": (lambda: with_part("xl/media/a.bin", bytes(30_000_000)), "I106"),
    "damaged": (lambda: make_workbook(raw(WHOLE))[:-400], "I110"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_such_workbook_is_refused_as_a_whole(name: str) -> None:
    make, expected = FILES[name]
    (line,) = told(make())
    assert line.strip().startswith(expected)
    cures = {render(one.remedy, lang) for one in checked(make()).problems for lang in LANGUAGES}
    assert not any("biểu" in cure or "form" in cure or "figures" in cure for cure in cures), cures


def test_a_protected_view_copy_opened_by_openpyxl_is_the_same() -> None:
    assert load_workbook(io.BytesIO(whole())).sheetnames[0] == "Hướng dẫn"
    assert told(whole()) == []
