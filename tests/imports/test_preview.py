"""The preview and its confirmation: nothing before it is confirmed, all or nothing then, the difference first."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from data.accounts.person import LOCAL, Action, NotAllowed, Person
from data.evidence.keeping import file_path
from data.evidence.sweep import sweep
from data.figures.observation import NewFigure
from data.figures.reading import history
from data.figures.writing import enter_figure
from data.imports.codes import CODES
from data.imports.confirm import ImportRefused, confirm
from data.imports.preview import preview
from data.imports.report import as_json
from data.language import render
from data.language.catalogue import translate
from data.store.opening import Store
from scoring.exact import parse_exact
from scoring.period import Month
from tests.imports.office import (
    GOOD,
    JUNE,
    UNIT,
    form,
    look,
    make_book,
    number,
    row,
    said,
    saved,
    stored,
    table_of,
)

BAD = [["DUNG_HAN", 1001, 1000], ["DOI_THOAI", None, None, 3], ["HAI_LONG"]]


def changes(*figures: Any, office: Store) -> dict[str, str]:
    return {one.code: one.change.value for one in look(office, form(*figures)).rows}


def test_a_preview_stores_nothing(office: Store) -> None:
    assert look(office, form()).accepted
    assert not stored(office) and not list(office.files.glob("*/*"))


def test_confirming_stores_each_figure_with_its_file_sheet_and_cell(office: Store) -> None:
    seen = look(office, form(), name="../bao cao\u202e.xlsx")
    seq = confirm(office, LOCAL, seen)
    there = stored(office)
    assert len(there) == 5 and number(office, "TANG_GIAM") == (None, None, parse_exact("-12.25"))
    one = there["DUNG_HAN"]
    assert (one.import_seq, one.sheet, one.cells, one.sha256) == (seq, "Biểu", "D4:E4", seen.sha256)
    assert (one.file_name, one.month, one.person, one.demo) == ("bao cao.xlsx", JUNE, LOCAL.id, False)
    assert there["HAI_LONG"].cells == "F6" and there["HAI_LONG"].note == "khảo sát quý II"
    assert file_path(office.files, seen.sha256).read_bytes() == seen.content
    assert sweep(office).clean


def test_columns_that_are_no_neighbours_are_named_apart(office: Store) -> None:
    heading = ["Mã chỉ tiêu", "Tử số", "Tên chỉ tiêu", "Mẫu số", "Giá trị", "Ghi chú"]
    book = make_book([["DUNG_HAN", 950, "Hồ sơ đúng hạn", 1000]], heading=heading)
    confirm(office, LOCAL, look(office, saved(book)))
    assert stored(office)["DUNG_HAN"].cells == "B4,D4"


def test_the_difference_comes_first_and_the_history_stays(office: Store) -> None:
    confirm(office, LOCAL, look(office, form(*GOOD[:4])))
    again = [
        ["DUNG_HAN", 960, 1000],
        ["SO_HOA", 1200, 1000],
        ["HAI_LONG"],
        ["DOI_THOAI", None, None, 3, "đã kiểm"],
        GOOD[4],
    ]
    assert changes(*again, office=office) == {
        "DUNG_HAN": "changed", "SO_HOA": "same", "HAI_LONG": "blank", "DOI_THOAI": "changed", "TANG_GIAM": "new",
    }  # fmt: skip
    seen = look(office, form(*again))
    assert [one.stored.numerator if one.stored else None for one in seen.rows][:1] == [950]
    confirm(office, LOCAL, seen)
    assert number(office, "DUNG_HAN")[0] == 960
    assert number(office, "HAI_LONG")[2] == parse_exact("86.6"), "a blank never erases"
    assert [one.numerator for one in history(office, LOCAL, UNIT, "DUNG_HAN", JUNE)] == [960, 950]
    assert len(history(office, LOCAL, UNIT, "SO_HOA", JUNE)) == 1, "the same number is not stored again"


def test_the_same_file_twice_is_recognised(office: Store) -> None:
    content = form()  # once: a workbook saved a second later is another file
    confirm(office, LOCAL, look(office, content))
    seen = look(office, content)
    assert seen.accepted and said(seen) == ["i127"] and seen.already is not None
    assert seen.already.person_name == LOCAL.name
    assert LOCAL.name in render(seen.problems[0].message, "vi")
    confirm(office, LOCAL, seen)
    assert len(history(office, LOCAL, UNIT, "DUNG_HAN", JUNE)) == 1
    other_month = preview(
        office, LOCAL, table_of(office), UNIT, Month(2022, 5), "a.xlsx", form(title="Tháng 5 năm 2022")
    )
    assert other_month.already is None


def test_a_stale_preview_is_refused(office: Store) -> None:
    first, second = look(office, form()), look(office, form(["DUNG_HAN", 1, 2]))
    confirm(office, LOCAL, second)
    with pytest.raises(ImportRefused) as refused:
        confirm(office, LOCAL, first)
    assert [one.code for one in refused.value.problems] == ["I151"]
    assert stored(office).keys() == {"DUNG_HAN"} and number(office, "DUNG_HAN")[0] == 1
    confirm(office, LOCAL, look(office, form()))
    typed = look(office, form(["DUNG_HAN", 2, 2]))
    latest = history(office, LOCAL, UNIT, "HAI_LONG", JUNE)[0].seq
    enter_figure(office, LOCAL, UNIT, JUNE, NewFigure("HAI_LONG", value=parse_exact("90")), seen=latest)
    with pytest.raises(ImportRefused):
        confirm(office, LOCAL, typed)


def test_errors_refuse_the_file_unless_the_good_rows_are_wanted_knowingly(office: Store) -> None:
    seen = look(office, form(*BAD))
    assert [one.change.value for one in seen.rows] == ["refused", "new", "blank"]
    assert not seen.accepted and seen.accepted_in_part
    with pytest.raises(ImportRefused) as refused:
        confirm(office, LOCAL, seen)
    assert [one.code for one in refused.value.problems] == ["I150", "F105"] and not stored(office)
    confirm(office, LOCAL, seen, partial=True)
    assert stored(office).keys() == {"DOI_THOAI"}
    partial = office.cursor().execute("SELECT partial, stored FROM import_act").fetchall()
    assert partial == [(True, 1)]


@pytest.mark.parametrize("content", [form(["DUNG_HAN", 2, 1]), form(*GOOD, title="Tháng 5 năm 2022"), b"%PDF"])
def test_what_cannot_be_stored_in_part_either(content: bytes, office: Store) -> None:
    with pytest.raises(ImportRefused) as refused:
        confirm(office, LOCAL, look(office, content), partial=True)
    assert refused.value.problems[0].code == "I152" and not stored(office)


def test_a_failure_in_the_middle_stores_nothing(office: Store) -> None:
    seen = look(office, form())
    broken = replace(seen.rows[4], figure=NewFigure("TANG_GIAM", value=parse_exact("1/3")))
    with pytest.raises(ValueError, match="DECIMAL"):
        confirm(office, LOCAL, replace(seen, rows=(*seen.rows[:4], broken)))
    assert not stored(office) and office.cursor().execute("SELECT count(*) FROM import_act").fetchall() == [(0,)]
    confirm(office, LOCAL, seen)
    assert len(stored(office)) == 5


def test_demo_figures_are_marked_and_real_ones_take_their_place(office: Store) -> None:
    confirm(office, LOCAL, look(office, form()), demo=True)
    assert all(one.demo for one in stored(office).values())
    confirm(office, LOCAL, look(office, form()))
    assert not any(one.demo for one in stored(office).values())


def test_who_may_not_enter_figures_sees_and_stores_nothing(office: Store) -> None:
    reader = Person("nguoi-xem", "Người xem", frozenset({Action.READ}))
    with pytest.raises(NotAllowed):
        preview(office, reader, table_of(office), UNIT, JUNE, "a.xlsx", form())
    with pytest.raises(NotAllowed):
        confirm(office, reader, look(office, form()))


def test_refused_uploads_are_kept_apart_for_thirty_days(office: Store) -> None:
    refused = office.folder / "refused"
    day = datetime(2022, 7, 1, tzinfo=UTC).replace(tzinfo=None)
    old, new = look(office, form(*BAD), at=day), look(office, b"%PDF", at=day + timedelta(days=29))
    assert file_path(refused, old.sha256).read_bytes() == old.content and file_path(refused, new.sha256).exists()
    look(office, b"%PDF-2", at=day + timedelta(days=31))
    assert not file_path(refused, old.sha256).exists() and file_path(refused, new.sha256).exists()
    assert not list(office.files.glob("*/*"))


def test_another_unit_another_table(office: Store) -> None:
    assert said(look(office, form(), unit="so-la")) == ["I128"]
    assert look(office, form(), unit="so-khac").accepted
    assert said(look(office, form(), unit="so-cong-thuong-dien-bien")) == ["I128"]


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        (None, None, False),
        (date(2022, 6, 30), None, False),
        (None, date(2022, 6, 1), False),
        (date(2022, 7, 1), None, True),
        (date(2021, 1, 1), date(2022, 5, 31), True),
    ],
)
def test_a_month_for_which_the_table_is_not_in_force(
    first: date | None, last: date | None, refused: bool, office: Store
) -> None:
    table = replace(table_of(office), valid_from=first, valid_to=last)
    seen = preview(office, LOCAL, table, UNIT, JUNE, "a.xlsx", form())
    assert said(seen) == (["I119"] if refused else []) and seen.accepted_in_part is not refused
    if last and refused:
        assert "1/2021 – 5/2022" in render(seen.problems[0].message, "vi")


def test_a_month_conflict_says_where(office: Store) -> None:
    problems: Any = as_json(look(office, form(title="Tháng 7, năm 2022")))["problems"]
    assert [problems[0][key] for key in ("code", "sheet", "row", "column", "value")] == [
        "I121", "Biểu", 1, "A", "Tháng 7, năm 2022",
    ]  # fmt: skip
    assert "tiêu đề (Biểu, ô A1): 7/2022" in problems[0]["message_vi"]


def test_hidden_rows_are_read_and_told(office: Store) -> None:
    book = make_book([row(*one) for one in GOOD])
    book.worksheets[0].row_dimensions[5].hidden = True
    book.worksheets[0].row_dimensions[30].hidden = True
    assert said(look(office, saved(book))) == ["i138 5"]


def test_hidden_sheets_are_passed_over_and_two_visible_ones_asked_about(office: Store) -> None:
    book = make_book([row(*one) for one in GOOD])
    copy = book.copy_worksheet(book.worksheets[0])
    copy["D4"] = 1
    copy.title = "Bản sao"
    seen = look(office, saved(book))
    assert said(seen) == ["I113"] and "Biểu, Bản sao" in render(seen.problems[0].message, "vi")
    copy.sheet_state = "veryHidden"
    book.move_sheet(copy, -1)
    book.active = 1
    seen = look(office, saved(book))
    assert seen.accepted and seen.sheet == "Biểu" and seen.rows[0].numerator == "950"
    book["Biểu"].sheet_state = "hidden"
    book.create_sheet("Trang trống")
    assert said(look(office, saved(book))) == ["I116"]


def test_merged_headings_in_two_rows(office: Store) -> None:
    book = make_book([], heading=["Mã chỉ tiêu", "Tên chỉ tiêu", "ĐVT", "Số liệu", None, None, "Ghi chú"])
    sheet = book.worksheets[0]
    for column, name in zip("DEF", ("Tử số", "Mẫu số", "Giá trị"), strict=True):
        sheet[f"{column}4"] = name
    for merged in ("A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:F3", "G3:G4"):
        sheet.merge_cells(merged)
    for column, value in enumerate(row("DUNG_HAN", 950, 1000), start=1):
        sheet.cell(5, column, value)
    seen = look(office, saved(book))
    assert said(seen) == [] and seen.rows[0].denominator == "1000" and seen.skipped == ()


def test_a_heading_that_is_written_in_two_rows_without_merging(office: Store) -> None:
    book = make_book([], heading=["Mã", "Tên", "Đơn vị", "Tử", "Mẫu", "Giá", "Ghi"])
    sheet = book.worksheets[0]
    for column, name in enumerate(("chỉ tiêu", "chỉ tiêu", "tính", "số", "số", "trị", "chú"), start=1):
        sheet.cell(4, column, name)
    for column, value in enumerate(row("DUNG_HAN", 950, 1000), start=1):
        sheet.cell(5, column, value)
    assert said(look(office, saved(book))) == []


def test_a_letterhead_above_the_form(office: Store) -> None:
    book = make_book([row(*one) for one in GOOD])
    book.worksheets[0].insert_rows(1, 12)
    book.worksheets[0]["A1"] = "UBND TỈNH ĐIỆN BIÊN"
    book.worksheets[0]["E2"] = "Điện Biên, ngày 05 tháng 7 năm 2022"
    assert said(look(office, saved(book))) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [("Công văn đến", "I135"), ("Công chức bị kỷ luật", "I135"), ("Cộng", None), ("Tổng cộng (I + II)", None)],
)
def test_a_name_that_begins_like_a_total_without_accents_is_not_lost(
    office: Store, name: str, code: str | None
) -> None:
    found = look(office, saved(make_book([*[row(*one) for one in GOOD], [None, name, None, None, None, 12]])))
    assert [one.code for one in found.problems if one.severity == "error"] == ([code] if code else [])


def test_the_report_for_programs(office: Store) -> None:
    book = make_book([
        row("DUNG_HAN", 1001, 1000), row("HAI_LONG", None, None, "86.6%"), row("DOI_THOAI", None, None, "ba"),
        ["Tổng cộng"],
    ])  # fmt: skip
    report = as_json(look(office, saved(book)))
    assert json.loads(json.dumps(report)) == report
    assert list(report) == ["accepted", "month", "unit", "sha256", "rows", "problems", "skipped"]
    assert (report["accepted"], report["month"], report["unit"]) == (False, "2022-06", UNIT)
    rows: Any = report["rows"]
    assert rows[0] == {
        "code": "DUNG_HAN", "name": "Hồ sơ đúng hạn", "unit": "hồ sơ",
        "numerator": "1001", "denominator": "1000", "value": None, "note": None,
    }  # fmt: skip
    assert [one["value"] for one in rows] == [None, "86.6", "ba"]
    problems: Any = report["problems"]
    assert problems[0] == {
        "code": "F105", "severity": "error", "sheet": "Biểu", "row": 4, "column": "D", "value": "1001",
        "message_vi": "Tử số 1.001 lớn hơn mẫu số 1.000.",
        "message_en": "The numerator 1,001 is greater than the denominator 1,000.",
        "remedy_vi": "Tử số là một phần của mẫu số: kiểm tra cả hai, có thể đã điền ngược.",
    }  # fmt: skip
    assert [one["code"] for one in problems] == ["F105", "F126", "F102"]
    assert report["skipped"] == [{"row": 7, "why": "dòng tổng cộng"}]
    assert as_json(look(office, saved(book)), partial=True)["accepted"] is True


def test_a_file_as_a_whole_has_no_row_in_the_report(office: Store) -> None:
    problems: Any = as_json(look(office, b"%PDF"))["problems"]
    assert [problems[0][key] for key in ("sheet", "row", "column", "value")] == [None] * 4


def test_every_code_is_met_by_some_test() -> None:
    """Containers in their own file, rows and months in ``cases.yaml``, forms of others beside the template, files
    that cannot be read with the command."""
    here = Path(__file__).parent
    files = [*here.glob("*.*"), *(here.parent / "commands").glob("*.*")]
    texts = "".join(path.read_text(encoding="utf-8") for path in files)
    assert not [code for code in CODES if code not in texts and code.lower() not in texts]


def test_every_sentence_of_a_workbook_is_in_both_languages() -> None:
    for _scope, _severity, what, cure in CODES.values():
        assert translate(what, "vi") != what and translate(cure, "vi") != cure
