"""Leaves with several formulas: the cases, and generated ones three ways (the law read directly, evaluator, SQL)."""

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import duckdb
import pytest

from data.bulk.engine import bulk_scores, marked
from data.bulk.load import load_figures, load_rules, statement
from data.bulk.whole_year import scores_of_year
from data.scores.rule_lines import rule_lines
from scoring.evaluator import TableSilent, score_leaf
from scoring.exact import parse_exact
from scoring.explanation import explain
from scoring.expression import parse_expression
from scoring.gap import gap
from scoring.indicator import Formation, Indicator, Measure, Option
from scoring.kinds import KINDS
from scoring.kinds.rule import Rule
from scoring.lint import lint
from scoring.piece import Condition, Term
from scoring.quantity import Quantity, State
from scoring.table import Leaf, Node, NothingArose, Reference, Table, TableKind
from scoring.year import Figure, year_figure
from tests.scoring import case_files, generated, reference
from tests.scoring.case_files import Case, Keys
from tests.scoring.kind_tests import KIND_TESTS
from tests.scoring.test_cases import where, written

ONE_INPUT = ["bands", "proportional", "count_tiers", "interpolate", "per_item", "deduction", "judgement", "target"]
RULES, FIGURES = 270, 80
ANSWERS = [Fraction(1), Fraction(2), Fraction(3), Fraction(5)]


def under(condition: Condition, kind: str, rule: Rule, most: Fraction, code: str) -> list[Term]:
    return [replace(term, when=condition) for term in KINDS[kind].terms(rule, most, parse_expression(code))]


def choice(code: str, answers: list[Fraction]) -> Indicator:
    return Indicator(
        code, code, Measure.CHOICE, formation=Formation.ONCE, options=tuple(Option(a, f"loại {a}") for a in answers)
    )


def table_of(sentence: Keys) -> Table:
    most = parse_exact(sentence["max"])
    terms: list[Term] = []
    for number, formula in enumerate(sentence["formulas"]):
        values = formula["is"] if isinstance(formula["is"], list) else [formula["is"]]
        parameters = dict(formula["rule"])
        kind = parameters.pop("kind")
        condition = Condition("C", tuple(parse_exact(value) for value in values), number)
        terms += under(condition, kind, KINDS[kind].model.model_validate(parameters), most, formula["input"])
    policies = {"zero": NothingArose(Fraction(0)), "not_applicable": NothingArose()}
    leaf = Leaf("L", "", most, tuple(terms), "formulas", nothing_arose=policies[sentence["nothing_arose"]],
                reference=Reference(sentence["place"], sentence["law"]))  # fmt: skip
    ratio = {"numerator": "a", "denominator": "b", "formation": Formation.LATEST, "part_of_whole": False}
    indicators: dict[str, Any] = {code: Indicator(code, code, Measure.RATIO, **ratio) for code in "XY"}  # type: ignore[arg-type]
    indicators["C"] = choice("C", [parse_exact(answer) for answer in sentence["choices"]])
    return Table("cases", "1", TableKind.POINTS, "", Node("t", "", (leaf,), most), indicators)


def figures_of(case: Case) -> dict[str, Quantity]:
    answer = case.keys["choice"]
    found = {"C": Quantity(State(answer)) if answer == "not_applicable"
             else case_files.quantity(None, None, case_files.number(answer))}  # fmt: skip
    for code in "XY":
        text = case.keys[code]
        parts = [None, None] if text is None or text == "null" else [Fraction(part) for part in text.split("/")]
        found[code] = case_files.quantity(parts[0], parts[1], None)
    return found


