"""The sheet "Hướng dẫn": how to fill the workbook in, and a worked example of each way of scoring. Never read back."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from data.criteria.workbook.examples import examples, whole_examples
from data.criteria.workbook.looks import Looks
from data.criteria.workbook.rows import Row, rows_of
from data.criteria.workbook.sheets import sheet, sheets
from data.criteria.workbook.words import answers, heading
from data.criteria.workbook.written_sheets import shown_text
from data.criteria.yaml_text import read_yaml
from data.exports.paper import lines_of

WORDS = Path(__file__).with_name("guide.yaml")
WIDTH, LINE = 130, 15.5  # characters, points
MARK = "VD"  # the code of the criterion in the examples


@cache
def _words() -> Any:
    return read_yaml(WORDS.read_text(encoding="utf-8")).content


def write_guide(page: Any, looks: Looks) -> None:
    """Sections of text, then the examples by kind."""
    words = _words()
    page.set_column(0, 0, WIDTH)
    page.hide_gridlines(2)
    for at, (text, look) in enumerate(_lines(words)):
        page.write_string(at, 0, text, looks.of(look))
        page.set_row(at, max(1, lines_of(text, WIDTH - 8)) * LINE + (8 if look in ("title", "section") else 2))
    page.set_portrait()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _lines(words: Any) -> Iterator[tuple[str, str]]:
    yield words["title"], "title"
    for section in words["sections"]:
        yield section["title"], "section"
        yield from ((line, "line") for line in section["lines"])
    yield words["examples"], "title"
    kind = ""
    for example in examples():
        if example.kind != kind:
            kind = example.kind
            yield _kind_name(kind), "section"
        yield example.sentence, "quote"
        rows = rows_of({"tree": [{"id": MARK, "rule": example.rule}]})
        yield f"Trang “{sheet('tree').title}”: {_said('tree', rows['tree'][0].values, ('rule', 'kind'))}", "line"
        for name in ("rules", "levels"):
            for row in rows[name]:
                yield f"Trang “{sheet(name).title}”: {_item(name)} = {MARK}; {_said(name, row.values)}", "line"

    yield words["wholes"], "title"
    for whole in whole_examples():
        yield whole.sentence, "quote"
        yield from ((line, "line") for line in _whole_lines(rows_of(whole.content)))


def _whole_lines(rows: dict[str, list[Row]]) -> Iterator[str]:
    """Each row that the example fills in, sheet by sheet."""
    for one in sheets():
        for row in rows[one.key] if one.key not in ("table", "notes") else ():
            refs = dict(zip(one.read_refs, row.refs, strict=True))
            said = [f"{heading(one.key, column.path).words} = {text}" for column, text in refs.items() if text]
            yield f"Trang “{one.title}”: " + "; ".join([*said, *([_said(one.key, row.values)] if row.values else [])])


def _kind_name(kind: str) -> str:
    column = next(one for one in sheet("tree").columns if one.path == ("rule", "kind"))
    return answers("tree", column)[kind]


def _item(name: str) -> str:
    return heading(name, sheet(name).refs[0].path).words


def _said(name: str, values: Any, only: tuple[str, ...] = ()) -> str:
    columns = [one for one in sheet(name).columns if one.path in values and (not only or one.path == only)]
    return "; ".join(
        f"{heading(name, one.path).words} = {shown_text(sheet(name), one, values[one.path])}" for one in columns
    )
