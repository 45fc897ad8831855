"""The trend by month in a real browser: a silent month is a gap, and different measures are no rise."""

import re

import pytest
from playwright.sync_api import Page, expect

from data.language import format_number, format_share
from data.scores.trend import change_between, runs, trend_of_year
from data.scores.year import UnitYear
from tests.browser.demo_office import PLAN, TEMPLATE, UNIT
from tests.browser.settled import open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide
from tests.browser.year_office import SILENT

ROWS = "#months-table tbody tr"
Year = tuple[str, dict[str, UnitYear]]


def test_each_month_shows_the_kernels_index_and_a_silent_one_no_number(page: Page, full_year: Year) -> None:
    address, expected = full_year
    points = trend_of_year(expected[TEMPLATE].months)
    open_page(page, f"{address}/trend?table={TEMPLATE}")
    expect(page.locator(ROWS)).to_have_count(12)
    alt = page.locator("[aria-label*='T1: ']").first
    for at, point in enumerate(points):
        row = page.locator(ROWS).nth(at)
        if point.month.number == SILENT:
            expect(row).to_contain_text("chưa nộp")
            expect(row).not_to_contain_text("%", use_inner_text=True)
            expect(alt).to_have_attribute("aria-label", re.compile(f"T{SILENT}: chưa nộp"))
            continue
        assert point.index is not None
        expect(row).to_contain_text(format_share(point.index, "vi"))
        for number in (point.total.points, point.total.measured_max, point.total.sure, point.total.possible):
            expect(row).to_contain_text(format_number(number, "vi"))


def test_months_that_measure_differently_are_not_called_a_rise(page: Page, full_year: Year) -> None:
    address, expected = full_year
    points = trend_of_year(expected[TEMPLATE].months)
    open_page(page, f"{address}/trend?table={TEMPLATE}")
    expect(page.locator(f"{ROWS} td:nth-child(6)")).to_have_count(12)
    told = page.locator(f"{ROWS} td:nth-child(6)").all_inner_texts()
    for before, now, words in zip(points, points[1:], told[1:], strict=False):
        change = change_between(before, now) if before.reported and now.reported else None
        rises = "tăng" in words or "giảm" in words
        assert rises == bool(change), now.month
    assert any("không so được" in words for words in told)
    chart = page.locator(".st-key-card-index-trend .js-plotly-plot").first
    lines = chart.evaluate("chart => chart.data.filter(trace => trace.mode).map(trace => trace.x)")
    assert [len(line) for line in lines] == [len(run) for run in runs(points)]
    assert len(lines) > 1
    assert f"T{SILENT}" not in [month for line in lines for month in line]


def test_each_field_has_its_line_and_its_numbers(page: Page, full_year: Year) -> None:
    address, expected = full_year
    points = trend_of_year(expected[TEMPLATE].months)
    open_page(page, f"{address}/trend?table={TEMPLATE}")
    rows = page.locator("#fields-months-table tbody tr")
    fields = expected[TEMPLATE].scored.table.tree.children
    expect(rows).to_have_count(len(fields))
    for at, field in enumerate(fields):
        totals = [total for point in points if (total := point.of(field)) is not None]
        shares = ["–" if total.index is None else format_share(total.index, "vi", 1) for total in totals]
        expect(rows.nth(at).locator("td:not(:first-child)")).to_have_text(shares)


def test_a_plan_counts_its_targets(page: Page, full_year: Year) -> None:
    address, expected = full_year
    open_page(page, f"{address}/trend")
    last = expected[PLAN].scored.score.total
    cells = page.locator(ROWS).last.locator("td:not(:first-child)")
    expect(cells).to_have_text([str(last.met), str(last.unmet), str(last.unknown)])


def test_an_empty_store_draws_nothing(page: Page, server: str) -> None:
    open_page(page, f"{server}/trend?unit={UNIT}&table={TEMPLATE}")
    expect(page.locator(".st-key-card-first-steps")).to_be_visible()
    expect(page.locator(".js-plotly-plot, #months-table")).to_have_count(0)


def test_one_month_is_one_point_and_no_change(page: Page, one_month: Year) -> None:
    open_page(page, f"{one_month[0]}/trend?table={TEMPLATE}")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(f"{ROWS} td:nth-child(6)")).to_have_text("")
    expect(page.locator(".st-key-card-index-trend .js-plotly-plot")).to_be_visible()


@pytest.mark.parametrize("table", [PLAN, TEMPLATE])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(page: Page, full_year: Year, table: str, lang: str) -> None:
    address, _expected = full_year
    page.set_viewport_size(PHONE)
    turn_to(page, f"{address}/trend?table={table}&lang={lang}")
    expect(page.locator("#fields-months-table")).to_be_visible()
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)
