"""An uploaded file takes no correction back unasked, and one of another month offers to change the month."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clerk import CHOICE, MONTH, Cells, download, exported, fill, good, press, row, upload
from tests.browser.server import running
from tests.browser.settled import answered, expect_in_address, open_page, visible_text
from tests.browser.test_shell import ENGLISH

CODE = "SANG_KIEN"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("supersede")
    with running(folder / "store", folder / "server.log") as address:
        yield address


def month(number: int) -> str:
    return f"{MONTH[:4]}-{number:02}"


def choice(number: int) -> str:
    return CHOICE.replace(MONTH, month(number))


def filled_form(page: Page, office: str, target: Path, number: int) -> list[str]:
    open_page(page, f"{office}/figures?{choice(number)}")
    return fill(download(page, "Tải biểu trống"), target, good)


def test_a_correction_typed_on_screen_outlives_the_older_file(page: Page, office: str, tmp_path: Path) -> None:
    filled = tmp_path / f"bieu_{month(1)}.xlsx"
    codes = filled_form(page, office, filled, 1)
    upload(page, filled)
    press(page, f"Lưu {len(codes)} số liệu")

    open_page(page, f"{office}/figures?{choice(1)}&indicator={CODE}")
    entry = page.locator(".st-key-card-entry")
    value = entry.get_by_label("Giá trị", exact=False).first
    value.fill("2")
    with answered(page):
        value.press("Tab")
    reason = entry.get_by_label("Ghi chú", exact=False)
    reason.fill("đếm thiếu một sáng kiến")
    with answered(page):
        reason.press("Tab")
    press(page, "Lưu số liệu này")
    expect(page.locator(".st-key-card-history")).to_contain_text("đếm thiếu một sáng kiến")
    corrected = exported(office, choice(1))

    open_page(page, f"{office}/figures?{choice(1)}")
    upload(page, filled)
    told = row(page, "preview-rows", CODE)
    expect(told).to_contain_text("Số đang lưu được sửa trên màn hình lúc")
    expect(told).to_contain_text("tệp này đã được nạp (lý do: đếm thiếu một sáng kiến)")
    store = page.get_by_role("button", name="Lưu 1 số liệu")
    expect(store).to_be_disabled()
    assert not ENGLISH.findall(visible_text(page))
    assert exported(office, choice(1)) == corrected
    with answered(page):
        page.get_by_text("Số trong tệp mới đúng").click()
    expect(store).to_be_enabled()
    press(page, "Lưu 1 số liệu")
    expect(page.locator(".st-key-outcome-workbook")).to_contain_text("Đã lưu 1 số liệu")


def test_a_form_of_another_month_is_one_button_away_from_its_month(page: Page, office: str, tmp_path: Path) -> None:
    filled = tmp_path / f"bieu_{month(3)}.xlsx"
    codes = filled_form(page, office, filled, 3)
    before = exported(office, choice(3))
    open_page(page, f"{office}/figures?{choice(2)}")
    upload(page, filled)
    year = MONTH[:4]
    errors = page.locator("#import-errors")
    expect(errors).to_contain_text(f"Đây là biểu tháng 3/{year}, trong khi đang chọn tháng 2/{year}.")
    expect(page.locator(".st-key-card-preview")).not_to_contain_text("Mới")
    press(page, f"Chuyển sang tháng 3/{year}")
    expect_in_address(page, f"month={month(3)}")
    expect(page.get_by_role("button", name=f"Lưu {len(codes)} số liệu · Tháng 3/{year}")).to_be_visible()
    assert exported(office, choice(3)) == before  # nothing is stored by looking


def test_a_refused_row_is_named_and_no_row_is_called_new(page: Page, office: str, tmp_path: Path) -> None:
    filled = tmp_path / f"loi_{month(4)}.xlsx"
    open_page(page, f"{office}/figures?{choice(4)}")

    def bad(code: str, kind: str) -> Cells:
        return {6: "mười"} if code == CODE else good(code, kind)

    codes = fill(download(page, "Tải biểu trống"), filled, bad)
    upload(page, filled)
    told = row(page, "import-errors", "“mười”")
    expect(told).to_contain_text("áng kiến")
    tiles = page.locator(".st-key-card-preview dl.figures")
    expect(tiles).to_contain_text(f"{len(codes) - 1}")
    expect(tiles).to_contain_text("đã đọc, chưa lưu")
    expect(tiles).not_to_contain_text("Mới")
