"""A table that compares with the year before: what is missing is asked for, entered, and stands behind the score."""

import os
from collections.abc import Iterator
from unittest import mock

import pytest
from playwright.sync_api import Page, expect

from data.store.opening import open_store
from tests.browser.server import running
from tests.browser.settled import answered, expect_in_address, open_page, turn_to, visible_text
from tests.browser.test_overview import foreign_sentences
from tests.scores.readings_office import TABLE, UNIT, enter_others, enter_year

CHOICE = f"unit={UNIT}&table=bang-doc&month=2022-06"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Half a year of 2022 and nothing of 2021, with a table that holds from January 2022 on."""
    folder = tmp_path_factory.mktemp("past")
    criteria = folder / "criteria"
    criteria.mkdir()
    (criteria / "bang-doc.yaml").write_text(TABLE, encoding="utf-8")
    store = open_store(folder / "store", [criteria])
    enter_year(store)
    enter_others(store)
    store.close()
    with (
        mock.patch.dict(os.environ, {"THUOC_CRITERIA": str(criteria)}),
        running(folder / "store", folder / "server.log") as address,
    ):
        yield address


def test_a_figure_of_the_year_before_is_asked_for_entered_and_stands_behind_the_score(page: Page, office: str) -> None:
    open_page(page, f"{office}/figures?{CHOICE}")
    card = page.locator(".st-key-card-past-figures")
    expect(card).to_contain_text("Số liệu năm 2021 còn thiếu: 2")
    expect(card).to_contain_text("Kết quả đã số hóa")
    expect(card).to_contain_text("năm trước: tháng 12/2021")
    expect(card).to_contain_text("năm trước: tháng 1, 2, 3, 4, 5, 6/2021")
    with answered(page):
        card.get_by_role("link", name="Kết quả đã số hóa").click()
    expect_in_address(page, "of=2021-12")
    entry = page.locator(".st-key-card-entry")
    expect(entry).to_contain_text("Số liệu mới: Tháng 12/2021")
    entry.get_by_label("Giá trị (kết quả)").fill("hai trăm")
    entry.get_by_label("Giá trị (kết quả)").blur()
    expect(entry).to_contain_text("không phải là số")  # the same checks as for any figure
    entry.get_by_label("Giá trị (kết quả)").fill("200")
    entry.get_by_label("Giá trị (kết quả)").blur()
    expect(entry).to_contain_text("Sẽ lưu: 200")
    with answered(page):
        entry.get_by_role("button", name="Lưu số liệu này").click()
    expect(page.locator(".st-key-card-history")).to_contain_text("Lịch sử: Tháng 12/2021")
    expect(page.locator(".st-key-card-history")).to_contain_text("200")
    expect(page.locator(".st-key-card-past-figures")).to_contain_text("Số liệu năm 2021 còn thiếu: 1")

    # the score says it, and leads to who typed it and when
    open_page(page, f"{office}/score?{CHOICE}&leaf=1")
    expect(page.locator(".st-key-card-leaf-result")).to_contain_text("Kết quả đã số hóa, năm trước: 200")
    figures = page.locator(".st-key-card-leaf-figures")
    expect(figures).to_contain_text("Kết quả đã số hóa, năm trước")
    expect(figures.locator("tr", has_text="Tháng 12/2021")).to_contain_text("nhập trên màn hình")
    open_page(page, f"{office}/history?{CHOICE}&indicator=SO_HOA")
    expect(page.locator("#entries-table")).to_contain_text("Tháng 12/2021")
    expect(page.locator("#uses-table")).to_contain_text("Số hóa tăng 20%")


def test_the_overview_and_the_gaps_say_what_is_missing_of_the_year_before(page: Page, office: str) -> None:
    open_page(page, f"{office}/?{CHOICE}")
    missing = page.locator(".st-key-card-missing")
    expect(missing).to_contain_text("năm trước: tháng 1, 2, 3, 4, 5, 6/2021")
    open_page(page, f"{office}/gaps?{CHOICE}")
    link = page.get_by_role("link", name="Hồ sơ trực tuyến: năm trước: tháng 1, 2, 3, 4, 5, 6/2021")
    expect(link.first).to_be_visible()


@pytest.mark.parametrize("at", ["figures?", "figures?indicator=TRUC_TUYEN&", "score?leaf=4&", "criteria?leaf=5&", "?"])
def test_it_is_whole_in_english_too(page: Page, office: str, at: str) -> None:
    turn_to(page, f"{office}/{at}{CHOICE}&lang=en")
    assert not foreign_sentences(visible_text(page), "en")
