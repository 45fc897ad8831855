"""Stamps of secrecy inside documents: found where a stamp stands, not in ordinary words; hostile files end."""

import zlib
from pathlib import Path

import duckdb
import pytest

from data.accounts.person import LOCAL
from data.evidence import text
from data.evidence.attaching import remove, replace
from data.evidence.reading import documents, revisions
from data.evidence.refusal import EvidenceRefused
from data.evidence.secrecy import stamps_inside
from data.evidence.text import text_inside
from data.language import render
from data.store import opening
from data.store.opening import Store
from tests.evidence.files import PDF, docx_saying, image, pdf_of, pdf_saying
from tests.evidence.test_evidence import attached, codes
from tests.exports.office import UNIT

LETTER = "ỦY BAN NHÂN DÂN\nSố: 12/BC-SCT\n{}\nBÁO CÁO\nKết quả công tác cải cách hành chính"
STAMPS = [
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "[ MẬT ]",
    "M Ậ T",
    "T Ố I   M Ậ T",
    "Độ mật: Tối mật",
    "MẬT  Điện Biên, ngày 5",
]
ORDINARY = [
    "bảo mật",
    "BẢO MẬT",
    "bí mật kinh doanh",
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Mật khẩu",
    "MẬT KHẨU",
    "mật độ dân số",
    "MẬT ĐỘ DÂN SỐ",
    "tài liệu độ Tối mật, Tuyệt mật do Bộ Công an giữ",
    "Độ mật: Thường",
    "Độ mật",
    "MAT",
]


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("make", [pdf_saying, docx_saying])
def test_a_stamp_is_found(make: object, stamp: str) -> None:
    content = make(LETTER.format(stamp))  # type: ignore[operator]
    assert stamps_inside(content, "pdf" if make is pdf_saying else "docx")


@pytest.mark.parametrize("words", ORDINARY)
@pytest.mark.parametrize("make", [pdf_saying, docx_saying])
def test_ordinary_words_are_no_stamps(make: object, words: str) -> None:
    content = make(LETTER.format(words))  # type: ignore[operator]
    kind = "pdf" if make is pdf_saying else "docx"
    assert "BÁO CÁO" in text_inside(content, kind)  # the text was read at all
    assert not stamps_inside(content, kind)


def test_the_last_page_is_looked_at_too() -> None:
    pages = [LETTER.format("")] * 9
    assert stamps_inside(pdf_saying(*pages, "PHỤ LỤC\nMẬT"), "pdf") == ["MẬT"]


def test_a_stamp_in_a_text_box_or_a_header_is_found() -> None:
    inner = "<w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:p><w:r><w:t>Số: 12</w:t></w:r><w:r>{inner}</w:r></w:p>"
    assert stamps_inside(docx_saying("", document=box), "docx") == ["MẬT"]
    drawn = '<w:p><v:shape><v:textpath style="x" string="TUYỆT MẬT"/></v:shape></w:p>'
    assert stamps_inside(docx_saying("Báo cáo", header=drawn), "docx") == ["TUYỆT MẬT"]


@pytest.mark.parametrize("content", [PDF, b"%PDF-1.7\n" + b"(" * 100_000, b"%PDF-1.4 trailer<</Root 1 0 R>>", b""])
def test_what_cannot_be_read_says_nothing(content: bytes) -> None:
    assert stamps_inside(content, "pdf") == []


def test_a_scan_says_nothing() -> None:
    assert stamps_inside(image("PNG"), "png") == []


def zeros(size: int) -> bytes:
    """So many zeros, compressed piece by piece: each piece is the same bytes and is compressed once only."""
    packing, piece = zlib.compressobj(1), 2**20
    first = packing.compress(bytes(piece)) + packing.flush(zlib.Z_FULL_FLUSH)
    again = packing.compress(bytes(piece)) + packing.flush(zlib.Z_FULL_FLUSH)
    end = packing.flush()[:-4] + bytes([*(size % 65521).to_bytes(2), 0, 1])  # the checksum of so many zeros
    return first + again * (size // piece - 1) + end


def test_a_page_that_unpacks_without_end_only_ends_its_own_process() -> None:
    bomb = zlib.compress(zeros(2**30), 1)
    assert stamps_inside(pdf_of([(bomb, "/Filter [/FlateDecode /FlateDecode]")]), "pdf") == []


def test_a_reader_that_never_answers_is_ended_and_what_it_said_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child.py"
    child.write_text("import time\nprint('TOI', flush=True)\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.setattr(text, "CHILD", child)
    monkeypatch.setattr(text, "MOST_SECONDS", 4.0)  # a slow machine starts a Python in that time
    assert text_inside(PDF, "pdf") == "TOI\n"


def test_of_a_large_part_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_UNPACKED", 2000)
    assert stamps_inside(docx_saying("MẬT\n" + "a\n" * 10_000), "docx") == ["MẬT"]
    assert stamps_inside(docx_saying("a\n" * 10_000 + "MẬT"), "docx") == []


def test_a_stamp_inside_is_asked_about_and_the_answer_is_kept_with_who_and_when(office: Store) -> None:
    content = pdf_saying(LETTER.format("TỐI MẬT"))
    with pytest.raises(EvidenceRefused) as refused:
        attached(office, content=content)
    assert codes(refused) == ["E020"] and refused.value.asks
    assert "TỐI MẬT" in render(refused.value.problems[0].message, "vi")
    made = attached(office, content=content, not_secret=True).document
    (kept,) = documents(office, LOCAL, UNIT)
    assert (kept.no_state_secret, kept.stamps) == (True, "TỐI MẬT")
    assert (kept.person, kept.acted_at) == (LOCAL.id, made.acted_at)
    with pytest.raises(EvidenceRefused) as refused:
        replace(office, LOCAL, made.id, seen=1, no_state_secret=True, content=docx_saying("MẬT"), file_name="b.docx")
    assert codes(refused) == ["E020"]
    withdrawn = remove(office, LOCAL, made.id, seen=1)
    assert (withdrawn.no_state_secret, withdrawn.stamps) == (None, "")
    assert [one.no_state_secret for one in revisions(office, LOCAL, made.id)] == [None, True]


def test_a_store_from_before_the_declaration_is_brought_up_to_date(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    (folder / "files").mkdir(parents=True)
    with duckdb.connect(str(folder / "thuoc.duckdb")) as old:
        old.execute((Path(opening.__file__).parent / "001_first.sql").read_text(encoding="utf-8"))
        old.execute("INSERT INTO store_version VALUES (1, TIMESTAMP '2026-01-01')")
        old.execute(
            "INSERT INTO evidence VALUES (1, 1, 1, 'so-thu', 'a', 'b.pdf', 'application/pdf', 1, '12', NULL, '', 'c',"
            " FALSE, FALSE, 'may-nay', 'Máy này', TIMESTAMP '2026-01-01')"
        )
    store = opening.open_store(folder)
    try:
        (kept,) = documents(store, LOCAL, "so-thu")
    finally:
        store.close()
    assert (kept.no_state_secret, kept.stamps) == (None, "")
