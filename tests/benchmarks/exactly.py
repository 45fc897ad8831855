"""Scores in the file, held against the exact evaluator: every leaf and month of some units."""

from fractions import Fraction

import duckdb
from rules import Rules

from data.bulk.integers import CODES, STATES
from scoring.evaluator import score_leaf
from scoring.quantity import Quantity, State

UNITS = 20  # the evaluator answers about 100,000 leaves a second; 20 units x 36 months x 120 leaves = 86,400


def different_from_evaluator(connection: duckdb.DuckDBPyConnection, rules: Rules, units: int) -> str:
    """``"0 of 86,400"``. Leaves whose terms share an indicator cannot be given two figures and are left out."""
    wrong = seen = 0
    by_leaf = {leaf.leaf: [term.term for term in rules.terms if term.leaf == leaf.leaf] for leaf in rules.leaves}
    for unit in range(0, units, max(1, units // UNITS)):
        given = connection.execute(
            "SELECT month, term, state, num, den FROM store.figures WHERE unit = ? ORDER BY month, term", [unit]
        ).fetchall()
        figures = {(month, term): _quantity(state, num, den) for month, term, state, num, den in given}
        scores = connection.execute(
            "SELECT unit_month % 100, leaf, state, points, sure, possible FROM temp.score WHERE unit_month // 100 = ?",
            [unit],
        ).fetchall()
        for month, number, *told in scores:
            one = rules.of[number]
            codes = [term.input.single for term in one.leaf.terms]
            if None in codes or len(set(codes)) < len(codes):
                continue
            read = {code: figures[month, term] for code, term in zip(codes, by_leaf[number], strict=True) if code}
            scored = score_leaf(one.leaf, read, one.table)
            exact = [
                None if p is None else int(p / one.table.step) for p in (scored.points, scored.sure, scored.possible)
            ]
            seen += 1
            wrong += told != [CODES[scored.state], *exact]
    return f"{wrong} of {seen:,}"


def _quantity(state: int, num: int, den: int) -> Quantity:
    known = STATES[state]
    return Quantity(known, Fraction(num, den) if known is State.MEASURED else None)
