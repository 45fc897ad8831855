"""``tests/cases/leaves.yaml``: whole leaves as criteria files write them, from months to points, by Python and SQL."""

from collections.abc import Mapping
from typing import Any

import duckdb
import pytest

from data.bulk.engine import bulk_scores, bulk_totals
from data.bulk.whole_year import scores_of_year
from data.criteria.compile import compile_table
from data.criteria.schema import TableKeys
from data.language import render
from data.scores.rule_lines import rule_lines
from scoring.explanation import explain, explain_gap
from scoring.gap import gap
from scoring.goal import explain_goal
from scoring.lint import lint
from scoring.quantity import Quantity
from scoring.table import Table
from scoring.totals import score_table
from scoring.year import Figure, year_figure
from tests.scoring import case_files
from tests.scoring.case_files import Case, Keys
from tests.scoring.test_cases import month_figure, where, written

SENTENCES = case_files.read(case_files.CASES / "leaves.yaml")["leaves"]
CASES = [Case("leaves.yaml", sentence, keys) for sentence in SENTENCES for keys in sentence["cases"]]
DECEMBER = 12


def table_of(sentence: Keys) -> Table:
    """The leaf in a table of its own; the check lets it pass."""
    leaf = {"id": "1", "title": "Tiêu chí", "reference": {"place": sentence["place"], "quote": sentence["law"]}}
    compiled = compile_table(TableKeys.model_validate({
        "id": "leaves", "edition": "1", "kind": "points", "status": "excerpt", "title": "leaves",
        "not_applicable": sentence.get("not_applicable", "rebase"),
        "indicators": sentence["indicators"], "tree": [{**leaf, **sentence["leaf"]}],
    }))  # fmt: skip
    assert not compiled.refused
    assert [(problem.code, problem.place) for problem in lint(compiled.table)] == []
    return compiled.table


def months_of(table: Table, figures: Mapping[str, Any]) -> dict[str, dict[int, Figure]]:
    """What came in each month, by indicator; one text alone came in December."""
    found = {}
    for code, given in figures.items():
        measure = table.indicators[code].measure
        months = given if isinstance(given, dict) else {DECEMBER: given}
        found[code] = {int(at): month_figure(text, measure) for at, text in months.items()}
    return found


def figures_of(table: Table, months: Mapping[str, Mapping[int, Figure]]) -> dict[str, Quantity]:
    return {code: year_figure(one, months.get(code, {}), DECEMBER) for code, one in table.indicators.items()}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_leaf_gives_what_the_law_says(case: Case) -> None:
    table = table_of(case.sentence)
    figures = figures_of(table, months_of(table, case.keys["figures"]))
    score = score_table(table, figures)
    scored = score.leaves["1"]
    assert scored.state == case.keys.get("state", "measured")
    assert scored.points == case.number("points")
    for bound in ("sure", "possible"):
        if bound in case.keys:
            assert getattr(scored, bound) == case.number(bound), bound
    if "applicable_max" in case.keys:
        assert score.total.applicable_max == case.number("applicable_max")
    found = gap(scored, table)
    if "next" in case.keys:
        assert found is not None and where(found.next) == written(case.keys["next"])
    for key, name in (("repaired", "repaired"), ("added", "added"), ("change", "change"), ("earns", "points")):
        if key in case.keys:
            assert found is not None and found.next is not None
            assert getattr(found.next, name) == case.number(key), key
    if "part" in case.keys:
        assert found is not None and found.next is not None and found.next.part == case.keys["part"]
    if "full" in case.keys:
        assert found is not None and found.full is not None and found.full.part == case.keys["full"]
    assert case.keys.get("told", "") in render(explain(scored, table), "vi")
    assert render(explain(scored, table), "en")
    if "gap" in case.keys:
        said = explain_gap(found, table)
        assert said is not None
        for lang, words in zip(("vi", "en"), case.keys["gap"], strict=True):
            assert words in render(said, lang)
    goal = explain_goal(scored, table)
    assert goal is not None and render(goal, "vi") and render(goal, "en")
    assert rule_lines(scored, table)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: str(sentence["law"])[:60])
def test_the_bulk_statement_gives_the_same_for_every_case(sentence: Keys) -> None:
    table = table_of(sentence)
    months = {f"u{number}": months_of(table, case["figures"]) for number, case in enumerate(sentence["cases"])}
    years = {(unit, DECEMBER): figures_of(table, came) for unit, came in months.items()}
    scores = {key: score_table(table, figures) for key, figures in years.items()}
    rows = bulk_scores(duckdb.connect(), [table], years)
    for row in rows:
        scored = scores[row.unit, row.month].leaves[row.leaf]
        points = None if row.points is None else row.points * table.step
        got = (row.state, points, row.sure * table.step, row.possible * table.step)
        assert got == (scored.state, scored.points, scored.sure, scored.possible), row.unit
    assert scores_of_year(duckdb.connect(), [table], months, list(years)) == rows
    for unit, month, _table, *numbers in bulk_totals(duckdb.connect(), [table], years):
        total = scores[unit, month].total
        names = ("points", "sure", "possible", "applicable_max", "measured_max", "bonus")
        assert numbers == [getattr(total, name) for name in names]
