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


def docx_saying(text: str, *, document: str = "", header: str = "") -> bytes:
    """A Word file with one paragraph a line; ``document`` and ``header``: XML of their own."""
    said = document or "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as found:
        found.writestr("[Content_Types].xml", "<Types/>")
        found.writestr("word/document.xml", f"<w:document><w:body>{said}</w:body></w:document>")
        if header:
            found.writestr("word/header1.xml", f"<w:hdr>{header}</w:hdr>")
    return buffer.getvalue()


def pdf_saying(*pages: str) -> bytes:
    """A PDF with a text layer, a line of text a line; the font maps its bytes to Unicode, as in real documents."""
    letters = {letter: code for code, letter in enumerate(sorted({*"".join(pages)} - {"\n"}), start=1)}

    def shown(line: str) -> str:
        return f"<{''.join(f'{letters[letter]:02x}' for letter in line)}> Tj 0 -20 Td"

    drawn = [("BT /F 12 Tf 50 700 Td " + " ".join(map(shown, page.split("\n"))) + " ET").encode() for page in pages]
    mapped = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in letters.items())
    return pdf_of([(page, "") for page in drawn], mapped)


def pdf_of(streams: list[tuple[bytes, str]], mapped: str = "") -> bytes:
    """A PDF of one page for each content stream (bytes, and what its dictionary says of its filters)."""
    cmap = (
        "begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(mapped.splitlines())} beginbfchar\n{mapped}\nendbfchar endcmap"
    ).encode()
    count = len(streams)
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(count))
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
    ]
    for at, (stream, filters) in enumerate(streams):
        page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        bodies.append(f"{page}/Contents {6 + 2 * at} 0 R>>".encode())
        bodies.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), filters.encode(), stream))
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    size = len(bodies) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
