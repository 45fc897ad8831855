"""Invented figures leave the demo store only under their mark, and come back nowhere as an office's own."""

import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.accounts.person import LOCAL
from data.demo.building import build_demo
from data.demo.province import build_province
from data.figures.observation import NewFigure
from data.figures.reading import in_force
from data.figures.writing import enter_figure
from data.imports.confirm import ImportRefused, confirm
from data.imports.digest import will_store
from data.imports.form import STAMP_SHEET
from data.imports.from_file import import_file
from data.imports.preview import Preview, preview
from data.imports.template import HEADING_ROW, make_workbook, workbook_name
from data.scores.unit import score_unit
from data.store.opening import Store, open_store
from data.units.known import find_table, find_unit, units
from scoring.exact import parse_exact
from scoring.period import Month
from tests.commands.conftest import PLAN, TEMPLATE, UNIT

MARCH = Month(2022, 3)
MARK = "SỐ LIỆU MINH HỌA – không phải số liệu thật"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forms")
    store = open_store(folder)
    build_demo(store, months=3)
    store.close()
    return folder


@pytest.fixture
def demo(built: Path, tmp_path: Path) -> Iterator[Store]:
    store = open_store(shutil.copytree(built, tmp_path / "demo"))
    yield store
    store.close()


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Store]:
    """An office's own store, fresh."""
    store = open_store(tmp_path / "real")
    yield store
    store.close()


def filled(store: Store, table: str = PLAN) -> bytes:
    """What ``/download/template?...&filled=1`` hands out."""
    stored = {one.indicator: one for one in in_force(store, LOCAL, UNIT, 2022) if one.month == MARCH}
    return make_workbook(find_table(store, table), find_unit(store, LOCAL, UNIT), MARCH, stored)


def empty(store: Store) -> bytes:
    return make_workbook(find_table(store, PLAN), find_unit(store, LOCAL, UNIT), MARCH)


def look(store: Store, content: bytes) -> Preview:
    table, unit = find_table(store, PLAN), find_unit(store, LOCAL, UNIT)
    return preview(store, LOCAL, table, UNIT, MARCH, workbook_name(table, unit, MARCH), content)


def changed(content: bytes, change: Callable[[openpyxl.Workbook], Any]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def top_rows(content: bytes) -> str:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return "\n".join(str(cell.value or "") for cells in sheet.iter_rows(max_row=HEADING_ROW) for cell in cells)


def print_header(content: bytes) -> str:
    return str(openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].oddHeader.center.text or "")


def stamp(content: bytes) -> dict[str, str]:
    sheet = openpyxl.load_workbook(io.BytesIO(content))[STAMP_SHEET]
    return {str(cells[0].value): str(cells[1].value) for cells in sheet.iter_rows()}


@pytest.mark.parametrize("table", [PLAN, TEMPLATE])
def test_a_form_with_invented_figures_says_so_to_the_eye_on_paper_and_to_the_machine(table: str, demo: Store) -> None:
    content = filled(demo, table)
    assert MARK in top_rows(content) and MARK in print_header(content)
    assert stamp(content)["demo"] == "yes"
    assert ("BẢNG MẪU" in top_rows(content)) == (table == TEMPLATE)


def test_an_empty_form_of_a_real_department_is_not_marked(demo: Store, real: Store) -> None:
    for store in (demo, real):
        content = empty(store)
        assert MARK not in top_rows(content) and not print_header(content).replace("None", "")
        assert "demo" not in stamp(content)


def test_an_empty_form_of_a_demo_unit_is_marked_and_what_comes_in_it_stays_demo(real: Store) -> None:
    build_province(real)
    unit = next(one for one in units(real, LOCAL) if one.demo)
    table = find_table(real, TEMPLATE)
    content = make_workbook(table, unit, MARCH)
    assert MARK in top_rows(content) and stamp(content)["demo"] == "yes"
    seen = preview(real, LOCAL, table, unit.id, MARCH, workbook_name(table, unit, MARCH), content)
    assert seen.accepted and seen.demo


