"""The other commands: what they print, what they refuse, and that a refusal changes nothing."""

import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data.criteria.folder import SHIPPED
from data.store.opening import open_store
from tests.commands.conftest import PLAN, TEMPLATE, UNIT, Command


def test_tables_and_units(thuoc: Command, demo_store: Path) -> None:
    tables = thuoc("tables", "--json", store=demo_store).json
    assert {PLAN: "targets", TEMPLATE: "points"}.items() <= {table["id"]: table["kind"] for table in tables}.items()
    assert all(set(table) == {"id", "title", "edition", "kind"} for table in tables)
    unit, *others = thuoc("units", "--json", store=demo_store).json
    assert not any(other["months"] for other in others)
    assert unit["id"] == UNIT and unit["months"] == [f"2022-{m:02}" for m in range(1, 13)]


def test_a_unit_is_added_once(thuoc: Command, tmp_path: Path) -> None:
    assert thuoc("units", "--add", "so-noi-vu", "--name", "Sở Nội vụ", store=tmp_path).code == 0
    again = thuoc("units", "--add", "so-noi-vu", "--name", "Sở Nội vụ", store=tmp_path)
    assert again.code == 2 and "U002" in again.err and "Đã có đơn vị" in again.err
    names = [unit["id"] for unit in thuoc("units", "--json", store=tmp_path).json]
    assert UNIT in names and names.count("so-noi-vu") == 1


