"""The template's year worked by hand, on its way out: each node's cell, and the same from an office program."""

import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.accounts.person import LOCAL
from data.criteria.folder import SHIPPED
from data.exports import export
from data.figures.observation import NewFigure
from data.language import translator
from data.store import opening
from data.store.opening import Store, open_store
from data.units.known import add_unit, find_table
from scoring.exact import parse_exact
from scoring.indicator import Measure
from scoring.period import Month
from scoring.table import Node, ScoredBy, Table
from tests.exports.grid import books, is_formula, recompute, row_with, rows_by_first_cell
from tests.exports.office import UNIT, enter, ratio, value
from tests.scoring import case_files

FILE = case_files.read(case_files.CASES / "mau-so-100-diem.yaml")
JANUARY = Month(2022, 1)  # so that the year's figures are those of one month
RECEPTION = "TIEP_DAN_DINH_KY"  # ... of which eleven of twelve cannot be held: all of one
TOTAL = "Tổng điểm của phần đã có điểm"
HELD = translator("vi")("Change by caps, least points and gates (see the explanations)")
CHANGED: list[Any] = [{"say": "the year", **FILE["year"]}, *FILE["changed"]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    criteria = tmp_path / "criteria"
    criteria.mkdir()
    shutil.copy(SHIPPED / "mau-so-100-diem.yaml", criteria)
    monkeypatch.setattr(opening, "SHIPPED", criteria)
    store = open_store(tmp_path / "store")
    add_unit(store, LOCAL, UNIT, "Sở Thử nghiệm")
    yield store
    store.close()


def fill(store: Store, changed: dict[str, str]) -> Table:
    table = find_table(store, "mau-so-100-diem")
    texts = {**FILE["year"]["figures"], **changed, RECEPTION: "1"}
    enter(store, JANUARY, *(_figure(table, code, text) for code, text in texts.items() if text not in ("null", None)))
    return table


def _figure(table: Table, code: str, text: str) -> NewFigure:
    if "/" in text:
        numerator, denominator = text.split("/")
        return ratio(code, int(numerator), int(denominator))
    return value(code, text)


def expected(case: Any, name: str) -> Fraction:
    """Points by hand; the reception of citizens earns 1 here, in place of 0,92."""
    points = parse_exact({**FILE["year"]["points"], **case.get("points", {})}[name])
    return points + Fraction("0.08") if name in ("3.6", "3") else points


@pytest.mark.parametrize("case", CHANGED, ids=lambda case: case["say"])
def test_every_cell_of_the_sheet_is_what_was_worked_by_hand(office: Store, case: Any) -> None:
    table = fill(office, case["figures"])
    formulas, values = books(export(office, LOCAL, table, UNIT, JANUARY, "xlsx").content)
    sheet, stored = formulas.worksheets[0], values.worksheets[0]
    for cell in (cell for row in sheet.iter_rows() for cell in row if is_formula(sheet, cell.coordinate)):
        right, found = recompute(sheet, cell.coordinate), stored[cell.coordinate].value
        assert found is None if right == "" else found == pytest.approx(float(right), abs=1e-12), cell.coordinate  # type: ignore[arg-type]
    rows = rows_by_first_cell(sheet)
    for _depth, part in table.tree.walk():
        assert recompute(sheet, f"C{rows[part.id]}") == part.max, part.id
        if isinstance(part, Node) and part.id in case.get("points", {}):
            columns = [recompute(sheet, f"{column}{rows[part.id]}") for column in "DE"]
            shown = sum((found for found in columns if isinstance(found, Fraction)), Fraction(0))
            assert shown + appraised(table, case, part) == expected(case, part.id), part.id
    assert recompute(sheet, f"C{row_with(sheet, 'Tổng cộng')}") == 100
    total = parse_exact(case["total"]["points"]) + Fraction("0.08")
    assert recompute(sheet, f"D{row_with(sheet, TOTAL)}") == total
    assert HELD not in [cell.value for cell in sheet["B"]]
    found = json.loads(export(office, LOCAL, table, UNIT, JANUARY, "json").content)
    assert parse_exact(found["points"]) == total
    assert [gate["id"] for gate in found["gates"]] == ["1.1", "1.3"]


def appraised(table: Table, case: Any, node: Node) -> Fraction:
    """What the appraiser gave below a node: his column is his to fill."""
    own = [leaf.id for leaf in node.leaves() if leaf.scored_by is ScoredBy.APPRAISER]
    return sum((expected(case, name) for name in own), Fraction(0))


def test_a_bonus_past_the_cap_of_the_table_is_taken_off_by_a_formula(office: Store) -> None:
    best = {"KHEN_THUONG_CCHC": "2", "MO_HINH_NHAN_RONG": "2", "KH_CCHC_BAN_HANH": "2", "THPL_XU_LY_KET_QUA": "2"}
    best |= {"BIEN_CHE_SU_DUNG": "1/1", "CAP_PHO_SO_QUY_DINH": "1/1", "KET_QUA_SO_HOA_SO_NAM_TRUOC": "2/1"}
    table = find_table(office, "mau-so-100-diem")
    for code, indicator in table.indicators.items():
        whole = {Measure.RATIO: "1/1", Measure.PERCENT: "100", Measure.COUNT: "100"}.get(indicator.measure, "1")
        takes_away = any(leaf.kind in ("deduction", "formulas") and code in leaf.inputs for leaf in table.leaves)
        zero = code == "KY_LUAT" or (takes_away and indicator.measure is Measure.COUNT)
        best.setdefault(code, "0" if zero else whole)
    fill(office, best)
    sheet = books(export(office, LOCAL, table, UNIT, JANUARY, "xlsx").content)[0].worksheets[0]
    assert row_with(sheet, "Tổng cộng, trước khi áp mức trần của bảng (xem dưới)")  # 103: not the score yet
    assert recompute(sheet, f"D{row_with(sheet, HELD)}") == -3
    assert is_formula(sheet, f"D{row_with(sheet, HELD)}")
    assert recompute(sheet, f"D{row_with(sheet, TOTAL)}") == 100


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office program here")
@pytest.mark.parametrize("case", [CHANGED[0], CHANGED[1], CHANGED[6]], ids=lambda case: case["say"])
def test_an_office_program_reckons_the_same(office: Store, tmp_path: Path, case: Any) -> None:
    table = fill(office, case["figures"])
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "bang.xlsx"
    content = export(office, LOCAL, table, UNIT, JANUARY, "xlsx").content
    openpyxl.load_workbook(io.BytesIO(content)).save(path)  # saved anew, without any stored value
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    again = openpyxl.load_workbook(tmp_path / "bang.xlsx", data_only=True).worksheets[0]
    formulas, values = books(content)
    for cell in (cell for row in formulas.worksheets[0].iter_rows() for cell in row if cell.data_type == "f"):
        ours, theirs = values.worksheets[0][cell.coordinate].value, again[cell.coordinate].value
        assert (theirs or 0) == pytest.approx(ours or 0, abs=1e-9), (cell.coordinate, cell.value)
