"""Scores of many units and months at once: run the statement, send what it marked to the exact evaluator, read back."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import duckdb

from data.bulk.integers import CODES, NARROW, STATES
from data.bulk.load import BulkFigures, Loaded, load_figures, load_rules, outgrown, run_over, statement
from scoring.evaluator import score_leaf
from scoring.quantity import State
from scoring.table import Table


class BulkScore(NamedTuple):
    """One leaf of one unit and month. Points are whole units of the table's step; ``None`` as in ``LeafScore``."""

    unit: str
    month: int
    table: str
    leaf: str
    state: State
    points: int | None
    sure: int
    possible: int


class BulkTotal(NamedTuple):
    """One table of one unit and month, exact; the same numbers as ``scoring.totals.Total``."""

    unit: str
    month: int
    table: str
    points: Fraction
    sure: Fraction
    possible: Fraction
    applicable_max: Fraction
    measured_max: Fraction
    bonus: Fraction


def bulk_scores(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], figures: BulkFigures
) -> list[BulkScore]:
    """Every leaf of ``tables`` for every (unit, month) of ``figures``; ``OffStep`` for a table not in whole steps."""
    return read_scores(connection, score_all(connection, tables, figures))


def read_scores(connection: duckdb.DuckDBPyConnection, loaded: Loaded) -> list[BulkScore]:
    """What stands in temp.score, under its own names."""
    found = []
    for unit, month, leaf, state, *points in connection.execute(statement("rows")).fetchall():
        of = loaded.leaves[leaf]
        found.append(BulkScore(loaded.units[unit], month, of.table.id, of.leaf.id, STATES[state], *points))
    return found


def bulk_totals(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], figures: BulkFigures
) -> list[BulkTotal]:
    """The totals of every table for every (unit, month) of ``figures``."""
    loaded = score_all(connection, tables, figures)
    add_up(connection, loaded)
    found = []
    for unit, month, table_no, *units in sorted(connection.execute(statement("total")).fetchall()):
        table = loaded.tables[table_no]
        found.append(BulkTotal(loaded.units[unit], month, table.id, *(table.step * number for number in units)))
    return found


def add_up(connection: duckdb.DuckDBPyConnection, loaded: Loaded) -> None:
    """Leave the sums of temp.score in temp.sums, held and closed at each node on the way up."""
    connection.execute(statement("sums"))
    connection.execute(statement("gate"))
    for depth in range(loaded.deepest, 0, -1):
        connection.execute(statement("hold"), {"depth": depth})


def score_all(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], figures: BulkFigures) -> Loaded:
    """Leave the scores in temp.score, complete; the answer tells what its numbers stand for."""
    loaded = load_figures(connection, load_rules(connection, tables, NARROW), figures)
    if outgrown(connection):
        loaded = load_figures(connection, load_rules(connection, tables), figures)
    connection.execute(statement("score"))
    settle_marked(connection, loaded, figures)
    return loaded


def marked(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, int, int]]:
    """Unit, month and leaf numbers of what the statement could not answer."""
    return connection.execute(statement("marked")).fetchall()


def settle_marked(connection: duckdb.DuckDBPyConnection, loaded: Loaded, figures: BulkFigures) -> int:
    """Score the marked rows exactly; how many there were. A silent rule is raised, as by the evaluator itself."""
    settled: list[tuple[int | None, ...]] = []
    for unit, month, leaf in marked(connection):
        of = loaded.numbered(leaf)
        scored = score_leaf(of.leaf, figures[loaded.units[unit], month], of.table)
        points = (None if p is None else int(p / of.table.step) for p in (scored.points, scored.sure, scored.possible))
        settled.append((unit, month, leaf, CODES[scored.state], *points))
    if settled:
        run_over(connection, "settle", ("unit", "month", "leaf", "state", "points", "sure", "possible"), settled)
    return len(settled)
