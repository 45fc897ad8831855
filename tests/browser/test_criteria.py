"""The criteria browser: the table as the law prints it, found by words, leaf by leaf, and the files there are."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.criteria.folder import SHIPPED, load_folders
from data.criteria.lookup import leaves_found
from scoring.table import Leaf
from tests.browser.demo_office import PLAN, TEMPLATE, UNIT
from tests.browser.months_office import build_months
from tests.browser.server import running
from tests.browser.settled import answered, open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide

TABLES = load_folders([SHIPPED]).tables
ROWS = "#criteria-table tbody tr:has(td:first-child a)"  # leaves; what a node holds stands in rows without link
BAD = "id: hong\nkind: points\nla: 1\n"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A full year of figures, and a folder of tables with one file that is refused."""
    folder = tmp_path_factory.mktemp("criteria-page")
    (folder / "tables").mkdir()
    (folder / "tables" / "hong.yaml").write_text(BAD, encoding="utf-8")
    build_months(folder / "store", range(1, 13))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THUOC_CRITERIA", str(folder / "tables"))
        with running(folder / "store", folder / "server.log") as address:
            yield address


def leaf(table: str, name: str) -> Leaf:
    return next(one for one in TABLES[table].leaves if one.id == name)


@pytest.mark.parametrize("table", [PLAN, TEMPLATE])
def test_every_leaf_stands_in_the_order_of_the_law_with_rule_evidence_and_place(
    page: Page, office: str, table: str
) -> None:
    open_page(page, f"{office}/criteria?unit={UNIT}&table={table}")
    shown = page.locator(ROWS).evaluate_all("rows => rows.map(row => row.textContent)")
    told = [text for text in shown if any(text.startswith(one.id + one.title) for one in TABLES[table].leaves)]
    assert len(told) == len(TABLES[table].leaves)
    for one, text in zip(TABLES[table].leaves, told, strict=True):
        assert text.startswith(one.id + one.title)
        assert all(need.title in text for need in one.evidence), one.id
        assert one.reference.place in text, one.id
    heads = page.locator("#criteria-table .section").all_inner_texts()
    assert [node.title for node in TABLES[table].nodes[1:] if not any(node.title in head for head in heads)] == []


def test_the_head_says_who_issued_it_when_it_holds_and_that_a_template_is_none(page: Page, office: str) -> None:
    open_page(page, f"{office}/criteria?unit={UNIT}&table={PLAN}")
    head = page.locator("#about-table-facts")
    for words in (TABLES[PLAN].decision, TABLES[PLAN].issued_by, "từ 01/01/2022 đến 31/12/2022", "45 chỉ tiêu"):
        expect(head).to_contain_text(words)
    expect(page.get_by_test_id("stMain")).not_to_contain_text("Chưa cơ quan nào ban hành bảng này")
    open_page(page, f"{office}/criteria?unit={UNIT}&table={TEMPLATE}")
    expect(page.get_by_test_id("stMain")).to_contain_text("Chưa cơ quan nào ban hành bảng này")
    expect(head).to_contain_text("đến 0,01 điểm, một lần cho mỗi tiêu chí")


def test_words_without_accents_and_a_field_narrow_and_the_address_keeps_them(page: Page, office: str) -> None:
    open_page(page, f"{office}/criteria?unit={UNIT}&table={TEMPLATE}")
    page.get_by_label("Tìm trong bảng này").fill("ke hoach")
    page.get_by_label("Tìm trong bảng này").press("Enter")
    found = leaves_found(TABLES[TEMPLATE], "kế hoạch")
    expect(page.locator(".st-key-card-criteria")).to_contain_text(f"{len(found)} trên {len(TABLES[TEMPLATE].leaves)}")
    expect(page).to_have_url(re.compile(r"[?&]q=ke(\+|%20)hoach"))
    field = TABLES[TEMPLATE].tree.children[0]
    open_page(page, f"{office}/criteria?unit={UNIT}&table={TEMPLATE}&q=ke+hoach&field={field.id}")
    inside = leaves_found(TABLES[TEMPLATE], "ke hoach", field.id)
    assert 0 < len(inside) < len(found)
    expect(page.locator(ROWS)).to_have_count(len(inside))
    open_page(page, f"{office}/criteria?unit={UNIT}&table={TEMPLATE}&q=khongcogi")
    expect(page.locator(".st-key-card-criteria")).to_contain_text("Không có tiêu chí nào chứa các từ này")