SENTENCES = case_files.read(case_files.CASES / "formulas.yaml")["formulas"]
CASES = [Case("formulas.yaml", sentence, keys) for sentence in SENTENCES for keys in sentence["cases"]]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_formula_that_applies_is_kept(case: Case) -> None:
    table, figures = table_of(case.sentence), figures_of(case)
    scored = score_leaf(table.leaves[0], figures, table)
    assert scored.state == case.keys.get("state", "measured")
    assert scored.points == case.number("points")
    for bound in ("sure", "possible"):
        if bound in case.keys:
            assert getattr(scored, bound) == case.number(bound), bound
    if "reads" in case.keys:
        assert [code for code, _quantity in scored.read] == case.keys["reads"]
    found = gap(scored, table)
    if "next" in case.keys:
        assert found is not None and where(found.next) == written(case.keys["next"])
    assert explain(scored, table).text
    applied = [line.applied for _term, lines in rule_lines(scored, table) for line in lines]
    assert applied.count(True) == (scored.state is State.MEASURED)
    (row,) = bulk_scores(duckdb.connect(), [table], {("u", 1): figures})
    points = None if row.points is None else row.points * table.step
    got = (row.state, points, row.sure * table.step, row.possible * table.step)
    assert got == (scored.state, scored.points, scored.sure, scored.possible)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: str(sentence["place"]))
def test_the_lint_accepts_every_sentence(sentence: Keys) -> None:
    assert lint(table_of(sentence)) == []


def draw(number: int, random: Random) -> tuple[Table, list[tuple[tuple[Fraction, ...], Rule, str]], list[Fraction]]:
    """A table of one leaf with two to four formulas; the law's parameters by their answers; where figures are tried."""
    step = random.choice(generated.STEPS)
    most = generated.maximum(random, step)
    least = -step * random.randint(0, 40) if random.random() < 0.3 else Fraction(0)
    answers = random.sample(ANSWERS, random.randint(2, 4))
    shared = random.random() < 0.3 and len(answers) > 2
    groups = [tuple(answers[:2]), *((a,) for a in answers[2:])] if shared else [(a,) for a in answers]
    terms: list[Term] = []
    law: list[tuple[tuple[Fraction, ...], Rule, str]] = []
    numbers: list[Fraction] = []
    for at, values in enumerate(groups):
        kind, code = random.choice(ONE_INPUT), f"X{number}_{random.choice([at, 0])}"
        parameters = KIND_TESTS[kind].draw(random)
        rule = KINDS[kind].model.model_validate(parameters)
        terms += under(Condition(f"C{number}", values, at), kind, rule, most, code)
        law.append((values, rule, code))
        numbers += KIND_TESTS[kind].bounds(parameters)
    policy = random.choice([None, NothingArose(most), NothingArose(Fraction(0)), NothingArose(),
                            NothingArose(instead=parse_expression(f"X{number}_9"))])  # fmt: skip
    leaf = Leaf(f"L{number}", "", most, tuple(terms), "formulas", lowest=least, nothing_arose=policy)
    indicators = {code: Indicator(code, "", Measure.RATIO, part_of_whole=False) for code in leaf.inputs}
    indicators[f"C{number}"] = choice(f"C{number}", answers)
    table = Table(f"t{number}", "1", TableKind.POINTS, "", Node("t", "", (leaf,)), indicators, step=step)
    return table, law, numbers or [Fraction(0), Fraction(1), most]


