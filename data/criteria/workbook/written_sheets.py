"""The sheets as they are written: rows below headings, and the upright sheet of the table's identity."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.criteria.workbook.columns import NUMBERS, Column, KeyPath, Value
from data.criteria.workbook.entries import HEADING
from data.criteria.workbook.guards import FIRST, HEADINGS, Choices, colour, guard, shown_formula, validation
from data.criteria.workbook.looks import WIDTHS, Looks, write_value
from data.criteria.workbook.rows import Row
from data.criteria.workbook.sheets import KIND, NAME, SHOWN, Sheet
from data.criteria.workbook.words import NO, YES, answers, heading
from data.exports.paper import lines_of
from data.language import LANGUAGES, translator

SPARE = 100  # rows below the last in which names of criteria show by themselves
LINE, TALLEST = 15.0, 150.0  # points
WIDE = {
    ("@level",): 7,
    ("@formula",): 10,
    ("@name",): 40,
    ("title",): 46,
    ("rule", "kind"): 27,
    ("reference", "place"): 16,
    ("reference", "page"): 8,
    ("reference", "quote"): 60,
    ("reference", "derived"): 46,
    ("about",): 70,
    (): 120,
}
ANSWERED = {"yes": YES, "no": NO}


def shown_text(sheet: Sheet, column: Column, text: str) -> str:
    """A value as the sheet shows it: the answer's name in place of its code."""
    if column.value is Value.CHOICE:
        return answers(sheet.key, column).get(text, text)
    return ANSWERED.get(text, text) if column.value is Value.YES_NO else text


def write_rows(
    page: Any, looks: Looks, sheet: Sheet, rows: Sequence[Row], choices: Choices, names: Mapping[str, tuple[str, str]]
) -> None:
    """A sheet with one row an entry. ``names`` are title and way of scoring of each criterion by its code."""
    _top(page, looks, sheet)
    for at, row in enumerate(rows, start=FIRST):
        texts = dict(zip((column.path for column in sheet.read_refs), row.refs, strict=True)) | dict(row.values)
        _row(page, looks, sheet, at, texts, row.depth)
    if any(column in SHOWN for column in sheet.refs):
        for at in range(FIRST, FIRST + len(rows) + SPARE):
            row_refs = rows[at - FIRST].refs if at - FIRST < len(rows) else ("", "")
            for place, column in enumerate(sheet.refs):
                if column in SHOWN:
                    title, kind = names.get(row_refs[0], ("", ""))
                    known = kind if column is KIND and row_refs[1] == "" else title if column is NAME else ""
                    page.write_formula(at, place, shown_formula(sheet, column, at), looks.of("shown"), known)
    guard(page, sheet, choices)
    colour(page, sheet, looks)


def _top(page: Any, looks: Looks, sheet: Sheet) -> None:
    page.write_string(0, 0, sheet.title.upper(), looks.of("title"))
    page.set_row(0, 24)
    page.set_row(HEADINGS, 3.4 * LINE)
    for place, column in enumerate(sheet.layout):
        words = heading(sheet.key, column.path)
        page.set_column(place, place, _width(column), looks.blank(column))
        page.write_string(HEADINGS, place, words.shown, looks.of("heading"))
        if words.help:
            said = "\n\n".join(translator(lang)(words.help) for lang in LANGUAGES)
            page.write_comment(HEADINGS, place, said, {"x_scale": 2.2, "y_scale": 1.4, "font_size": 9})
    frozen = next(
        (place for place, column in enumerate(sheet.columns, len(sheet.refs)) if column.path == ("title",)), 0
    )
    page.freeze_panes(FIRST, frozen + 1 if frozen and sheet.key in ("tree", "indicators") else len(sheet.refs))
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEADINGS)


def _row(page: Any, looks: Looks, sheet: Sheet, at: int, texts: Mapping[KeyPath, str], depth: int) -> None:
    lines = 1
    for place, column in enumerate(sheet.layout):
        text = texts.get(column.path, "")
        if text == "":
            if column not in SHOWN:
                page.write_blank(at, place, None, looks.blank(column))
            continue
        indent = depth if column.path in (("id",), ("title",)) else 0
        shown = shown_text(sheet, column, text)
        write_value(looks, page, at, place, shown, column, indent)
        lines = max(lines, lines_of(shown, _width(column) - 2 * indent) if column.value not in NUMBERS else 1)
    page.set_row(at, min(lines * LINE, TALLEST))


def write_upright(page: Any, looks: Looks, sheet: Sheet, rows: Sequence[Row], choices: Choices) -> None:
    """One key a row: its heading, its value, its help."""
    t = translator("vi")
    texts = rows[0].values if rows else {}
    page.write_string(0, 0, "BẢNG TIÊU CHÍ", looks.of("title"))
    page.set_row(0, 24)
    for place, (above, width) in enumerate(((HEADING, 34), ("Nội dung", 70), ("Giải thích", 70))):
        page.set_column(place, place, width)
        page.write_string(HEADINGS, place, above, looks.of("heading"))
    for at, column in enumerate(sheet.columns, start=FIRST):
        words = heading(sheet.key, column.path)
        page.write_string(at, 0, words.shown, looks.of("label"))
        shown = shown_text(sheet, column, texts.get(column.path, ""))
        if shown:
            write_value(looks, page, at, 1, shown, column)
        else:
            page.write_blank(at, 1, None, looks.blank(column))
        page.write_string(at, 2, t(words.help) if words.help else "", looks.of("help"))
        page.set_row(at, max(2, lines_of(shown, 66), lines_of(t(words.help), 72) if words.help else 1) * LINE)
        page.data_validation(at, 1, at, 1, validation(sheet, column, choices))
    page.freeze_panes(FIRST, 1)


def _width(column: Column) -> int:
    return WIDE.get(column.path, WIDTHS[column.value])
