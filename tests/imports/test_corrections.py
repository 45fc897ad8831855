"""A figure corrected on screen after an import is never taken back by a file without somebody saying so."""

from fractions import Fraction

import pytest

from data.accounts.person import LOCAL
from data.figures.observation import NewFigure
from data.figures.writing import enter_figure
from data.imports.confirm import ImportRefused, confirm
from data.imports.preview import Preview
from data.imports.report import as_json
from data.language import render
from data.store.opening import Store
from scoring.period import Month
from tests.imports.office import JUNE, form, look, number, stored

TALKS = ("DOI_THOAI", None, None, 3, None)


def correct(store: Store, value: int, note: str = "đếm thiếu một cuộc", month: Month = JUNE) -> None:
    """Type the figure of DOI_THOAI on screen."""
    before = stored(store).get("DOI_THOAI") if month == JUNE else None
    figure = NewFigure("DOI_THOAI", value=Fraction(value), note=note)
    enter_figure(store, LOCAL, "so-thu", month, figure, seen=before.seq if before else None)


def asked(seen: Preview) -> list[str]:
    return [f"{one.column}{one.row}" for one in seen.problems if one.code == "I142"]


def test_the_very_file_again_after_a_correction(office: Store) -> None:
    content = form()  # once: a form made a second later is another file
    confirm(office, LOCAL, look(office, content))
    correct(office, 4)
    seen = look(office, content)
    assert [row.code for row in seen.corrections] == ["DOI_THOAI"]
    (problem,) = [one for one in seen.problems if one.code == "I142"]
    assert (problem.severity, problem.row, problem.column) == ("warning", 7, "F")
    said = render(problem.message, "vi")
    for words in ("Số đang lưu được sửa trên màn hình lúc ", "Máy này", "tệp này đã được nạp", "đếm thiếu một cuộc"):
        assert words in said
    with pytest.raises(ImportRefused) as refused:
        confirm(office, LOCAL, seen)
    assert [one.code for one in refused.value.problems] == ["I154"]
    assert number(office, "DOI_THOAI") == (None, None, 4)
    confirm(office, LOCAL, seen, supersede=True)
    assert number(office, "DOI_THOAI") == (None, None, 3)


def test_another_file_after_a_correction(office: Store) -> None:
    confirm(office, LOCAL, look(office, form()))
    correct(office, 4, note="")
    seen = look(office, form(["DOI_THOAI", None, None, 5, None]))
    assert asked(seen) == ["F4"]
    said = render(next(one for one in seen.problems if one.code == "I142").message, "vi")
    assert "so-lieu.xlsx" in said and "không ghi" in said


def test_a_file_that_says_what_the_correction_says_is_not_asked_about(office: Store) -> None:
    confirm(office, LOCAL, look(office, form()))
    correct(office, 4, note="")
    seen = look(office, form(["DOI_THOAI", None, None, 4, None], ["DUNG_HAN", 960, 1000, None, None]))
    assert not asked(seen) and not seen.corrections
    confirm(office, LOCAL, seen)


def test_a_blank_takes_nothing_back(office: Store) -> None:
    confirm(office, LOCAL, look(office, form()))
    correct(office, 4)
    seen = look(office, form(["DOI_THOAI", None, None, None, None], ["DUNG_HAN", 960, 1000, None, None]))
    assert not asked(seen)
    confirm(office, LOCAL, seen)
    assert number(office, "DOI_THOAI") == (None, None, 4)


def test_a_row_that_was_refused_and_then_typed_is_a_correction(office: Store) -> None:
    """The first file brought no figure for it; it was imported all the same, and the typing came after it."""
    first = look(office, form(["DOI_THOAI", None, None, "ba", None], ["DUNG_HAN", 950, 1000, None, None]))
    confirm(office, LOCAL, first, partial=True)
    correct(office, 4)
    assert asked(look(office, form(TALKS))) == ["F4"]


def test_what_was_typed_before_any_file_came_is_superseded_as_ever(office: Store) -> None:
    correct(office, 4)
    seen = look(office, form())
    assert not asked(seen)
    confirm(office, LOCAL, seen)
    assert number(office, "DOI_THOAI") == (None, None, 3)
    # ... and so is an import by a later one
    assert not asked(look(office, form(["DOI_THOAI", None, None, 7, None])))


def test_the_imports_of_another_month_do_not_count(office: Store) -> None:
    july = Month(2022, 7)
    title = "BIỂU SỐ LIỆU THÁNG 7 NĂM 2022"
    confirm(office, LOCAL, look(office, form(), month=JUNE))
    correct(office, 4, month=july)
    assert not asked(look(office, form(TALKS, title=title), month=july))


def test_a_correction_taken_back_knowingly_is_no_correction_any_more(office: Store) -> None:
    confirm(office, LOCAL, look(office, form()))
    correct(office, 4)
    confirm(office, LOCAL, look(office, form()), supersede=True)
    assert not asked(look(office, form(["DOI_THOAI", None, None, 7, None])))


def test_the_object_for_programs_refuses_until_it_is_said(office: Store) -> None:
    confirm(office, LOCAL, look(office, form()))
    correct(office, 4)
    seen = look(office, form())
    without, with_it = as_json(seen), as_json(seen, supersede=True)
    assert (without["accepted"], with_it["accepted"]) == (False, True)
    codes = {found["code"]: found["severity"] for found in without["problems"]}  # type: ignore[attr-defined]
    assert codes["I142"] == "warning" and codes["I154"] == "error"
    assert not any(found["code"] == "I154" for found in with_it["problems"])  # type: ignore[attr-defined]
