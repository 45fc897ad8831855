"""What a file is, is told by its content; what it is called, is cleaned; what looks secret, stops."""

import pytest

from data.evidence.checking import check_content
from data.evidence.cleaning import LONGEST_NAME, clean_name, clean_text
from data.evidence.kinds import MOST_BYTES, recognise
from data.evidence.secrecy import stamps_in
from data.language import render
from tests.evidence.files import PDF, archive, compound, docx, image, xlsx

GOOD = {
    "a.pdf": PDF,
    "a.docx": docx(),
    "a.xlsx": xlsx(),
    "a.doc": compound("1Table", "CompObj", "SummaryInformation", "Data", "WordDocument"),
    "a.xls": compound("Workbook"),
    "cũ.xls": compound("Book"),
    "a.jpg": image("JPEG"),
    "a.jpeg": image("JPEG"),
    "a.png": image("PNG"),
    "A.PDF": PDF,
}
BAD = {
    "html": (b"<html><script>alert(1)</script>", "E012"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "E012"),
    "exe": (b"MZ\x90\x00", "E012"),
    "gif": (b"GIF89a", "E012"),
    "pdf later in the file": (b"<script>1</script>%PDF-1.7", "E012"),
    "zip": (archive("a.txt"), "E012"),
    "pptx": (archive("[Content_Types].xml", "ppt/presentation.xml"), "E012"),
    "broken zip": (docx()[:-30], "E016"),
    "docm": (docx("word/vbaProject.bin"), "E014"),
    "doc with macros": (compound("Macros", "WordDocument"), "E014"),
    "encrypted": (compound("EncryptionInfo", "EncryptedPackage"), "E013"),
    "msi": (compound("Something"), "E012"),
    "ole cut short": (compound("WordDocument")[:100], "E012"),
    "ole in a circle": (compound("a", "b", "c", "d")[:512] + b"\x01\0\0\0" * 128 + b"\0" * 512, "E012"),
    "broken png": (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "E016"),
    "broken jpg": (b"\xff\xd8\xff" + b"x" * 50, "E016"),
    "large image": (image("PNG", 8000, 5001), "E015"),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_offices_have_is_taken(name: str) -> None:
    file, problems = check_content(GOOD[name], name)
    assert not problems
    assert file.media_type
    assert file.content is GOOD[name]  # the bytes themselves: nothing is re-encoded


@pytest.mark.parametrize("name", BAD)
def test_everything_else_is_refused_with_words(name: str) -> None:
    content, code = BAD[name]
    found = recognise(content)
    assert found.kind is None
    assert found.problem is not None
    assert found.problem.code == code
    for message in (found.problem.message, found.problem.remedy):
        assert render(message, "vi") != render(message, "en")


def test_empty_large_and_misnamed() -> None:
    assert [p.code for p in check_content(b"", "a.pdf")[1]] == ["E010"]
    assert [p.code for p in check_content(b"%PDF-" + bytes(MOST_BYTES), "a.pdf")[1]] == ["E011"]
    assert not check_content(b"%PDF-" + bytes(MOST_BYTES - 5), "a.pdf")[1]
    misnamed = check_content(PDF, "bảng.xlsx")[1]
    assert [p.code for p in misnamed] == ["E017"]
    assert misnamed[0].message.values == {"ending": "xlsx", "kind": "PDF"}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\a\\báo cáo.pdf", "báo cáo.pdf"),
        ("a\u202efdp.exe.pdf", "afdp.exe.pdf"),
        ("a\x00b\r\nc\t.pdf", "ab c.pdf"),
        ("Ba\u0301o ca\u0301o.pdf", "Báo cáo.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("nul.tar.pdf", "_nul.tar.pdf"),
        ('a<b>:"|?*.pdf', "a_b______.pdf"),
        ("", "tai-lieu.pdf"),
        ("....", "tai-lieu.pdf"),
        ("không đuôi", "không đuôi.pdf"),
        ("Số 12.KH-UBND", "Số 12.KH-UBND.pdf"),
    ],
)
def test_names_are_cleaned(given: str, shown: str) -> None:
    assert clean_name(given, "pdf") == shown


def test_a_long_name_keeps_its_ending() -> None:
    name = clean_name("đ" * 300 + ".pdf", "pdf")
    assert len(name) == LONGEST_NAME
    assert name.endswith(".pdf")
    assert clean_text(" a\u200b\n  b\u2066 ") == "a b"


@pytest.mark.parametrize(
    "text",
    ["BC_MẬT.pdf", "MẬT", "Tối mật", "TUYỆT MẬT", "toi_mat.pdf", "Tuyet-Mat", "Độ mật: A", "TỐI MẬT".encode().decode()],
)
def test_stamps_are_seen(text: str) -> None:
    assert stamps_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch bảo vệ bí mật nhà nước",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "BẢO MẬT",
        "MẬT KHẨU",
        "mật độ",
        "MAT TRAN TO QUOC",
        "FORMAT.pdf",
    ],
)
def test_documents_about_secrets_are_no_secrets(text: str) -> None:
    assert not stamps_in(text)
