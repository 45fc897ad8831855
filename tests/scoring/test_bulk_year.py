"""Months become a year in SQL as in ``scoring.year``: the case file, and 20,000 generated years."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import duckdb
import pytest

from data.bulk.engine import bulk_scores, settle_marked
from data.bulk.integers import NARROW, WIDE
from data.bulk.load import Loaded, load_rules
from data.bulk.whole_year import Observed, scores_of_year
from data.bulk.year import form_year, load_observations, quantities
from scoring.evaluator import score_leaf
from scoring.expression import Expression, parse_expression
from scoring.indicator import Formation, Indicator, Measure, Option
from scoring.kinds import KINDS
from scoring.quantity import State
from scoring.readings import Behind, figures_read
from scoring.table import Leaf, Node, NothingArose, Table, TableKind
from scoring.year import Figure, year_figure
from tests.scoring import case_files
from tests.scoring.test_cases import month_figure as written_figure
from tests.scoring.test_properties import FORMATIONS, month_figure, table_for

Years = dict[tuple[str, str], dict[int, Figure]]  # by unit and code


def held_equal(indicators: dict[str, Indicator], years: Years, asked: list[tuple[str, int]]) -> tuple[int, int]:
    """Compare every year in SQL with ``year_figure``; how many were compared, and how many left to it."""
    connection = duckdb.connect()
    came = [(unit, code, at, figure) for (unit, code), months in years.items() for at, figure in months.items()]
    load_observations(connection, came)
    form_year(connection, indicators, asked)
    found, left = quantities(connection, indicators)
    compared = 0
    for unit, month in asked:
        for code, indicator in indicators.items():
            expected = year_figure(indicator, years.get((unit, code), {}), month)
            if (unit, month, code) in left:
                assert indicator.formation is Formation.MEAN_OF_MONTHS and indicator.measure is Measure.RATIO
                continue
            got = found[unit, month][code]
            where = (indicator, month, years.get((unit, code)))
            assert (got.state, got.x) == (expected.state, expected.x), where
            if expected.state is State.MISSING:
                wide = expected.bounds if expected.bounds.low is not None or expected.bounds.high is not None else None
                assert wide is None or got.bounds == wide, where
            compared += 1
    return compared, len(left)


@pytest.mark.parametrize("case", case_files.year_cases(), ids=str)
def test_the_cases_hold_in_sql(case: case_files.Case) -> None:
    deadline = case.sentence.get("deadline")
    indicator = Indicator(
        "X", "", Measure(case.sentence["measure"]), formation=Formation(case.sentence["year"]),
        every=int(case.sentence.get("every", "1")),
        deadline=date.fromisoformat(deadline).toordinal() if deadline else None,
    )  # fmt: skip
    months = {int(at): written_figure(text, indicator.measure) for at, text in case.keys["months"].items()}
    held_equal({"X": indicator}, {("u", "X"): months}, [("u", int(case.keys["month"]))])


def test_generated_years() -> None:
    random = Random("years")
    indicators = {}
    for measure, formations in FORMATIONS.items():
        for formation in formations:
            for every in (1, 3, 6):
                code = f"{measure}_{formation}_{every}"
                indicators[code] = Indicator(
                    code, "", measure, formation=formation, every=every, part_of_whole=random.random() < 0.5,
                    options=(Option(Fraction(0), ""), Option(Fraction(1), "")),
                    deadline=700_000 if measure is Measure.DATE else None,
                )  # fmt: skip
    years: Years = {}
    units = [f"u{number}" for number in range(100)]
    for unit in units:
        for code, indicator in indicators.items():
            full = random.choice([0.3, 0.9, 1])
            came = {at: month_figure(indicator, random) for at in range(1, 13) if random.random() < full}
            if random.random() < 0.1:
                came = {at: Figure(State.NOT_APPLICABLE) for at in came}
            years[unit, code] = came
    asked = [(unit, month) for unit in units for month in (1, 2, 6, 7, 12)]
    compared, left = held_equal(indicators, years, asked)
    assert compared >= 20_000
    assert left < compared // 10


def test_from_months_to_scores_in_sql() -> None:
    random = Random("whole year")
    tables, indicators = [], {}
    while len(tables) < 60:
        kind = random.choice(list(KINDS))
        table = table_for(kind, random)
        if table is None:
            continue
        number = len(tables)
        (leaf,) = table.leaves
        names = {code: f"{code}{number}x" for code in table.indicators}
        terms = tuple(replace(term, input=renamed(term.input, names)) for term in leaf.terms)
        if random.random() < 0.1:
            terms = tuple(replace(term, input=parse_expression(f"{term.input.source} + 0")) for term in terms)
        policy = leaf.nothing_arose
        if policy is not None and policy.instead is not None:
            policy = NothingArose(instead=renamed(policy.instead, names), then=policy.then)
        own = {names[code]: replace(one, code=names[code]) for code, one in table.indicators.items()}
        tree = Node("t", "", (replace(leaf, terms=terms, nothing_arose=policy),))
        tables.append(replace(table, id=f"t{number}", tree=tree, indicators=own))
        indicators.update(own)
    units = [f"u{number}" for number in range(30)]
    observed, before = (
        {
            unit: {
                code: {at: month_figure(one, random) for at in range(1, 13) if random.random() < often}
                for code, one in indicators.items()
            }
            for unit in units
        }
        for often in (0.85, 0.95)
    )
    blocs = {unit: [other for other in units[at : at + 3] if other != unit] for at, unit in enumerate(units)}
    asked = [(unit, month) for unit in units for month in (1, 5, 12)]
    keys = [*indicators, *(key for table in tables for key in table.readings)]
    figures = {
        (unit, month): figures_read(
            keys, indicators,
            Behind(month, observed[unit], before[unit], {other: observed[other] for other in blocs[unit]}),
        )
        for unit, month in asked
    }  # fmt: skip
    kept = rounded_as_stored(observed)
    rows = scores_of_year(duckdb.connect(), tables, kept, asked, before=rounded_as_stored(before), blocs=blocs)
    assert len(rows) == 60 * 30 * 3
    read = {table.id for table in tables if table.readings}
    assert len(read) >= 10 and {row.state for row in rows if row.table in read} == set(State)
    assert rows == bulk_scores(duckdb.connect(), tables, figures)
    by_id = {table.id: table for table in tables}
    for row in rows:
        table = by_id[row.table]
        scored = score_leaf(table.leaves[0], figures[row.unit, row.month], table)
        points = None if row.points is None else row.points * table.step
        got = (row.state, points, row.sure * table.step, row.possible * table.step)
        assert got == (scored.state, scored.points, scored.sure, scored.possible), table


def test_sizes_are_checked_on_this_way_too(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = KINDS["proportional"]
    terms = kind.terms(kind.model.model_validate({}), Fraction(6), parse_expression("X"))
    tree = Node("t", "", (Leaf("L", "", Fraction(6), terms, "proportional"),))
    table = Table("t", "1", TableKind.POINTS, "", tree, {"X": Indicator("X", "", Measure.RATIO)})
    observed = {"u": {"X": {1: Figure(State.MEASURED, Fraction(7), Fraction(9_999_999_999))}}}
    asked = [("u", 1)]
    exact: list[int] = []
    widths: list[int] = []

    def small(connection: duckdb.DuckDBPyConnection, tables: list[Table], limit: int = WIDE) -> Loaded:
        widths.append(limit)
        return load_rules(connection, tables, 10**6)

    def counting(*given: Any) -> int:
        exact.append(settle_marked(*given))
        return exact[-1]

    plain = scores_of_year(duckdb.connect(), [table], observed, asked)
    monkeypatch.setattr("data.bulk.whole_year.load_rules", small)
    monkeypatch.setattr("data.bulk.whole_year.settle_marked", counting)
    assert scores_of_year(duckdb.connect(), [table], observed, asked) == plain
    assert exact == [1]
    assert widths == [NARROW, WIDE]


def renamed(expression: Expression, names: dict[str, str]) -> Expression:
    return parse_expression(
        re.sub("|".join(rf"\b{name}\b" for name in names), lambda at: names[at[0]], expression.source)
    )


def rounded_as_stored(observed: Observed) -> Observed:
    """The generated figures have six decimals at most, as the store's have; nothing is lost on the way."""
    for months in (months for codes in observed.values() for months in codes.values()):
        for figure in months.values():
            for number in (figure.numerator, figure.denominator, figure.value):
                assert number is None or (number * 10**6).denominator == 1
    return observed
