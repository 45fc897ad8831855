"""Workbooks for the tests: a table written, changed as people and Excel change it, and read back."""

import io
import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from data.criteria.check import Checked, check_source
from data.criteria.workbook.problems import CellProblem
from data.criteria.workbook.reading import read_workbook
from data.criteria.workbook.sheets import sheets
from data.criteria.workbook.source import WorkbookSource
from data.criteria.workbook.words import heading
from data.criteria.workbook.writing import make_workbook
from data.criteria.yaml_text import read_yaml
from scoring.messages import Message

WHOLE = Path(__file__).with_name("whole.yaml")
FIRST = 3  # the first row below the headings

Change = Callable[[Workbook], object]


def raw(path: Path) -> Any:
    return read_yaml(path.read_text(encoding="utf-8")).content


def changed(content: bytes, *changes: Change) -> bytes:
    """The workbook opened by openpyxl, changed, and saved: nothing of ours has seen the new file."""
    book = load_workbook(io.BytesIO(content))
    for change in changes:
        change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@cache
def unchanged() -> bytes:
    """The workbook of the table that has everything."""
    return make_workbook(raw(WHOLE))


def whole(*changes: Change) -> bytes:
    return changed(unchanged(), *changes)


def read(content: bytes) -> WorkbookSource:
    return read_workbook("bang.xlsx", content)


@lru_cache(maxsize=4)  # a test asks for the problems and for the table of one and the same file
def checked(content: bytes) -> Checked:
    return check_source(read(content))


def column(page: Any, words: str) -> int:
    """The column (from 1) whose heading begins with these words."""
    found = [cell.column for cell in page[FIRST - 1] if str(cell.value or "").split("\n")[0] == words]
    assert len(found) == 1, (words, [cell.value for cell in page[FIRST - 1]])
    return int(found[0])


def row(page: Any, heading: str, text: str, nth: int = 0) -> int:
    """The ``nth`` row with this text below the heading; of an upright sheet the row with this label."""
    place = 1 if heading == "" else column(page, heading)
    rows = [at for at in range(FIRST, page.max_row + 1) if str(page.cell(at, place).value or "").split("\n")[0] == text]
    return rows[nth]


def cell(page: Any, name: str, heading: str, nth: int = 0) -> Any:
    """The cell of a row, named by the text in its code column, under ``heading``."""
    code = next(one for one in ("Mã mục", "Mã chỉ tiêu", "Mã đơn vị", "Ghi chú của cả bảng", "Các mã mục")
                if any(str(each.value or "").split("\n")[0] == one for each in page[FIRST - 1]))  # fmt: skip
    return page.cell(row(page, code, name, nth), column(page, heading))


def words(message: Message) -> str:
    shown = {key: words(value) if isinstance(value, Message) else ", ".join(map(str, value))
             if isinstance(value, tuple) else float(value) if isinstance(value, Fraction) else value
             for key, value in message.values.items()}  # fmt: skip
    return message.text.format(**shown)


def told(content: bytes) -> list[str]:
    """All problems in their order: place, code, sentence."""
    problems = checked(content).problems
    assert all(isinstance(one, CellProblem) and one.remedy.text for one in problems)
    return [f"{one.place} {one.code} {words(one.message)}" for one in problems]


def placed(text: str, sheet: str = "") -> str:
    """``text`` with the letter of its column in place of ``{heading}``: columns move when the schema grows."""
    name = sheet or text.partition("!")[0]
    one = next((one for one in sheets() if one.title == name), None)
    if one is None:
        return text
    letters = {heading(one.key, each.path).words: get_column_letter(at) for at, each in enumerate(one.layout, start=1)}
    return re.sub(r"\{([^}]+)\}", lambda found: letters[found[1]], text, count=1)
