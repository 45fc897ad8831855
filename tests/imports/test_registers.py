"""Registers from the month's workbook to the figure and back to its rows: caps, blanks, messy sheets, refusals."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from data.accounts.person import LOCAL
from data.exports import export
from data.figures.last_year import entered_in
from data.figures.register_rows import rows_behind
from data.imports.confirm import ImportRefused, confirm
from data.imports.difference import Change
from data.imports.preview import Preview
from data.language import LANGUAGES, render
from data.scores.unit import score_unit
from data.store.opening import Store
from scoring.period import Month
from scoring.quantity import State
from tests.imports.office import JUNE, UNIT, look, saved, stored, table_of
from tests.imports.register_office import HEADING, IDEAS, REPORTS, TABLE, content, open_register_office, workbook


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    store = open_register_office(tmp_path)
    yield store
    store.close()


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for tests that store nothing."""
    store = open_register_office(tmp_path_factory.mktemp("office"))
    yield store
    store.close()


def values(seen: Preview) -> dict[str, Fraction | None]:
    return {figure.indicator: figure.value for figure in seen.good}


def marks(seen: Preview) -> list[str]:
    """Each problem with sheet and cell, warnings in small letters."""
    return [f"{one.code if one.severity == 'error' else one.code.lower()} {one.place}".strip() for one in seen.problems]


ALL = {"DOI_THOAI": 3, "NGAY_CHAM": 20, "XIN_LOI": 2, "DIEM_SANG_KIEN": Fraction(11, 2)}


def test_figures_are_formed_from_the_rows_with_the_cap_on_each(reading: Store) -> None:
    seen = look(reading, content())
    assert marks(seen) == [] and seen.accepted
    assert values(seen) == ALL
    places = {figure.indicator: (figure.sheet, figure.cells) for figure in seen.good}
    assert places["NGAY_CHAM"] == ("Báo cáo", "B4:F6")
    assert places["DIEM_SANG_KIEN"] == ("Sáng kiến", "A2:B4")
    assert [(read.found.register.code, len(read.rows)) for read in seen.registers.reads] == [
        ("BAO_CAO", 3),
        ("SANG_KIEN", 3),
    ]


def test_a_stored_figure_leads_to_its_rows(office: Store) -> None:
    confirm(office, LOCAL, look(office, content()))
    late = stored(office)["NGAY_CHAM"]
    assert (late.value, late.sheet, late.cells) == (20, "Báo cáo", "B4:F6")
    behind = rows_behind(office, LOCAL, late)
    assert list(behind.headings.values()) == HEADING[1:]
    assert [(row.row, row.results["NGAY_CHAM"]) for row in behind.rows] == [(4, 0), (5, 10), (6, 10)]
    sent = behind.rows[2].cells["NGAY_GUI"]
    assert (sent.typed, sent.exact) == ("26/06/2022", date(2022, 6, 26).toordinal())
    assert behind.rows[1].cells["GHI_CHU"].exact is None and "GHI_CHU" not in behind.rows[0].cells
    assert rows_behind(office, LOCAL, stored(office)["DOI_THOAI"]).rows == ()


def test_the_points_are_those_of_the_law(office: Store) -> None:
    """Reports late by 0, 10 and 11 days: 0 + 0,5 + 0,5 off 5 points; ideas of 2, 3 and 1,5 points: 2 + 2 + 1,5."""
    january = Month(2022, 1)
    made = content(title="BIỂU SỐ LIỆU THÁNG 1 NĂM 2022")
    confirm(office, LOCAL, look(office, made, month=january))
    score = score_unit(office, LOCAL, table_of(office), UNIT, january).score
    assert {name: line.points for name, line in score.leaves.items()} == {
        "1": 4, "2": 1, "3": Fraction(11, 2), "4": 1,
    }  # fmt: skip


def test_the_exported_sources_name_sheet_and_rows(office: Store) -> None:
    confirm(office, LOCAL, look(office, content()))
    made = export(office, LOCAL, table_of(office), UNIT, JUNE, "xlsx", "vi")
    sources = load_workbook(io.BytesIO(made.content)).worksheets[2]
    rows = [[cell.value for cell in row] for row in sources.iter_rows()]
    (late,) = [row for row in rows if "NGAY_CHAM" in row]
    assert late[9:12] == ["so-lieu.xlsx", "Báo cáo", "B4:F6"]


