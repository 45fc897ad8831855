"""Three ways to the same points, to the last digit: the law's parameters read directly, the evaluator, the SQL."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from random import Random

import duckdb
import pytest

from data.bulk.engine import marked
from data.bulk.integers import CODES, NARROW, WIDE, compile_leaves
from data.bulk.load import load_figures, load_rules, statement
from data.bulk.nodes import compile_nodes
from scoring.evaluator import Figures, TableSilent, score_leaf
from scoring.expression import parse_expression
from scoring.indicator import Indicator, Measure
from scoring.kinds import KINDS
from scoring.kinds.rule import Rule
from scoring.quantity import State
from scoring.table import Leaf, Node, NothingArose, Table, TableKind
from scoring.year import Figure, year_figure
from tests.scoring import generated, reference
from tests.scoring.kind_tests import KIND_TESTS

RULES, FIGURES = 260, 80  # 20,800 figure/rule pairs a kind
SEED = 2022

Row = tuple[str, Fraction | None]  # state (or "silent") and points


@dataclass
class Drawn:
    """One random rule, as the law's parameters and as a leaf, with the codes that it reads."""

    rule: Rule
    leaf: Leaf
    table: Table
    codes: list[str]
    policy: NothingArose | None
    numbers: list[Fraction] = field(default_factory=list)

    def read(self, pairs: list[generated.Pair]) -> Row:
        """The reference's answer for the figures as counted."""
        if any(den == 0 for _num, den in pairs):
            if any(den and num not in (0, den) for num, den in pairs):
                return reference.SILENT, None  # an item of a checklist that is neither yes nor no
            if self.policy is None or not all(den == 0 for _num, den in pairs):
                return State.MISSING, None  # nothing arose in one item: the failed ones get no full marks for it
            return self.policy.state, self.policy.points
        points = reference.points_of(self.rule, pairs, self.leaf.max, self.leaf.lowest, self.table.step)
        return (reference.SILENT, None) if isinstance(points, str) else (State.MEASURED, points)


def draw(kind: str, number: int, random: Random) -> Drawn:
    known = KIND_TESTS[kind]
    parameters = known.draw(random)
    step = random.choice(generated.STEPS)
    most = generated.maximum(random, step)
    least = -step * random.randint(0, 40) if random.random() < 0.3 else Fraction(0)
    if least and random.random() < 0.3:
        most = Fraction(0)
    codes = known.codes(parameters, f"X{number}")
    rule = KINDS[kind].model.model_validate(parameters)
    terms = KINDS[kind].terms(rule, most, None if KINDS[kind].own_inputs else parse_expression(codes[0]))
    policy = random.choice([None, NothingArose(most), NothingArose(Fraction(0)), NothingArose()])
    leaf = Leaf(f"L{number}", "", most, terms, kind, lowest=least, nothing_arose=policy)
    indicators = {code: Indicator(code, "", Measure.RATIO, part_of_whole=False) for code in codes}
    table = Table(f"t{number}", "1", TableKind.POINTS, "", Node("t", "", (leaf,)), indicators, step=step)
    numbers = known.bounds(parameters) or [Fraction(0), Fraction(1), most]
    for piece in (piece for piece in terms[0].pieces if piece.slope):
        numbers += [x - piece.intercept / piece.slope for x in halves(1 / piece.slope, step, random)]
    return Drawn(rule, leaf, table, codes, policy, numbers)


def halves(per_point: Fraction, step: Fraction, random: Random) -> list[Fraction]:
    """Where the points fall exactly between two steps: the one rounding goes away from zero."""
    return [per_point * step * (random.randint(-30, 30) + Fraction(1, 2)) for _half in range(3)]


def counted(pair: generated.Pair) -> Figure:
    return Figure(State.MEASURED, Fraction(pair[0]), Fraction(pair[1]))


