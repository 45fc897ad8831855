"""The bulk statement against the evaluator: several terms, every state and policy, numbers beyond 128 bits, totals."""

from fractions import Fraction
from random import Random

import duckdb
import pytest

from data.bulk.engine import bulk_scores, bulk_totals, marked, settle_marked
from data.bulk.integers import NARROW
from data.bulk.load import BulkFigures, load_figures, load_rules, statement
from data.bulk.nodes import OffStep
from scoring.evaluator import score_leaf
from scoring.expression import parse_expression
from scoring.indicator import Indicator, Measure
from scoring.interval import Interval, point
from scoring.kinds import KINDS
from scoring.piece import Piece, Term
from scoring.quantity import Quantity, State
from scoring.table import Combine, Leaf, Node, NothingArose, Table, TableKind
from scoring.totals import score_table
from tests.scoring import generated
from tests.scoring.kind_tests import KIND_TESTS

WHOLE_LINE = ["proportional", "count_tiers", "judgement", "target"]
INPUTS = ["A", "B", "C", "A - B", "larger(A, C)", "B * C", "1 - A / B", "C + 2"]
INPUTS += ["last_year(A)", "A / last_year(A) - 1", "months_covered(B)", "quarters_covered(B) - 1", "smaller(A, B, C)"]
INPUTS += ["mean_of_months(C)", "A / best_of_bloc(A)", "rank_in_bloc(A)", "B / (last_year_so_far(B) * month() / 12)"]
CODES = {code: Indicator(code, code, Measure.NUMBER) for code in "ABCD"}
INSTEAD = ["D", "last_year(D)", "D / last_year(D)", "A / (larger(last_year(A), last_year(B)) * month() / 12)"]
NAMES = dict.fromkeys(name for text in [*INPUTS, *INSTEAD] for name in parse_expression(text).names)


def term(random: Random, most: Fraction) -> Term:
    kind = random.choice(WHOLE_LINE)
    rule = KINDS[kind].model.model_validate(KIND_TESTS[kind].draw(random))
    return KINDS[kind].terms(rule, most, parse_expression(random.choice(INPUTS)))[0]


def table(number: int, random: Random) -> Table:
    """Ten leaves of one to four terms."""
    step = random.choice(generated.STEPS)
    leaves = []
    for index in range(10):
        most = generated.maximum(random, step)
        plain = [None, NothingArose(most), NothingArose(Fraction(0)), NothingArose()]
        once = [NothingArose(instead=parse_expression(text), then=random.choice(plain)) for text in INSTEAD]
        twice = NothingArose(instead=parse_expression(random.choice(INSTEAD)), then=random.choice(once))
        policies = [*plain, NothingArose(instead=parse_expression("D")), random.choice(once), twice]
        leaves.append(
            Leaf(
                f"L{index}",
                "",
                most,
                tuple(term(random, most) for _term in range(random.choice([1, 1, 2, 3, 4]))),
                "",
                combine=random.choice(list(Combine)),
                nothing_arose=random.choice(policies),
                lowest=-step * random.randint(0, 40) if random.random() < 0.3 else Fraction(0),
            )
        )
    tree = Node(f"t{number}", "", tuple(leaves))
    return Table(f"t{number}", "1", TableKind.POINTS, "", tree, CODES, step=step, rebase=random.random() < 0.7)


def quantity(random: Random) -> Quantity:
    kind = random.random()
    if kind < 0.1:
        return Quantity(State.NOTHING_AROSE)
    if kind < 0.15:
        return Quantity(State.NOT_APPLICABLE)
    if kind < 0.25:
        low = Fraction(random.randint(0, 5), random.choice([1, 3, 12]))
        return Quantity(State.MISSING, bounds=Interval(low, random.choice([None, low + 1, low])))
    if kind < 0.3:
        return Quantity(State.MISSING)
    top, bottom = generated.figure(random, [Fraction(1, 2), Fraction(4, 5), Fraction(3), Fraction(-1)])
    if kind > 0.97:
        top, bottom = top * 10 ** random.choice([20, 30, 60]) + 1, max(bottom, 1) * 10 ** random.choice([0, 25, 60]) + 1
    x = Fraction(top, bottom or 1)
    return Quantity(State.MEASURED, x, bounds=point(x))


def world(seed: str, units: int) -> tuple[list[Table], BulkFigures]:
    random = Random(seed)
    tables = [table(number, random) for number in range(20)]
    figures = {
        (f"u{unit}", month): {name: quantity(random) for name in NAMES if random.random() < 0.97}
        for unit in range(units)
        for month in (3, 12)
    }
    return tables, figures


