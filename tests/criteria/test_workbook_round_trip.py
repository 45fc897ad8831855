"""A table comes back from its workbook as it was: raw content and Table, also after another program saved the file."""

import io
import warnings
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from data.criteria.check import check, check_source
from data.criteria.folder import SHIPPED
from data.criteria.workbook.columns import Value
from data.criteria.workbook.looks import LONGEST, NotInACell
from data.criteria.workbook.sheets import CHOICES, GUIDE, sheets
from data.criteria.workbook.words import answers
from data.criteria.workbook.writing import make_workbook, workbook_name
from data.criteria.yaml_text import read_yaml
from data.criteria.yaml_writing import write_yaml
from data.evidence.cleaning import clean_text
from tests.criteria.workbooks import WHOLE, changed, checked, raw, read

TABLES = [WHOLE, *sorted(SHIPPED.glob("*.yaml"))]


@pytest.fixture(scope="module", params=TABLES, ids=lambda path: path.stem)
def table(request: pytest.FixtureRequest) -> tuple[Path, bytes]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a limit of Excel that was passed is only warned of
        return request.param, make_workbook(raw(request.param))


def test_raw_content_and_table_are_equal(table: tuple[Path, bytes]) -> None:
    path, content = table
    found = read(content)
    assert found.problems == []
    assert found.content == raw(path)
    assert list(found.content["indicators"]) == list(raw(path)["indicators"])  # type: ignore[index,call-overload,arg-type]
    assert check_source(found).table == check(path.read_text(encoding="utf-8")).table is not None


def test_they_are_after_openpyxl_has_saved_it(table: tuple[Path, bytes]) -> None:
    path, content = table
    found = read(changed(content))
    assert found.problems == []
    assert found.content == raw(path)


def test_workbook_to_yaml_and_back(table: tuple[Path, bytes]) -> None:
    path, content = table
    text = write_yaml(read(content).content)
    assert read_yaml(text).content == raw(path)
    assert make_workbook(read_yaml(text).content) == content  # type: ignore[arg-type]


def test_the_same_table_gives_the_same_bytes_and_no_number_is_a_code() -> None:
    content = make_workbook(raw(WHOLE))
    assert make_workbook(raw(WHOLE)) == content
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == [GUIDE, *(one.title for one in sheets()), CHOICES]
    ids = [book["Cây tiêu chí"].cell(row, 2) for row in range(3, 12)]
    assert all(isinstance(cell.value, str) and cell.number_format == "@" for cell in ids)
    assert [cell.value for cell in ids][:2] == ["I", "1.1"]
    most = book["Cây tiêu chí"].cell(3, 4)
    assert (most.value, most.data_type) == (60, "n")
    assert not any(name.endswith("vbaProject.bin") for name in ZipFile(io.BytesIO(content)).namelist())


def test_the_level_is_shown_by_indentation() -> None:
    page = load_workbook(io.BytesIO(make_workbook(raw(WHOLE))))["Cây tiêu chí"]
    indents = {page.cell(row, 2).value: page.cell(row, 3).alignment.indent for row in range(3, 20)}
    assert [indents[name] for name in ("I", "1.1", "1.6.1", "2.1")] == [0, 1, 2, 1]


def test_headings_stay_in_view_and_each_column_is_explained_and_offers_its_answers() -> None:
    book = load_workbook(io.BytesIO(make_workbook(raw(WHOLE))))
    for one in sheets():
        page = book[one.title]
        offered = {str(each.sqref).split(":")[0]: each for each in page.data_validations.dataValidation}
        assert page.freeze_panes is not None
        for place, column in enumerate(() if one.upright else one.layout, start=1):
            letter = get_column_letter(place)
            assert page[f"{letter}2"].comment is not None, (one.title, letter)
            found = offered[f"{letter}3"]
            assert found.prompt and found.promptTitle
            if column.value is Value.CHOICE:
                assert found.formula1.startswith("'Danh mục'!")
                first = found.formula1.split("!")[1].split(":")[0].replace("$", "")
                assert book[CHOICES][first].value == next(iter(answers(one.key, column).values()))
            elif column.value is Value.INPUT:
                assert found.formula1 == "'Chỉ tiêu số liệu'!$A$3:$A$2001" and not found.showErrorMessage
    assert offered and book["Cây tiêu chí"].freeze_panes == "D3"


