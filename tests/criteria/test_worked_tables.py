"""The tables of decision 766 and of Cà Mau: worked by hand in ``tests/cases``, by the evaluator and by the bulk SQL."""

import re
from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import Any

import duckdb
import pytest

from data.bulk.engine import bulk_scores, bulk_totals
from data.criteria.compile import compile_table
from data.criteria.folder import SHIPPED, load_folders
from data.criteria.schema import NodeKeys, TableKeys
from data.criteria.yaml_text import read_yaml
from data.language import render
from scoring.evaluator import score_leaf
from scoring.exact import parse_exact, round_half_away
from scoring.explanation import explain, explain_gap
from scoring.gap import gap
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import point
from scoring.quantity import Quantity, State
from scoring.table import Node, NothingArose, Table
from scoring.totals import TableScore, score_table
from tests.criteria.test_template_year import counted, quantity, random_figure
from tests.scoring import case_files

TABLES = load_folders([SHIPPED]).tables
FILES = [case_files.read(case_files.CASES / f"{name}.yaml") for name in ("ca-mau-1880-2013", "qd-766-2022")]
CASES = [(file, case) for file in FILES for case in (file["year"], *file["changed"])]
TOTALS = ("points", "sure", "possible", "applicable_max", "measured_max", "bonus")


def figures_of(file: Mapping[str, Any], case: Mapping[str, Any]) -> dict[str, Quantity]:
    texts = {**file["year"]["figures"], **case["figures"]}
    indicators = TABLES[file["table"]].reads
    assert set(texts) == set(indicators)
    return {code: quantity(indicators[code], text) for code, text in texts.items()}


def points_of(score: TableScore, name: str) -> Fraction | None:
    part = next(part for _depth, part in score.table.tree.walk() if part.id == name)
    return score.of(part).points if isinstance(part, Node) else score.leaves[name].points


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file['table']}: {case['say']}" for file, case in CASES])
def test_each_case_comes_to_what_was_worked_by_hand(file: Mapping[str, Any], case: Mapping[str, Any]) -> None:
    table, figures = TABLES[file["table"]], figures_of(file, case)
    score = score_table(table, figures)
    by_hand = {name: case_files.number(text) for name, text in case["points"].items()}
    assert {name: points_of(score, name) for name in by_hand} == by_hand
    totals = {name: parse_exact(text) for name, text in case["total"].items()}
    assert {name: getattr(score.total, name) for name in totals} == totals
    if "index" in case:
        assert score.total.index is not None
        assert round_half_away(score.total.index * 100, Fraction(1, 100)) == parse_exact(case["index"])
    for line in score.leaves.values():
        for lang in ("vi", "en"):
            assert render(explain(line, table), lang)
        explain_gap(gap(line, table), table)


def in_both(table: Table, years: list[dict[str, Quantity]]) -> None:
    """The bulk statement gives each leaf and the total to the last digit as the evaluator does."""
    given = {(f"u{number}", 1): figures for number, figures in enumerate(years)}
    scores = {key: score_table(table, figures) for key, figures in given.items()}
    rows = bulk_totals(duckdb.connect(), [table], given)
    assert len(rows) == len(years)
    for unit, month, _table, *numbers in rows:
        assert tuple(numbers) == tuple(getattr(scores[unit, month].total, name) for name in TOTALS)
    leaves = bulk_scores(duckdb.connect(), [table], given)
    assert len(leaves) == len(years) * len(table.leaves)
    for row in leaves:
        line = scores[row.unit, row.month].leaves[row.leaf]
        steps = (row.points, row.sure, row.possible)
        found = (None if number is None else number * table.step for number in steps)
        assert (row.state, *found) == (line.state, line.points, line.sure, line.possible), row.leaf


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["table"])
def test_the_bulk_statement_gives_the_same_for_every_case(file: Mapping[str, Any]) -> None:
    in_both(TABLES[file["table"]], [figures_of(file, case) for case in (file["year"], *file["changed"])])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["table"])
def test_each_criterion_is_worked_by_hand(file: Mapping[str, Any]) -> None:
    assert set(file["year"]["points"]) == {part.id for _depth, part in TABLES[file["table"]].tree.walk()}


def any_figure(indicator: Indicator, random: Random) -> Quantity:
    whole = Fraction(random.choice([0, 0, 1, 30, 1200]))
    if indicator.measure is Measure.COUNT and random.random() < 0.9:
        return Quantity(State.MEASURED, whole, bounds=point(whole))
    if indicator.measure is Measure.CHOICE and random.random() < 0.9:
        x = random.choice(indicator.options).value
        return Quantity(State.MEASURED, x, bounds=point(x))
    if indicator.formation is Formation.MONTHS_COVERED:
        return counted(Fraction(random.randint(0, 4)), Fraction(4))
    if indicator.measure in (Measure.COUNT, Measure.CHOICE):
        return Quantity(random.choice([State.MISSING, State.NOT_APPLICABLE, State.NOTHING_AROSE]))
    return random_figure(indicator, random)


