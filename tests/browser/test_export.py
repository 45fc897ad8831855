"""The export page: what will be in it and what will be missing is told before anybody downloads it."""

import io
import json

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.clerk import CHOICE, download, exported
from tests.browser.settled import open_page

OFFICIAL = CHOICE.replace("mau-so-100-diem", "dien-bien-so-cong-thuong-2022")


@pytest.mark.parametrize(
    ("lang", "link", "sheet"), [("vi", "Tệp Excel", "Bảng tự chấm điểm"), ("en", "Excel workbook", "Self-assessment")]
)
def test_the_workbook_comes_in_the_language_of_the_page(
    page: Page, server: str, lang: str, link: str, sheet: str
) -> None:
    open_page(page, f"{server}/export?{CHOICE}&lang={lang}")
    book = openpyxl.load_workbook(io.BytesIO(download(page, link).read_bytes()))
    assert book.sheetnames[0] == sheet


def test_what_is_missing_is_told_before_downloading(page: Page, server: str) -> None:
    open_page(page, f"{server}/export?{CHOICE}")
    lines = [line for line in exported(server)["lines"] if line["scored_by"] == "self" and line["state"] == "missing"]
    expect(page.locator(".st-key-card-no-figure h2")).to_have_text(f"Chưa có số liệu: {len(lines)} tiêu chí")
    expect(page.locator("#export-no-figure tbody tr")).to_have_count(len(lines))
    expect(page.locator("#export-no-document tbody tr").first).to_be_visible()


def test_a_table_that_nobody_issued_says_so_and_an_official_one_does_not(page: Page, server: str) -> None:
    mark = "BẢNG MẪU – không phải bảng tiêu chí chính thức"
    open_page(page, f"{server}/export?{CHOICE}")
    expect(page.locator(".badges")).to_contain_text(mark)
    expect(page.locator(".st-key-card-files")).to_contain_text(mark)
    open_page(page, f"{server}/export?{OFFICIAL}")
    expect(page.locator("h1")).to_have_text("Xuất bảng tự chấm")
    expect(page.locator(".st-key-card-files")).not_to_contain_text("BẢNG MẪU")


def test_data_for_other_programs(page: Page, server: str) -> None:
    open_page(page, f"{server}/export?{CHOICE}")
    assert json.loads(download(page, "Dữ liệu cho phần mềm khác").read_bytes()) == exported(server)
