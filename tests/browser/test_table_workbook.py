"""A table in Excel on the page of the criteria: downloaded, broken, told at its cells, corrected, adopted, compared."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from data.criteria.folder import SHIPPED, load_folders
from tests.browser.clerk import download, press, upload
from tests.browser.demo_office import PLAN, UNIT
from tests.browser.months_office import build_months
from tests.browser.server import running
from tests.browser.settled import answered, open_page, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide

CARD, TREE = "card-table-workbook", "Cây tiêu chí"
TABLE = load_folders([SHIPPED]).tables[PLAN]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("table-workbook")
    build_months(folder / "store", range(1, 4))
    with running(folder / "store", folder / "server.log") as address:
        yield address, folder / "store"


def edit(path: Path, change: Callable[[Any], object]) -> Path:
    """The workbook changed, under another name: the browser takes a file of the same name for the same file."""
    book = load_workbook(path)
    change(book)
    other = path.with_name(f"sua-{path.name}")
    book.save(other)
    return other


def named(book: Any, table: str, edition: str) -> None:
    book["Bảng"]["B3"], book["Bảng"]["B4"] = table, edition


def hand_in(page: Page, path: Path) -> None:
    box = page.locator(f".st-key-{CARD} details")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    expect(box).to_have_attribute("open", "")
    upload(page, path, key=CARD)


def test_the_whole_way_of_a_table_through_excel(page: Page, office: tuple[str, Path]) -> None:
    address, store = office
    open_page(page, f"{address}/criteria?unit={UNIT}&table={PLAN}&month=2022-03")
    path = download(page, "Tải bảng này thành sổ Excel")
    assert path.name == f"bang-tieu-chi_{PLAN}.xlsx"

    hand_in(page, path)  # as it is: nothing to store
    card = page.locator(f".st-key-{CARD}")
    expect(card).to_contain_text(f"Bảng này đã có, đúng từng chữ: {PLAN}.yaml")
    expect(card.get_by_role("button", name="Lưu và dùng bảng này")).to_have_count(0)

    def spoil(book: Any) -> None:
        named(book, "ke-hoach-2022-lan-2", "Lần 2")
        book[TREE]["B4"] = 1.1
        book[TREE]["D9"] = "một"

    path = edit(path, spoil)
    hand_in(page, path)
    expect(card).to_contain_text("Sổ có 2 lỗi. Chưa lưu gì.")
    problems = page.locator("#proposal-problems")
    for words in ("C211", "trang “Cây tiêu chí”, ô B4", "Excel đã đổi", "C012", "trang “Cây tiêu chí”, ô D9"):
        expect(problems).to_contain_text(words)
    assert not (store / "criteria").exists()

    def mend(book: Any) -> None:
        book[TREE]["B4"], book[TREE]["D9"] = TABLE.nodes[2].id, 1
        book[TREE]["C5"] = "Tên mới của chỉ tiêu đầu tiên"

    path = edit(path, mend)
    hand_in(page, path)
    expect(page.locator("#proposal-facts")).to_contain_text("ke-hoach-2022-lan-2")
    expect(page.locator("#proposal-facts")).to_contain_text("45 tiêu chí")
    with answered(page):
        page.get_by_text("Xem bảng này khác gì so với").click()
    expect(page.locator(".st-key-card-compare-totals")).to_contain_text("Lần 2")
    press(page, "Lưu và dùng bảng này")
    expect(card).to_contain_text("Đã lưu và nạp bảng ke-hoach-2022-lan-2: 45 tiêu chí")
    assert [one.name for one in (store / "criteria").iterdir()] == ["ke-hoach-2022-lan-2.yaml"]
    expect(page.locator("#loaded-table")).to_contain_text("ke-hoach-2022-lan-2.yaml")
    open_page(page, f"{address}/criteria?unit={UNIT}&table=ke-hoach-2022-lan-2&month=2022-03")
    expect(page.locator("#criteria-table")).to_contain_text("Tên mới của chỉ tiêu đầu tiên")

    hand_in(page, edit(path, lambda book: named(book, "ke-hoach-2022-lan-2", "Lần 3")))
    expect(page.locator("#proposal-problems")).to_contain_text("C005")


def test_a_file_that_is_no_workbook_is_told_in_words(page: Page, office: tuple[str, Path], tmp_path: Path) -> None:
    open_page(page, f"{office[0]}/criteria?lang=en")
    wrong = tmp_path / "bang.xlsx"
    wrong.write_bytes(b"%PDF-1.7")
    hand_in(page, wrong)
    card = page.locator(f".st-key-{CARD}")
    expect(card).to_contain_text("This file is a document (PDF), not a spreadsheet.")
    expect(card).to_contain_text("Use the workbook of the table, filled in and saved in Excel (.xlsx).")
    expect(card).to_contain_text("The workbook has 1 errors. Nothing has been stored.")


def test_a_blank_workbook_is_handed_out_and_tells_what_is_missing(page: Page, office: tuple[str, Path]) -> None:
    open_page(page, f"{office[0]}/criteria")
    path = download(page, "Tải sổ trống")
    assert path.name == "bang-tieu-chi_moi.xlsx"
    hand_in(page, path)
    expect(page.locator("#proposal-problems")).to_contain_text("trang “Bảng”, ô B3")


def test_an_empty_store_has_both_downloads(page: Page, server: str) -> None:
    open_page(page, f"{server}/criteria?unit={UNIT}")
    expect(page.get_by_role("link", name="Tải sổ trống")).to_be_visible()
    expect(page.get_by_role("link", name="Tải bảng này thành sổ Excel")).to_be_visible()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_problems_fit_a_phone_and_speak_one_language(page: Page, office: tuple[str, Path], lang: str) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, f"{office[0]}/criteria?unit={UNIT}&table={PLAN}&lang={lang}")
    path = download(page, {"vi": "Tải sổ trống", "en": "Download a blank workbook"}[lang])
    hand_in(page, path)
    expect(page.locator("#proposal-problems")).to_be_visible()
    assert not is_too_wide(page)
    if lang == "vi":  # in English the names of sheets and headings stay those of the workbook
        assert not foreign_sentences(visible_text(page), lang)
