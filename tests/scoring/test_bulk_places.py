"""Leaves that the statement meets with one look, those that it cannot meet so, and the width of their points."""

from dataclasses import replace
from fractions import Fraction

import duckdb
import pytest

from data.bulk.engine import bulk_scores
from data.bulk.integers import FINEST, PLACES, compile_leaves
from data.bulk.load import load_rules
from data.bulk.nodes import compile_nodes
from scoring.evaluator import score_leaf
from scoring.expression import parse_expression
from scoring.indicator import Indicator, Measure
from scoring.interval import Interval, point
from scoring.piece import Piece, Term
from scoring.quantity import Quantity, State
from scoring.table import Leaf, Node, Table, TableKind
from tests.scoring.test_bulk import world

STEP = Fraction(1, 100)


def one_leaf(*pieces: Piece, lowest: Fraction = Fraction(0), most: Fraction = Fraction(5)) -> Table:
    leaf = Leaf("L", "", most, (Term(parse_expression("A"), pieces),), "", lowest=lowest)
    codes = {"A": Indicator("A", "A", Measure.NUMBER)}
    return Table("t", "1", TableKind.POINTS, "", Node("t", "", (leaf,)), codes, step=STEP)


def alone(table: Table) -> bool:
    (leaf,) = compile_leaves([table], compile_nodes([table]))
    return leaf.row.alone


def held_equal(table: Table, numbers: list[Fraction]) -> None:
    (leaf,) = table.leaves
    figures = {(str(x), 1): {"A": Quantity(State.MEASURED, x, bounds=point(x))} for x in numbers}
    figures |= {("missing", 1): {}, ("nothing", 1): {"A": Quantity(State.NOTHING_AROSE)}}
    rows = bulk_scores(duckdb.connect(), [table], figures)
    assert len(rows) == len(figures)
    for row in rows:
        scored = score_leaf(leaf, figures[row.unit, 1], table)
        points = None if row.points is None else row.points * STEP
        got = (row.state, points, row.sure * STEP, row.possible * STEP)
        assert got == (scored.state, scored.points, scored.sure, scored.possible), row


def two_bands(apart: Fraction) -> Table:
    """1 point under 0, 2 up to ``apart``, 3 over it."""
    zero = Fraction(0)
    return one_leaf(
        Piece(Interval(None, zero, high_closed=False), Fraction(1), zero),
        Piece(Interval(zero, apart), Fraction(2), zero),
        Piece(Interval(apart, None, low_closed=False), Fraction(3), zero),
    )


@pytest.mark.parametrize(
    ("apart", "one_look"),
    [
        (Fraction(1, 7), True),
        (Fraction(PLACES // 2 - 2), True),
        (Fraction(PLACES // 2 - 1), False),
        (Fraction(10**6), False),
    ],
)
def test_cuts_far_from_each_other_are_met_by_range(apart: Fraction, one_look: bool) -> None:
    table = two_bands(apart)
    assert alone(table) is one_look
    near = [
        cut + shift for cut in (Fraction(0), apart) for shift in (Fraction(-1, 10**9), Fraction(0), Fraction(1, 10**9))
    ]
    held_equal(table, [*near, apart / 2, Fraction(-(10**7)), Fraction(10**7)])


@pytest.mark.parametrize(("lowest", "most", "one_look"), [(0, 5, True), (-5, 0, True), (-5, 5, False), (2, 5, True)])
def test_half_a_step_goes_away_from_zero_on_either_side(lowest: int, most: int, one_look: bool) -> None:
    table = one_leaf(Piece(Interval(), Fraction(0), Fraction(1)), lowest=Fraction(lowest), most=Fraction(most))
    assert alone(table) is one_look
    halves = [
        STEP * (Fraction(number) + half) for number in (-900, -301, -2, -1, 0, 1, 300, 900) for half in (0, STEP * 50)
    ]
    held_equal(table, [shift + x for x in halves for shift in (Fraction(-1, 10**6), Fraction(0), Fraction(1, 10**6))])


@pytest.mark.parametrize(("slope", "one_look"), [(7, True), (-3, True), (FINEST, True), (FINEST + 1, False)])
def test_a_slope_is_level_beyond_the_points_where_it_reaches_the_bounds(slope: int, one_look: bool) -> None:
    """Cuts of a grid too fine for the figures are left alone."""
    table = one_leaf(Piece(Interval(), Fraction(-1), Fraction(slope)))
    assert alone(table) is one_look
    ends = [Fraction(points + 1, slope) for points in (0, 5)]
    near = [end + shift for end in ends for shift in (Fraction(-1, 10**9), Fraction(0), Fraction(1, 10**9))]
    held_equal(table, [*near, sum(ends) / 2, Fraction(-(10**5)), Fraction(10**5)])


@pytest.mark.parametrize(("apart", "one_look"), [(Fraction(1, 7), True), (Fraction(10**6), False)])
def test_level_terms_that_add_up_are_met_with_one_look_unless_cuts_are_far_apart(
    apart: Fraction, one_look: bool
) -> None:
    (band,) = two_bands(apart).leaves
    leaf = replace(band, terms=band.terms * 2)
    table = replace(two_bands(apart), tree=Node("t", "", (leaf,)))
    (compiled,) = compile_leaves([table], compile_nodes([table]))
    assert [(term.alone, term.added) for term in compiled.terms] == [(False, one_look)] * 2
    held_equal(table, [Fraction(-1), Fraction(0), apart / 2, apart, apart + 1])


def test_a_level_leaf_may_have_points_on_both_sides_of_zero() -> None:
    zero = Fraction(0)
    table = one_leaf(
        Piece(Interval(None, zero), Fraction(-3), zero),
        Piece(Interval(zero, None, low_closed=False), Fraction(4), zero),
        lowest=Fraction(-5),
    )
    assert alone(table)
    held_equal(table, [Fraction(-1), Fraction(0), Fraction(1, 3)])


@pytest.mark.parametrize(("most", "width"), [(2**31 - 1, "INTEGER"), (2**31, "BIGINT")])
def test_points_are_as_wide_as_the_leaves_need(most: int, width: str) -> None:
    table = one_leaf(Piece(Interval(), Fraction(0), Fraction(1)), most=most * STEP)
    held_equal(table, [most * STEP, most * STEP + 1, most * STEP - 1])
    connection = duckdb.connect()
    bulk_scores(connection, [table], {("u", 1): {}})
    assert connection.execute("SELECT typeof(points) FROM temp.score").fetchall() == [(width,)]


def test_every_place_and_state_of_a_leaf_that_is_alone_has_a_number_of_its_own() -> None:
    tables, _figures = world("places", 1)
    connection = duckdb.connect()
    load_rules(connection, tables)
    ((rows, numbers),) = connection.execute("SELECT count(*), count(DISTINCT place) FROM temp.place").fetchall()
    ((wanted,),) = connection.execute("SELECT sum(last - first + 5) FROM temp.term WHERE alone").fetchall()
    assert rows == numbers == wanted > 500
