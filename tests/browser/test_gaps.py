"""Points not earned, in a real browser: a sum without remainder, every leaf with what it needs, narrowed by address."""

import re

import pytest
from playwright.sync_api import Page, expect

from data.language import format_exact, format_number
from data.scores.balance import balance
from data.scores.needs import Need, count_by_need, leaves_below, needs
from data.scores.year import UnitYear
from tests.browser.demo_office import PLAN, TEMPLATE, UNIT
from tests.browser.settled import answered, expect_in_address, open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide

ROWS = "#needs-table tbody tr:not(.section)"
Year = tuple[str, dict[str, UnitYear]]


def test_the_sum_is_written_out_and_nothing_is_left_over(page: Page, full_year: Year) -> None:
    address, expected = full_year
    for table in (TEMPLATE, PLAN):
        found = balance(expected[table].scored)
        sums = found.sums
        assert found.maximum - found.earned == sums.lost + sums.waiting + sums.missing + sums.held
        open_page(page, f"{address}/gaps?table={table}")
        line = page.locator(".st-key-card-balance strong").first
        for number in (sums.lost, sums.waiting, sums.missing, sums.whole, found.maximum, found.earned):
            expect(line).to_contain_text(format_exact(number, "vi"))


def test_each_leaf_below_full_marks_stands_there_the_most_to_win_first(page: Page, full_year: Year) -> None:
    address, expected = full_year
    fields = needs(expected[TEMPLATE].scored)
    open_page(page, f"{address}/gaps?table={TEMPLATE}")
    expect(page.locator(ROWS)).to_have_count(leaves_below(fields))
    heads = page.locator("#needs-table .section .sticky")
    expect(heads).to_have_text([re.compile(rf"^\s*{re.escape(field.part.id)}\.") for field in fields])
    shown = page.locator(f"{ROWS} td:first-child strong")
    expect(shown).to_have_text([one.leaf.id for field in fields for one in field.leaves])
    wanted = [one.to_win for field in fields for one in field.leaves]
    won = page.locator(f"{ROWS} td:nth-child(3) strong")
    expect(won).to_have_text([f"+{format_number(points, 'vi')}" if points else "0" for points in wanted])


def test_the_address_narrows_it_to_what_one_side_can_do(page: Page, full_year: Year) -> None:
    address, expected = full_year
    count = count_by_need(needs(expected[TEMPLATE].scored))
    open_page(page, f"{address}/gaps?table={TEMPLATE}")
    with answered(page):
        page.get_by_test_id("stMain").get_by_text(f"Chờ điều tra XHH ({count[Need.SURVEY]})").click()
    expect(page.locator(ROWS)).to_have_count(count[Need.SURVEY])
    expect_in_address(page, "need=survey")
    with answered(page):
        page.reload()
    expect(page.locator(ROWS)).to_have_count(count[Need.SURVEY])
    open_page(page, f"{address}/gaps?table={TEMPLATE}&need=gone")
    expect(page.locator(ROWS)).to_have_count(count[Need.GONE])
    expect(page.locator(ROWS).first).to_contain_text("Năm nay không còn đạt được")


def test_a_missing_figure_leads_to_where_it_is_given(page: Page, full_year: Year) -> None:
    address, _expected = full_year
    open_page(page, f"{address}/gaps?table={PLAN}&need=figures")
    link = page.locator(f"{ROWS} td:nth-child(4) a").first
    expect(link).to_contain_text("tháng 9")
    link.click()
    expect(page.locator("h1")).to_have_text("Nộp số liệu")
    expect(page).to_have_url(re.compile(r"[?&]indicator=\w"))


def test_both_sides_of_a_conflict_stand_below(page: Page, full_year: Year) -> None:
    address, _expected = full_year
    open_page(page, f"{address}/gaps?table={PLAN}")
    for name in ("II.2.5.g", "II.6.3.d"):
        expect(page.locator("#conflicts-table")).to_contain_text(name)


def test_an_empty_store_says_what_to_do_and_wins_nothing(page: Page, server: str) -> None:
    open_page(page, f"{server}/gaps?unit={UNIT}&table={TEMPLATE}")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Chưa có số liệu", use_inner_text=True)
    expect(page.locator(".figures, .js-plotly-plot, #needs-table")).to_have_count(0)
    expect(main).not_to_contain_text("điểm tối đa.", use_inner_text=True)


def test_one_month_is_mostly_missing_and_says_so(page: Page, one_month: Year) -> None:
    address, expected = one_month
    found = balance(expected[TEMPLATE].scored)
    assert found.sums.missing > 0
    open_page(page, f"{address}/gaps?table={TEMPLATE}")
    line = page.locator(".st-key-card-balance strong").first
    expect(line).to_contain_text(f"chưa có số liệu {format_exact(found.sums.missing, 'vi')}")
    expect(line).to_contain_text(f"tối đa 100 − {format_exact(found.earned, 'vi')} đã đạt")
    expect(page.locator(f"{ROWS} .badge", has_text="Cần số liệu").first).to_be_visible()


@pytest.mark.parametrize("table", [PLAN, TEMPLATE])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(page: Page, full_year: Year, table: str, lang: str) -> None:
    address, _expected = full_year
    page.set_viewport_size(PHONE)
    turn_to(page, f"{address}/gaps?table={table}&lang={lang}")
    expect(page.locator(ROWS).first).to_be_visible()
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)
