"""``thuoc score`` on the demo store equals the law read by the tests' own reference, leaf by leaf."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tests.commands.by_law import points_by_law, table_keys
from tests.commands.conftest import PLAN, TEMPLATE, UNIT, Command


@pytest.mark.parametrize("month", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("name", [PLAN, TEMPLATE])
def test_every_leaf_and_the_total_equal_the_law(thuoc: Command, demo_store: Path, name: str, month: int) -> None:
    ran = thuoc("score", "--table", name, "--unit", UNIT, "--month", f"2022-{month:02}", "--json", store=demo_store)
    assert ran.code == 0, ran.err
    expected = points_by_law(name, month)
    found = {line["id"]: None if line["points"] is None else Fraction(line["points"]) for line in ran.json["lines"]}
    assert found == expected
    known = [points for points in expected.values() if points is not None]
    if name == TEMPLATE:
        assert Fraction(ran.json["points"]) == sum(known)
        assert Fraction(ran.json["points_sure"]) <= Fraction(ran.json["points_possible"]) <= 100
    else:
        assert int(ran.json["met"]) == sum(1 for points in known if points == 1)
        assert int(ran.json["unmet"]) == sum(1 for points in known if points == 0)
        assert int(ran.json["unknown"]) == len(expected) - len(known)


def test_a_month_that_has_not_come_is_missing_and_widens_the_range(thuoc: Command, demo_store: Path) -> None:
    may, june = (
        thuoc("score", "--table", TEMPLATE, "--unit", UNIT, "--month", m, "--json", store=demo_store).json
        for m in ("2022-05", "2022-06")
    )
    line = {line["id"]: line for line in june["lines"]}["3.3.1.1"]
    assert line["state"] == "missing" and line["points"] is None
    assert "tháng 6" in line["explanation_vi"]

    def width(score: dict[str, str]) -> Fraction:
        return Fraction(score["points_possible"]) - Fraction(score["points_sure"])

    assert width(june) > width(may)
    assert Fraction(june["points_possible"]) <= 100


def test_the_refused_row_of_may_is_missing_and_every_measured_line_has_its_source(
    thuoc: Command, demo_store: Path
) -> None:
    ran = thuoc("score", "--table", PLAN, "--unit", UNIT, "--month", "2022-05", "--json", store=demo_store)
    lines = {line["id"]: line for line in ran.json["lines"]}
    assert lines["II.2.5.g"]["state"] == "missing"
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
