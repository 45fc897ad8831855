"""What a file really is, before any reader touches it: told by its content, within limits, one answer in words.

The limits hold on the zip's directory and again on what is really unpacked. After this and :mod:`data.imports.scan`
the reader works on at most 100 MB of XML without declarations and on at most 200,000 cells near the top left, so it
needs no process of its own with a memory limit.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePath

from data.evidence.compound import SIGNATURE, names_inside
from data.imports.problems import ImportProblem, problem
from scoring.messages import Message, _

MEGABYTE = 2**20
MOST_BYTES = 50 * MEGABYTE
MOST_UNPACKED = 100 * MEGABYTE
MOST_MEMBERS = 2000
MOST_RATIO = 200  # of a member over a megabyte: XML of a sheet packs 10 to 40 times
MACRO_TYPE = b"macroEnabled"
READ_AS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

# The first bytes -> what it is.
BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
    (b"PAR1", "Parquet"),
)
# A member of the zip -> what the zip is.
MEMBERS: tuple[tuple[str, str], ...] = (
    ("xl/workbook.bin", "Excel .xlsb"),
    ("word/document.xml", "Word .docx"),
    ("ppt/presentation.xml", "PowerPoint .pptx"),
    ("mimetype", "OpenDocument (.ods, .odt)"),
)
OLE_STREAMS = {
    "Workbook": "Excel 97-2003 (.xls)",
    "Book": "Excel 97-2003 (.xls)",
    "WordDocument": "Word 97-2003 (.doc)",
}


class Refusal(Exception):
    """The one reason why the file cannot be read at all."""

    def __init__(self, reason: ImportProblem) -> None:
        super().__init__(reason.code)
        self.problem = reason


def open_zip(file_name: str, content: bytes) -> zipfile.ZipFile:
    """The workbook's zip, its directory checked. :class:`Refusal` says what the file is instead, or what is wrong."""
    ending = PurePath(file_name).suffix.lower()
    if len(content) > MOST_BYTES:
        raise Refusal(problem("I104", size=_megabytes(len(content)), most=MOST_BYTES // MEGABYTE))
    if content.startswith(SIGNATURE):
        raise Refusal(_ole(ending, content))
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise Refusal(_other(ending, _kind(content)))
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as wrong:
        raise Refusal(problem("I110", part="zip")) from wrong
    _check_directory(archive)
    names = {member.filename.lower() for member in archive.infolist()}
    if any(name.endswith("vbaproject.bin") for name in names) or ending in {".xlsm", ".xltm", ".xlam"}:
        raise Refusal(problem("I103"))
    if "xl/workbook.xml" not in names:
        kind = next((kind for name, kind in MEMBERS if name in names), "ZIP")
        raise Refusal(_other(ending, kind))
    return archive


def unpacked(archive: zipfile.ZipFile) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each member's name and its content piece by piece; :class:`Refusal` as soon as the limit is really passed."""
    total = 0

    def pieces(member: zipfile.ZipInfo) -> Iterator[bytes]:
        nonlocal total
        try:
            with archive.open(member) as stream:
                while piece := stream.read(65536):
                    total += len(piece)
                    if total > MOST_UNPACKED:
                        raise Refusal(_unpacked_too_large(total))
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as wrong:
            raise Refusal(problem("I110", part=member.filename[:80])) from wrong

    for member in archive.infolist():
        if not member.is_dir():
            yield member.filename, pieces(member)


def _check_directory(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Refusal(problem("I106", part=Message(_("{count} parts"), {"count": len(members)})))
    total = sum(member.file_size for member in members)
    if total > MOST_UNPACKED:
        raise Refusal(_unpacked_too_large(total))
    for member in members:
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > MEGABYTE and ratio > MOST_RATIO:
            raise Refusal(problem("I106", part=member.filename[:80]))
        if member.flag_bits & 1:
            raise Refusal(problem("I102"))
        if member.compress_type not in READ_AS:
            raise Refusal(problem("I110", part=member.filename[:80]))
    if len({member.filename.lower() for member in members}) != len(members):
        raise Refusal(problem("I106", part=Message(_("the same part twice"))))


def _unpacked_too_large(size: int) -> ImportProblem:
    return problem("I105", size=_megabytes(size), most=MOST_UNPACKED // MEGABYTE)


def _megabytes(size: int) -> int:
    return -(-size // MEGABYTE)


def _ole(ending: str, content: bytes) -> ImportProblem:
    names = names_inside(content)
    if "EncryptedPackage" in names:
        return problem("I102")
    return _other(ending, next((kind for name, kind in OLE_STREAMS.items() if name in names), "OLE"))


def _kind(content: bytes) -> str | Message:
    for beginning, kind in BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if not content:
        return Message(_("nothing: it is empty"))
    start = content[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<table" in start:
        return "HTML"
    if start.startswith(b"<?xml"):
        return "XML"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in content[:8000]:
        return Message(_("plain text (CSV)"))
    return Message(_("of an unknown kind"))


def _other(ending: str, kind: str | Message) -> ImportProblem:
    """Another kind of file: under a false name, or honestly named and only not read here."""
    if ending in (".xlsx", ".xlsm"):
        return problem("I101", ending=ending, kind=kind)
    return problem("I109", kind=kind)
