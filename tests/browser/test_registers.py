"""A register in the browser: its sheet uploaded, what was read told, and the figure followed back to its rows."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clerk import exported, press, upload
from tests.browser.server import running
from tests.browser.settled import open_page, visible_text
from tests.imports.register_office import REPORTS, content, open_register_office

CHOICE = "table=bang-nap&unit=so-thu&month=2022-06"
FIGURE = f"{CHOICE}&indicator=NGAY_CHAM"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the table of ``register_office``; nothing is stored yet."""
    folder = tmp_path_factory.mktemp("registers")
    open_register_office(folder).close()
    with (
        patch.dict(os.environ, {"THUOC_CRITERIA": str(folder / "criteria")}),
        running(folder / "store", folder / "server.log") as address,
    ):
        yield address


def test_rows_are_read_checked_stored_and_found_again(page: Page, office: str, tmp_path: Path) -> None:
    open_page(page, f"{office}/figures?{CHOICE}")
    wrong = tmp_path / "loi.xlsx"
    wrong.write_bytes(content([*REPORTS, [4, "13/BC-STN", "15/06/2022", None, "có"]]))
    upload(page, wrong)
    errors = page.locator("#import-errors")
    expect(errors).to_contain_text("“Ngày gửi” của dòng này để trống")
    expect(errors).to_contain_text("D7")
    expect(errors).to_contain_text("trang “Báo cáo”")

    good = tmp_path / "tot.xlsx"
    good.write_bytes(content())
    upload(page, good)
    preview = page.locator(".st-key-card-preview")
    expect(preview).to_contain_text("Sổ theo dõi báo cáo (trang “Báo cáo”): đã đọc 3 dòng.")
    expect(preview).to_contain_text("Ngày chậm của các báo cáo: 20")
    press(page, "Lưu 4 số liệu")
    expect(page.locator(".st-key-card-preview")).to_contain_text("Đã lưu 4 số liệu")
    lines = {line["id"]: line for line in exported(office, CHOICE)["lines"]}
    assert [(source["sheet"], source["cell"]) for source in lines["1"]["sources"]] == [("Báo cáo", "B4:F6")]


def test_a_figure_leads_to_its_rows_and_is_not_typed(page: Page, office: str) -> None:
    for lang, said, late in (("vi", "Các dòng đã tính: 3", "Ngày gửi"), ("en", "The rows behind it: 3", "Number")):
        open_page(page, f"{office}/figures?{FIGURE}&lang={lang}")
        rows = page.locator("#rows-behind-table tbody tr")
        expect(rows).to_have_count(4)
        expect(page.locator(".st-key-card-rows-behind")).to_contain_text(said)
        expect(page.locator("#rows-behind-table")).to_contain_text(late)
        expect(rows.nth(2)).to_contain_text("12/BC-STN")
        expect(rows.nth(2)).to_contain_text("10")
        expect(page.get_by_role("button", name="Lưu số liệu này")).to_have_count(0)
        expect(page.locator(".st-key-save-figure")).to_have_count(0)
    assert "the smaller of the days late of “Ngày gửi” after “Hạn gửi” and 10" in visible_text(page)


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_is_cut_off(page: Page, office: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, f"{office}/figures?{FIGURE}")
    page.locator("#rows-behind-table").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