def test_check_accepts_what_is_shipped_and_tells_every_problem_of_a_broken_file(thuoc: Command, tmp_path: Path) -> None:
    assert thuoc("check", str(SHIPPED), store=tmp_path).code == 0
    text = (SHIPPED / f"{TEMPLATE}.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "hong.yaml"
    broken.write_text(text.replace("max: 16", "max: 17", 1).replace("kind: points", "kind: point", 1), encoding="utf-8")
    ran = thuoc("check", str(broken), store=tmp_path)
    assert ran.code == 1 and "hong.yaml" in ran.err and "C0" in ran.err


def test_a_broken_file_leaves_the_other_tables_in_place(thuoc: Command, tmp_path: Path) -> None:
    extra = tmp_path / "criteria"
    extra.mkdir()
    (extra / "hong.yaml").write_text("id: hong\nkind: points\n", encoding="utf-8")
    ran = thuoc("tables", "--criteria", str(extra), "--json", store=tmp_path / "store")
    assert ran.code == 0
    assert {PLAN, TEMPLATE} <= {table["id"] for table in ran.json}
    assert "hong.yaml 1: edition: C010" in ran.err


def test_one_code_is_one_kind_of_number_in_all_tables(thuoc: Command, tmp_path: Path) -> None:
    extra = tmp_path / "criteria"
    extra.mkdir()
    (extra / "khac.yaml").write_text(
        """id: khac
edition: "1"
kind: targets
status: template
title: Bảng dùng lại mã
indicators:
  TTHC_CONG_KHAI: {title: Đã công khai, measure: yes_no, year: once}
  DOI_THOAI: {title: Số lần đối thoại, measure: count, year: sum}
tree:
  - {id: "1", title: Công khai, max: 1, input: TTHC_CONG_KHAI, rule: {kind: yes_no},
     reference: {place: "1", quote: công khai}}
  - {id: "2", title: Đối thoại, max: 1, input: DOI_THOAI, rule: {kind: target, at_least: 1},
     reference: {place: "2", quote: đối thoại}}
""",
        encoding="utf-8",
    )
    ran = thuoc("check", str(extra), store=tmp_path / "store")
    assert ran.code == 1 and "khac.yaml 7: indicators.TTHC_CONG_KHAI.measure: C141" in ran.err
    assert "8: indicators.DOI_THOAI.title: C140" in ran.err
    tables = thuoc("tables", "--criteria", str(extra), "--json", store=tmp_path / "store")
    assert "khac" not in {table["id"] for table in tables.json} and "C141" in tables.err


def test_an_export_into_a_folder_that_is_not_there_is_told(thuoc: Command, demo_store: Path, tmp_path: Path) -> None:
    words = ("export", "--table", PLAN, "--unit", UNIT, "--month", "2022-05", "--out", str(tmp_path / "no" / "x.xlsx"))
    ran = thuoc(*words, store=demo_store)
    assert ran.code != 0 and "Traceback" not in ran.err


def test_import_of_the_products_own_form(thuoc: Command, tmp_path: Path) -> None:
    store, form = tmp_path / "store", tmp_path / "form.xlsx"
    _write_form(store, form, {"TTHC_CONG_KHAI": (118, 126)})
    words = ("import", str(form), "--table", PLAN, "--unit", UNIT, "--month", "2022-06")
    dry = thuoc(*words, "--dry-run", "--json", store=store)
    assert dry.code == 0 and dry.json["accepted"] is True
    assert _months(thuoc, store) == []
    row = next(row for row in dry.json["rows"] if row["code"] == "TTHC_CONG_KHAI")
    assert set(row) >= {"code", "name", "unit", "numerator", "denominator", "value", "note"}
    assert (row["numerator"], row["denominator"]) == ("118", "126")
    assert thuoc(*words, "--json", store=store).code == 0
    assert _months(thuoc, store) == ["2022-06"]


def test_a_refused_import_names_the_cell_and_stores_nothing_unless_asked_to(thuoc: Command, tmp_path: Path) -> None:
    store, form = tmp_path / "store", tmp_path / "form.xlsx"
    _write_form(store, form, {"TTHC_CONG_KHAI": (130, 126), "TTHC_TIEP_NHAN_MOT_CUA": (126, 126)})
    words = ("import", str(form), "--table", PLAN, "--unit", UNIT, "--month", "2022-06", "--json")
    ran = thuoc(*words, store=store)
    assert ran.code == 2 and ran.json["accepted"] is False
    (problem,) = [p for p in ran.json["problems"] if p["severity"] == "error"]
    assert problem["row"] and problem["column"] == "D" and problem["value"] == "130"
    assert problem["message_vi"] and problem["message_en"] and problem["remedy_vi"]
    assert _months(thuoc, store) == []
    assert thuoc(*words[:-1], "--partial", store=store).code == 0
    assert _months(thuoc, store) == ["2022-06"]


def test_export_xlsx_and_json(thuoc: Command, demo_store: Path, tmp_path: Path) -> None:
    words = ("export", "--table", TEMPLATE, "--unit", UNIT, "--month", "2022-05")
    assert thuoc(*words, "--out", str(tmp_path), store=demo_store).code == 0
    (made,) = tmp_path.glob("*.xlsx")
    assert len(load_workbook(io.BytesIO(made.read_bytes())).sheetnames) == 3
    out = tmp_path / "score.json"
    assert thuoc(*words, "--format", "json", "--out", str(out), store=demo_store).code == 0
    scored = thuoc("score", *words[1:], "--json", store=demo_store).json
    assert json.loads(out.read_text(encoding="utf-8"))["lines"] == scored["lines"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--table", "khong-co", "--unit", UNIT, "--month", "2022-05"), "U004"),
        (("--table", PLAN, "--unit", "khong-co", "--month", "2022-05"), "U003"),
        (("--table", PLAN, "--unit", UNIT, "--month", "2022-13"), "2022-06"),
        (("--table", PLAN, "--unit", UNIT, "--month", "2023-01"), "U006"),
        (("--table", PLAN, "--unit", "so-khcn-quang-ngai", "--month", "2022-05"), "U005"),
        (("--table", PLAN, "--unit", UNIT, "--month", "2022-05", "--criteria", "/khong/co"), "S004"),
    ],
)
def test_what_is_not_there_is_said(thuoc: Command, demo_store: Path, words: tuple[str, ...], code: str) -> None:
    ran = thuoc("score", *words, store=demo_store)
    assert ran.code == 2 and code in ran.err and "Traceback" not in ran.err


def test_a_store_that_is_open_elsewhere_is_told_plainly_with_the_process(thuoc: Command, tmp_path: Path) -> None:
    held = open_store(tmp_path)
    try:
        ran = thuoc("units", store=tmp_path)
    finally:
        held.close()
    assert ran.code == 2 and "S001" in ran.err and "Traceback" not in ran.err
    assert "đang mở kho dữ liệu" in ran.err


