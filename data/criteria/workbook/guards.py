"""What a sheet does for whoever fills it in: drop-downs, a word of help at each cell, grey for what does not apply."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from data.criteria.compile import DEEPEST
from data.criteria.workbook.columns import Column, Value
from data.criteria.workbook.looks import GREY, PALE, Looks
from data.criteria.workbook.sheets import CODE, FORMULA, ITEM, KIND, LEVEL, NAME, REGISTER, Sheet, sheet
from data.criteria.workbook.words import NO, WHOLE_TABLE, YES, heading
from data.language import translator

HEADINGS, FIRST = 1, 2  # rows from 0
LAST = 2000  # row to which a sheet is prepared
LONGEST_TITLE, LONGEST_HELP = 32, 255  # characters; Excel allows no more
LEVELS = tuple(str(level) for level in range(1, DEEPEST // 2 + 1))
OWN_CODES = ("indicators", "registers", "register_columns")  # sheets whose codes are no indicators named elsewhere
Choices = Mapping[tuple[str, ...], str]  # the codes of a choice -> the range that lists them


def guard(page: Any, sheet_: Sheet, choices: Choices) -> None:
    """Drop-down and help for each column of a sheet with rows."""
    for place, column in enumerate(sheet_.layout):
        page.data_validation(FIRST, place, LAST, place, validation(sheet_, column, choices))


def validation(sheet_: Sheet, column: Column, choices: Choices) -> dict[str, Any]:
    """The list that a value is chosen from, and the help shown beside the cell."""
    words = heading(sheet_.key, column.path)
    said = translator("vi")(words.help) if words.help else words.shown
    found: dict[str, Any] = {
        "validate": "any",
        "input_title": words.words[:LONGEST_TITLE],
        "input_message": said if len(said) <= LONGEST_HELP else said[: LONGEST_HELP - 1] + "…",
    }
    if column.value is Value.CHOICE:
        refused = {"show_error": False} if column.free else _REFUSED
        return {**found, "validate": "list", "source": f"={choices[column.choices]}", **refused}
    if column.value is Value.YES_NO:
        return {**found, "validate": "list", "source": [YES, NO], **_REFUSED}
    if column is LEVEL:
        return {**found, "validate": "list", "source": list(LEVELS), **_REFUSED}
    listed = _listed(sheet_, column)
    # What is written may also be an expression, or a code that its own sheet does not have yet: suggested, not forced.
    return {**found, "validate": "list", "source": f"={listed}", "show_error": False} if listed else found


_REFUSED = {"error_title": "Không có trong danh sách", "error_message": "Hãy chọn một mục trong danh sách."}


def _listed(sheet_: Sheet, column: Column) -> str:
    if column is ITEM:
        return where("tree", ("id",))
    if (column is REGISTER and sheet_.key == "register_columns") or column.path == ("rows",):
        return where("registers", REGISTER.path)
    if column.value is Value.INPUT or (column.value is Value.CODE and sheet_.key not in OWN_CODES):
        return where("indicators", CODE.path)
    return ""


def where(key: str, path: tuple[str, ...]) -> str:
    """The cells of one column of a sheet, from its first row down: ``'Cây tiêu chí'!$B$3:$B$2001``."""
    one = sheet(key)
    place = next(place for place, column in enumerate(one.layout) if column.path == path)
    return f"'{one.title}'!{xl_range_abs(FIRST, place, LAST, place)}"


def shown_formula(sheet_: Sheet, column: Column, row: int) -> str:
    """The formula of a column that is there for people: the criterion's name, its way of scoring."""
    item = f"${_letter(sheet_, ITEM)}{row + 1}"
    wanted = where("tree", ("title",) if column is NAME else ("rule", "kind"))
    looked = f'IFERROR(INDEX({wanted},MATCH({item},{where("tree", ("id",))},0))&"","?")'
    if column is KIND:  # a formula's own kind stands on the sheet of the formulas
        return f'=IF(OR({item}="",${_letter(sheet_, FORMULA)}{row + 1}<>""),"",{looked})'
    return f'=IF({item}="","",IF({item}="{WHOLE_TABLE}","",{looked}))'


def colour(page: Any, sheet_: Sheet, looks: Looks) -> None:
    """Fields and criteria stand out; what a rule kind does not know is grey."""
    last = len(sheet_.layout) - 1
    if LEVEL in sheet_.refs:
        level = f"${_letter(sheet_, LEVEL)}{FIRST + 1}"
        for number, look in ((1, {"bold": True, "bg_color": PALE}), (2, {"bold": True})):
            style = {"type": "formula", "criteria": f"={level}={number}", "format": looks.book.add_format(look)}
            page.conditional_format(FIRST, 0, LAST, last, style)
    if KIND in sheet_.refs:
        kind = f"${_letter(sheet_, KIND)}{FIRST + 1}"
        for place, column in enumerate(sheet_.layout):
            if column.kinds:
                fits = ",".join(f'ISNUMBER(FIND("({name})",{kind}))' for name in column.kinds)
                grey = {"type": "formula", "criteria": f'=AND({kind}<>"",NOT(OR({fits})))'}
                style = {**grey, "format": looks.book.add_format({"bg_color": GREY})}
                page.conditional_format(FIRST, place, LAST, place, style)


def _letter(sheet_: Sheet, column: Column) -> str:
    return str(xl_col_to_name(sheet_.layout.index(column)))