def test_leaves_of_several_terms_states_and_sizes() -> None:
    tables, figures = world("several", 50)
    by_id = {t.id: t for t in tables}
    rows = bulk_scores(duckdb.connect(), tables, figures)
    assert len(rows) == 20 * 10 * 50 * 2 == 20_000
    for row in rows:
        of = by_id[row.table]
        leaf = next(leaf for leaf in of.leaves if leaf.id == row.leaf)
        scored = score_leaf(leaf, figures[row.unit, row.month], of)
        points = None if row.points is None else row.points * of.step
        got = (row.state, points, row.sure * of.step, row.possible * of.step)
        assert got == (scored.state, scored.points, scored.sure, scored.possible), (leaf, figures[row.unit, row.month])
    assert {row.state for row in rows} == set(State)


def test_totals_are_those_of_the_evaluator() -> None:
    tables, figures = world("totals", 20)
    by_id = {t.id: t for t in tables}
    rows = bulk_totals(duckdb.connect(), tables, figures)
    assert len(rows) == 20 * 20 * 2
    for row in rows:
        total = score_table(by_id[row.table], figures[row.unit, row.month]).total
        expected = (total.points, total.sure, total.possible, total.applicable_max, total.measured_max, total.bonus)
        assert row[3:] == expected


@pytest.mark.parametrize("limit", [1, 1000, 10**9, 2**62])
def test_what_would_pass_the_limit_goes_to_the_evaluator(limit: int) -> None:
    tables, figures = world("limit", 4)
    wide, narrow = duckdb.connect(), duckdb.connect()
    bulk_scores(wide, tables, figures)
    loaded = load_figures(narrow, load_rules(narrow, tables, limit), figures)
    narrow.execute(statement("score"))
    assert settle_marked(narrow, loaded, figures) > 0
    assert not marked(narrow)
    rows = statement("rows")
    assert narrow.execute(rows).fetchall() == wide.execute(rows).fetchall()


@pytest.mark.parametrize(("factor", "width"), [(1, "BIGINT"), (10**19, "HUGEINT"), (10**60, "BIGINT")])
def test_wide_where_a_figure_needs_it_and_narrow_else(factor: int, width: str) -> None:
    """What no width holds is the evaluator's, and does not make the rest slower."""
    rule = KINDS["proportional"].model.model_validate({})
    leaf = Leaf("L", "", Fraction(6), KINDS["proportional"].terms(rule, Fraction(6), parse_expression("A")), "")
    one = Table("t", "1", TableKind.POINTS, "", Node("t", "", (leaf,)), CODES, step=Fraction(1, 100))
    x = Fraction(2 * factor, 3 * factor + 1)
    figures = {("u", 1): {"A": Quantity(State.MEASURED, x, bounds=point(x))}, ("u", 2): {}}
    connection = duckdb.connect()
    measured, missing = bulk_scores(connection, [one], figures)
    assert measured.points == score_leaf(leaf, figures["u", 1], one).points / one.step
    assert (missing.state, missing.points) == (State.MISSING, None)
    assert connection.execute("SELECT typeof(num) FROM temp.input LIMIT 1").fetchall() == [(width,)]


def test_coefficients_too_large_for_64_bits_are_loaded_wide() -> None:
    steep = Term(parse_expression("A"), (Piece(Interval(), Fraction(0), Fraction(10**25, 7)),))
    leaf = Leaf("L", "", Fraction(6), (steep,), "")
    one = Table("t", "1", TableKind.POINTS, "", Node("t", "", (leaf,)), CODES, step=Fraction(1, 100))
    connection = duckdb.connect()
    x = Fraction(3, 10**25)
    (row,) = bulk_scores(connection, [one], {("u", 1): {"A": Quantity(State.MEASURED, x, bounds=point(x))}})
    assert row.points == 43
    load_rules(connection, [one], NARROW)
    assert connection.execute("SELECT typeof(flat) FROM temp.piece").fetchall() == [("HUGEINT",)]


def test_a_maximum_between_two_steps_is_for_the_evaluator() -> None:
    random = Random(1)
    most = Fraction(6, 5)
    leaf = Leaf("L", "", most, (term(random, most),), "")
    odd = Table("odd", "1", TableKind.POINTS, "", Node("t", "", (leaf,)), CODES, step=Fraction(1, 4))
    with pytest.raises(OffStep, match="odd L"):
        bulk_scores(duckdb.connect(), [odd], {("u", 1): {}})


def test_nothing_to_score_is_an_empty_answer() -> None:
    tables, _figures = world("none", 1)
    assert bulk_scores(duckdb.connect(), tables, {}) == []
    assert bulk_totals(duckdb.connect(), [], {("u", 1): {}}) == []
