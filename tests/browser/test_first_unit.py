"""A store without figures asks for the unit first: nobody is shown another province's department as his own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clerk import press
from tests.browser.conftest import PAGES
from tests.browser.demo_office import UNIT
from tests.browser.server import running
from tests.browser.settled import expect_in_address, open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide

OTHER = "Sở Công Thương tỉnh Điện Biên"


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[str]:
    with running(tmp_path / "store", tmp_path / "server.log") as address:
        yield address


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_asks_for_the_unit_first(page: Page, server: str, name: str, lang: str) -> None:
    page.set_viewport_size(PHONE)
    turn_to(page, f"{server}/{name}?lang={lang}")
    asked = page.locator(".st-key-card-choose-unit")
    expect(asked).to_contain_text(
        "Chọn đơn vị của anh/chị, hoặc thêm đơn vị" if lang == "vi" else "Choose your unit, or add it"
    )
    expect(page.locator("h1 + p", has_text=OTHER)).to_have_count(0)
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)


def test_a_unit_of_a_shipped_plan_is_one_click_away(page: Page, server: str) -> None:
    open_page(page, f"{server}/figures")
    expect(page.get_by_role("combobox", name="Đơn vị")).to_have_value("")
    page.locator(".st-key-card-shipped-units").get_by_role("link", name=OTHER).click()
    expect(page.locator("h1")).to_have_text("Nộp số liệu")
    expect(page.locator("p.caption").first).to_contain_text(OTHER)
    expect_in_address(page, f"unit={UNIT}")


def test_a_link_to_a_unit_that_is_not_there_says_so_and_asks(page: Page, server: str) -> None:
    open_page(page, f"{server}/score?unit=khong-co")
    expect(page.locator(".st-key-not-found")).to_contain_text("Liên kết nêu đơn vị “khong-co” không có")
    expect(page.locator(".st-key-card-choose-unit")).to_be_visible()
    menu = page.locator(".st-key-menu a")
    expect(menu).to_have_count(len(PAGES))
    assert "khong-co" not in " ".join(menu.evaluate_all("links => links.map(link => link.href)"))


def test_an_own_unit_is_added_and_from_then_on_comes_first(page: Page, fresh: str) -> None:
    open_page(page, fresh)
    press(page, "Thêm đơn vị")
    expect(page.locator(".st-key-card-choose-unit")).to_contain_text("Chưa thêm đơn vị")
    page.get_by_label("Tên đầy đủ").fill("Sở Y tế tỉnh thử nghiệm")
    press(page, "Thêm đơn vị")
    expect(page.locator(".st-key-card-first-steps")).to_be_visible()
    expect_in_address(page, "unit=so-y-te-tinh-thu-nghiem")
    open_page(page, f"{fresh}/score")  # nobody chose: the own unit is meant
    expect(page.locator("p.caption").first).to_contain_text("Sở Y tế tỉnh thử nghiệm")