@pytest.mark.parametrize("name", [file["table"] for file in FILES])
def test_any_year_stays_in_its_bounds_and_is_the_same_in_bulk(name: str) -> None:
    table, random = TABLES[name], Random(name)
    years = [{code: any_figure(one, random) for code, one in table.reads.items()} for _number in range(60)]
    in_both(table, years)
    for figures in years:
        score = score_table(table, figures)
        assert score.total.sure <= score.total.possible and score.total.points <= table.max
        for leaf in table.leaves:
            line = score.leaves[leaf.id]
            assert leaf.lowest <= line.sure <= line.possible <= leaf.highest, leaf.id
            assert line.points is None or line.sure == line.points == line.possible, leaf.id


def test_the_decision_has_four_policies_for_an_empty_denominator_and_each_reading_is_marked() -> None:
    table = TABLES["qd-766-2022"]
    policies = {leaf.id: leaf.nothing_arose for leaf in table.leaves if leaf.nothing_arose is not None}
    assert {name for name, one in policies.items() if one == NothingArose(Fraction(6))} == {"5.2", "5.3"}
    assert {name for name, one in policies.items() if one == NothingArose(Fraction(0))} == {"3.5", "3.5b", "3.6", "5.4"}
    assert {name for name, one in policies.items() if one.instead} == {"1.4"}
    assert {leaf.id for leaf in table.leaves} - set(policies) == {"2.2", "4.4", "5.1"}  # tracked, or as published
    assert [part.max for part in table.tree.children] == [18, 20, 22, 22, 18] and table.max == 100
    assert all(leaf.reference.derived and leaf.reference.quote for leaf in table.leaves)
    assert not any(piece.words for leaf in table.leaves for term in leaf.terms for piece in term.pieces)
    for name in ("3.1", "3.2", "3.3"):
        assert "CẦN XÁC NHẬN" in next(leaf for leaf in table.leaves if leaf.id == name).note
    assert "cần xác nhận" in table.title and "CẦN XÁC NHẬN" in table.notes[0]


EMPTY = {
    "5.2": ({"CSPV_PAKN_DUNG_HAN": "0/0"}, State.NOTHING_AROSE, 6),
    "5.4": ({"CSPV_HO_SO_QUA_HAN": "0/0", "CSPV_HO_SO_KHONG_HAI_LONG": "0/0"}, State.NOTHING_AROSE, 0),
    "1.4": (
        {
            "CSPV_HO_SO_DONG_BO": "30", "CSPV_HO_SO_BCQG": "0", "CSPV_HO_SO_DVCQG": "0",
            "last_year(CSPV_HO_SO_BCQG)": "1200", "last_year(CSPV_HO_SO_DVCQG)": "1100", "month()": "1",
        },
        State.MEASURED,
        Fraction("1.8"),
    ),
    "1.1": ({"CSPV_CONG_BO_DUNG_HAN": "0/0"}, State.NOT_APPLICABLE, None),
}  # fmt: skip


def test_the_four_policies_of_the_readme_are_those_of_the_table_and_earn_what_it_says() -> None:
    table = TABLES["qd-766-2022"]
    readme = (SHIPPED / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## Bốn cách xử lý mẫu số bằng 0")[2].partition("\n## ")[0]
    shown = re.findall(r"```yaml\n# leaf\n(.*?)```", section, re.DOTALL)
    found = {}
    for example in shown:
        keys = NodeKeys.model_validate({"title": "1", **read_yaml(example).content})  # type: ignore[dict-item]
        tree = TableKeys.model_validate({
            "id": "x", "edition": "1", "kind": "points", "status": "excerpt", "title": "x", "tree": [keys],
            "indicators": {"X": {"title": "x", "measure": "count", "year": "sum"}},
        })  # fmt: skip
        (leaf,) = compile_table(tree).table.leaves
        of_table = next(one for one in table.leaves if one.id == leaf.id)
        assert (leaf.terms, leaf.nothing_arose, leaf.max) == (of_table.terms, of_table.nothing_arose, of_table.max)
        texts, _state, _points = EMPTY[leaf.id]
        line = score_leaf(leaf, {code: quantity(table.reads[code], text) for code, text in texts.items()}, table)
        found[leaf.id] = (texts, line.state, line.points)
    assert found == EMPTY
