"""A table with cap, gate, bonus, penalty and formulas on its way out: workbook, JSON, the list of what is missing."""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from unittest import mock

import pytest

from data.accounts.person import LOCAL
from data.evidence.coverage import coverage
from data.exports import export
from data.language import render
from data.scores.gaps import GateGap, LeafGap, largest_gaps
from data.scores.gates import gates, gates_over
from data.scores.missing import missing_figures, open_together
from data.scores.narrowing import Show, leaves_shown
from data.scores.standing import FieldShares, fields, standing
from data.scores.unit import score_unit
from data.store import opening
from data.store.opening import Store, open_store
from scoring.explanation import explain_gap
from scoring.gate import GateState
from tests.exports.grid import books, is_formula, recompute, row_with, rows_by_first_cell
from tests.exports.office import JUNE, UNIT, enter, value

TABLE = """
id: bang-tran
edition: "2022"
kind: points
status: template
title: Bảng thử mức trần và điều kiện
units: [{id: so-thu, name: Sở Thử nghiệm}]
indicators:
  A: {title: Số A, measure: number, year: once}
  UNG_DUNG: {title: Ứng dụng, measure: count, unit: ứng dụng, year: once}
  CHAM: {title: Báo cáo chậm, measure: count, unit: báo cáo, year: once}
  PHAT: {title: Văn bản trái luật, measure: count, unit: văn bản, year: once}
  THUONG: {title: Sáng kiến, measure: count, unit: sáng kiến, year: once}
  KE_HOACH: {title: Đã ban hành kế hoạch, measure: yes_no, year: once}
  LOAI:
    title: Loại đơn vị
    measure: choice
    year: once
    options: [{value: 1, title: Có TTHC}, {value: 2, title: Không}]
tree:
  - id: I
    title: Có mức trần
    max: 10
    cap: 10
    children:
      - id: I.1
        title: Một
        max: 8
        input: UNG_DUNG
        rule: {kind: per_item, points: 2}
        reference: {place: "1", quote: a}
      - id: I.2
        title: Hai
        max: 6
        input: CHAM
        rule: {kind: deduction, each: 1}
        reference: {place: "1", quote: b}
  - id: II
    title: Có điều kiện
    max: 90
    gate: {input: KE_HOACH, at_most: 0, words: không ban hành kế hoạch}
    children:
      - id: II.1
        title: Nhiều công thức
        max: 90
        reference: {place: "1", quote: c}
        formulas:
          - {when: {input: LOAI, is: 1}, input: A, rule: {kind: judgement}}
          - {when: {input: LOAI, is: 2}, input: A, rule: {kind: interpolate, from: 0, to: 90, to_points: 45}}
  - id: T
    title: Điểm thưởng
    max: 2
    bonus: yes
    children:
      - id: T.1
        title: Sáng kiến
        max: 4
        input: THUONG
        rule: {kind: per_item, points: 1}
        reference: {place: "1", quote: d}
  - id: P
    title: Điểm phạt
    max: 0
    lowest: -2
    input: PHAT
    rule: {kind: deduction, each: 0.5}
    reference: {place: "1", quote: e}
"""
FIGURES = {"UNG_DUNG": "4", "CHAM": "1", "PHAT": "1", "THUONG": "3", "A": "45"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    criteria = tmp_path / "criteria"
    criteria.mkdir()
    (criteria / "bang-tran.yaml").write_text(TABLE, encoding="utf-8")
    with mock.patch.object(opening, "SHIPPED", criteria):
        store = open_store(tmp_path / "store")
    assert not store.criteria.refused, store.criteria.refused[0].problems
    enter(store, JUNE, *(value(code, number) for code, number in FIGURES.items()))
    yield store
    store.close()


def test_what_a_gate_waits_for_is_asked_for(office: Store) -> None:
    scored = score_unit(office, LOCAL, office.criteria.tables["bang-tran"], UNIT, JUNE)
    found = {one.indicator.code: one for one in missing_figures(scored)}
    assert set(found) == {"KE_HOACH", "LOAI"}
    assert (found["KE_HOACH"].leaves, [node.id for node in found["KE_HOACH"].gates]) == ((), ["II"])
    assert all(one.ours for one in found.values())
    assert open_together(scored, list(found.values())) == 45  # II.1 stands below the gate: not twice
    assert open_together(scored, [found["LOAI"]]) == Fraction(45, 2)
    assert found["KE_HOACH"].open == 45
    assert found["LOAI"].open == Fraction(45, 2)  # one formula gives 22,5, the other 45
    assert (scored.score.total.points, scored.score.total.measured_max) == (Fraction(23, 2), 10)


def test_the_gate_says_what_it_reads_and_where_that_came_from(office: Store) -> None:
    table = office.criteria.tables["bang-tran"]
    (gate,) = gates(score_unit(office, LOCAL, table, UNIT, JUNE))
    assert (gate.node.id, gate.state, gate.words, gate.sources) == (
        "II",
        GateState.UNKNOWN,
        "không ban hành kế hoạch",
        (),
    )
    enter(office, JUNE, value("KE_HOACH", "0"))
    scored = score_unit(office, LOCAL, table, UNIT, JUNE)
    (gate,) = gates(scored)
    assert (gate.state, [one.indicator for one in gate.sources]) == (GateState.CLOSED, ["KE_HOACH"])
    enter(office, JUNE, value("LOAI", "1"))
    scored = score_unit(office, LOCAL, table, UNIT, JUNE)
    closed, p = largest_gaps(scored)
    assert isinstance(closed, GateGap) and (closed.gate.node.id, closed.lost) == ("II", 45)
    assert isinstance(p, LeafGap) and (p.leaf.id, p.lost) == ("P", Fraction(1, 2))
    assert standing(scored).losing == 2  # the leaf below the gate, and P
    over = {leaf.id: [one.node.id for one in gates_over(scored, leaf)] for leaf in table.leaves}
    assert over == {"I.1": [], "I.2": [], "II.1": ["II"], "T.1": [], "P": []}


def test_a_bonus_that_is_not_earned_is_not_lost(office: Store) -> None:
    table = office.criteria.tables["bang-tran"]
    scored = score_unit(office, LOCAL, table, UNIT, JUNE)
    leaf = next(leaf for leaf in table.leaves if leaf.id == "T.1")
    found = scored.gap(leaf)
    assert found is not None and found.next is not None
    assert (found.lost, found.more, found.next.points, found.next.change) == (0, 1, 4, 1)
    said = explain_gap(found, table)
    assert said is not None and render(said, "en").startswith("To earn 4")
    losing = ["P"]  # I.2 has 5 of 6, but I is at its cap without it: nothing is lost
    assert [gap.leaf.id for gap in largest_gaps(scored) if isinstance(gap, LeafGap)] == losing
    assert sum(gap.lost for gap in largest_gaps(scored)) == scored.score.total.lost == Fraction(1, 2)
    shown = leaves_shown(scored, coverage(office, LOCAL, table, UNIT, 2022), Show.LOST)
    assert [leaf.id for leaf in shown] == losing
    assert standing(scored).losing == 1
    line = json.loads(export(office, LOCAL, table, UNIT, JUNE, "json").content)["lines"][3]
    assert (line["id"], line["gap"]["lost"], line["gap"]["more"]) == ("T.1", "0", "1")


def test_a_bonus_is_drawn_up_to_its_ceiling_and_penalties_over_the_most_they_take(office: Store) -> None:
    table = office.criteria.tables["bang-tran"]
    enter(office, JUNE, value("THUONG", "1"))
    scored = score_unit(office, LOCAL, table, UNIT, JUNE)
    drawn = {one.part.id: one.shares for one in fields(scored, coverage(office, LOCAL, table, UNIT, 2022))}
    assert drawn["I"] == FieldShares(earned=Fraction(1))  # held at its cap
    assert drawn["II"] == FieldShares(open=Fraction(1))
    assert drawn["T"] == FieldShares(earned=Fraction(1, 2), bonus=Fraction(1, 2))
    assert drawn["P"] == FieldShares(lost=Fraction(1, 4))


@pytest.mark.parametrize(("plan", "points", "told"), [("0", "11.5", ["I", "II", "T"]), ("1", "56.5", ["I", "T"])])
def test_the_workbook_and_the_json_add_up(office: Store, plan: str, points: str, told: list[str]) -> None:
    enter(office, JUNE, value("KE_HOACH", plan), value("LOAI", "1"))
    table = office.criteria.tables["bang-tran"]
    found = json.loads(export(office, LOCAL, table, UNIT, JUNE, "json").content)
    assert (found["points"], found["max"], found["bonus"], found["bonus_max"]) == (points, "100", "2", "2")
    assert [held["id"] for held in found["held"]] == told
    assert all(held["explanation_vi"] and held["explanation_en"] for held in found["held"])
    formulas, values = books(export(office, LOCAL, table, UNIT, JUNE, "xlsx").content)
    sheet = formulas.worksheets[0]
    for row in sheet.iter_rows():
        for cell in row:
            if is_formula(sheet, cell.coordinate):
                stored = values.worksheets[0][cell.coordinate].value
                expected = recompute(sheet, cell.coordinate)
                assert (stored or "") == "" if expected == "" else float(expected) == pytest.approx(float(stored))  # type: ignore[arg-type]
    rows = rows_by_first_cell(sheet)
    assert [recompute(sheet, f"C{rows[name]}") for name in ("I", "II", "T")] == [10, 90, 2]
    assert sheet[f"H{rows['I']}"].value == "Các mục con cộng lại 13 điểm: chỉ tính 10 theo mức trần."
    assert recompute(sheet, f"C{row_with(sheet, 'Tổng cộng')}") == 100
    assert recompute(sheet, f"D{row_with(sheet, 'Tổng điểm của phần đã có điểm')}") == Fraction(points)
