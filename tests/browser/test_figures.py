"""Submitting figures: good and bad workbooks, answers, one figure corrected; nothing without a confirmation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from data.criteria.folder import SHIPPED, load_folders
from tests.browser.clerk import CHOICE, MONTH, UNIT, Cells, download, exported, fill, good, press, row, upload
from tests.browser.server import running
from tests.browser.settled import answered, expect_in_address, open_page, visible_text, visitor
from tests.browser.test_overview import is_too_wide
from tests.browser.test_shell import ENGLISH

STATED = "[class*=st-key-row-answer]"
FORM = load_folders([SHIPPED]).tables["mau-so-100-diem"]
ROWS = sum(not indicator.on_screen for indicator in FORM.indicators.values())
WRONG = 3  # rows that ``mixed`` gets wrong


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of this module's own: its tests store figures, each in a month of its own."""
    folder = tmp_path_factory.mktemp("figures")
    with running(folder / "store", folder / "server.log") as address:
        yield address


def choice(number: int) -> str:
    return CHOICE.replace(MONTH, month(number))


def month(number: int) -> str:
    return f"{MONTH[:4]}-{number:02}"


def form(page: Page, office: str, number: int) -> Path:
    open_page(page, f"{office}/figures?{choice(number)}")
    return download(page, "Tải biểu trống")


def mixed(code: str, kind: str) -> Cells:
    """One of each usual error, among good figures."""
    bad: dict[str, Cells] = {
        "NHIEM_VU_CCHC_HOAN_THANH": {4: "mười", 5: 100},
        "NGAN_SACH_GIAI_NGAN": {4: 500, 5: 100},
        "SANG_KIEN": {6: "1.234,5,6"},
    }
    return bad.get(code, good(code, kind))


def test_what_was_uploaded_is_stored_only_when_confirmed(page: Page, office: str, tmp_path: Path) -> None:
    filled = tmp_path / f"bieu_{month(1)}.xlsx"
    codes = fill(form(page, office, 1), filled, good)
    upload(page, filled)
    with answered(page):
        page.reload()
    assert exported(office, choice(1))["points"] == "0"
    upload(page, filled)
    press(page, f"Lưu {len(codes)} số liệu")
    assert exported(office, choice(1))["points"] != "0"

    # The form with the stored figures comes back as it is: nothing new
    again = download(page, "Tải biểu có sẵn số đang lưu")
    upload(page, again)
    expect(page.locator(".st-key-card-preview")).to_contain_text("Không có gì mới để lưu")

    # One figure changed: old and new side by side; the very file is recognised
    changed = tmp_path / f"sua_{month(1)}.xlsx"
    fill(filled, changed, lambda code, _kind: {4: 96} if code == "NGAN_SACH_GIAI_NGAN" else {})
    upload(page, changed)
    expect(row(page, "preview-rows", "NGAN_SACH_GIAI_NGAN")).to_contain_text("95/100 = 95%")
    expect(row(page, "preview-rows", "NGAN_SACH_GIAI_NGAN")).to_contain_text("96/100 = 96%")
    press(page, "Lưu 1 số liệu")
    upload(page, changed)
    expect(page.locator("#import-warnings")).to_contain_text("Tệp này đã được nộp ngày")


