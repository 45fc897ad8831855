"""A streamed look at every XML part before the reader: no declarations, no far cells, nothing endless.

On the way it notes what the reader does not tell: hidden rows, merged cells, formulas without a stored result, and
how far down and right there is content, whatever the sheet says of itself.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser
from openpyxl.utils import get_column_letter

from data.imports.container import MACRO_TYPE, Refusal, unpacked
from data.imports.problems import problem

ROWS, COLUMNS, CELLS = 20_000, 100, 200_000
LONGEST_TEXT = 1_000_000  # characters between two tags; a cell of Excel holds 32,767
DEEPEST = 100
XML_ENDINGS = (".xml", ".rels", ".vml")
_CELL = re.compile(r"([A-Za-z]{1,3})([1-9]\d{0,6})")
_TRUE = {"1", "true"}


@dataclass
class SheetScan:
    """One worksheet part: its extent in cells with content, and what only the XML tells. Rows and columns from 1."""

    last_row: int = 0
    last_column: int = 0
    cells: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    not_computed: set[tuple[int, int]] = field(default_factory=set)


def scan(archive: zipfile.ZipFile) -> dict[str, SheetScan]:
    """Every worksheet part by its name in the zip. :class:`~data.imports.container.Refusal` for what is not safe."""
    sheets: dict[str, SheetScan] = {}
    for name, pieces in unpacked(archive):
        if name.lower().endswith(XML_ENDINGS):
            found = _scan_part(name, pieces)
            if found is not None:
                sheets[name] = found
        else:
            for _piece in pieces:
                pass  # only counted
    return sheets


def _scan_part(name: str, pieces: Iterator[bytes]) -> SheetScan | None:
    handler = _Part()
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(handler)
    tail = b""
    try:
        for piece in pieces:
            if name == "[Content_Types].xml" and MACRO_TYPE in tail + piece:
                raise Refusal(problem("I103"))
            tail = piece[-len(MACRO_TYPE) :]
            parser.feed(piece)
        parser.close()
    except DefusedXmlException as wrong:
        raise Refusal(problem("I107", part=name[:80])) from wrong
    except (SAXException, ValueError, LookupError) as wrong:
        if name.lower().endswith(".vml"):
            return None  # old Excel writes drawings that are no clean XML; the reader does not open them
        raise Refusal(problem("I110", part=name[:80])) from wrong
    return handler.sheet


class _Part(ContentHandler):
    """Follows one part; keeps a :class:`SheetScan` when its outermost element is a worksheet."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet: SheetScan | None = None
        self.depth = self.text = self.row = self.column = 0
        self.kind = ""
        self.inside = ""
        self.formula = self.filled = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        local = name.rpartition(":")[2]
        self.depth += 1
        self.text = 0
        if self.depth > DEEPEST:
            raise ValueError("too deep")
        if self.depth == 1:
            self.sheet = SheetScan() if local == "worksheet" else None
        elif self.sheet is not None:
            self.inside = local
            if local == "row":
                self._row(attrs)
            elif local == "c":
                self._cell(attrs)
            elif local == "f":
                self.formula = True
            elif local == "mergeCell" and len(self.sheet.merged) < CELLS:
                self.sheet.merged.append(str(attrs.get("ref", "")))

    def characters(self, content: str) -> None:
        self.text += len(content)
        if self.text > LONGEST_TEXT:
            raise ValueError("text without end")
        if self.inside in ("v", "t") and not self.filled and content.strip():
            self.filled = True

    def endElement(self, name: str) -> None:
        self.depth -= 1
        self.text = 0
        self.inside = ""
        if self.sheet is not None and name.rpartition(":")[2] == "c":
            self._end_cell(self.sheet)

    def _row(self, attrs: AttributesImpl) -> None:
        given = str(attrs.get("r", ""))
        self.row = int(given) if given.isdecimal() and len(given) < 8 else self.row + 1
        self.column = 0
        if self.sheet is not None and attrs.get("hidden") in _TRUE and self.row <= ROWS:
            self.sheet.hidden_rows.add(self.row)

    def _cell(self, attrs: AttributesImpl) -> None:
        place = _CELL.fullmatch(str(attrs.get("r", "")))
        if place:
            self.column, self.row = _column(place[1].upper()), int(place[2])
        else:
            self.column += 1
        self.kind = str(attrs.get("t", "n"))
        self.formula = self.filled = False

    def _end_cell(self, sheet: SheetScan) -> None:
        if not (self.formula or self.filled):
            return  # formatted only
        sheet.cells += 1
        if self.row > ROWS or self.column > COLUMNS or sheet.cells > CELLS:
            cell = f"{get_column_letter(min(self.column, 18278))}{self.row}"
            raise Refusal(problem("I111", cell=cell, rows=ROWS, columns=COLUMNS))
        sheet.last_row = max(sheet.last_row, self.row)
        sheet.last_column = max(sheet.last_column, self.column)
        # A formula whose result is a text has kind "str", also where the text is empty: that one was computed.
        if self.formula and not self.filled and self.kind != "str":
            sheet.not_computed.add((self.row, self.column))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
