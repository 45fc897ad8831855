"""A cell that cannot be read is told alone: nothing is concluded from it, and all other problems are still told."""

from collections.abc import Iterator
from copy import deepcopy

import pytest

from data.criteria.check import check_source
from data.criteria.workbook import reading
from data.criteria.workbook.sheets import SHOWN, sheets
from data.criteria.workbook.words import heading
from data.criteria.workbook.writing import make_workbook
from data.figures.typed import Typed
from data.imports.sheets import Cell, Sheet, open_sheets
from tests.criteria.workbooks import WHOLE, raw

GRIDS = open_sheets("a.xlsx", make_workbook(raw(WHOLE)))
ERROR = Cell(Typed("#REF!", unreadable=True), error="#REF!")
TITLES = {one.title: one for one in sheets()}


def problems(grids: list[Sheet], monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    monkeypatch.setattr(reading, "open_sheets", lambda name, content: grids)
    return [(one.code, one.place) for one in check_source(reading.read_workbook("a.xlsx", b"")).problems]


def cells() -> Iterator[tuple[int, int, int, bool]]:
    """Sheet, row, column of every cell that is read, and whether it is a heading."""
    for number, grid in enumerate(GRIDS):
        one = TITLES.get(grid.name)
        if one is None:
            continue
        shown = {heading(one.key, column.path).shown for column in SHOWN}
        skipped = {place for place, cell in grid.rows[2].items() if "\n".join(cell.lines) in shown}
        for row in sorted(grid.rows):
            places = [2] if one.upright and row > 2 else [] if one.upright or row < 2 else sorted(grid.rows[row])
            yield from (
                (number, row, place, row == 2) for place in places if place not in skipped and place in grid.rows[row]
            )


def changed(number: int, row: int, place: int, cell: Cell | None) -> list[Sheet]:
    grids = list(GRIDS)
    grids[number] = deepcopy(GRIDS[number])
    if cell is None:
        del grids[number].rows[row][place]
    else:
        grids[number].rows[row][place] = cell
    return grids


def test_an_error_in_any_cell_is_told_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems(GRIDS, monkeypatch) == []
    wrong = {}
    for number, row, place, is_heading in cells():
        found = problems(changed(number, row, place, ERROR), monkeypatch)
        headless = "C203" if GRIDS[number].name == "Ghi chú" else "C204"  # its only heading
        if [code for code, _place in found] != ([headless] if is_heading else ["C210"]):
            wrong[GRIDS[number].name, row, place] = found
    assert wrong == {}


def test_two_findings_elsewhere_are_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = next(number for number, grid in enumerate(GRIDS) if grid.name == "Cây tiêu chí")
    grids = changed(tree, 14, 5, Cell(Typed("KHONG_CO"), ("KHONG_CO",), "KHONG_CO"))
    assert problems(grids, monkeypatch) == [("C120", "Cây tiêu chí!E14")]
    for number, row, place, is_heading in cells():
        if is_heading or (number, row) == (tree, 14) or GRIDS[number].name not in ("Mức điểm", "Cách chấm"):
            continue
        broken = list(grids)
        broken[number] = changed(number, row, place, ERROR)[number]
        assert ("C120", "Cây tiêu chí!E14") in problems(broken, monkeypatch)
