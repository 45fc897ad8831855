"""Every case of ``tests/cases``: the sentences of the law, held by the evaluator and by the bulk statement alike."""

from datetime import date
from fractions import Fraction
from typing import Any

import duckdb
import pytest

from data.bulk.engine import bulk_scores
from scoring.evaluator import score_leaf
from scoring.exact import parse_exact, round_half_away
from scoring.explanation import explain, explain_gap
from scoring.expression import parse_expression
from scoring.gap import Step, gap
from scoring.indicator import Formation, Indicator, Measure, Option
from scoring.kinds import KINDS
from scoring.lint import lint
from scoring.quantity import Quantity, State
from scoring.table import Leaf, Node, NothingArose, Reference, Table, TableKind
from scoring.totals import score_table
from scoring.year import Figure, year_figure
from tests.scoring import case_files
from tests.scoring.case_files import Case, Keys


def table_of(sentence: Keys) -> Table:
    """The sentence as a table of one leaf."""
    kind = KINDS[sentence["kind"]]
    most = parse_exact(sentence["max"])
    rule = kind.model.model_validate(sentence["rule"])
    terms = kind.terms(rule, most, None if kind.own_inputs else parse_expression("X"))
    policies = {
        "full": NothingArose(most), "zero": NothingArose(Fraction(0)), "not_applicable": NothingArose(),
        "nothing": None,
    }  # fmt: skip
    leaf = Leaf(
        "L", "", most, terms, sentence["kind"],
        lowest=parse_exact(sentence.get("lowest", "0")),
        nothing_arose=policies[sentence.get("nothing_arose", "nothing")],
        reference=Reference(sentence["place"], sentence["law"]),
    )  # fmt: skip
    measure = Measure("yes_no" if kind.own_inputs else sentence.get("measure", "ratio"))
    indicators = {
        code: Indicator(
            code, code, measure, numerator="a", denominator="b",
            part_of_whole=sentence.get("part_of_whole", "yes") == "yes",
            repairable=sentence.get("repairable", "no") == "yes",
            formation=Formation(sentence.get("year", "sum" if measure is Measure.RATIO else "latest")),
            options=tuple(Option(parse_exact(value), value) for value in sentence.get("choices", [])),
            deadline=date.fromisoformat(sentence["deadline"]).toordinal() if "deadline" in sentence else None,
        )
        for code in leaf.inputs
    }  # fmt: skip
    step = parse_exact(sentence.get("step", "0.01"))
    return Table("cases", "1", TableKind.POINTS, "", Node("t", "", (leaf,), most), indicators, step=step)


def figures_of(case: Case) -> dict[str, Quantity]:
    if "answers" in case.keys:
        answers = case.keys["answers"].items()
        return {code: case_files.quantity(None, None, case_files.number(x)) for code, x in answers}
    return {"X": case_files.quantity(case.number("numerator"), case.number("denominator"), case.number("x"))}


def where(step: Step | None) -> str:
    """A step as the case files write it: "over 90%" is past 9/10 from below, "under 3" from above."""
    if step is None:
        return "none"
    side = ("under " if step.down else "over ") if step.strict else ""
    return f"{side}{step.x}"


def written(text: str) -> str:
    side, _space, number = text.rpartition(" ")
    return text if text == "none" else f"{side} {parse_exact(number)}".strip()


@pytest.mark.parametrize("case", case_files.rule_cases(), ids=str)
def test_the_law_is_kept(case: Case) -> None:
    table = table_of(case.sentence)
    figures = figures_of(case)
    scored = score_leaf(table.leaves[0], figures, table)
    assert scored.state == case.keys.get("state", "measured")
    assert scored.points == case.number("points")
    for bound in ("sure", "possible"):
        if bound in case.keys:
            assert getattr(scored, bound) == case.number(bound), bound
    found = gap(scored, table)
    if "next" in case.keys:
        assert found is not None
        assert where(found.next) == written(case.keys["next"])
    for way in ("repaired", "added", "change"):
        if way in case.keys:
            assert found is not None and found.next is not None
            assert getattr(found.next, way) == case.number(way), way
    assert explain(scored, table).text
    explain_gap(found, table)


