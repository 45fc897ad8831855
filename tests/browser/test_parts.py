"""The shared drawing parts and Streamlit's built-in words, on a sample page of a copy of the product."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from pages.parts.plain import plain
from tests.browser.server import copy_product, running
from tests.browser.settled import (
    answered,
    bring_into_view,
    expect_in_address,
    lay_out,
    open_list,
    open_page,
    visible_text,
)
from tests.browser.test_shell import ENGLISH, visit

# Typed by people, as labels; none may become more than its own words.
HOSTILE_LABELS = (
    "[link](http://evil.example/1)",
    "![image](http://evil.example/2.png)",
    "[by][name] [name]: http://evil.example/3",
    "http://evil.example/4 and www.evil.example and a@evil.example",
    "<http://evil.example/5> <img src=x>",
    "*strong* **strong** _strong_ __strong__ ~~struck~~ `code`",
    "$x^2$ and $$y$$",
    ":red[colour] :blue-background[colour] :small[small]",
    ":material/delete: :streamlit: :smile: :+1: 1:100:",
    "&lt;b&gt; &copy; \\*",
    "# head",
    "1. list",
    "1) list",
    "- list",
    "> quote",
)
# Read aloud as written: nothing in them is Markdown, so nothing is escaped.
QUIET_LABELS = (
    "Tệp Excel (.xlsx), tối đa 20MB",
    "II.2.6 Thủ tục hành chính: 1.128/1.130 - 99,8%",
    "HO_SO_TRUC_TUYEN [tháng 5] lúc 10:30",
    "Sở Công Thương (2.1.3) + đơn vị; a > b!",
)
MULTISELECT = 'st.multiselect("Nhiều", ["a", "b"])'
MORE = """st.multiselect("Nhiều", ["a", "ab", "b"])
        for label in {labels!r}:
            st.checkbox(plain(label), key=f"label-{{label}}")"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("sample")
    product = copy_product(folder / "product")
    text = Path(__file__).with_name("sample_page.py").read_text(encoding="utf-8")
    assert MULTISELECT in text
    text = text.replace(MULTISELECT, MORE.format(labels=HOSTILE_LABELS + QUIET_LABELS))
    text = text.replace(
        "import streamlit as st\n", "import streamlit as st\n\nfrom pages.parts.plain import plain\n", 1
    )
    (product / "pages" / "leadership" / "overview.py").write_text(text, encoding="utf-8")
    shutil.copy(Path(__file__).with_name("sample_main.py"), product / "pages" / "main.py")
    with running(folder / "store", folder / "server.log", product) as address:
        yield address


def test_nothing_leaves_nothing_runs_nothing_is_cut(page: Page, sample: str) -> None:
    """The sample is full of markup typed by a hostile hand; the phone is 390 px wide."""
    alerts: list[str] = []

    def refuse(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    seen = visit(page, sample)
    page.remove_listener("dialog", refuse)
    assert not [url for url in seen.asked if not url.startswith((f"{sample}/", "data:", "blob:"))]
    assert not (alerts or seen.blocked or seen.failed or seen.too_wide)
    assert not ENGLISH.findall(seen.text)


def test_hostile_text_stays_text(page: Page, sample: str) -> None:
    open_page(page, sample)
    for place in (".st-key-page-header", ".st-key-card-table", ".st-key-card-chart"):
        expect(page.locator(place).first).to_contain_text("<img src=x onerror=alert(1)> [a](http://evil.example)")
    expect(page.locator("img[src=x], a[href*=evil], img[src*=evil]")).to_have_count(0)


def test_the_uploader_speaks_both_languages(page: Page, sample: str) -> None:
    open_page(page, sample)
    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader).to_contain_text("tối đa 50MB mỗi tệp • XLSX, PDF")
    expect(uploader.get_by_role("button", name="Chọn tệp")).to_be_visible()
    page.get_by_text("English", exact=True).click()
    expect(uploader).to_contain_text("50MB per file • XLSX, PDF")
    expect(uploader.get_by_role("button", name="Upload", exact=True)).to_be_visible()
    page.get_by_text("Tiếng Việt", exact=True).click()
    expect(uploader.get_by_role("button", name="Chọn tệp")).to_be_visible()
    page.locator("input[type=file]").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"x"})
    expect(uploader).to_contain_text("Không nhận tệp loại")
    assert not ENGLISH.findall(visible_text(page))


@pytest.mark.parametrize("label", QUIET_LABELS)
def test_ordinary_labels_need_no_escapes(label: str) -> None:
    assert plain(label) == label


def test_hostile_labels_are_only_their_words(page: Page, sample: str) -> None:
    open_page(page, sample)
    boxes = page.get_by_test_id("stCheckbox")
    expect(boxes).to_have_count(len(HOSTILE_LABELS + QUIET_LABELS))
    shown = [text.replace("\u2060", "").strip() for text in boxes.all_inner_texts()]  # all drawn: open_page waits
    assert shown == list(HOSTILE_LABELS + QUIET_LABELS)
    marks = "a, img, strong, em, del, code, .katex, h1, h2, li, blockquote, [data-testid=stIconMaterial]"
    expect(boxes.locator(marks)).to_have_count(0)
    expect(boxes.locator("p span[class*=colored], p span[style*=color]")).to_have_count(0)


