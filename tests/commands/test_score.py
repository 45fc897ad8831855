"""``thuoc score`` on the demo store equals the law read by the tests' own reference, leaf by leaf."""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from data.accounts.person import LOCAL
from data.exports.json_score import score_object
from data.scores.unit import score_unit
from data.store.opening import open_store
from data.units.known import find_table
from scoring.period import Month
from tests.commands.by_law import points_by_law, table_keys, total_by_law
from tests.commands.conftest import PLAN, TEMPLATE, UNIT, Command


@pytest.mark.parametrize("month", [5, 12])
@pytest.mark.parametrize("name", [PLAN, TEMPLATE])
def test_every_leaf_and_the_total_equal_the_law(thuoc: Command, demo_store: Path, name: str, month: int) -> None:
    ran = thuoc("score", "--table", name, "--unit", UNIT, "--month", f"2022-{month:02}", "--json", store=demo_store)
    assert ran.code == 0, ran.err
    agrees_with_the_law(ran.json, name, month)


def test_every_month_of_the_demo_year_equals_the_law(demo_store: Path) -> None:
    store = open_store(demo_store)
    try:
        for name, number in product((PLAN, TEMPLATE), range(1, 13)):
            scored = score_unit(store, LOCAL, find_table(store, name), UNIT, Month(2022, number))
            agrees_with_the_law(score_object(store, LOCAL, scored), name, number)
    finally:
        store.close()


def agrees_with_the_law(score: dict[str, Any], name: str, month: int) -> None:
    expected = points_by_law(name, month)
    found = {line["id"]: None if line["points"] is None else Fraction(line["points"]) for line in score["lines"]}
    assert found == expected, month
    known = [points for points in expected.values() if points is not None]
    if name == TEMPLATE:
        total, measured = total_by_law(name, month)
        assert (Fraction(score["points"]), Fraction(score["measured_max"])) == (total, measured), month
        assert Fraction(score["points_sure"]) <= Fraction(score["points_possible"]) <= 100
    else:
        assert int(score["met"]) == sum(1 for points in known if points == 1)
        assert int(score["unmet"]) == sum(1 for points in known if points == 0)
        assert int(score["unknown"]) == len(expected) - len(known)


def test_a_figure_that_has_not_come_is_missing_and_widens_the_range(thuoc: Command, demo_store: Path) -> None:
    november, december = (
        thuoc("score", "--table", TEMPLATE, "--unit", UNIT, "--month", m, "--json", store=demo_store).json
        for m in ("2022-11", "2022-12")
    )
    before, line = ({one["id"]: one for one in score["lines"]}["7.1.1"] for score in (november, december))
    assert before["state"] == "measured"
    assert line["state"] == "missing" and line["points"] is None
    assert "tháng 12" in line["explanation_vi"]
    low, high = (Fraction(december[key]) for key in ("points_sure", "points_possible"))
    assert high - low >= Fraction(line["max"])
    assert high <= 100


def test_the_refused_row_of_november_is_missing_and_every_measured_line_has_its_source(
    thuoc: Command, demo_store: Path
) -> None:
    ran = thuoc("score", "--table", TEMPLATE, "--unit", UNIT, "--month", "2022-12", "--json", store=demo_store)
    lines = {line["id"]: line for line in ran.json["lines"]}
    assert lines["7.2.2.2"]["state"] == "missing"
    assert "tháng 11" in lines["7.2.2.2"]["explanation_vi"]
    assert ran.json["demo"] is True
    for line in ran.json["lines"]:
        assert line["explanation_vi"] and line["explanation_en"] and line["explanation_vi"] != line["explanation_en"]
        if line["state"] == "measured":
            assert line["sources"], line["id"]
            assert all(s.get("cell") or s.get("person") for s in line["sources"]), line["sources"]
            assert line["rule"]


def test_numbers_are_decimal_texts(thuoc: Command, demo_store: Path) -> None:
    found = thuoc("score", "--table", TEMPLATE, "--unit", UNIT, "--month", "2022-05", "--json", store=demo_store).json
    index = Fraction(found["index_numerator"]) / Fraction(found["index_denominator"]) * 100
    assert isinstance(found["index"], str)
    assert abs(Fraction(found["index"]) - index) <= Fraction(1, 2 * 10**6)
    assert Decimal(found["max"]) == 100
    assert (
        len(found["lines"]) == sum(1 for _ in points_by_law(TEMPLATE, 5)) and table_keys(TEMPLATE).id == found["table"]
    )