def test_generated_formulas_three_ways() -> None:
    random = Random("formulas")
    drawn = [draw(number, random) for number in range(RULES)]
    pairs: dict[tuple[str, str], generated.Pair] = {}
    figures: dict[tuple[str, int], dict[str, Quantity]] = {}
    for at in range(FIGURES):
        found: dict[str, Quantity] = {}
        for table, _law, numbers in drawn:
            for code, indicator in table.indicators.items():
                if indicator.measure is Measure.CHOICE:
                    value = random.choice(indicator.options).value
                    state = random.choice([State.MISSING, State.NOT_APPLICABLE, State.NOTHING_AROSE])
                    found[code] = Quantity(State.MEASURED, value) if random.random() < 0.85 else Quantity(state)
                    continue
                pair = pairs[f"u{at}", code] = generated.figure(random, numbers)
                counted = Figure(State.MEASURED, Fraction(pair[0]), Fraction(pair[1]))
                found[code] = (
                    year_figure(indicator, {1: counted}, 1) if random.random() < 0.95 else Quantity(State.MISSING)
                )
        figures[f"u{at}", 1] = found
    connection = duckdb.connect()
    loaded = load_figures(connection, load_rules(connection, [table for table, _law, _numbers in drawn]), figures)
    connection.execute(statement("score"))
    rows = connection.execute(statement("rows")).fetchall()
    exact = set(marked(connection))
    assert len(rows) == RULES * FIGURES >= 20_000
    compared = {"law": 0, "sql": 0, "range": 0}
    for unit, month, number, _state, *units in rows:
        table, law, _numbers = drawn[number]
        (leaf,), known = table.leaves, figures[loaded.units[unit], month]
        try:
            scored = score_leaf(leaf, known, table)
        except TableSilent:
            assert (unit, month, number) in exact
            continue
        answer = known[f"C{number}"]
        if answer.x is not None:
            rule, code = next((rule, code) for values, rule, code in law if answer.x in values)
            if known[code].state is State.MEASURED:
                pair = pairs[loaded.units[unit], code]
                expected = reference.points_of(rule, [pair], leaf.max, leaf.lowest, table.step)
                assert (scored.state, scored.points) == (State.MEASURED, expected)
                compared["law"] += 1
        elif answer.state is State.MISSING:
            each = [score_leaf(leaf, {**known, f"C{number}": Quantity(State.MEASURED, values[0])}, table)
                    for values, _rule, _code in law]  # fmt: skip
            assert scored.state is State.MISSING
            assert scored.sure == min(one.sure for one in each)
            assert scored.possible == max(one.possible for one in each)
            compared["range"] += 1
        if (unit, month, number) not in exact:
            points, sure, possible = (None if at is None else at * table.step for at in units)
            assert (points, sure, possible) == (scored.points, scored.sure, scored.possible), (leaf, known)
            compared["sql"] += 1
    assert compared["law"] >= RULES * FIGURES // 2 and compared["range"] > 300, compared
    assert compared["sql"] >= RULES * FIGURES * 3 // 4, compared


def test_from_months_to_formulas_in_sql() -> None:
    random = Random("formulas by month")
    tables = []
    while len(tables) < 60:
        table, _law, _numbers = draw(len(tables), random)
        codes = {code: replace(one, every=random.choice([1, 3])) for code, one in table.indicators.items()}
        table = replace(table, indicators=codes)
        if not any(problem.code in {"C130", "C131"} for problem in lint(table)):
            tables.append(table)
    observed: dict[str, dict[str, dict[int, Figure]]] = {f"u{number}": {} for number in range(20)}
    for codes in observed.values():
        for table in tables:
            for code, one in table.indicators.items():
                answers = [Figure(State.MEASURED, value=option.value) for option in one.options]
                whole = Fraction(random.choice([0, 1, 20, 40]))
                codes[code] = {
                    at: random.choice(answers) if answers
                    else Figure(State.MEASURED, Fraction(random.randint(0, 40)), whole)
                    for at in range(1, 13) if random.random() < 0.9
                }  # fmt: skip
    asked = [(unit, month) for unit in observed for month in (1, 7, 12)]
    rows = scores_of_year(duckdb.connect(), tables, observed, asked)
    by_id = {table.id: table for table in tables}
    assert len(rows) == 60 * 20 * 3
    for row in rows:
        table = by_id[row.table]
        known = {c: year_figure(one, observed[row.unit][c], row.month) for c, one in table.indicators.items()}
        scored = score_leaf(table.leaves[0], known, table)
        points = None if row.points is None else row.points * table.step
        got = (row.state, points, row.sure * table.step, row.possible * table.step)
        assert got == (scored.state, scored.points, scored.sure, scored.possible), table