def test_the_workbooks_that_the_demo_keeps_are_marked(demo: Store) -> None:
    digests = [digest for (digest,) in demo.cursor().execute("SELECT sha256 FROM import_act").fetchall()]
    assert digests
    for digest in digests:
        assert MARK in top_rows((demo.files / digest[:2] / digest).read_bytes())


def without_stamp(book: openpyxl.Workbook) -> None:
    del book[STAMP_SHEET]


def without_line(book: openpyxl.Workbook) -> None:
    book.worksheets[0]["A4"].value = None


def in_english(book: openpyxl.Workbook) -> None:
    without_stamp(book)
    book.worksheets[0]["A4"].value = "DEMO DATA – not real figures"


@pytest.mark.parametrize("change", [lambda book: None, without_stamp, without_line, in_english])
def test_a_real_store_refuses_it_whole(change: Callable[[openpyxl.Workbook], None], demo: Store, real: Store) -> None:
    content = changed(filled(demo), change)
    done = import_file(
        real, LOCAL, (find_table(real, PLAN), UNIT, MARCH), "so-lieu.xlsx", content, partial=True, supersede=True
    )
    assert [one.code for one in done.seen.errors] == ["I144"]
    assert not done.accepted and not done.stored and not done.seen.accepted_in_part
    with pytest.raises(ImportRefused):
        confirm(real, LOCAL, done.seen, partial=True)
    assert in_force(real, LOCAL, UNIT, 2022) == []
    assert look(real, empty(real)).accepted  # the cure


def test_the_demo_store_takes_it_back_and_its_figures_stay_marked(demo: Store) -> None:
    def correct(book: openpyxl.Workbook) -> None:
        row = next(cells for cells in book.worksheets[0].iter_rows() if cells[0].value == "DOI_THOAI")
        row[5].value = 77

    unchanged = look(demo, filled(demo))
    assert unchanged.accepted and unchanged.demo
    assert will_store(unchanged.rows, demo=unchanged.demo) == 0
    seen = look(demo, changed(filled(demo), correct))
    assert seen.accepted and will_store(seen.rows, demo=seen.demo) == 1
    confirm(demo, LOCAL, seen, supersede=True)
    there = {one.indicator: one for one in in_force(demo, LOCAL, UNIT, 2022) if one.month == MARCH}
    assert there["DOI_THOAI"].value == 77 and all(one.demo for one in there.values())
    assert score_unit(demo, LOCAL, find_table(demo, PLAN), UNIT, MARCH).demo


def test_a_real_figure_of_the_same_number_does_not_become_invented(demo: Store) -> None:
    latest = next(
        one for one in in_force(demo, LOCAL, UNIT, 2022) if (one.indicator, one.month) == ("DOI_THOAI", MARCH)
    )
    own = NewFigure("DOI_THOAI", value=latest.value or parse_exact("1"), note=latest.note)
    enter_figure(demo, LOCAL, UNIT, MARCH, own, seen=latest.seq)
    seen = look(demo, filled(demo))
    assert seen.demo and will_store(seen.rows, demo=True) == 0
    confirm(demo, LOCAL, seen, supersede=True)
    there = {one.indicator: one.demo for one in in_force(demo, LOCAL, UNIT, 2022) if one.month == MARCH}
    assert there.pop("DOI_THOAI") is False and all(there.values())


def test_the_mark_stands_only_where_an_invented_figure_is_printed(demo: Store) -> None:
    unit, table = find_unit(demo, LOCAL, UNIT), find_table(demo, PLAN)
    stored = {one.indicator: one for one in in_force(demo, LOCAL, UNIT, 2022) if one.month == MARCH}
    counted = {code: replace(one, demo=False) for code, one in stored.items()}
    assert MARK not in top_rows(make_workbook(table, unit, MARCH, counted))
    one_left = counted | {"DOI_THOAI": stored["DOI_THOAI"]}
    assert MARK in top_rows(make_workbook(table, unit, MARCH, one_left))
