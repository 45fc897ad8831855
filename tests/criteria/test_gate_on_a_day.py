"""A gate on the day of a plan: "Không ban hành kế hoạch thì không chấm", asked of the date itself."""

from fractions import Fraction

import pytest

from data.criteria.check import check
from data.language import render
from scoring.gate import GateState
from scoring.held import explain_held
from scoring.quantity import Quantity, State
from scoring.totals import score_table

TABLE = """
id: cua-theo-ngay
edition: "1"
kind: points
status: excerpt
title: Kế hoạch
indicators:
  NGAY: {title: Ngày ban hành, measure: date, year: once, deadline: 2022-01-31, none: Không ban hành}
  SO: {title: Số việc, measure: count, year: sum}
tree:
  - id: I
    title: Chỉ đạo
    max: 2
    gate: {input: NGAY, GATE}
    children:
      - id: "1"
        title: Kết quả
        max: 2
        input: SO
        rule: {kind: per_item, points: 1}
        reference: {place: "1", quote: "mỗi việc 1 điểm"}
"""
CLOSED = "nothing_arose: closed, words: Không ban hành thì không chấm"


@pytest.mark.parametrize(
    ("day", "state", "points", "possible"),
    [
        (Quantity(State.MEASURED, Fraction(0)), GateState.OPEN, 2, 2),
        (Quantity(State.MEASURED, Fraction(300)), GateState.OPEN, 2, 2),
        (Quantity(State.NOTHING_AROSE), GateState.CLOSED, 0, 0),
        (Quantity(State.MISSING), GateState.UNKNOWN, 0, 2),
    ],
)
def test_only_the_day_that_never_came_closes_it(day: Quantity, state: GateState, points: int, possible: int) -> None:
    table = check(TABLE.replace("GATE", CLOSED)).table
    assert table is not None
    found = score_table(table, {"NGAY": day, "SO": Quantity(State.MEASURED, Fraction(2))})
    node = table.nodes[1]
    assert found.gate(node) is state
    assert (found.total.points, found.total.possible) == (points, possible)
    if state is GateState.CLOSED:
        assert "Không ban hành" in render(explain_held(node, found)[0], "vi")


@pytest.mark.parametrize(
    ("gate", "codes"),
    [
        (CLOSED, []),
        ("over: 30, nothing_arose: closed", []),
        ("over: 30", ["C152"]),
        ("nothing_arose: open", ["C038"]),
        ("over: 30, under: 3, nothing_arose: closed", ["C038"]),
    ],
)
def test_a_day_that_may_never_come_is_asked_for(gate: str, codes: list[str]) -> None:
    assert [one.code for one in check(TABLE.replace("GATE", gate)).problems] == codes


def test_a_count_cannot_be_closed_by_nothing_alone() -> None:
    text = TABLE.replace("GATE", CLOSED).replace("input: NGAY", "input: SO")
    assert [one.code for one in check(text).problems] == ["C156"]
