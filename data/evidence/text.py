"""The text inside an attached document, as far as a machine can see it, to look for stamps of secrecy in it.

Bounded: of a PDF the first and last pages, by a process of its own that is ended after some seconds; of Word and Excel
files at most ``MOST_UNPACKED`` bytes of the parts that hold text. There is no text in a picture or a scan, nor in what
has a password or cannot be read in time: the person's declaration stands for what the machine cannot see.
"""

import io
import re
import subprocess
import sys
import zipfile
import zlib
from html import unescape
from pathlib import Path

CHILD = Path(__file__).parent / "pdf_child.py"
MOST_SECONDS = 15.0  # for starting the process as well; its own limit of processor time is lower
MOST_UNPACKED = 20 * 2**20
_PARTS = {  # kind -> the parts of the zip that hold what a reader sees
    "docx": re.compile(r"word/(?:document|header\d*|footer\d*)\.xml"),
    "xlsx": re.compile(r"xl/sharedStrings\.xml"),
}
# Read with patterns and not with a parser: there is nothing to expand, and a broken part gives what it has. A paragraph
# in a text box lies within another paragraph, so both ends of one part lines.
_LINE = re.compile(r"</?(?:w:p|w:tab|w:br|si)(?:\s[^<>]*)?/?>")
_TEXT = re.compile(r"<(?:w:)?t(?:\s[^<>]*)?>([^<]*)<|<v:textpath\s[^<>]*string=\"([^\"<>]*)\"")


def text_inside(content: bytes, kind: str) -> str:
    """The lines of a ``pdf``, ``docx`` or ``xlsx``; empty for every other kind and where nothing can be read."""
    if kind == "pdf":
        return _of_pdf(content)
    if kind in _PARTS:
        return _of_zip(content, _PARTS[kind])
    return ""


def _of_pdf(content: bytes) -> str:
    """What the child printed before it ended, for whatever reason it did."""
    command = [sys.executable, "-I", str(CHILD)]
    try:
        ran = subprocess.run(
            command, input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        printed = late.stdout or b""
        return printed.decode("utf-8", "replace") if isinstance(printed, bytes) else printed
    except OSError:  # no second process can be started: the machine sees nothing, as with a picture
        return ""
    return ran.stdout.decode("utf-8", "replace")


def _of_zip(content: bytes, parts: re.Pattern[str]) -> str:
    lines: list[str] = []
    room = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                if parts.fullmatch(member.filename) and room > 0 and not member.flag_bits & 1:
                    with archive.open(member) as stream:
                        read = stream.read(room)
                    room -= len(read)
                    lines += _lines(read.decode("utf-8", "replace"))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        pass  # what was read of a damaged file is looked through all the same
    return "\n".join(lines)


def _lines(xml: str) -> list[str]:
    return ["".join(unescape(one[1] or one[2] or "") for one in _TEXT.finditer(part)) for part in _LINE.split(xml)]
