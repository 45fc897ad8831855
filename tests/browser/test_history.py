"""The history of a figure: every entry, what took whose place, what stands month by month, what hangs on it."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.demo_office import CORRECTED, PLAN, UNIT, Expected, build_office
from tests.browser.months_office import build_months
from tests.browser.server import running
from tests.browser.settled import answered, open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide

ROWS = "#entries-table tbody tr"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Expected]]:
    folder = tmp_path_factory.mktemp("history")
    expected = build_office(folder / "store")
    with running(folder / "store", folder / "server.log") as address:
        yield address, expected


def test_every_entry_stands_in_time_order_and_a_correction_names_what_it_replaced(
    page: Page, office: tuple[str, Expected]
) -> None:
    address, _expected = office
    open_page(page, f"{address}/history?indicator={CORRECTED}")
    expect(page.locator(ROWS)).to_have_count(6)
    may, correction = page.locator(ROWS).nth(4), page.locator(ROWS).nth(5)
    expect(may).to_contain_text("126/126 = 100%")
    expect(may).to_contain_text("đã thay")
    expect(may).to_contain_text("bởi 125/126 = 99,21%")
    expect(may).to_contain_text("ô D")
    for words in ("Tháng 5/2022", "125/126 = 99,21%", "nhập trên màn hình", "Máy này", "đếm lại", "thay cho 126/126"):
        expect(correction).to_contain_text(words)
    expect(page.locator(f"{ROWS} .badge.good")).to_have_count(5)
    with page.expect_download() as started:
        may.get_by_role("link").first.click()
    assert len(sha256(Path(started.value.path()).read_bytes()).hexdigest()) == 64


def test_the_chart_leaves_months_open_and_says_the_figures_to_a_screen_reader(
    page: Page, office: tuple[str, Expected]
) -> None:
    address, _expected = office
    open_page(page, f"{address}/history?indicator={CORRECTED}")
    said = page.locator("[aria-label*='T5: 125/126 = 99,21%']")
    expect(said.first).to_be_attached()
    expect(page.locator("[aria-label*='T6: chưa có số liệu']").first).to_be_attached()
    expect(page.locator("[aria-label*='T6: 0']")).to_have_count(0)


def test_leaves_of_every_table_and_their_evidence_hang_on_it(page: Page, office: tuple[str, Expected]) -> None:
    address, _expected = office
    open_page(page, f"{address}/history?indicator={CORRECTED}")
    uses = page.locator("#uses-table tbody tr")
    expect(uses).to_have_count(2)
    expect(uses.first).to_contain_text("II.2.2")
    expect(uses.first).to_contain_text("04/QĐ-MINHHOA")
    uses.nth(1).get_by_role("link").first.click()
    expect(page.locator(".st-key-card-leaf-result h2")).to_contain_text("3.2.1")


def test_it_is_reached_from_the_leaf_and_from_the_figures_page(page: Page, office: tuple[str, Expected]) -> None:
    address, _expected = office
    for start, link in (
        (f"score?leaf=II.2.2&table={PLAN}", "Lịch sử của số liệu này"),
        (f"figures?indicator={CORRECTED}&table={PLAN}", "Mọi tháng của số liệu này"),
    ):
        open_page(page, f"{address}/{start}")
        with answered(page):
            page.get_by_role("link", name=link).click()
        expect(page.locator("h1")).to_have_text("Lịch sử số liệu")
        expect(page.locator(ROWS)).to_have_count(6)


def test_an_answer_is_told_in_words_and_the_index_leads_to_each_figure(
    page: Page, office: tuple[str, Expected]
) -> None:
    address, _expected = office
    open_page(page, f"{address}/history")
    row = page.locator("#figures-index tbody tr", has_text="TTHC_CONG_KHAI")
    expect(row).to_contain_text("5")
    expect(row.locator("td").nth(2)).to_have_text("1")  # one correction
    with answered(page):
        page.locator("#figures-index tbody tr", has_text="TIEP_DAN_DINH_KY").get_by_role("link").click()
    expect(page.locator("#months-table")).to_contain_text("Tháng 4/2022")
    expect(page.locator("#months-table tr", has_text="Tháng 6/2022")).to_contain_text("Chưa có số liệu")
    expect(page.locator(".js-plotly-plot")).to_have_count(0)


def test_an_unknown_figure_is_told(page: Page, office: tuple[str, Expected]) -> None:
    address, _expected = office
    open_page(page, f"{address}/history?indicator=KHONG_CO")
    expect(page.locator(".st-key-not-found")).to_contain_text("“KHONG_CO”")
    expect(page.locator("#figures-index")).to_be_visible()


@pytest.mark.parametrize("query", ["", f"indicator={CORRECTED}", "indicator=TIEP_DAN_DINH_KY"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(
    page: Page, office: tuple[str, Expected], query: str, lang: str
) -> None:
    address, _expected = office
    page.set_viewport_size(PHONE)
    turn_to(page, f"{address}/history?lang={lang}&{query}")
    expect(page.locator("table.thuoc").first).to_be_visible()
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)


def test_an_empty_store_shows_no_chart_and_no_zero(page: Page, server: str) -> None:
    open_page(page, f"{server}/history?unit={UNIT}&table={PLAN}&indicator={CORRECTED}")
    expect(page.locator(".st-key-card-entries")).to_contain_text("Số liệu này chưa từng được nhập")
    expect(page.locator(".js-plotly-plot, .badge.good")).to_have_count(0)
    open_page(page, f"{server}/history?unit={UNIT}&table={PLAN}")
    expect(page.locator("#figures-index tbody tr").first).to_contain_text("Chưa có số liệu")


@pytest.mark.parametrize("months", [1, 12])
def test_one_month_and_a_full_year_open(page: Page, tmp_path: Path, months: int) -> None:
    build_months(tmp_path / "store", range(1, months + 1))
    with running(tmp_path / "store", tmp_path / "server.log") as address:
        open_page(page, f"{address}/history?unit={UNIT}&table={PLAN}&indicator={CORRECTED}")
        expect(page.locator(ROWS)).to_have_count(months)
        expect(page.locator(".js-plotly-plot")).to_be_visible()
