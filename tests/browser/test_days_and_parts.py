"""A day that may never come, working days, and parts of which the best or the worst counts, in the browser."""

import os
import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from unittest.mock import patch

import pytest
from playwright.sync_api import Page, expect

from data.accounts.person import LOCAL
from data.figures.observation import NewFigure
from data.figures.writing import enter_figures
from data.store.opening import open_store
from scoring.period import Month
from tests.browser.clerk import exported, press, row
from tests.browser.server import running
from tests.browser.settled import answered, open_page

UNIT, MAY = "so-thu", Month(2022, 5)
CHOICE = f"table=bang-thu-cac-phan&unit={UNIT}&month={MAY}"
FORMS = Path(__file__).with_name("forms.yaml")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the table of ``forms.yaml`` and 41 of 50 dossiers on time; its answers are given at the screen."""
    folder = tmp_path_factory.mktemp("forms")
    criteria = folder / "criteria"
    criteria.mkdir()
    shutil.copy(FORMS, criteria)
    store = open_store(folder / "store", (criteria,))
    dossiers = NewFigure("HO_SO_THU", numerator=Fraction(41), denominator=Fraction(50))
    enter_figures(store, LOCAL, UNIT, MAY, [(dossiers, None)])
    store.close()
    with (
        patch.dict(os.environ, {"THUOC_CRITERIA": str(criteria)}),
        running(folder / "store", folder / "server.log") as address,
    ):
        yield address


def answers(page: Page, office: str) -> None:
    open_page(page, f"{office}/figures?{CHOICE}")
    page.get_by_role("tab", name="Trả lời nhanh").click()
    expect(page.locator("[class*=st-key-row-answer]").first).to_be_visible()


def line(office: str, leaf: str) -> dict[str, object]:
    lines: list[dict[str, object]] = exported(office, CHOICE)["lines"]
    return next(one for one in lines if one["id"] == leaf)


def test_a_day_that_stands_there_is_taken_away_by_the_answer_that_there_is_none(page: Page, office: str) -> None:
    answers(page, office)
    first = page.locator("[class*=st-key-row-answer]", has=page.get_by_role("radio", name="Không ban hành"))
    for name, typed in (("ngày", "20"), ("tháng", "04"), ("năm", "2022")):
        first.get_by_role("spinbutton", name=name).first.click()
        page.keyboard.type(typed)
    page.keyboard.press("Tab")
    expect(first.get_by_role("group", name="Ngày")).to_have_text("20/04/2022")
    page.keyboard.press("Escape")  # the calendar lies over the answers
    with answered(page):
        first.get_by_role("radio", name="Không ban hành").click()
    expect(first.get_by_role("group", name="Ngày")).not_to_have_text("20/04/2022")


def test_that_none_was_issued_is_said_in_the_words_of_the_table(page: Page, office: str) -> None:
    assert line(office, "1")["state"] == "missing"
    answers(page, office)
    with answered(page):
        page.get_by_role("radio", name="Không ban hành").click()
    press(page, "Lưu các câu trả lời")
    assert (line(office, "1")["points"], line(office, "1")["state"]) == ("0", "nothing_arose")
    open_page(page, f"{office}/score?{CHOICE}")
    expect(row(page, "score-table", "Kế hoạch")).to_contain_text("Không ban hành: 0")


def test_days_late_are_told_as_working_days(page: Page, office: str) -> None:
    answers(page, office)
    day = page.locator("[class*=st-key-row-answer]", has_text="Ngày gửi báo cáo")
    for name, typed in (("ngày", "05"), ("tháng", "05"), ("năm", "2022")):
        day.get_by_role("spinbutton", name=name).first.click()
        page.keyboard.type(typed)
    page.keyboard.press("Tab")
    expect(day.get_by_role("group", name="Ngày")).to_have_text("05/05/2022")
    press(page, "Lưu các câu trả lời")  # leaves the box: the day is told with it
    expect(page.locator(".st-key-outcome-answers")).to_contain_text("Đã lưu 1 câu trả lời")
    assert line(office, "2")["points"] == "0.5"
    open_page(page, f"{office}/score?{CHOICE}&leaf=2")
    expect(page.locator(".stApp")).to_contain_text("chậm 2 ngày làm việc so với ngày cuối cùng đúng hạn")
    expect(page.locator(".stApp")).to_contain_text("ngày nghỉ được tính là ngày làm việc liền sau")


def test_the_parts_of_a_leaf_stand_with_what_each_earns(page: Page, office: str) -> None:
    open_page(page, f"{office}/criteria?{CHOICE}&leaf=4")
    rule = page.locator(".st-key-card-law-rule")
    for words in ("lấy phần thấp điểm nhất", "Giải", "Hồ sơ", "Không có hồ sơ được nửa điểm (0,5 điểm)"):
        expect(rule).to_contain_text(words)
    expect(page.locator(".st-key-card-law-leaf")).to_contain_text("được tính điểm tối đa")
    open_page(page, f"{office}/criteria?{CHOICE}&leaf=3&lang=en")
    expect(page.locator(".st-key-card-law-rule")).to_contain_text("left out")
