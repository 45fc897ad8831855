"""Evidence: attached with everything asked for, recognised, replaced, linked, unlinked, withdrawn; never secret."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clerk import CHOICE, PDF, exported, press, row, upload
from tests.browser.server import running
from tests.browser.settled import answered, open_list, open_page

DECLARED = "Tài liệu không chứa bí mật nhà nước"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("evidence")
    with running(folder / "store", folder / "server.log") as address:
        yield address


def file(name: str, more: bytes = b"") -> dict[str, object]:
    return {"name": name, "mimeType": "application/pdf", "buffer": PDF + more}


def describe(page: Page, number: str, abstract: str) -> None:
    card = page.locator(".st-key-card-attach")
    card.get_by_label("Số, ký hiệu").fill(number)
    card.get_by_label("Cơ quan ban hành").fill("Sở Nội vụ")
    card.get_by_label("Trích yếu").fill(abstract)
    with answered(page):
        page.keyboard.press("Tab")


def attach(page: Page, office: str, leaf: str, number: str, abstract: str, more: bytes) -> None:
    open_page(page, f"{office}/evidence?{CHOICE}&leaf={leaf}")
    upload(page, file(f"{number[:2]}.pdf", more), key="card-attach")
    describe(page, number, abstract)
    with answered(page):
        page.get_by_text(DECLARED).click()
    press(page, "Gắn tài liệu")
    expect(page.locator(".st-key-outcome-attach")).to_contain_text(f"Đã gắn: {number}")


def choose(page: Page, office: str, number: str, way: str) -> None:
    """Open one document and what can be done to it."""
    open_page(page, f"{office}/evidence?{CHOICE}")
    box = page.locator(".st-key-card-document")
    chooser = box.get_by_role("combobox").first
    open_list(chooser, page.get_by_role("option", name=number))
    with answered(page):
        page.get_by_role("option", name=number).click()
    with answered(page):
        box.get_by_role("radio", name=way).click()


def test_everything_that_is_missing_is_told_at_once(page: Page, office: str) -> None:
    open_page(page, f"{office}/evidence?{CHOICE}")
    press(page, "Gắn tài liệu")
    told = page.locator(".st-key-outcome-attach")
    for said in ("Chưa chọn tệp", "Thiếu trích yếu", "bí mật nhà nước", "Chưa chọn tiêu chí"):
        expect(told).to_contain_text(said)
    assert exported(office)["evidence_answered"] == "0"


def test_what_looks_like_a_stamp_is_asked_about(page: Page, office: str) -> None:
    open_page(page, f"{office}/evidence?{CHOICE}&leaf=1.1.1")
    upload(page, file("a.pdf", b"% stamp"), key="card-attach")
    describe(page, "01/BC", "Báo cáo TỐI MẬT")
    with answered(page):
        page.get_by_text(DECLARED).click()
    press(page, "Gắn tài liệu")
    expect(page.locator(".st-key-outcome-attach")).to_contain_text("TỐI MẬT")
    with answered(page):
        page.get_by_text("Tôi đã kiểm tra").click()
    press(page, "Gắn tài liệu")
    expect(page.locator(".st-key-outcome-attach")).to_contain_text("Đã gắn: 01/BC")


def test_what_is_not_allowed_is_refused_in_our_words(page: Page, office: str) -> None:
    open_page(page, f"{office}/evidence?{CHOICE}&leaf=1.1.1")
    html = {"name": "a.html", "mimeType": "text/html", "buffer": b"<script>alert(1)</script>"}
    upload(page, html, key="card-attach")
    describe(page, "09/BC", "Trang")
    with answered(page):
        page.get_by_text(DECLARED).click()
    press(page, "Gắn tài liệu")
    expect(page.locator(".st-key-outcome-attach")).to_contain_text("Chưa gắn tài liệu")
    expect(page.locator("#leaf-list")).not_to_contain_text("09/BC")


def test_the_same_file_is_recognised(page: Page, office: str) -> None:
    attach(page, office, "1.1.2", "02/KH", "Kế hoạch <b>hai</b>", b"% two")
    open_page(page, f"{office}/evidence?{CHOICE}&leaf=1.2.1")
    upload(page, file("khac.pdf", b"% two"), key="card-attach")
    describe(page, "", "Tên khác")
    expect(page.locator(".st-key-card-attach")).to_contain_text("Tệp này đã có sẵn: 02/KH Kế hoạch <b>hai</b>")
    with answered(page):
        page.get_by_text("Dùng tài liệu đã có").click()
    with answered(page):
        page.get_by_text(DECLARED).click()
    press(page, "Gắn tài liệu")
    expect(page.locator(".st-key-outcome-attach")).to_contain_text("nay cũng chứng minh cho 1.2.1")


def test_a_document_is_replaced_linked_unlinked_and_withdrawn(page: Page, office: str) -> None:
    attach(page, office, "3.1", "03/QĐ", "Quyết định ba", b"% three")
    choose(page, office, "03/QĐ", "Thay bằng phiên bản mới")
    box = page.locator(".st-key-card-document")
    upload(page, file("moi.pdf", b"% three, second"), key="card-document")
    with answered(page):
        box.get_by_text(DECLARED).click()
    press(page, "Lưu phiên bản mới")
    expect(page.locator(".st-key-outcome-change")).to_contain_text("phiên bản 2")
    expect(page.locator("#revisions a")).to_have_count(2)
    revisions = [link.get_attribute("href") for link in page.locator("#revisions a").all()]
    assert [page.request.get(office + str(link)).body()[-7:] for link in revisions] == [b" second", b"% three"]

    choose(page, office, "03/QĐ", "Gắn thêm cho tiêu chí khác")
    box.get_by_role("combobox", name="Tiêu chí được chứng minh").fill("7.4")
    with answered(page):
        page.get_by_role("option", name="7.4").first.click()
    page.keyboard.press("Escape")
    press(page, "Gắn thêm")
    expect(row(page, "leaf-list", "03/QĐ")).to_have_count(2)

    choose(page, office, "03/QĐ", "Gỡ khỏi tiêu chí")
    press(page, "Gỡ khỏi 3.1")
    expect(row(page, "leaf-list", "03/QĐ")).to_have_count(1)

    choose(page, office, "03/QĐ", "Thu hồi")
    expect(box.get_by_role("button", name="Thu hồi tài liệu")).to_be_disabled()
    with answered(page):
        page.get_by_text("Đúng, thu hồi tài liệu này").click()
    press(page, "Thu hồi tài liệu")
    expect(page.locator(".st-key-outcome-change")).to_contain_text("Đã thu hồi")
    expect(row(page, "leaf-list", "03/QĐ")).to_have_count(0)
    assert page.request.get(office + str(revisions[0]).split("?")[0]).status == 404
    assert page.request.get(office + str(revisions[1])).ok


def test_only_those_that_miss_something(page: Page, office: str) -> None:
    open_page(page, f"{office}/evidence?{CHOICE}")
    leaves = page.locator("#leaf-list tbody tr:not(.section)")
    everything = leaves.count()
    with answered(page):
        page.get_by_role("radio", name="Còn thiếu tài liệu").click()
    expect(leaves).not_to_have_count(everything)
    assert 0 < leaves.count() < everything