def test_the_demo_province_is_scored_like_any_unit(thuoc: Command, tmp_path: Path) -> None:
    assert thuoc("demo", "--province", store=tmp_path).code == 0
    units = {unit["id"]: unit for unit in thuoc("units", "--json", store=tmp_path).json}
    demo = [unit for unit in units if unit.startswith("minh-hoa-")]
    assert len(demo) == 20 and not units[UNIT]["months"]
    for unit in demo[:2]:
        ran = thuoc("score", "--table", TEMPLATE, "--unit", unit, "--month", "2022-12", "--json", store=tmp_path)
        assert ran.code == 0 and ran.json["demo"] is True and ran.json["template"] is True
        assert 0 < float(ran.json["points"]) <= 100
    assert thuoc("demo", store=tmp_path).code == 0  # the one department may stand beside it
    months = {unit["id"]: len(unit["months"]) for unit in thuoc("units", "--json", store=tmp_path).json}
    assert months[UNIT] == 12 and months["minh-hoa-so-noi-vu"] == 12


def test_demo_figures_never_go_beside_real_ones(thuoc: Command, tmp_path: Path) -> None:
    store, form = tmp_path / "store", tmp_path / "form.xlsx"
    _write_form(store, form, {"TTHC_CONG_KHAI": (118, 126)})
    thuoc("import", str(form), "--table", PLAN, "--unit", UNIT, "--month", "2022-06", store=store)
    ran = thuoc("demo", store=store)
    assert ran.code == 2 and "D001" in ran.err


def _months(thuoc: Command, store: Path) -> list[str]:
    return [month for unit in thuoc("units", "--json", store=store).json for month in unit["months"]]


def _write_form(store_folder: Path, target: Path, figures: dict[str, tuple[int, int]]) -> None:
    from data.accounts.person import LOCAL
    from data.demo.workbooks import filled_workbook
    from data.units.known import find_unit
    from scoring.period import Month

    store = open_store(store_folder)
    try:
        unit, table = find_unit(store, LOCAL, UNIT), store.criteria.tables[PLAN]
        texts = {code: f"{top}/{bottom}" for code, (top, bottom) in figures.items()}
        target.write_bytes(filled_workbook(table, unit, Month(2022, 6), texts))
    finally:
        store.close()


def test_a_correction_typed_on_screen_is_taken_back_only_when_the_command_says_so(
    thuoc: Command, tmp_path: Path
) -> None:
    store, form = tmp_path / "store", tmp_path / "form.xlsx"
    _write_form(store, form, {"TTHC_CONG_KHAI": (118, 126)})
    words = ("import", str(form), "--table", PLAN, "--unit", UNIT, "--month", "2022-06", "--json")
    assert thuoc(*words, store=store).code == 0
    _correct(store, "TTHC_CONG_KHAI", 126, 126)
    refused = thuoc(*words, store=store)
    assert refused.code == 2 and refused.json["accepted"] is False
    told = {problem["code"]: problem for problem in refused.json["problems"]}
    assert told["I142"]["row"] and "sửa trên màn hình" in told["I142"]["message_vi"]
    assert told["I154"]["severity"] == "error" and "--supersede-corrections" in told["I154"]["remedy_vi"]
    again = thuoc(*words, "--supersede-corrections", store=store)
    assert again.code == 0 and again.json["accepted"] is True


def _correct(folder: Path, code: str, numerator: int, denominator: int) -> None:
    """Type a figure of June on screen, over the one that is stored."""
    from fractions import Fraction

    from data.accounts.person import LOCAL
    from data.figures.observation import NewFigure
    from data.figures.reading import history
    from data.figures.writing import enter_figure
    from scoring.period import Month

    store = open_store(folder)
    try:
        month = Month(2022, 6)
        (before,) = history(store, LOCAL, UNIT, code, month)
        figure = NewFigure(code, numerator=Fraction(numerator), denominator=Fraction(denominator), note="đếm lại")
        enter_figure(store, LOCAL, UNIT, month, figure, seen=before.seq)
    finally:
        store.close()
