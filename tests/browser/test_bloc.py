"""The units of a bloc side by side in a real browser: the kernel's ranks, what is missing, what cannot be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.accounts.person import LOCAL
from data.exports.bloc_words import index_words, missing_words, ranks_words, reach_words
from data.language import format_number, format_share
from data.scores.bloc import BlocScore, score_bloc
from data.scores.bloc_fields import fields_in_bloc
from data.scores.year import UnitYear
from data.units.blocs import find_bloc
from data.units.known import find_table
from scoring.period import Month
from tests.browser.clerk import press
from tests.browser.demo_office import PLAN, TEMPLATE, UNIT
from tests.browser.server import running
from tests.browser.settled import answered, expect_in_address, open_list, open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide
from tests.made_once import demo_province

DEMO, THAI_NGUYEN = "tinh-minh-hoa", "thai-nguyen-co-quan-chuyen-mon"
SCIENCE, HEALTH, OWN = "minh-hoa-so-khcn", "minh-hoa-so-y-te", "so-khcn-thai-nguyen"
ROWS = "#bloc-table tbody tr"
CELLS = "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))"
Year = tuple[str, dict[str, UnitYear]]


@dataclass(frozen=True)
class Province:
    """Where the demo province is served, and what the kernel says of it, by number of the month."""

    address: str
    months: dict[int, BlocScore]


def build(folder: Path, last: int) -> dict[int, BlocScore]:
    """The demo province as it stood after ``last`` months."""
    store = demo_province(folder)
    with store.writing() as cursor:
        cursor.execute("DELETE FROM observation WHERE month > ?", [last])
    bloc, table = find_bloc(store, LOCAL, DEMO), find_table(store, TEMPLATE)
    found = {at: score_bloc(store, LOCAL, table, bloc, Month(2022, at)) for at in {last, (last + 1) // 2}}
    store.close()
    return found


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Province]:
    folder = tmp_path_factory.mktemp("bloc")
    months = build(folder / "store", 12)
    with running(folder / "store", folder / "server.log") as address:
        yield Province(address, months)


def cells(page: Page, rows: str, count: int) -> list[list[str]]:
    """The texts of ``count`` rows, once they stand."""
    expect(page.locator(rows)).to_have_count(count)
    found: list[list[str]] = page.locator(rows).evaluate_all(CELLS)
    return found


def words(cell: str) -> str:
    return " ".join(cell.split())


@pytest.mark.parametrize("month", [12, 6])
def test_the_ranks_on_screen_are_the_kernels(page: Page, province: Province, month: int) -> None:
    open_page(page, f"{province.address}/bloc?unit={SCIENCE}&month=2022-{month:02}")
    shown = cells(page, ROWS, 20)
    expected = province.months[month]
    for line, (rank, unit, points, index, reach, ranks, missing) in zip(expected.lines, shown, strict=True):
        total = line.scored.score.total
        assert rank == str(line.rank) and unit.startswith(line.member.name)
        assert points.startswith(f"{format_number(total.points, 'vi')} / {format_number(total.applicable_max, 'vi')}")
        assert line.index is not None and index == format_share(line.index, "vi", pad=True) == index_words(line, "vi")
        assert words(reach) == reach_words(line, "vi") and ranks == ranks_words(line)
        assert words(missing).endswith(missing_words(line, "vi"))
        assert ("chưa nộp tháng này" in missing) == (not line.reported)
    own = expected.line(SCIENCE)
    assert own is not None and expected.median is not None
    for said in (f"{own.rank} / 20", index_words(own, "vi"), format_share(expected.median, "vi", pad=True)):
        expect(page.locator(".figures")).to_contain_text(said)


def test_the_chosen_unit_is_marked_and_every_name_opens_its_overview(page: Page, province: Province) -> None:
    open_page(page, f"{province.address}/bloc?unit={HEALTH}&month=2022-12")
    marked = page.locator(f"{ROWS}:has(.badge.info)")
    expect(marked).to_have_count(1)
    expect(marked).to_contain_text("Sở Y tế (minh họa)")
    expect(page.locator("#bloc-table a")).to_have_count(20)
    first = province.months[12].lines[0].member
    page.get_by_role("link", name=first.name).click()
    expect(page.locator("h1")).to_have_text("Tổng quan")
    expect(page.locator(".st-key-page-header")).to_contain_text(first.name)
    expect(page.locator(".st-key-page-header")).to_contain_text("Tháng 12/2022")


def test_the_page_says_what_is_invented_and_that_the_order_is_provisional(page: Page, province: Province) -> None:
    open_page(page, f"{province.address}/bloc?unit={SCIENCE}&month=2022-12")
    for mark in ("BẢNG MẪU", "SỐ LIỆU MINH HỌA", "THỨ HẠNG TẠM THỜI"):
        expect(page.locator(".badges")).to_contain_text(mark)
    expect(page.locator(".st-key-card-bloc-ranks")).to_contain_text("2 trong 20 đơn vị còn thiếu số liệu")
    for line in province.months[12].lines[:2]:
        said = f"{line.rank}. {line.member.name}: {index_words(line, 'vi')}, chắc chắn – có thể đạt"
        expect(page.locator(f"[aria-label*='{said}']").first).to_be_attached(timeout=20_000)
    expect(page.locator(f"[aria-label*='{SCIENCE}']")).to_have_count(0)  # names, not codes
    expect(page.locator("[aria-label*='(đơn vị đang xem)']").first).to_be_attached()


def test_each_field_stands_against_the_median_and_the_best(page: Page, province: Province) -> None:
    open_page(page, f"{province.address}/bloc?unit={SCIENCE}&month=2022-12")
    rows = cells(page, "#bloc-fields-table tbody tr", 9)
    fields = fields_in_bloc(province.months[12], SCIENCE)
    for one, (field, own) in zip(fields, rows, strict=True):
        assert one.own is not None and one.median is not None and one.best is not None

        def said(value: object, by_points: bool = one.by_points) -> str:
            return format_number(value, "vi") if by_points else format_share(value, "vi", pad=True)  # type: ignore[arg-type]

        assert field.startswith(f"{one.part.id}. {one.part.title}")
        assert f"trung vị {said(one.median)} · cao nhất {said(one.best)}: " in words(field)
        assert own.startswith(said(one.own))
        assert "Sở Y tế" not in field  # nothing of its December has come: what little is measured is no best


def test_the_bloc_is_kept_in_the_address_and_an_unknown_one_is_told(page: Page, province: Province) -> None:
    open_page(page, f"{province.address}/bloc?unit={SCIENCE}&month=2022-12&bloc=khong-co")
    expect(page.locator(".st-key-not-found")).to_contain_text("khong-co")
    expect(page.locator(ROWS)).to_have_count(20)  # the bloc of the chosen unit
    option = page.get_by_role("option", name=re.compile("Thái Nguyên"))
    open_list(page.locator(".st-key-bloc").get_by_role("combobox"), option)
    with answered(page):
        option.click()
    expect(page.locator("#bloc-members-table tbody tr")).to_have_count(18)
    expect_in_address(page, f"bloc={THAI_NGUYEN}")
    with answered(page):
        page.reload()
    expect(page.locator(".st-key-page-header")).to_contain_text("Thái Nguyên")
    expect(page.locator(".st-key-not-found")).to_have_count(0)


def test_a_plan_of_one_unit_ranks_nobody_and_leads_to_a_table_for_all(page: Page, server: str) -> None:
    open_page(page, f"{server}/bloc?unit={OWN}")
    card = page.locator(".st-key-card-bloc-not-issued")
    expect(card).to_contain_text("không ban hành cho 17 trong 18 đơn vị")
    expect(page.locator("#bloc-table, .js-plotly-plot")).to_have_count(0)
    with answered(page):
        card.get_by_role("link", name=re.compile("BẢNG MẪU")).click()
    expect(page.locator(".st-key-card-bloc-no-figures")).to_be_visible()
    expect_in_address(page, f"table={TEMPLATE}")
    expect(page.locator(".st-key-not-found")).to_have_count(0)


def test_an_empty_store_names_the_units_and_ranks_nobody(page: Page, server: str) -> None:
    open_page(page, f"{server}/bloc?unit={OWN}&table={TEMPLATE}")
    expect(page.locator(".st-key-card-bloc-unknown")).to_contain_text("17 trong 18 đơn vị chưa có trong kho này")
    members = page.locator("#bloc-members-table tbody tr")
    expect(members).to_have_count(18)
    expect(members.filter(has_text="theo cách hiểu")).to_have_count(17)
    expect(page.locator("#bloc-table, .figures, .js-plotly-plot")).to_have_count(0)
    document = page.locator(".st-key-card-bloc-document")
    expect(document.locator("blockquote")).to_contain_text("liên tiếp dẫn đầu")
    rows = cells(page, "#bloc-results tbody tr", 2)
    assert [(year, rank) for year, _unit, rank in rows] == [("2018", "1"), ("2017", "1")]
    expect(document.locator(".quote.ours")).to_contain_text("24/2014/NĐ-CP")


def test_the_units_of_the_bloc_are_added_when_somebody_says_so(page: Page, tmp_path: Path) -> None:
    with running(tmp_path / "store", tmp_path / "server.log") as address:
        open_page(page, f"{address}/bloc?unit={OWN}&table={TEMPLATE}")
        press(page, "Thêm các đơn vị của khối")
        expect(page.locator(".st-key-outcome-add-bloc")).to_contain_text("Đã thêm 17 đơn vị")
        expect(page.locator(".st-key-card-bloc-unknown")).to_have_count(0)
        expect(page.locator("#bloc-members-table")).not_to_contain_text("chưa có trong kho")
        open_page(page, f"{address}/bloc?unit=so-noi-vu-thai-nguyen&table={TEMPLATE}")
        expect(page.locator(".st-key-page-header")).to_contain_text("Thái Nguyên")
        own = page.locator("#bloc-members-table tr:has(.badge.info)")
        expect(own).to_contain_text("Sở Nội vụ tỉnh Thái Nguyên")


def test_one_month_is_compared_too(page: Page, tmp_path: Path) -> None:
    expected = build(tmp_path / "store", 1)[1]
    with running(tmp_path / "store", tmp_path / "server.log") as address:
        open_page(page, f"{address}/bloc?unit={SCIENCE}")
        shown = cells(page, ROWS, 20)
        assert [row[0] for row in shown] == [str(line.rank) for line in expected.lines]
        assert [row[3] for row in shown] == [index_words(line, "vi") for line in expected.lines]
        expect(page.locator(".st-key-card-bloc-ranges .js-plotly-plot")).to_be_visible(timeout=20_000)
        open_page(page, f"{address}/bloc?unit={SCIENCE}&month=2022-03")
        expect(page.locator(".st-key-card-no-month")).to_contain_text("Tháng 3/2022 chưa có số liệu")


def test_a_full_year_of_a_unit_of_no_bloc(page: Page, full_year: Year) -> None:
    address, _expected = full_year
    open_page(page, f"{address}/bloc?table={TEMPLATE}")
    expect(page.locator(".st-key-card-bloc-no-figures")).to_be_visible()
    expect(page.get_by_role("link", name="Đến trang Nộp số liệu")).to_have_count(0)  # the unit is none of them
    open_page(page, f"{address}/bloc?unit={UNIT}&table={PLAN}")
    expect(page.locator(".st-key-card-bloc-not-issued")).to_contain_text("18 trong 18")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(page: Page, province: Province, server: str, lang: str) -> None:
    page.set_viewport_size(PHONE)
    turn_to(page, f"{province.address}/bloc?unit={SCIENCE}&month=2022-12&lang={lang}")
    expect(page.locator("#bloc-table")).to_be_visible()
    for frame in ("#bloc-table", "#bloc-fields-table"):
        cut = "box => [box, ...box.querySelectorAll('td')].some(one => one.scrollWidth > one.clientWidth + 1)"
        assert not page.locator(frame).evaluate(cut), frame
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)
    for address in (f"{server}/bloc?unit={OWN}", f"{server}/bloc?unit={OWN}&table={TEMPLATE}"):
        turn_to(page, f"{address}&lang={lang}")
        assert not is_too_wide(page)
        assert not foreign_sentences(visible_text(page), lang)
