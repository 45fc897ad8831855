"""The kinds of file that evidence may be, told by their content and never by their name.

Images are measured, not re-encoded: the bytes that were attached are the proof, their SHA-256 stands in the evidence
list, and a re-encoded copy would prove nothing. They are harmless to readers because no route shows them in a page:
each is served as an attachment, ``nosniff``, in a sandbox.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PIL import Image, UnidentifiedImageError

from data.evidence.compound import SIGNATURE, names_inside
from scoring.messages import Message, Problem, _

MOST_BYTES = 50 * 2**20
MOST_PIXELS = 40_000_000
_MOST_DIRECTORY = 2 * 2**20  # bytes of a zip's directory; a real document has a few kilobytes

# True kind -> media type. These and no others.
MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "doc": "application/msword",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xls": "application/vnd.ms-excel",
        "jpg": "image/jpeg",
        "png": "image/png",
    }
)
ENDINGS: Mapping[str, str] = MappingProxyType({**{kind: kind for kind in MEDIA_TYPES}, "jpeg": "jpg"})


@dataclass(frozen=True)
class Recognised:
    """What the content is: a kind of ``MEDIA_TYPES``, or ``None`` with the reason it is refused."""

    kind: str | None
    problem: Problem | None = None


def recognise(content: bytes) -> Recognised:
    """The true kind of ``content``; macros, passwords, oversized images and everything else are refused with words."""
    if content.startswith(b"%PDF-"):
        return Recognised("pdf")
    if content.startswith(b"PK\x03\x04"):
        return _office_zip(content)
    if content.startswith(SIGNATURE):
        return _office_compound(content)
    if content.startswith(b"\xff\xd8\xff"):
        return _image("jpg", "JPEG", content)
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _image("png", "PNG", content)
    return _not_allowed()


def _office_zip(content: bytes) -> Recognised:
    names = _zip_names(content)
    if names is None:
        return _broken("zip")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return _macros()
    if "[Content_Types].xml" in names:
        if "word/document.xml" in names:
            return Recognised("docx")
        if "xl/workbook.xml" in names:
            return Recognised("xlsx")
    return _not_allowed()


def _zip_names(content: bytes) -> set[str] | None:
    """Names in the zip's directory; ``None`` when it is broken or far larger than a document's."""
    end = content.rfind(b"PK\x05\x06")
    if end < 0 or end + 22 > len(content) or content[max(end - 20, 0) : end].startswith(b"PK\x06\x07"):
        return None
    if int.from_bytes(content[end + 12 : end + 16], "little") > _MOST_DIRECTORY:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return None


def _office_compound(content: bytes) -> Recognised:
    names = names_inside(content)
    if "EncryptedPackage" in names:
        return Recognised(
            None,
            Problem(
                "E013",
                Message(_("The file has a password; the appraiser could not open it.")),
                Message(_("Remove the password (File > Info > Protect) and attach the file again.")),
            ),
        )
    if names & {"Macros", "_VBA_PROJECT_CUR", "VBA"}:
        return _macros()
    if "WordDocument" in names:
        return Recognised("doc")
    if names & {"Workbook", "Book"}:
        return Recognised("xls")
    return _not_allowed()


def _image(kind: str, form: str, content: bytes) -> Recognised:
    """Only the header is read: no image is unpacked, however large it says it is."""
    try:
        with Image.open(io.BytesIO(content), formats=[form]) as image:
            width, height = image.size
    except Image.DecompressionBombError:
        return _too_many_pixels()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return _broken(kind)
    return _too_many_pixels() if width * height > MOST_PIXELS else Recognised(kind)


def _too_many_pixels() -> Recognised:
    return Recognised(
        None,
        Problem(
            "E015",
            Message(_("The image has more than {most} million pixels."), {"most": MOST_PIXELS // 10**6}),
            Message(_("Scan it at a lower resolution (200-300 dpi), or attach it as a PDF.")),
        ),
    )


def _macros() -> Recognised:
    return Recognised(
        None,
        Problem(
            "E014",
            Message(_("The file holds macros.")),
            Message(_("Save it without macros, or as a PDF, and attach that.")),
        ),
    )


def _broken(kind: str) -> Recognised:
    return Recognised(
        None,
        Problem(
            "E016",
            Message(_("The file begins like {kind} but cannot be read to its end."), {"kind": kind}),
            Message(_("Open it, save it again, and attach the new file.")),
        ),
    )


def _not_allowed() -> Recognised:
    return Recognised(
        None,
        Problem(
            "E012",
            Message(_("The content of the file is none of: {kinds}."), {"kinds": tuple(MEDIA_TYPES)}),
            Message(_("Attach the signed PDF, a Word or Excel document, or a JPG or PNG image.")),
        ),
    )
