"""The name asked for once: kept over pages, links and reloads, and printed beside what was entered under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.clerk import exported, press
from tests.browser.demo_office import PLAN, UNIT, build_office
from tests.browser.server import running
from tests.browser.settled import answered, open_page

NAME = "Người dùng thử, Văn phòng Sở"
CHOICE = f"table={PLAN}&unit={UNIT}&month=2022-05"
FIGURE = "TTHC_CONG_KHAI"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("person")
    build_office(folder / "store")
    with running(folder / "store", folder / "server.log") as address:
        yield address


def box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Họ tên, phòng")


def correct(page: Page, good: str) -> None:
    page.get_by_label("Tử số").fill(good)
    page.get_by_label("Mẫu số").fill("126")
    press(page, "Lưu số liệu này")


def test_without_a_name_a_word_beside_the_button_and_nothing_is_held_up(page: Page, office: str) -> None:
    open_page(page, f"{office}/figures?{CHOICE}&indicator={FIGURE}")
    expect(box(page)).to_have_value("")
    expect(page.locator(".st-key-no-name-entry")).to_contain_text("Chưa ghi họ tên")
    correct(page, "120")
    expect(page.locator("#history-table tr").nth(1)).to_contain_text("Máy này (chưa ghi tên)")


def test_a_name_is_given_once_and_stands_beside_every_figure(page: Page, office: str) -> None:
    open_page(page, f"{office}/figures?{CHOICE}&indicator={FIGURE}")
    box(page).fill(NAME)
    correct(page, "121")  # straight to the figure: the name was typed, no key of its own was pressed
    expect(page.locator("#history-table tr").nth(1)).to_contain_text(NAME)
    expect(page.locator("[class*=st-key-no-name]")).to_have_count(0)
    page.get_by_role("link", name="Bảng điểm", exact=True).click()  # within the page
    expect(page.locator("#score-table")).to_contain_text(f"nhập trên màn hình · {NAME}")
    expect(box(page)).to_have_value(NAME)
    page.locator("#score-table").get_by_role("link", name="100% TTHC thuộc thẩm quyền giải quyết").click()  # anew
    expect(page.locator("#figures-table")).to_contain_text(NAME)
    expect(box(page)).to_have_value(NAME)
    with answered(page):
        page.reload()
    expect(box(page)).to_have_value(NAME)


def test_an_export_says_who_made_it(page: Page, office: str, tmp_path: Path) -> None:
    open_page(page, f"{office}/export?{CHOICE}")
    expect(page.locator(".st-key-no-name-export")).to_be_visible()
    box(page).fill(NAME)
    box(page).press("Enter")
    expect(page.locator("[class*=st-key-no-name]")).to_have_count(0)
    answer = page.request.get(f"{office}/download/export?{CHOICE}&format=json")
    assert answer.json()["exported_by"] == NAME
    assert exported(office, CHOICE)["exported_by"] == "Máy này (chưa ghi tên)"  # another browser, without the name
