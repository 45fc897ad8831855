"""Who has not reported, in a real browser: late months, answers open, sources, and one unit beside the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.accounts.person import LOCAL
from data.store.opening import open_store
from data.units.known import add_unit
from tests.browser.demo_office import PLAN, TEMPLATE, UNIT, Expected, build_office
from tests.browser.months_office import build_months
from tests.browser.server import running
from tests.browser.settled import answered, open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide

MONTHS = "#reporting-months tbody tr"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Expected]]:
    folder = tmp_path_factory.mktemp("reporting")
    expected = build_office(folder / "store")
    store = open_store(folder / "store")
    add_unit(store, LOCAL, "so-ba", "Sở Ba")
    store.close()
    with running(folder / "store", folder / "server.log") as address:
        yield address, expected


def test_each_month_says_what_is_there_what_is_missing_and_who_came_last(
    page: Page, office: tuple[str, Expected]
) -> None:
    address, _expected = office
    open_page(page, f"{address}/reporting?unit={UNIT}&table={PLAN}&month=2022-05")
    expect(page.locator(MONTHS)).to_have_count(12)
    april, may, june = (page.locator(MONTHS).nth(at) for at in (3, 4, 5))
    expect(april).to_contain_text("đã nộp đủ")
    expect(april).to_contain_text("21 trên 21")
    for words in ("nộp một phần", "20 trên 21", "Còn thiếu: ", "lưu một phần", "Máy này", "nhập trên màn hình"):
        expect(may).to_contain_text(words)
    for words in ("chưa nộp", "0 trên 21", "1 trên 1"):
        expect(june).to_contain_text(words)
    expect(page.locator(".st-key-card-reporting-months")).to_contain_text("8 tháng đã qua còn nợ")
    expect(page.locator(".st-key-card-reporting-months")).to_contain_text("Số liệu thiếu không phải là 0")


def test_sections_and_sources_are_told_with_what_they_owe(page: Page, office: tuple[str, Expected]) -> None:
    address, _expected = office
    open_page(page, f"{address}/reporting?unit={UNIT}&table={PLAN}&month=2022-05")
    leads = page.locator("#reporting-leads-table tbody tr")
    expect(leads.filter(has_text="Thanh tra Sở").first).to_be_visible()
    source = page.locator("#reporting-sources-table tbody tr", has_text="Hệ thống thông tin một cửa điện tử của tỉnh")
    expect(source.first).to_contain_text("trên")
    open_page(page, f"{address}/reporting?unit={UNIT}&table={TEMPLATE}&month=2022-05")
    expect(page.locator("#reporting-sources-table")).to_be_visible()
    expect(page.locator("#reporting-leads-table")).to_have_count(0)  # the template names nobody: nobody is invented


def test_who_has_reported_nothing_stands_first_and_leads_to_its_own_page(
    page: Page, office: tuple[str, Expected]
) -> None:
    address, _expected = office
    open_page(page, f"{address}/reporting?unit={UNIT}&table={TEMPLATE}&month=2022-05")
    rows = page.locator("#reporting-units tbody tr")
    expect(rows.last).to_contain_text("Sở Công Thương tỉnh Điện Biên")
    units = rows.count()
    expect(rows.filter(has_text="chưa nộp")).to_have_count(units - 1)
    expect(page.locator(".st-key-card-reporting-units")).to_contain_text(f"{units - 1} trên {units}")
    with answered(page):
        rows.filter(has_text="Sở Ba").get_by_role("link").click()
    expect(page.locator(".st-key-page-header")).to_contain_text("Sở Ba")
    expect(page.locator(".st-key-card-nothing-yet")).to_be_visible()
    expect(page.locator(f"{MONTHS} .badge.good")).to_have_count(0)


@pytest.mark.parametrize("table", [PLAN, TEMPLATE])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(
    page: Page, office: tuple[str, Expected], table: str, lang: str
) -> None:
    address, _expected = office
    page.set_viewport_size(PHONE)
    turn_to(page, f"{address}/reporting?unit={UNIT}&table={table}&month=2022-05&lang={lang}")
    expect(page.locator(MONTHS).first).to_be_visible()
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)


def test_an_empty_store_is_not_congratulated(page: Page, server: str) -> None:
    open_page(page, f"{server}/reporting?unit={UNIT}&table={PLAN}")
    expect(page.locator(".st-key-card-nothing-yet")).to_be_visible()
    expect(page.locator(MONTHS).first).to_contain_text("chưa nộp")
    expect(page.locator(".badge.good")).to_have_count(0)
    assert "Trong 30 ngày qua hệ thống không từ chối tệp nào" in visible_text(page)


@pytest.mark.parametrize(("months", "late"), [(1, 11), (12, 0)])
def test_one_month_and_a_full_year_open(page: Page, tmp_path: Path, months: int, late: int) -> None:
    build_months(tmp_path / "store", range(1, months + 1))
    with running(tmp_path / "store", tmp_path / "server.log") as address:
        open_page(page, f"{address}/reporting?unit={UNIT}&table={PLAN}&month=2022-01")
        expect(page.locator(f"{MONTHS} .badge.good")).to_have_count(months)
        expect(page.locator(f"{MONTHS} .badge.bad")).to_have_count(late)
        expect(page.locator(".st-key-card-reporting-once")).to_contain_text("Mỗi năm một lần, chưa có")
