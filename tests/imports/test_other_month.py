"""A form of another month than the chosen one: told as that, with the month to change to."""

import pytest

from data.language import render
from data.store.opening import Store
from scoring.period import Month
from tests.imports.office import form, look

MAY = Month(2022, 5)


@pytest.mark.parametrize("title", ["BIỂU SỐ LIỆU THÁNG 6 NĂM 2022", "Tháng 6"])
def test_the_month_to_change_to(reading_office: Store, title: str) -> None:
    seen = look(reading_office, form(title=title), month=MAY)
    assert seen.other_month == Month(2022, 6) and not seen.accepted
    (problem,) = [one for one in seen.problems if one.code == "I121"]
    said = render(problem.message, "vi")
    assert said.startswith("Đây là biểu tháng 6/2022, trong khi đang chọn tháng 5/2022.")
    assert "tiêu đề" in said and "6/2022" in render(problem.remedy, "vi")


def test_a_file_that_contradicts_itself_has_no_month_to_change_to(reading_office: Store) -> None:
    seen = look(reading_office, form(), month=MAY, name="bieu_2022-07.xlsx")
    assert [one.code for one in seen.errors] == ["I121"] and seen.other_month is None


def test_the_chosen_month_is_no_other_month(reading_office: Store) -> None:
    assert look(reading_office, form()).other_month is None
    assert look(reading_office, form(), month=None).other_month is None
