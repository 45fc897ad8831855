"""Small files of every kind, made in memory."""

import io
import struct
import zipfile

import openpyxl
from PIL import Image

PDF = b"%PDF-1.7\n%%EOF"


def image(form: str, width: int = 4, height: int = 4) -> bytes:
    buffer = io.BytesIO()
    Image.new("1" if form == "PNG" else "L", (width, height)).save(buffer, form)
    return buffer.getvalue()


def xlsx() -> bytes:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as found:
        for name in names:
            found.writestr(name, "x")
    return buffer.getvalue()


def docx(*more: str) -> bytes:
    return archive("[Content_Types].xml", "word/document.xml", *more)


def compound(*names: str) -> bytes:
    """An OLE file: header, one allocation sector, a directory with ``names`` over as many sectors as it takes."""
    entries = b"".join(
        (name.encode("utf-16-le") + b"\0\0").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2).ljust(64, b"\0")
        for name in ("Root Entry", *names)
    )
    sectors = -(-len(entries) // 512)
    chain = [*range(2, sectors + 1), 0xFFFFFFFE]
    table = struct.pack(f"<{1 + sectors}I", 0xFFFFFFFD, *chain).ljust(512, b"\xff")
    header = bytearray(512)
    header[:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<I", header, 68, 0xFFFFFFFE)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    return bytes(header) + table + entries.ljust(512 * sectors, b"\0")