def test_a_leaf_has_rule_inputs_quote_reading_and_both_sides_of_a_conflict(page: Page, office: str) -> None:
    open_page(page, f"{office}/criteria?unit={UNIT}&table={PLAN}")
    with answered(page):
        page.locator(ROWS, has_text="II.2.5.g").get_by_role("link").first.click()
    expect(page.locator(".st-key-card-law-leaf h2")).to_contain_text("II.2.5.g")
    one = leaf(PLAN, "II.2.5.g")
    expect(page.locator("#law-rule-table")).to_contain_text("Đạt tối thiểu 50%")
    expect(page.locator("#law-inputs-table")).to_contain_text("HO_SO_TRUC_TUYEN_34")
    expect(page.locator("#law-inputs-table")).to_contain_text("hồ sơ")
    expect(page.locator("#law-inputs-table")).to_contain_text("các tháng")
    place = page.locator(".st-key-card-law-place")
    expect(place.locator("blockquote.quote")).to_have_text(" ".join(one.reference.quote.split()))
    expect(place.locator(".quote.ours")).to_have_text(" ".join(one.reference.derived.split()))
    for words in ("II.2.5.g", "Đạt tối thiểu 50%", "II.6.3.d", "Trên 50%"):
        expect(page.locator("#conflicts-table")).to_contain_text(words)


def test_an_unknown_leaf_is_told_and_the_whole_table_shown(page: Page, office: str) -> None:
    open_page(page, f"{office}/criteria?leaf=KHONGCO")
    expect(page.locator(".st-key-not-found")).to_contain_text("Liên kết nêu tiêu chí “KHONGCO” không có")
    expect(page.locator("#criteria-table")).to_be_visible()


def test_every_loaded_table_is_one_click_away_and_a_refused_file_says_why(page: Page, office: str) -> None:
    open_page(page, f"{office}/criteria")
    expect(page.locator("#loaded-table tbody tr")).to_have_count(len(TABLES))
    refused = page.locator(".st-key-card-problems-0")
    expect(refused).to_contain_text("Bị từ chối: hong.yaml")
    expect(refused).to_contain_text("C011")
    expect(refused).to_contain_text("3")
    expect(refused).to_contain_text("Sửa chính tả, hoặc bỏ khóa này")
    other = TABLES["quang-ngai-so-khcn-2021"]
    with answered(page):
        page.locator("#loaded-table").get_by_role("link", name=other.title).click()
    expect(page.locator(".st-key-page-header")).to_contain_text(other.title)
    expect(page.locator(".st-key-not-found")).to_have_count(0)


@pytest.mark.parametrize("query", [f"table={PLAN}", f"table={TEMPLATE}", f"table={PLAN}&leaf=II.2.5.g"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(page: Page, office: str, query: str, lang: str) -> None:
    page.set_viewport_size(PHONE)
    turn_to(page, f"{office}/criteria?unit={UNIT}&{query}&lang={lang}")
    expect(page.locator("#about-table-facts, #law-leaf-facts")).to_be_visible()
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)


def test_an_empty_store_shows_the_law_all_the_same(page: Page, server: str) -> None:
    open_page(page, f"{server}/criteria?unit={UNIT}")
    expect(page.locator("#criteria-table")).to_be_visible()
    expect(page.locator("#criteria-table .badge.good")).to_have_count(0)


def test_one_month_of_figures_changes_nothing_of_the_law(page: Page, tmp_path: Path) -> None:
    build_months(tmp_path / "store", [1])
    with running(tmp_path / "store", tmp_path / "server.log") as address:
        open_page(page, f"{address}/criteria?table={PLAN}")
        expect(page.locator(ROWS, has_text="II.2.5.g").first).to_be_visible()
