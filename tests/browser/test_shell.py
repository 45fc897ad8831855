"""The frame around every page, in a real browser: each page is opened once in each language, then looked at."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PAGES
from tests.browser.demo_office import PLAN, UNIT
from tests.browser.server import running
from tests.browser.settled import (
    WINDOW,
    answered,
    expect_in_address,
    lay_out,
    open_page,
    visible_text,
    visitor,
)

# Words that Streamlit or we might leave behind on a Vietnamese page.
# Not month(): an expression of a criteria table.
ENGLISH = re.compile(
    r"\b(Upload|per file|Drag|None|Press Enter|Choose|No results|No options|Overview|Score table|Submit|Evidence|"
    r"Export|Month|Unit|Language|Leadership|Running|Deploy|Settings|Rerun|Sidebar|Skip|Clear|Close|Decrement|Increment|Dismiss|Error|Select|matches|Connection|icon)\b(?!\()",
    re.IGNORECASE,
)
WIDTHS = (390, 768, 1024, 1440)


@dataclass
class Visit:
    """What was seen on one page in one language."""

    asked: list[str] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    text: str = ""
    lang: str = ""
    title: str = ""
    beside_logo: str = ""
    logo_width: float = 0
    too_wide: dict[int, str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def visits(browser: Browser, server: str) -> Iterator[dict[tuple[str, str], Visit]]:
    """Each page loaded anew: one that only works when it is reached through the menu would be found."""
    context = visitor(browser)
    page = context.new_page()
    yield {
        (name, lang): visit(page, f"{server}/{name}?lang={lang}&unit={UNIT}") for name in PAGES for lang in ("vi", "en")
    }
    context.close()


def visit(page: Page, address: str) -> Visit:
    seen = Visit()
    listening: dict[str, Callable[..., None]] = {
        "request": lambda request: seen.asked.append(request.url),
        "websocket": lambda socket: seen.asked.append(socket.url.replace("ws:", "http:")),
        "console": lambda said: seen.blocked.append(said.text) if "Content Security Policy" in said.text else None,
        "pageerror": lambda error: seen.failed.append(str(error)),
    }
    page.set_viewport_size(WINDOW)
    for event, listener in listening.items():
        page.on(event, listener)  # type: ignore[call-overload]
    open_page(page, address)
    page.wait_for_timeout(300)  # late requests, which nothing on the page tells of: the icon of the tab, fonts
    seen.text, seen.lang, seen.title = (
        visible_text(page),
        page.locator("html").get_attribute("lang") or "",
        page.title(),
    )
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        lay_out(page)
        for inner in ("html", "[data-testid=stMain]"):
            wide, window = page.locator(inner).evaluate("node => [node.scrollWidth, node.clientWidth]")
            if wide > window:
                seen.too_wide[width] = f"{inner}: {wide} > {window}"
    logo = page.locator("[data-testid=stSidebarHeader] > :first-child")
    seen.beside_logo, seen.logo_width = logo.evaluate(
        "node => [getComputedStyle(node, '::after').content, node.getBoundingClientRect().width]"
    )
    for event, listener in listening.items():
        page.remove_listener(event, listener)
    return seen


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
class TestEveryPage:
    def test_the_browser_asks_nobody_else(
        self, visits: dict[tuple[str, str], Visit], server: str, name: str, lang: str
    ) -> None:
        seen = visits[name, lang]
        assert len(seen.asked) > 10
        assert not [url for url in seen.asked if not url.startswith((f"{server}/", "data:", "blob:"))]
        assert not seen.blocked
        assert not seen.failed

    def test_it_is_not_wider_than_the_window(self, visits: dict[tuple[str, str], Visit], name: str, lang: str) -> None:
        assert not visits[name, lang].too_wide

    def test_it_speaks_the_language_of_its_address(
        self, visits: dict[tuple[str, str], Visit], name: str, lang: str
    ) -> None:
        seen = visits[name, lang]
        assert seen.lang == lang
        assert seen.title.endswith(" · thước")
        if lang == "vi":
            assert not ENGLISH.findall(seen.text)
        assert ("Nghiệp vụ" in seen.text) == (lang == "vi")
        assert ("Monthly work" in seen.text) == (lang == "en")

    def test_the_name_of_the_product_stands_beside_the_logo(
        self, visits: dict[tuple[str, str], Visit], name: str, lang: str
    ) -> None:
        assert visits[name, lang].beside_logo == '"thước"'
        assert visits[name, lang].logo_width > 80


def test_the_language_is_one_click_away_and_stays(page: Page, server: str) -> None:
    open_page(page, server)
    expect(page.locator("h1")).to_have_text("Tổng quan")
    page.get_by_text("English", exact=True).click()
    expect(page.locator("h1")).to_have_text("Overview")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Evidence").click()
    expect(page.locator("h1")).to_have_text("Evidence")
    expect_in_address(page, "lang=en")
    with answered(page):
        page.reload()
    expect(page.locator("h1")).to_have_text("Evidence")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Overview")
    page.get_by_text("Tiếng Việt", exact=True).click()
    expect(page.locator("h1")).to_have_text("Tổng quan")
    expect(page.locator("html")).to_have_attribute("lang", "vi")


def test_every_page_of_the_menu_has_an_address_the_first_one_too(page: Page, server: str) -> None:
    open_page(page, f"{server}/overview?lang=en&month=2022-05")
    expect(page.locator("h1")).to_have_text("Overview")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{server}/?lang=en&month=2022-05")
    open_page(page, f"{server}/overview/")
    expect(page.locator("h1")).to_have_text("Tổng quan")


LOST = {
    "vi": ("Lỗi kết nối", "Máy chủ không trả lời"),
    "en": ("Connection error", "Streamlit"),
}


def test_a_lost_server_is_told_in_both_languages(browser: Browser, tmp_path: Path) -> None:
    context = visitor(browser)
    with running(tmp_path / "store", tmp_path / "server.log") as address:
        places = (address, address.replace("127.0.0.1", "localhost"))  # Streamlit has another text for localhost
        opened = [(lang, context.new_page(), place) for lang in LOST for place in places]
        for lang, page, place in opened:
            open_page(page, f"{place}/?lang={lang}")
    for lang, page, _place in opened:
        dialog = page.get_by_role("dialog")
        for words in LOST[lang]:
            expect(dialog).to_contain_text(words, timeout=40_000)
        expect(dialog).not_to_contain_text("streamlit run", use_inner_text=True)
        if lang == "vi":
            expect(dialog).not_to_contain_text(
                re.compile("streamlit|server|internet", re.IGNORECASE), use_inner_text=True
            )
            assert not ENGLISH.findall(visible_text(page))
    context.close()


def test_the_font_is_ours_and_has_the_vietnamese_letters(page: Page, server: str) -> None:
    open_page(page, server)
    expect(page.locator("h1")).to_have_css("font-family", re.compile("Be Vietnam Pro"))
    page.wait_for_function("() => document.fonts.check(\"700 20px 'Be Vietnam Pro'\", 'Tổng quan ở Sở')")


def test_an_address_that_is_no_page_says_so(page: Page, server: str) -> None:
    page.goto(f"{server}/no-such-page")
    expect(page.get_by_role("dialog")).to_contain_text("Không có trang này")
    expect(page.get_by_label("Đóng hộp thoại").first).to_be_attached()
    assert not ENGLISH.findall(visible_text(page))


@pytest.mark.parametrize(("lang", "empty"), [("vi", "ngày/tháng/năm"), ("en", "dd/mm/yyyy")])
def test_a_date_box_names_its_parts_in_the_language_of_the_page(page: Page, server: str, lang: str, empty: str) -> None:
    open_page(page, f"{server}/evidence?unit={UNIT}&lang={lang}")
    box = page.get_by_test_id("stDateInputField").first
    expect(box.get_by_role("group")).to_have_text(empty)
    box.get_by_role("spinbutton").first.click()
    page.keyboard.type("09112022")
    expect(box.get_by_role("group")).to_have_text("09/11/2022")
    if lang == "vi":
        day = box.get_by_role("spinbutton").first.element_handle()
        page.wait_for_function("day => !day.outerHTML.includes('Empty')", arg=day)
    for _digit in range(4):
        page.keyboard.press("Backspace")
    expect(box.get_by_role("group")).to_have_text(f"09/11/{empty.split('/')[2]}")


def test_several_choices_are_all_seen(page: Page, server: str) -> None:
    open_page(page, f"{server}/evidence?unit={UNIT}&table={PLAN}&leaf=II.6.3.a")
    chosen = page.get_by_test_id("stMultiSelectTagsContainer").first
    chosen.locator("input").click()
    page.keyboard.type("II.2.1.a")
    page.keyboard.press("Enter")
    expect(chosen.get_by_text("II.2.1.a")).to_be_visible()
    lay_out(page)
    assert chosen.evaluate("box => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight")
