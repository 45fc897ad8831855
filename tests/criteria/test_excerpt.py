"""An excerpt is never taken for the whole table: on screen, on forms, in every export, in what its parts add up to."""

import io
import json
from collections.abc import Iterator

import openpyxl
import pytest

from data.accounts.person import LOCAL
from data.criteria.check import check
from data.criteria.folder import SHIPPED, load_folders
from data.exports import export
from data.imports.template import make_workbook
from data.language import render, translator
from data.store.opening import Store, open_store
from data.units.known import find_unit, tables_for
from pages.parts.marks import marks
from pages.parts.markup import Badge
from pages.parts.scope import _table_option
from scoring.excerpt import explain_excerpt
from scoring.period import Month

EXCERPT, UNIT, MARCH = "ca-mau-1880-2013", "so-ca-mau-bang-2013", Month(2013, 3)
MARK = {"vi": "TRÍCH MỘT PHẦN – không phải toàn bộ bảng tiêu chí", "en": "EXCERPT – not the whole criteria table"}
TABLES = load_folders([SHIPPED]).tables
TEXT = (SHIPPED / f"{EXCERPT}.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("store"))
    yield opened
    opened.close()


def test_it_is_an_excerpt_and_no_other_shipped_table_is() -> None:
    assert {name for name, table in TABLES.items() if table.excerpt} == {EXCERPT}
    table = TABLES[EXCERPT]
    assert not table.template and "TRÍCH MỘT PHẦN" in table.title and "EXCERPT" in table.title_en
    (field,) = table.tree.children
    assert (field.max, field.base, table.max) == (20, 7, 7)
    assert "1.3" not in {part.id for _depth, part in table.tree.walk()}  # its parts could not be read


def test_what_is_missing_is_told_in_both_languages_and_only_of_an_excerpt() -> None:
    (message,) = explain_excerpt(TABLES[EXCERPT])
    assert render(message, "vi") == (
        "1: văn bản cho 20 điểm, các dòng đọc được cộng lại 7 điểm. Phần còn lại không được chấm."
    )
    assert "20 points" in render(message, "en") and "read 7" in render(message, "en")
    assert all(explain_excerpt(table) == () for name, table in TABLES.items() if name != EXCERPT)


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("status: excerpt", "status: official", ["C111", "C111"]),  # the whole must add up, to the field and to 100
        ("    max: 20\n", "    max: 6\n", ["C111"]),
        ("        max: 5\n", "        max: 4\n", ["C111"]),
        ("        max: 5\n", "        max: 6\n", []),
    ],
)
def test_its_parts_may_fall_short_of_the_maximum_and_never_pass_it(old: str, new: str, codes: list[str]) -> None:
    assert TEXT.count(old) == 1
    assert [problem.code for problem in check(TEXT.replace(old, new)).problems] == codes


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_and_the_list_of_tables_carry_the_mark(lang: str) -> None:
    t, table = translator(lang), TABLES[EXCERPT]
    assert marks(t, table, demo=False) == [Badge(MARK[lang], "warn")]
    assert _table_option(t, table, lang)[1].startswith({"vi": "(trích) ", "en": "(excerpt) "}[lang])
    assert marks(t, TABLES["qd-766-2022"], demo=False) == []


def test_the_form_carries_the_mark(store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_workbook(TABLES[EXCERPT], find_unit(store, LOCAL, UNIT), MARCH)))
    assert book.worksheets[0]["A4"].value == MARK["vi"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_sheet_of_the_export_carries_the_mark_and_json_says_so(store: Store, lang: str) -> None:
    content = export(store, LOCAL, TABLES[EXCERPT], UNIT, MARCH, "xlsx", lang).content
    mark = MARK[lang] if lang == "vi" else MARK[lang].upper()
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        assert mark in [str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row], sheet.title
        assert MARK[lang] in str(sheet.oddHeader.center.text)
    told = json.loads(export(store, LOCAL, TABLES[EXCERPT], UNIT, MARCH, "json", lang).content)
    assert (told["excerpt"], told["template"], told["max"]) == (True, False, "7")


def test_a_department_of_another_province_is_not_offered_it(store: Store) -> None:
    offered = {table.id for table in tables_for(store, "so-cong-thuong-dien-bien")}
    assert not offered & {EXCERPT, "qd-766-2022"} and "mau-so-100-diem" in offered
    assert {table.id for table in tables_for(store, UNIT)} == {EXCERPT, "mau-so-100-diem"}