def test_a_blank_workbook_opens_and_says_what_is_missing() -> None:
    content = make_workbook()
    book = load_workbook(io.BytesIO(content))
    assert [page.title for page in book.worksheets if page.max_row > 3] != []
    assert all(book[one.title].cell(3, 1).value is None for one in sheets() if not one.upright)
    found = checked(content)
    assert found.table is None
    assert {(one.code, one.place) for one in found.problems} == {
        *(("C010", f"Bảng!B{row}") for row in (3, 4, 5, 6, 7)),
        ("C010", "Chỉ tiêu số liệu!A2"),
        ("C010", "Cây tiêu chí!A2"),
    }
    assert workbook_name() == "bang-tieu-chi_moi.xlsx"


SIGNS = st.text(st.sampled_from("a1.=+-@'\"<>&%;:_x0ộ\u00a0\n\t"), min_size=1, max_size=40)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=60)


def as_meant(text: str) -> str:
    from unicodedata import normalize

    return normalize("NFC", text).strip()


@settings(max_examples=8, deadline=None)
@given(st.lists(st.one_of(SIGNS, TEXT), min_size=40, max_size=40))
def test_any_text_comes_back_as_text(texts: list[str]) -> None:
    content: Any = {"notes": [note for note in texts if clean_text(note)]}  # what nobody can see is a blank cell
    found: Any = read(make_workbook(content)).content
    assert found["notes"] == [as_meant(note) for note in content["notes"]]


NUMBERS = ["0.5", "0.50", "1.10", "100", "-2", "80%", "86.6%", "0.001%", "2/3", "1/2 max", "max", "007", "1e3", "12,5",
           "0.123456", "123456789012345678", "-0", "99.999999", "5 %", ".5"]  # fmt: skip


def test_numbers_come_back_to_the_letter_and_excel_sees_numbers() -> None:
    rule = {"kind": "options", "options": [{"value": str(at), "points": one} for at, one in enumerate(NUMBERS)]}
    content: Any = {"tree": [{"id": f"M{at}", "max": one} for at, one in enumerate(NUMBERS)]}
    content["tree"][0]["rule"] = rule
    book = make_workbook(content)
    found: Any = read(book).content
    assert [node["max"] for node in found["tree"]] == NUMBERS
    assert [one["points"] for one in found["tree"][0]["rule"]["options"]] == NUMBERS
    page = load_workbook(io.BytesIO(book))["Cây tiêu chí"]
    shown = {one: page.cell(at, 4).data_type for at, one in enumerate(NUMBERS, start=3)}
    assert [one for one in NUMBERS if shown[one] == "n"] == [
        "0.5", "100", "-2", "80%", "86.6%", "0.001%", "0.123456", "99.999999"
    ]  # fmt: skip


def test_days_are_days_to_excel() -> None:
    content: Any = {"valid": {"from": "2022-01-01", "to": "1850-01-01"},
                    "indicators": {"D": {"deadline": "2022-11-09"}}}  # fmt: skip
    book = make_workbook(content)
    found: Any = read(book).content
    assert (found["valid"], found["indicators"]) == (content["valid"], content["indicators"])
    assert load_workbook(io.BytesIO(book))["Chỉ tiêu số liệu"].cell(3, 11).is_date


def test_a_text_that_no_cell_holds_is_refused_not_cut() -> None:
    with pytest.raises(NotInACell) as refused:
        make_workbook({"notes": ["a" * (LONGEST + 1)]})
    assert refused.value.problems[0].code == "C220"