def figures_for(rules: list[Drawn], random: Random) -> tuple[dict[tuple[str, int], Figures], dict[str, list[list]]]:
    quantities: dict[tuple[str, int], Figures] = {}
    pairs: dict[str, list[list]] = {}
    for at in range(FIGURES):
        unit = f"u{at}"
        found = {}
        pairs[unit] = []
        for drawn in rules:
            make = generated.answer if KIND_TESTS[drawn.leaf.kind].answers else generated.figure
            given = [make(random, drawn.numbers) for _code in drawn.codes]
            pairs[unit].append(given)
            for code, pair in zip(drawn.codes, given, strict=True):
                found[code] = year_figure(drawn.table.indicators[code], {1: counted(pair)}, 1)
        quantities[unit, 1] = found
    return quantities, pairs


def narrow_rows(
    connection: duckdb.DuckDBPyConnection, tables: list[Table], quantities: dict[tuple[str, int], Figures]
) -> dict[tuple[int, ...], tuple[object, ...]]:
    """What the statement answers in 64 bits, for rules whose own numbers fit, by unit, month and the rule's number."""
    fitting = [
        table
        for table in tables
        if all(t.size for leaf in compile_leaves([table], compile_nodes([table]), NARROW) for t in leaf.terms)
    ]
    loaded = load_figures(connection, load_rules(connection, fitting, NARROW), quantities)
    connection.execute(statement("score"))
    assert connection.execute("SELECT DISTINCT typeof(num) FROM temp.input").fetchall() == [("BIGINT",)]
    left = set(marked(connection))
    numbers = [int(leaf.leaf.id.removeprefix("L")) for leaf in loaded.leaves]
    rows = connection.execute(statement("rows")).fetchall()
    return {
        (unit, month, numbers[leaf]): tuple(of) for unit, month, leaf, *of in rows if (unit, month, leaf) not in left
    }


@pytest.mark.parametrize("kind", list(KINDS))
def test_reference_evaluator_and_sql_agree(kind: str) -> None:
    random = Random(f"{SEED} {kind}")
    rules = [draw(kind, number, random) for number in range(RULES)]
    quantities, pairs = figures_for(rules, random)
    connection = duckdb.connect()
    tables = [drawn.table for drawn in rules]
    loaded = load_figures(connection, load_rules(connection, tables, WIDE), quantities)
    connection.execute(statement("score"))
    rows = connection.execute(statement("rows")).fetchall()
    assert connection.execute("SELECT DISTINCT typeof(num) FROM temp.input").fetchall() == [("HUGEINT",)]
    exact = set(marked(connection))
    assert len(rows) == RULES * FIGURES >= 20_000
    in_64_bits = narrow_rows(connection, tables, quantities)
    assert len(in_64_bits) > RULES * FIGURES // 2  # the figures drawn are far larger than an office's
    assert all(in_64_bits.get(row[:3], row[3:]) == row[3:] for row in rows)

    tally = {"measured": 0, "silent": 0, "other": 0, "marked": 0}
    for unit, month, number, state, points, sure, possible in rows:
        drawn = rules[number]
        name = loaded.units[unit]
        given = pairs[name][number]
        said, expected = drawn.read(given)
        where = (kind, drawn.rule, given)
        try:
            scored = score_leaf(drawn.leaf, quantities[name, month], drawn.table)
        except TableSilent:
            assert said == reference.SILENT, where
            assert (unit, month, number) in exact, where
            tally["silent"] += 1
            continue
        assert (scored.state, scored.points) == (said, expected), where
        if (unit, month, number) in exact:
            tally["marked"] += 1
            continue
        step = drawn.table.step
        from_sql = (state, None if points is None else points * step, sure * step, possible * step)
        assert from_sql == (CODES[scored.state], scored.points, scored.sure, scored.possible), where
        tally["measured" if said == State.MEASURED else "other"] += 1
    assert tally["measured"] >= RULES * FIGURES // 3, tally
    assert tally["marked"] <= RULES * FIGURES // 50, tally


def test_every_module_of_a_kind_has_its_kind() -> None:
    assert {path.stem for path in (Path(__file__).parent / "kinds").glob("*.py")} == set(KINDS)