def test_the_same_rows_are_not_stored_again_and_other_rows_with_the_same_sum_are(office: Store) -> None:
    confirm(office, LOCAL, look(office, content()))
    again = look(office, content(ideas=[*IDEAS]))
    assert {row.change for row in again.rows} == {Change.SAME}
    other = [REPORTS[0], REPORTS[2], REPORTS[1]]
    seen = look(office, content(other))
    changes = {row.code: row.change for row in seen.rows}
    assert changes["NGAY_CHAM"] is Change.CHANGED and changes["DIEM_SANG_KIEN"] is Change.SAME
    first = stored(office)["NGAY_CHAM"]
    confirm(office, LOCAL, seen)
    assert [row.cells["SO_KY_HIEU"].typed for row in rows_behind(office, LOCAL, stored(office)["NGAY_CHAM"]).rows] == [
        "10/BC-STN",
        "12/BC-STN",
        "11/BC-STN",
    ]
    assert [row.row for row in rows_behind(office, LOCAL, first).rows] == [4, 5, 6]  # what was stored stays


NOTHING = [["SỔ THEO DÕI BÁO CÁO"], ["Trong tháng:", "không phát sinh"]]
GAP: list[Any] = []
CASES: list[tuple[str, dict[str, Any], list[str], dict[str, Any]]] = [
    ("the sheet is not there: missing, not zero", {"reports": None}, ["i160"], {"NGAY_CHAM": None, "XIN_LOI": None}),
    ("no rows, and it is said: an honest zero", {"reports": [], "above": NOTHING}, [], {"NGAY_CHAM": 0, "XIN_LOI": 0}),
    ("said in the first row", {"reports": [[None, "Không phát sinh"]]}, [], {"NGAY_CHAM": 0, "XIN_LOI": 0}),
    ("no rows, and nothing is said", {"reports": []}, ["i168 Báo cáo!3"], {"NGAY_CHAM": None, "XIN_LOI": None}),
    (
        "does not apply",
        {"reports": [[None, "không áp dụng"]]},
        [],
        {"NGAY_CHAM": State.NOT_APPLICABLE, "XIN_LOI": State.NOT_APPLICABLE},
    ),
    ("said, and there are rows", {"above": NOTHING}, ["I167 Báo cáo!B2"], {"NGAY_CHAM": None, "XIN_LOI": None}),
    (
        "one row blank: refused at its cell",
        {"reports": [*REPORTS, [4, "13/BC-STN", "15/06/2022", None, "có"]]},
        ["I165 Báo cáo!D7"],
        {"NGAY_CHAM": None, "XIN_LOI": None},
    ),
    (
        "several cells, all at once",
        {"reports": [[1, None, "15/06/2022", "hôm qua", "có"], [2, "11", "31/06/2022", "20/06/2022", "x"]]},
        ["I165 Báo cáo!B4", "F119 Báo cáo!D4", "F119 Báo cáo!C5", "F117 Báo cáo!E5"],
        {"NGAY_CHAM": None},
    ),
    (
        "the same report twice, in a row that has another error too",
        {"reports": [*REPORTS, [4, "10/bc-stn ", "15/06/2022", "16/06/2022", "x"]]},
        ["I166 Báo cáo!B7", "F117 Báo cáo!E7"],
        {"NGAY_CHAM": None},
    ),
    (
        "a word for the month in a cell of a row",
        {"reports": [[1, "10/BC", "15/06/2022", "không phát sinh", "có"]]},
        ["I171 Báo cáo!D4"],
        {"NGAY_CHAM": None},
    ),
    (
        "numbers as offices write them",
        {"ideas": [["Một", "1,25"], ["Hai", "0,5"]]},
        ["f112 Sáng kiến!B2", "f112 Sáng kiến!B3"],
        {"DIEM_SANG_KIEN": Fraction(7, 4)},
    ),
    ("a number in words", {"ideas": [["Một", "hai điểm"]]}, ["F102 Sáng kiến!B2"], {"DIEM_SANG_KIEN": None}),
    ("a number with two readings", {"ideas": [["Một", "1.234"]]}, ["F111 Sáng kiến!B2"], {"DIEM_SANG_KIEN": None}),
    ("under the bound of the sum", {"ideas": [["Một", -3]]}, ["F128 Sáng kiến!1"], {"DIEM_SANG_KIEN": None}),
    ("no column of the days sent", {"heading": ["STT", "Số ký hiệu", "Hạn gửi", "Gửi", "Có thư xin lỗi", "Ghi chú"],
      "above": [["Mã sổ: BAO_CAO"], []]}, ["I162 Báo cáo!3"], {"NGAY_CHAM": None}),
    ("a heading twice", {"heading": [*HEADING, "Ngày gửi báo cáo"]}, ["I164 Báo cáo!G3"], {"NGAY_CHAM": None}),
    ("no heading at all", {"heading": [], "above": [["Mã sổ: BAO_CAO"], []]}, ["I161 Báo cáo"], {"NGAY_CHAM": None}),
    (
        "messy: column numbers, a section, the heading again, a total, a signature",
        {
            "reports": [
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                ["I. Báo cáo định kỳ"],
                REPORTS[0],
                GAP,
                HEADING,
                REPORTS[1],
                REPORTS[2],
                [None, "Tổng cộng", None, None, 2],
                GAP,
                [None, "NGƯỜI LẬP BIỂU", None, None, None, "GIÁM ĐỐC"],
                [None, "(ký tên)"],
            ]
        },
        [],
        {"NGAY_CHAM": 20, "XIN_LOI": 2},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("say", "made", "says", "gives"), CASES, ids=[case[0] for case in CASES])
def test_case(say: str, made: dict[str, Any], says: list[str], gives: dict[str, Any], reading: Store) -> None:
    seen = look(reading, content(**made))
    assert marks(seen) == says
    found = {figure.indicator: figure.value if figure.state is State.MEASURED else figure.state for figure in seen.good}
    assert {code: found.get(code) for code in gives} == gives
    assert seen.accepted == (not any(one[0].isupper() for one in says))
    assert found["DOI_THOAI"] == 3 and seen.accepted_in_part  # the other figures can be stored knowingly
    for problem in seen.problems:
        told = [render(words, lang) for words in (problem.message, problem.remedy) for lang in LANGUAGES]
        assert all(told) and len(set(told)) == 4, told


def test_a_row_is_not_passed_over_for_its_first_word_or_for_being_short(reading: Store) -> None:
    """ "Công văn" folds to the word for a total, and so does "Tổng kết"; small numbers are no column numbers."""
    ideas = [["Công văn 12/CV", 1], ["Tổng kết năm", 1], ["5", 1], ["Cộng", 3], ["Tổng cộng tháng 6/2022:", 3]]
    seen = look(reading, content(ideas=ideas))
    assert values(seen)["DIEM_SANG_KIEN"] == 3
    assert [one.row for _sheet, one in seen.registers.skipped] == [5, 6]
    seen = look(reading, content(ideas=[["2", 7], ["3", 1]]))
    assert values(seen)["DIEM_SANG_KIEN"] == 3
    seen = look(reading, content(ideas=[["1", "2"], ["3", 1]]))  # right below the headings, counted from one
    assert [one.row for _sheet, one in seen.registers.skipped] == [2]


def test_rows_passed_over_are_listed(reading: Store) -> None:
    seen = look(reading, content(**CASES[-1][1]))
    assert [(sheet, one.row) for sheet, one in seen.registers.skipped] == [
        ("Báo cáo", row) for row in (4, 5, 8, 11, 13, 14)
    ]


def test_two_sheets_of_one_register(reading: Store) -> None:
    book = workbook()
    copy = book.copy_worksheet(book["Báo cáo"])
    copy.title = "Báo cáo (2)"
    seen = look(reading, saved(book))
    assert marks(seen) == ["I163 Báo cáo (2)"]
    assert "NGAY_CHAM" not in values(seen)


def test_a_sheet_is_known_by_its_own_name_and_dates_are_days_to_excel(reading: Store) -> None:
    days = [[*one[:2], *(date(2022, 6, int(day[:2])) for day in one[2:4]), *one[4:]] for one in REPORTS]
    book = workbook(days)
    book["Báo cáo"].title = "So BAO_CAO"
    assert values(look(reading, saved(book)))["NGAY_CHAM"] == 20


NAMES = TABLE.replace("of: CO_THU", 'of: "1"').replace('of: "smaller(days_late(NGAY_GUI, HAN_GUI), 10)"', 'of: "1"')


def test_below_a_list_of_names_nobody_can_tell_a_signature_from_a_row(tmp_path: Path) -> None:
    """Where nothing but a name is read of a row: a text below a blank row is asked about, a numbered one is not."""
    store = open_register_office(tmp_path, NAMES)
    rows = [[1, "10/BC"], [2, "11/BC"], [], [3, "12/BC"]]
    assert values(look(store, content(rows)))["NGAY_CHAM"] == 3
    seen = look(store, content([*rows, [], [None, "NGƯỜI LẬP BIỂU"], [None, "(ký tên)"]]))
    assert marks(seen) == ["I172 Báo cáo!B9"]
    store.close()


WORKING = TABLE.replace('of: "smaller(days_late', 'days: working, of: "smaller(days_late')
PRODUCT = TABLE.replace('of: "smaller(DIEM, 2)"', 'of: "DIEM * DIEM"')


def test_working_days_and_days_that_no_calendar_holds(tmp_path: Path) -> None:
    store = open_register_office(tmp_path, WORKING)
    weekend = ["1", "10/BC", "17/06/2022", "20/06/2022", "có"]
    assert values(look(store, content([weekend])))["NGAY_CHAM"] == 1
    seen = look(store, content([weekend, ["2", "11/BC", "17/06/2022", "20/06/2026", "có"]]))
    assert marks(seen) == ["I169 Báo cáo!C5"]
    store.close()


def test_a_row_that_comes_to_more_decimals_than_are_stored(tmp_path: Path) -> None:
    store = open_register_office(tmp_path, PRODUCT)
    seen = look(store, content(ideas=[["Một", 0.001], ["Hai", 0.0001]]))
    assert marks(seen) == ["I170 Sáng kiến!B3"]
    store.close()


def test_the_figure_is_not_typed_into_the_form(reading: Store) -> None:
    typed: Sequence[Any] = ["NGAY_CHAM", "Ngày chậm của các báo cáo", "ngày", None, None, 7]
    seen = look(reading, content(form=[["DOI_THOAI", "Số cuộc đối thoại", "cuộc", None, None, 3], typed]))
    assert marks(seen) == ["F130 Biểu!F5"]
    assert not seen.accepted


def test_a_month_before_the_table_held_is_typed(reading: Store) -> None:
    """The year before is compared with, and no form of the table could take its rows."""
    table = table_of(reading)
    late = table.indicators["NGAY_CHAM"]
    assert entered_in(table, late, JUNE).rows is not None
    assert entered_in(table, late, Month(2021, 12)).rows is None


def test_one_error_refuses_the_file_and_partial_drops_the_registers_figures(office: Store) -> None:
    seen = look(office, content([*REPORTS, [4, "13/BC-STN", "15/06/2022", None, "có"]]))
    with pytest.raises(ImportRefused):
        confirm(office, LOCAL, seen)
    assert not stored(office)
    confirm(office, LOCAL, seen, partial=True)
    assert set(stored(office)) == {"DOI_THOAI", "DIEM_SANG_KIEN"}
    assert len(rows_behind(office, LOCAL, stored(office)["DIEM_SANG_KIEN"]).rows) == 3


def test_a_file_without_the_sheets_erases_nothing(office: Store) -> None:
    confirm(office, LOCAL, look(office, content()))
    seen = look(office, content(None, None))
    assert marks(seen) == ["i160", "i160"] and seen.accepted
    confirm(office, LOCAL, seen)
    assert stored(office)["NGAY_CHAM"].value == 20
