"""The heat map in a real browser: every leaf by month, missing told without colour, fields first on a phone."""

import pytest
from playwright.sync_api import Page, expect

from data.criteria.folder import SHIPPED, load_folders
from data.scores.heat import Level, heat_rows
from data.scores.year import UnitYear
from tests.browser.demo_office import PLAN, TEMPLATE, UNIT
from tests.browser.settled import answered, expect_in_address, open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide

ROWS = "#heat-table tbody tr"
FIELDS = load_folders([SHIPPED]).tables[TEMPLATE].tree.children
SEEN = "[...row.cells].slice(1).map(cell => (cell.querySelector('[aria-hidden]') ?? cell).textContent)"
SIGNS = {Level.MISSING: "–", Level.AWAY: "·", Level.MET: "✓", Level.UNMET: "✕"}
Year = tuple[str, dict[str, UnitYear]]


@pytest.mark.parametrize("table", [PLAN, TEMPLATE])
def test_each_part_and_month_is_as_the_kernel_says(page: Page, full_year: Year, table: str) -> None:
    address, expected = full_year
    open_page(page, f"{address}/heatmap?table={table}")
    shown = page.locator(ROWS).evaluate_all(f"rows => rows.map(row => {SEEN})")
    rows = heat_rows(expected[table].months)
    assert (
        len(shown)
        == len(rows)
        == 1
        + len({id(p) for p in expected[table].scored.table.tree.children})
        + len(expected[table].scored.table.leaves)
    )
    for row, signs in zip(rows, shown, strict=True):
        for cell, sign in zip(row.cells, signs, strict=True):
            if cell.counted and cell.level is not Level.MISSING:
                assert sign == str(cell.counted[0])
            else:
                assert sign == (SIGNS[cell.level] if cell.percent is None else str(cell.percent)), row.part.id


def test_what_is_missing_is_said_hatched_and_no_zero(page: Page, full_year: Year) -> None:
    address, _expected = full_year
    open_page(page, f"{address}/heatmap?table={TEMPLATE}")
    missing = page.locator("#heat-table td.missing").first
    expect(missing).to_contain_text("chưa có số liệu")
    assert "gradient" in missing.evaluate("node => getComputedStyle(node).backgroundImage")
    zero = page.locator("#heat-table td.none").first
    assert "gradient" not in zero.evaluate("node => getComputedStyle(node).backgroundImage")
    expect(page.locator("#heat-table th.silent")).to_have_count(1)
    expect(page.locator("#heat-table th.silent")).to_contain_text("T9, chưa báo cáo")


def test_a_phone_shows_the_fields_and_opens_one(page: Page, full_year: Year) -> None:
    address, expected = full_year
    page.set_viewport_size(PHONE)
    open_page(page, f"{address}/heatmap?table={TEMPLATE}")
    expect(page.locator(f"{ROWS}.main").first).to_be_visible()
    expect(page.locator(f"{ROWS}.detail").first).to_be_hidden()
    field = expected[TEMPLATE].scored.table.tree.children[2]
    with answered(page):
        page.locator(f"{ROWS}.main a", has_text=field.title).click()
    expect(page.locator(f"{ROWS}.detail")).to_have_count(len(list(field.leaves())))
    expect(page.locator(f"{ROWS}.detail").first).to_be_visible()
    expect_in_address(page, f"field={field.id}")
    narrow = page.locator("#heat-table td").evaluate_all(
        "cells => cells.some(cell => cell.offsetParent && cell.scrollWidth > cell.clientWidth + 1)"
    )
    assert not narrow  # no number is cut
    page.get_by_role("link", name="Tất cả lĩnh vực").click()
    expect(page.locator(f"{ROWS}.main")).to_have_count(len(FIELDS) + 1)  # and the whole table


def test_an_unknown_field_is_told_and_all_are_shown(page: Page, full_year: Year) -> None:
    address, _expected = full_year
    open_page(page, f"{address}/heatmap?table={TEMPLATE}&field=99")
    expect(page.locator(".st-key-not-found")).to_contain_text("99")
    expect(page.locator(f"{ROWS}.main")).to_have_count(len(FIELDS) + 1)  # and the whole table


def test_a_plan_shows_both_sides_of_its_conflicts(page: Page, full_year: Year) -> None:
    address, _expected = full_year
    open_page(page, f"{address}/heatmap")
    for name in ("II.2.5.g", "II.6.3.d"):
        expect(page.locator("#conflicts-table")).to_contain_text(name)


def test_an_empty_store_has_no_map_and_one_month_has_one_column(page: Page, server: str, one_month: Year) -> None:
    open_page(page, f"{server}/heatmap?unit={UNIT}&table={TEMPLATE}")
    expect(page.locator(".st-key-card-first-steps")).to_be_visible()
    expect(page.locator("#heat-table")).to_have_count(0)
    open_page(page, f"{one_month[0]}/heatmap?table={TEMPLATE}")
    expect(page.locator("#heat-table th.month")).to_have_count(1)
    assert page.locator("#heat-table td.heat").first.bounding_box()["width"] < 80


@pytest.mark.parametrize("table", [PLAN, TEMPLATE])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(page: Page, full_year: Year, table: str, lang: str) -> None:
    address, _expected = full_year
    page.set_viewport_size(PHONE)
    turn_to(page, f"{address}/heatmap?table={table}&lang={lang}")
    expect(page.locator("#heat-table")).to_be_visible()
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)