@pytest.mark.parametrize(
    ("lang", "many", "wrong", "large"),
    [
        ("vi", "Chọn cả 2 mục tìm thấy", "Lỗi: Không nhận tệp loại", "Tệp không được lớn hơn 50MB."),
        ("en", "Select 2 matches", "Error: text/plain files are not allowed.", "File must be 50.0MB or smaller."),
    ],
)
def test_seldom_words_speak_both_languages(
    page: Page, sample: str, tmp_path: Path, lang: str, many: str, wrong: str, large: str
) -> None:
    open_page(page, f"{sample}/?lang={lang}")
    box = page.get_by_test_id("stMultiSelect").get_by_role("combobox")
    bring_into_view(box)
    box.click()
    box.press_sequentially("a")
    expect(page.get_by_role("option", name=many)).to_be_visible()
    english_left = [] if lang == "en" else ENGLISH.findall(visible_text(page))
    page.keyboard.press("Escape")
    chips = page.get_by_test_id("stFileUploader")
    page.locator("input[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x" * 12_500}
    )
    expect(chips).to_contain_text(wrong)
    size = "12,5KB" if lang == "vi" else "12.5KB"
    expect(chips).to_contain_text(size)
    expect(page.get_by_label(f"a.txt, {size}", exact=True)).to_be_visible()
    file = tmp_path / "b 1.5MB.xlsx"
    with file.open("wb") as made:
        made.truncate(51_000_000 + 2_000_000)
    page.locator("input[type=file]").set_input_files(file)
    expect(chips).to_contain_text(large)
    expect(page.get_by_test_id("stFileChipName").filter(has_text="b 1.5MB.xlsx")).to_be_visible()
    if lang == "vi":
        assert not english_left + ENGLISH.findall(visible_text(page))


def test_an_empty_list_speaks_vietnamese(page: Page, sample: str) -> None:
    open_page(page, sample)
    box = page.get_by_test_id("stSelectbox").filter(has_text="Trống").get_by_role("combobox")
    box.fill("zzz")
    expect(page.locator("[data-live-announcer]")).to_contain_text("Có 0 mục")
    assert not ENGLISH.findall(visible_text(page))


def test_the_choice_is_in_the_address_and_stays(page: Page, sample: str) -> None:
    open_page(page, sample)
    expect(page.get_by_test_id("stText")).to_contain_text("so-a / t1 / 2022-06")
    option = page.get_by_role("option", name="05/2022")
    open_list(page.get_by_test_id("stSelectbox").filter(has_text="Tháng").get_by_role("combobox"), option)
    option.click()
    expect(page.get_by_test_id("stText")).to_contain_text("2022-05")
    expect_in_address(page, "unit=so-a", "table=t1", "month=2022-05")
    with answered(page):
        page.reload()
    expect(page.get_by_test_id("stText")).to_contain_text("2022-05")
    page.get_by_role("link", name="Minh chứng").click()
    expect(page.locator("h1")).to_have_text("Minh chứng")
    expect_in_address(page, "unit=so-a", "table=t1", "month=2022-05")
    page.get_by_role("link", name="Tổng quan").click()
    expect(page.get_by_test_id("stText")).to_contain_text("2022-05")
    open_page(page, f"{sample}/?unit=nobody&month=2022-05")
    expect(page.get_by_test_id("stText")).to_contain_text("so-a / t1 / 2022-05")


def test_a_download_link_downloads(page: Page, sample: str) -> None:
    open_page(page, sample)
    with page.expect_download() as started:
        page.get_by_role("link", name="Tải về").click()
    assert Path(started.value.path()).read_bytes() == b'{"status":"ok"}'
    expect(page).to_have_url(re.compile(f"^{re.escape(sample)}/?$"))


def test_a_wide_table_scrolls_within_itself(page: Page, sample: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, sample)
    wide, window = page.locator("#sample-table").evaluate("node => [node.scrollWidth, node.clientWidth]")
    assert wide > window


def test_on_a_phone_the_menu_closes_when_a_page_was_chosen(page: Page, sample: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, sample)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Minh chứng").click()
    expect(page.locator("h1")).to_have_text("Minh chứng")
    expect(page.get_by_role("link", name="Bảng điểm")).not_to_be_in_viewport()


def test_a_failing_page_shows_no_inner_words(page: Page, sample: str) -> None:
    page.goto(f"{sample}/?fail=1")
    expect(page.get_by_test_id("stAlert")).to_contain_text("Phần mềm gặp lỗi")
    page.wait_for_function("() => !watched.open")  # all that comes of this run has come
    lay_out(page)
    text = visible_text(page)
    assert "inner secret" not in text
    assert "Traceback" not in text