@pytest.mark.parametrize("case", case_files.rule_cases(), ids=str)
def test_the_bulk_statement_keeps_it_too(case: Case) -> None:
    table = table_of(case.sentence)
    figures = figures_of(case)
    scored = score_leaf(table.leaves[0], figures, table)
    (row,) = bulk_scores(duckdb.connect(), [table], {("u", 1): figures})
    points = None if row.points is None else row.points * table.step
    assert (row.state, points) == (scored.state, scored.points)
    assert (row.sure * table.step, row.possible * table.step) == (scored.sure, scored.possible)


@pytest.mark.parametrize(("name", "sentence"), list(case_files.sentences()), ids=lambda given: str(given)[:60])
def test_the_lint_accepts_every_sentence(name: str, sentence: Keys) -> None:
    problems = lint(table_of(sentence))
    assert not [(problem.code, problem.message) for problem in problems], name


def test_every_kind_has_cases() -> None:
    assert set(case_files.kinds()) == set(KINDS)


def month_figure(text: Any, measure: Measure) -> Figure:
    if text in {state.value for state in State}:
        return Figure(State(text))
    if measure is Measure.DATE:
        return Figure(State.MEASURED, value=Fraction(date.fromisoformat(text).toordinal()))
    if "/" in text:
        numerator, denominator = (Fraction(part) for part in text.split("/"))
        return Figure(State.MEASURED, numerator, denominator)
    return Figure(State.MEASURED, value=parse_exact(text))


@pytest.mark.parametrize("case", case_files.year_cases(), ids=str)
def test_months_become_a_year(case: Case) -> None:
    deadline = case.sentence.get("deadline")
    indicator = Indicator(
        "X", "", Measure(case.sentence["measure"]), formation=Formation(case.sentence["year"]),
        every=int(case.sentence.get("every", "1")),
        deadline=date.fromisoformat(deadline).toordinal() if deadline else None,
    )  # fmt: skip
    months = {int(at): month_figure(text, indicator.measure) for at, text in case.keys["months"].items()}
    found = year_figure(indicator, months, int(case.keys["month"]))
    assert found.state == case.keys.get("state", "measured")
    assert found.x == case.number("x")
    for name in ("numerator", "denominator", "partial"):
        if name in case.keys:
            assert getattr(found, name) == case.number(name), name
    if "missing" in case.keys:
        assert found.missing_months == tuple(int(at) for at in case.keys["missing"])
    for name in ("low", "high"):
        if name in case.keys:
            assert getattr(found.bounds, name) == case.number(name), name


@pytest.mark.parametrize("case", case_files.total_cases(), ids=str)
def test_leaves_become_an_index(case: Case) -> None:
    kind = KINDS["judgement"]
    leaves, figures = [], {}
    for number, keys in enumerate(case.keys["leaves"]):
        code, most = f"X{number}", parse_exact(keys["max"])
        terms = kind.terms(kind.model.model_validate({}), most, parse_expression(code))
        leaves.append(Leaf(code, "", most, terms, "judgement", lowest=parse_exact(keys.get("lowest", "0"))))
        x = parse_exact(keys["points"]) if "points" in keys else None
        figures[code] = Quantity(State(keys.get("state", "measured")), x)
    indicators = {code: Indicator(code, "", Measure.NUMBER) for code in figures}
    table = Table(
        "totals", "1", TableKind.POINTS, "", Node("t", "", tuple(leaves)), indicators,
        step=parse_exact(case.keys.get("step", "0.01")),
        rebase=case.keys.get("not_applicable", "rebase") == "rebase",
    )  # fmt: skip
    total = score_table(table, figures).total
    for name in ("points", "sure", "possible", "applicable_max", "measured_max"):
        if name in case.keys:
            assert getattr(total, name) == case.number(name), name
    for name in ("index", "index_sure", "index_possible"):
        if name in case.keys:
            share: Fraction | None = getattr(total, name)
            shown = None if share is None else round_half_away(share * 100, Fraction(1, 100))
            assert shown == case.number(name), name
