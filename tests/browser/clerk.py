"""What a clerk does at the screen and in Excel: fills in the form, uploads it, reads the preview, reads the total."""

import io
import json
import re
import urllib.request
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
from playwright.sync_api import Locator, Page, expect

from tests.browser.settled import answered, press_until_answered

# A table without an end of validity is offered for this year. In January no earlier month can be missing.
YEAR = datetime.now(timezone(timedelta(hours=7))).year
TABLE, UNIT, MONTH = "mau-so-100-diem", "so-cong-thuong-dien-bien", f"{YEAR}-01"
CHOICE = f"table={TABLE}&unit={UNIT}&month={MONTH}"
HEADING_ROW = 7
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
Cells = Mapping[int, object]  # column (from 1) to content


def fill(form: Path, target: Path, given: Callable[[str, str], Cells]) -> list[str]:
    """Write what ``given`` says for (code, kind of row) into each row of the form; gives the codes in order."""
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    codes = []
    for row in range(HEADING_ROW + 1, sheet.max_row + 1):
        code = sheet.cell(row, 1).value
        if isinstance(code, str) and re.fullmatch(r"[A-Z0-9_]+", code):
            grey = sheet.cell(row, 4).fill.fgColor.rgb == "FFD9D9D9"
            kind = "ratio" if not grey else "percent" if sheet.cell(row, 3).value == "%" else "number"
            codes.append(code)
            for column, content in given(code, kind).items():
                sheet.cell(row, column).value = content  # type: ignore[assignment]
    book.save(target)
    return codes


def good(_code: str, kind: str) -> Cells:
    """Figures that every indicator takes."""
    return {4: 95, 5: 100} if kind == "ratio" else {6: "86,6%" if kind == "percent" else 1}


def download(page: Page, name: str) -> Path:
    """Click the link that says ``name`` and give the saved file, under its own name."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    path: Path = waiting.value.path().with_name(waiting.value.suggested_filename)
    waiting.value.save_as(path)
    return path


def upload(page: Page, *files: Path | dict[str, Any], key: str = "card-upload") -> None:
    """Hand files to the uploader of a card and wait for the answer."""
    with answered(page):
        page.locator(f".st-key-{key} input[type=file]").set_input_files(list(files))  # type: ignore[arg-type]


def press(page: Page, name: str) -> None:
    """Press the button and wait until its work is done."""
    press_until_answered(page, page.get_by_role("button", name=name))


def row(page: Page, table: str, text: str) -> Locator:
    """The rows of one of our tables that hold ``text``."""
    return page.locator(f"#{table} tbody tr", has_text=text)


def shown_points(page: Page) -> Fraction:
    """The points on the overview: ``59,18 / 75``."""
    expect(page.locator("h1")).to_have_text("Tổng quan")
    words = page.locator("dl.figures dd strong").first.inner_text()
    return Fraction(words.split("/")[0].strip().replace(".", "").replace(",", "."))


def exported(address: str, choice: str = CHOICE) -> dict[str, Any]:
    """The self-assessment as the server would hand it out now."""
    with urllib.request.urlopen(f"{address}/download/export?{choice}&format=json", timeout=30) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def rows_of(content: bytes, sheet: int) -> list[tuple[Any, ...]]:
    """The rows of a workbook with the values stored for its formulas."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return list(book.worksheets[sheet].iter_rows(values_only=True))
