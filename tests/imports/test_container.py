"""What is no workbook, or a harmful one: refused with words before any reader touches it (T1-T7, T19)."""

import io
import random
import time
import zipfile
from collections.abc import Callable, Mapping

import pytest

from data.imports.codes import CODES
from data.language import LANGUAGES, render
from data.store.opening import Store
from tests.imports.office import form, look, said, stored

SHEET = "xl/worksheets/sheet1.xml"
START = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = b"</sheetData></worksheet>"
DTD = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def rezip(changed: Mapping[str, bytes | Callable[[bytes], bytes]], added: Mapping[str, bytes] | None = None) -> bytes:
    """A good form with parts replaced and added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(form())) as good,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for name in good.namelist():
            change = changed.get(name, good.read(name))
            bad.writestr(name, change(good.read(name)) if callable(change) else change)
        for name, content in (added or {}).items():
            bad.writestr(name, content)
    return target.getvalue()


def sheet(body: bytes) -> bytes:
    return rezip({SHEET: START + body + END})


def ole(*names: str) -> bytes:
    """A compound file whose directory holds streams of these names."""
    header = bytearray(512)
    header[:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = (1).to_bytes(4, "little")
    header[76:512] = b"\xff" * 436
    header[76:80] = (0).to_bytes(4, "little")
    table = (0xFFFFFFFD).to_bytes(4, "little") + (0xFFFFFFFE).to_bytes(4, "little") + b"\xff" * 504
    directory = bytearray()
    for name in ("Root Entry", *names):
        text = (name + "\0").encode("utf-16-le")
        directory += text.ljust(64, b"\0") + len(text).to_bytes(2, "little") + bytes(62)
    return bytes(header) + table + bytes(directory).ljust(512, b"\0")


def macro_type(old: bytes) -> bytes:
    return old.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")


def utf16_declaration(old: bytes) -> bytes:
    return ('<?xml version="1.0" encoding="UTF-16"?>' + DTD.decode() + "<worksheet/>").encode("utf-16")


def endless_text() -> bytes:
    """More than a million characters that do not pack well, in one cell."""
    return sheet(b"<row><c><v>" + random.Random(1).randbytes(600_000).hex().encode() + b"</v></c></row>")


def other_zip(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


def encrypted_zip() -> bytes:
    """The flag of encryption set on every member, in both of its places."""
    content = bytearray(form())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def liar() -> bytes:
    """The directory says that a part of 3 MB has 100 bytes."""
    content = bytearray(sheet(b"<row/>" * 500_000))
    at = content.find(SHEET.encode(), content.find(b"PK\x01\x02")) - 46
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(content)


REFUSED: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("PDF under a false name", "a.xlsx", lambda: b"%PDF-1.7 ...", "I101"),
    ("HTML", "a.xlsx", lambda: b"<html><table></table></html>", "I101"),
    ("CSV", "a.xlsx", lambda: "Mã chỉ tiêu;Tên\n".encode("utf-8-sig"), "I101"),
    ("UTF-16", "a.csv", lambda: "sep=;\nMã".encode("utf-16"), "I109"),
    ("Word", "a.xlsx", lambda: other_zip("[Content_Types].xml", "word/document.xml"), "I101"),
    ("OpenDocument", "a.ods", lambda: other_zip("mimetype", "content.xml"), "I109"),
    ("any zip", "a.zip", lambda: other_zip("a.txt"), "I109"),
    ("old Excel", "a.xls", lambda: ole("Workbook"), "I109"),
    ("old Excel under a false name", "a.xlsx", lambda: ole("Workbook"), "I101"),
    ("nothing", "a.xlsx", lambda: b"", "I101"),
    ("noise", "a.xlsx", lambda: bytes(range(256)) * 9, "I101"),
    ("a password", "a.xlsx", lambda: ole("EncryptionInfo", "EncryptedPackage"), "I102"),
    ("a zip with a password", "a.xlsx", encrypted_zip, "I102"),
    ("macros", "a.xlsx", lambda: rezip({}, {"xl/vbaProject.bin": b"x"}), "I103"),
    ("macros by name", "a.xlsm", form, "I103"),
    ("macros by type", "a.xlsx", lambda: rezip({"[Content_Types].xml": macro_type}), "I103"),
    ("51 MB", "a.xlsx", lambda: b"PK\x03\x04" + bytes(51 * 2**20), "I104"),
    ("a bomb by its directory", "a.xlsx", lambda: rezip({}, {"xl/media/a.bin": bytes(101 * 2**20)}), "I105"),
    ("a member that packs 1000 times", "a.xlsx", lambda: rezip({}, {"xl/media/a.bin": bytes(2 * 2**20)}), "I106"),
    ("2,001 parts", "a.xlsx", lambda: rezip({}, {f"xl/media/{n}.png": b"x" for n in range(2001)}), "I106"),
    ("one part under two names", "a.xlsx", lambda: rezip({}, {SHEET.upper(): START + END}), "I106"),
    ("a declaration in the sheet", "a.xlsx", lambda: rezip({SHEET: lambda old: DTD + old}), "I107"),
    ("a declaration in UTF-16", "a.xlsx", lambda: rezip({SHEET: utf16_declaration}), "I107"),
    ("a declaration in a part nobody reads", "a.xlsx", lambda: rezip({}, {"x/y.xml": DTD + b"<x/>"}), "I107"),
    ("cut off", "a.xlsx", lambda: form()[:-400], "I110"),
    ("broken XML", "a.xlsx", lambda: sheet(b"<row><c></row>"), "I110"),
    ("XML without bottom", "a.xlsx", lambda: sheet(b"<a>" * 200 + b"</a>" * 200), "I110"),
    ("a text without end", "a.xlsx", endless_text, "I110"),
    ("a directory that lies", "a.xlsx", liar, "I110"),
    ("no styles, wrong links", "a.xlsx", lambda: rezip({"xl/_rels/workbook.xml.rels": b"<Relationships/>"}), "I110"),
    ("one cell far away", "a.xlsx", lambda: sheet(FAR), "I111"),
    ("a cell in column 101", "a.xlsx", lambda: sheet(b'<row r="1"><c r="CW1"><v>1</v></c></row>'), "I111"),
    ("20,001 rows", "a.xlsx", lambda: sheet(b"<row><c><v>1</v></c></row>" * 20_001), "I111"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused_with_words(name: str, make: Callable[[], bytes], code: str, reading_office: Store) -> None:
    started = time.process_time()
    seen = look(reading_office, make(), name=name)
    assert said(seen) == [code]
    assert not seen.accepted and not seen.accepted_in_part
    for problem in seen.problems:
        assert all(render(words, lang) for words in (problem.message, problem.remedy) for lang in LANGUAGES)
    assert not stored(reading_office)
    assert time.process_time() - started < 20


def test_the_true_kind_is_named(reading_office: Store) -> None:
    seen = look(reading_office, b"<html><table></table></html>")
    assert render(seen.problems[0].message, "vi") == "Tệp có đuôi .xlsx nhưng nội dung là HTML."
    seen = look(reading_office, ole("Workbook"), name="thang 6.xls")
    assert "Excel 97-2003 (.xls)" in render(seen.problems[0].message, "vi")
    assert ".xlsx" in render(seen.problems[0].remedy, "vi")


def test_a_million_empty_formatted_rows_are_no_obstacle(reading_office: Store) -> None:
    """T3: a whole column formatted, as a clerk does it with one click."""
    empty = b"".join(b'<row r="%d" ht="15"><c r="A%d" s="0"/></row>' % (n, n) for n in range(9, 400_000))

    def longer(old: bytes) -> bytes:
        return old.replace(b"</sheetData>", empty + b"</sheetData>")

    started = time.process_time()
    seen = look(reading_office, rezip({SHEET: longer}))
    assert seen.accepted and len(seen.good) == 5
    assert time.process_time() - started < 20


def test_a_sheet_that_lies_about_its_size_is_read_whole(reading_office: Store) -> None:
    def lie(old: bytes) -> bytes:
        return old.replace(b'<dimension ref="A1:G8"', b'<dimension ref="A1:A1"')

    assert lie(zipfile.ZipFile(io.BytesIO(form())).read(SHEET)) != zipfile.ZipFile(io.BytesIO(form())).read(SHEET)
    assert len(look(reading_office, rezip({SHEET: lie})).good) == 5


def test_drawings_that_are_no_clean_xml_are_let_be(reading_office: Store) -> None:
    assert look(reading_office, rezip({}, {"xl/drawings/vmlDrawing1.vml": b"<xml><br></xml>"})).accepted


def test_a_formula_that_gives_an_empty_text_was_computed(reading_office: Store) -> None:
    def formula(old: bytes) -> bytes:
        return old.replace(b"</row></sheetData>", b'<c r="H8" t="str"><f>IF(1,"","")</f><v></v></c></row></sheetData>')

    assert said(look(reading_office, rezip({SHEET: formula}))) == []


def test_every_code_is_met_by_a_test() -> None:
    """Codes of containers here, those of rows and months in ``cases.yaml``, the rest in ``test_preview.py``."""
    here = {case[-1] for case in REFUSED}
    assert {code for code in CODES if "I101" <= code <= "I111"} == here


@pytest.mark.parametrize(
    ("name", "content", "words", "cure"),
    [
        ("a.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(99), "Tệp này là ảnh (PNG), không phải bảng tính", "Nộp biểu"),
        ("a.xlsx", b"\xff\xd8\xff\xe0" + bytes(99), "Tệp này là ảnh (JPEG), không phải bảng tính", "Nộp biểu"),
        ("a.pdf", b"%PDF-1.7", "Tệp này là tài liệu (PDF), không phải bảng tính", "Nộp biểu"),
        ("a.xlsx", other_zip("word/document.xml"), "Tệp này là tài liệu (Word .docx), không phải", "Nộp biểu"),
        ("a.xlsx", ole("WordDocument"), "Tệp này là tài liệu (Word 97-2003 (.doc)), không phải", "Nộp biểu"),
        ("a.xlsx", other_zip("a.txt"), "Tệp này là tệp nén (ZIP), không phải bảng tính", "Giải nén"),
        ("a.xlsx", ole("Workbook"), "đuôi .xlsx nhưng nội dung là Excel 97-2003 (.xls)", "Mở bằng Excel"),
    ],
)
def test_what_is_no_spreadsheet_is_named_with_a_cure_that_can_work(
    reading_office: Store, name: str, content: bytes, words: str, cure: str
) -> None:
    (problem,) = look(reading_office, content, name=name).errors
    assert words in render(problem.message, "vi")
    assert render(problem.remedy, "vi").startswith(cure)
