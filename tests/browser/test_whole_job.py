"""The whole job of a month, once, as a clerk does it: form out, form in, score, answer, evidence, export."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clerk import (
    CHOICE,
    MONTH,
    PDF,
    YEAR,
    download,
    exported,
    fill,
    good,
    press,
    row,
    rows_of,
    shown_points,
    upload,
)
from tests.browser.server import running
from tests.browser.settled import answered, open_page


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[str]:
    with running(tmp_path / "store", tmp_path / "server.log") as address:
        yield address


def menu(page: Page, name: str) -> None:
    with answered(page):
        page.locator(".st-key-menu").get_by_role("link", name=name, exact=True).click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_month_from_the_empty_form_to_the_exported_table(page: Page, fresh: str, tmp_path: Path) -> None:
    open_page(page, f"{fresh}/?{CHOICE}")
    assert exported(fresh)["points"] == "0"

    # The form of the month, filled in with Excel
    menu(page, "Nộp số liệu")
    form = download(page, "Tải biểu trống")
    assert form.name == f"so-lieu_so-cong-thuong-dien-bien_mau-so-100-diem_{MONTH}.xlsx"
    filled = tmp_path / form.name
    codes = fill(form, filled, good)
    assert len(codes) == 73

    # The preview says what would be stored, and stores nothing
    upload(page, filled)
    expect(page.locator(".st-key-card-preview dl.figures")).to_contain_text("73")
    expect(row(page, "preview-rows", "NGAN_SACH_GIAI_NGAN")).to_have_count(1)
    expect(page.locator(".st-key-card-preview")).not_to_contain_text("lỗi. Chưa lưu gì")
    assert exported(fresh)["points"] == "0"
    press(page, "Lưu 73 số liệu")
    expect(page.locator(".st-key-outcome-workbook")).to_contain_text(f"Đã lưu 73 số liệu tháng 01/{YEAR}")

    # The score
    with answered(page):
        page.locator(".st-key-outcome-workbook").get_by_role("link", name="Xem bảng điểm").click()
    expect(page.locator("h1")).to_have_text("Bảng điểm")
    expect(row(page, "score-table", "Giải ngân dự toán")).to_contain_text("95/100 = 95%")
    menu(page, "Tổng quan")
    first = shown_points(page)
    assert first > 0
    assert Fraction(exported(fresh)["points"]) == first

    # One answer on screen
    menu(page, "Nộp số liệu")
    page.get_by_role("tab", name="Trả lời nhanh").click()
    question = page.locator("[class*=st-key-row-answer]", has_text="Tổ chức bộ máy, chức năng, nhiệm vụ")
    with answered(page):
        question.get_by_role("radio", name="Có", exact=True).click()
    press(page, "Lưu các câu trả lời")
    expect(page.locator(".st-key-outcome-answers")).to_contain_text("Đã lưu 1 câu trả lời")
    menu(page, "Tổng quan")
    second = shown_points(page)
    assert second == first + Fraction(3, 2)  # 4.1, yes: 1,5 points

    # One document
    menu(page, "Minh chứng")
    expect(page.locator("dl.figures")).to_contain_text("0 / 83")
    upload(page, {"name": "Kế hoạch CCHC.pdf", "mimeType": "application/pdf", "buffer": PDF}, key="card-attach")
    page.get_by_label("Tiêu chí được chứng minh").fill("1.1.1")
    with answered(page):
        page.get_by_role("option", name="1.1.1").first.click()
    page.keyboard.press("Escape")
    page.get_by_label("Số, ký hiệu").fill("05/KH-SCT")
    page.get_by_label("Cơ quan ban hành").fill("Sở Công Thương")
    page.get_by_label("Trích yếu").fill("Kế hoạch cải cách hành chính năm 2022")
    with answered(page):
        page.get_by_text("Tài liệu không chứa bí mật nhà nước").click()
    press(page, "Gắn tài liệu")
    expect(page.locator(".st-key-outcome-attach")).to_contain_text("Đã gắn: 05/KH-SCT")
    expect(page.locator("dl.figures")).to_contain_text("1 / 83")

    # The evidence is handed out by our route, private and as an attachment
    link = row(page, "leaf-list", "1.1.1").get_by_role("link", name="05/KH-SCT").get_attribute("href")
    assert link is not None
    assert link.startswith("/download/evidence/")
    answer = page.request.get(fresh + link)
    assert answer.body() == PDF
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-disposition"].startswith("attachment")

    # The score table on screen and the exported one are the same
    menu(page, "Bảng điểm")
    leaves = page.locator("#score-table tbody tr:not(.section) td:first-child strong").all_inner_texts()
    menu(page, "Xuất bảng tự chấm")
    expect(page.locator(".badges")).to_contain_text("BẢNG MẪU – không phải bảng tiêu chí chính thức")
    content = download(page, "Tệp Excel (.xlsx)").read_bytes()
    table, evidence = rows_of(content, 0), rows_of(content, 1)
    total = next(line for line in table if line[1] == "Tổng điểm của phần đã có điểm")
    assert Fraction(str(total[3])) == second
    explained = [line[0] for line in table if line[0] and line[7]][1:]
    assert {"1.1", "1.3"} <= set(explained)  # two gates, not known yet
    leaf_ids = [text.split("\n")[0] for text in leaves]
    assert [name for name in explained if name in leaf_ids] == leaf_ids
    listed = next(line for line in evidence if line[2] == "05/KH-SCT")
    assert (listed[1], listed[4], listed[6]) == ("1.1.1", "Kế hoạch cải cách hành chính năm 2022", "Kế hoạch CCHC.pdf")
    assert any("BẢNG MẪU" in str(cell) for line in table for cell in line)