def test_every_error_is_told_at_once_and_the_good_rows_only_knowingly(page: Page, office: str, tmp_path: Path) -> None:
    filled = tmp_path / f"loi_{month(2)}.xlsx"
    fill(form(page, office, 2), filled, mixed)
    before = exported(office, choice(2))
    upload(page, filled)
    errors = page.locator("#import-errors")
    for said in ("“mười” không phải là số", "Tử số 500 lớn hơn mẫu số 100", "“1.234,5,6”"):
        expect(errors).to_contain_text(said)
    expect(errors.locator("tbody tr")).to_have_count(3)
    expect(page.get_by_role("button", name=f"Lưu {ROWS - WRONG} số liệu")).to_have_count(0)
    only_good = page.get_by_role("button", name=f"Chỉ lưu {ROWS - WRONG} dòng đúng")
    expect(only_good).to_be_disabled()
    assert exported(office, choice(2)) == before
    with answered(page):
        page.get_by_text("Tôi biết 3 dòng có lỗi").click()
    expect(only_good).to_be_enabled()
    press(page, f"Chỉ lưu {ROWS - WRONG} dòng đúng")
    expect(page.locator(".st-key-outcome-workbook")).to_contain_text(f"Đã lưu {ROWS - WRONG} số liệu")
    assert exported(office, choice(2)) != before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("so-lieu.xlsx", b"%PDF-1.7 x", "Tệp này là tài liệu (PDF), không phải bảng tính"),
        ("so-lieu.csv", b"a;b;c\n1;2;3\n", "văn bản thuần"),
        ("so-lieu.xlsx", b"", "Tệp"),
        ("so-lieu.xlsx", b"PK\x03\x04broken", "hỏng"),
    ],
)
def test_what_is_no_workbook_gets_a_clear_answer(page: Page, office: str, name: str, content: bytes, said: str) -> None:
    open_page(page, f"{office}/figures?{choice(3)}")
    before = exported(office, choice(3))
    upload(page, {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    expect(page.locator("#import-errors")).to_contain_text(said)
    expect(page.locator(".st-key-card-preview button", has_text="Lưu")).to_have_count(0)
    assert not ENGLISH.findall(visible_text(page))
    assert exported(office, choice(3)) == before


def test_the_form_of_another_month_is_refused_with_every_source(page: Page, office: str, tmp_path: Path) -> None:
    filled = tmp_path / f"bieu_{month(4)}.xlsx"
    fill(form(page, office, 4), filled, good)
    open_page(page, f"{office}/figures?{choice(3)}")
    upload(page, filled)
    for said in ("đã chọn: 3/", "tiêu đề", "tên tệp: 4/", "biểu lập cho: 4/"):
        expect(page.locator("#import-errors")).to_contain_text(said)
    expect(page.locator(".st-key-card-preview button", has_text="Lưu")).to_have_count(0)


def test_figures_that_came_in_meanwhile_give_a_new_preview(
    browser: Browser, page: Page, office: str, tmp_path: Path
) -> None:
    first, second = tmp_path / f"mot_{month(5)}.xlsx", tmp_path / f"hai_{month(5)}.xlsx"
    empty = form(page, office, 5)
    fill(empty, first, good)
    fill(empty, second, lambda code, kind: {4: 50, 5: 100} if kind == "ratio" else good(code, kind))
    upload(page, first)
    other = visitor(browser).new_page()
    open_page(other, f"{office}/figures?{choice(5)}")
    upload(other, second)
    press(other, f"Lưu {ROWS} số liệu")
    other.context.close()
    press(page, f"Lưu {ROWS} số liệu")
    expect(page.locator(".st-key-outcome-workbook")).to_contain_text("Máy này")
    expect(row(page, "preview-rows", "NGAN_SACH_GIAI_NGAN")).to_contain_text("50/100 = 50%")


def test_answers_are_saved_together_and_only_those_given(browser: Browser, page: Page, office: str) -> None:
    def answers(screen: Page) -> None:
        open_page(screen, f"{office}/figures?{choice(6)}")
        screen.get_by_role("tab", name="Trả lời nhanh").click()
        screen.locator(STATED).first.wait_for()

    def answer(screen: Page, question: str, given: str) -> None:
        with answered(screen):
            screen.locator(STATED, has_text=question).get_by_role("radio", name=given, exact=True).click()

    answers(page)
    press(page, "Lưu các câu trả lời")
    expect(page.locator(".st-key-outcome-answers")).to_contain_text("Chưa có câu trả lời nào để lưu")
    other = visitor(browser).new_page()
    answers(other)
    answer(other, "ISO 9001", "Không áp dụng")
    answer(page, "ISO 9001", "Có")
    answer(page, "Kế hoạch CCHC năm được ban hành", "Ban hành kịp thời")
    answer(page, "Lịch tiếp dân", "Không áp dụng")
    lines = page.locator(".st-key-card-answers")
    expect(lines).to_contain_text("3 câu trả lời chưa lưu")
    page.get_by_role("tab", name="Biểu Excel").click()
    expect(page.get_by_role("link", name="Tải biểu trống")).to_be_visible()
    with answered(page):
        page.get_by_role("link", name="Bảng điểm").first.click()
    expect(page.locator("h1")).to_have_text("Bảng điểm")
    with answered(page):
        page.go_back()
    expect(page.locator("h1")).to_have_text("Nộp số liệu")
    page.get_by_role("tab", name="Trả lời nhanh").click()
    expect(lines).to_contain_text("3 câu trả lời chưa lưu")
    press(page, "Lưu các câu trả lời")
    expect(page.locator(".st-key-outcome-answers")).to_contain_text("Đã lưu 3 câu trả lời")
    press(other, "Lưu các câu trả lời")
    expect(other.locator(".st-key-outcome-answers")).to_contain_text("Máy này (chưa ghi tên) đã nhập số liệu này")
    other.context.close()
    lines = {line["id"]: line for line in exported(office, choice(6))["lines"]}
    assert lines["7.4"]["points"] == "0.5"
    assert lines["1.1.1"]["points"] == "1"


def test_one_figure_is_read_aloud_before_it_is_stored_and_keeps_its_history(page: Page, office: str) -> None:
    address = f"{office}/figures?{choice(7)}&indicator=NGAN_SACH_GIAI_NGAN"
    open_page(page, address)
    page.get_by_label("Tử số").fill("1.234")
    page.get_by_label("Mẫu số").fill("1.000")
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-entry-problems")).to_contain_text("lớn hơn mẫu số")
    press(page, "Lưu số liệu này")
    expect(page.locator(".st-key-outcome-one-figure")).to_contain_text("Chưa lưu: Tử số 1.234 lớn hơn mẫu số 1.000")
    page.get_by_label("Mẫu số").fill("2.000")
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-card-entry")).to_contain_text("Sẽ lưu: 1.234/2.000 = 61,7%")
    press(page, "Lưu số liệu này")
    expect(page.locator("#history-table")).to_contain_text("1.234/2.000 = 61,7%")
    with answered(page):
        page.get_by_role("radio", name="Không phát sinh").click()
    press(page, "Lưu số liệu này")
    expect(page.locator("#history-table tbody tr")).to_have_count(2)
    expect(page.locator("#history-table tbody tr").first).to_contain_text("không phát sinh")
    expect(page.locator("#history-table tbody tr").first).to_contain_text("Máy này (chưa ghi tên) nhập trên màn hình")


def test_a_unit_that_no_table_names_can_be_added(page: Page, office: str) -> None:
    open_page(page, f"{office}/figures?{choice(8)}")
    page.get_by_text("Thêm đơn vị chưa có trong danh sách").click()
    page.get_by_label("Mã ngắn").fill(UNIT)
    page.get_by_label("Tên đầy đủ").fill("Sở [Nội vụ](http://x.example) <b>")
    press(page, "Thêm đơn vị")
    expect(page.locator(".st-key-outcome-add-unit")).to_contain_text("Đã có đơn vị")
    page.get_by_label("Mã ngắn").fill("so-noi-vu")
    press(page, "Thêm đơn vị")
    expect(page.locator("p.caption").first).to_contain_text("Sở [Nội vụ](http://x.example) <b>")
    expect_in_address(page, "unit=so-noi-vu")
    expect(page.locator("a[href*='x.example']")).to_have_count(0)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_preview_fits_a_phone_in_both_languages(page: Page, office: str, tmp_path: Path, lang: str) -> None:
    filled = tmp_path / f"loi_{month(9)}.xlsx"
    fill(form(page, office, 9), filled, mixed)
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{office}/figures?{choice(9)}&lang={lang}")
    upload(page, filled)
    page.locator("#import-errors").wait_for()
    assert not is_too_wide(page)
    if lang == "vi":
        assert not ENGLISH.findall(visible_text(page).replace("lang=en", ""))
    else:
        expect(page.locator(".st-key-card-preview")).to_contain_text("Nothing has been stored")
