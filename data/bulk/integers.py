"""Rules as rows of whole numbers: what the SQL statement joins the figures with.

Points are counted in units of the table's step, times the leaf's ``scale``, so that every coefficient is whole. The
pieces of a term are cut into a cover of the whole line without overlap (the first piece of the law wins, as in
``Term.piece_at``); where the law is silent the cover says so, and the exact evaluator answers.

All cuts of a term lie on one grid, multiples of 1/grid. So x finds its piece by one whole number, its place: twice the
last line of the grid that x has reached, and one more when it is past that line. "From 80 %" begins at the line's own
place, "over 80 %" one place later.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import NamedTuple

from data.bulk.nodes import CompiledNode, OffStep
from scoring.evaluator import domain, nothing_range
from scoring.exact import round_half_away
from scoring.expression import Expression
from scoring.interval import Interval
from scoring.piece import Piece, Term, bounds
from scoring.quantity import State
from scoring.table import Leaf, Table

# The codes grow in the order in which one part decides for the whole (``scoring.quantity.combined_state``).
CODES = {State.MEASURED: 0, State.NOTHING_AROSE: 1, State.NOT_APPLICABLE: 2, State.MISSING: 3}
STATES = {code: state for state, code in CODES.items()}
EXACT = 4  # the statement cannot answer: the row goes to the exact evaluator

WIDE = 2**126  # a product stays below it, so that a sum of two still fits 128 bits
NARROW = 2**62  # the same in 64 bits, which is faster
LARGEST = 10**15  # units of a step in one leaf; thousands of leaves still add up in 64 bits


class LeafRow(NamedTuple):
    """A leaf. ``also_low`` and ``also_high``: what it can still be given, while missing, should nothing arise."""

    leaf: int
    table_no: int
    terms: int
    combine: str
    scale: int
    lowest: int
    highest: int
    nothing: int  # the state that an empty denominator becomes: CODES
    nothing_points: int | None
    not_applicable: int  # points of a leaf that does not apply: 0, or the maximum
    rebase: bool
    node: int | None  # the nearest node above that holds or closes; None for a gate
    base: int
    bonus: bool
    also_low: int | None
    also_high: int | None


class TermRow(NamedTuple):
    """A term: how large a number the statement can multiply, and its least and most points (times ``scale``).

    What is not measured has a place too, after all places of the line: ``beyond`` plus the state's code.
    """

    term: int
    leaf: int
    terms: int  # of its leaf
    grid: int
    beyond: int
    size: int
    low: int
    high: int


class PieceRow(NamedTuple):
    """Holds the x whose place is ``first`` or later, and before ``until``.

    Points times ``scale`` times ``den`` are ``flat * den + rise * num``; ``points`` are rounded units of a level piece
    of a leaf with one term.
    """

    term: int
    first: int
    until: int
    state: int
    flat: int
    rise: int
    points: int


@dataclass(frozen=True)
class CompiledLeaf:
    """A leaf's rows, beside the leaf and table that they were made from."""

    table: Table
    leaf: Leaf
    row: LeafRow
    terms: tuple[TermRow, ...]
    pieces: tuple[PieceRow, ...]

    def vouched(self, index: int, read: Expression, within: Interval) -> tuple[int, int] | None:
        """Least and most points (times scale) of term ``index`` reading an x within; ``None``: no whole numbers."""
        low, high = term_range(self.leaf, replace(self.leaf.terms[index], input=read), self.table, within)
        if self.row.terms == 1:
            units = (settle(self.leaf, low, self.table.step), settle(self.leaf, high, self.table.step))
            return units[0] * self.row.scale, units[1] * self.row.scale
        found = [points / self.table.step * self.row.scale for points in (low, high)]
        most = max(abs(self.terms[index].low), abs(self.terms[index].high))
        if any(number.denominator != 1 or abs(number) > most for number in found):
            return None
        return int(found[0]), int(found[1])


def settle(leaf: Leaf, points: Fraction, step: Fraction) -> int:
    """Points held within the leaf's bounds and rounded once, in units of ``step``."""
    return int(round_half_away(min(max(points, leaf.lowest), leaf.highest), step) / step)


def term_range(leaf: Leaf, term: Term, table: Table, within: Interval) -> tuple[Fraction, Fraction]:
    """Least and most points of a term whose x is only known to lie within; the leaf's bounds where it has none."""
    own, grain = domain(term, table.reads)
    low, high = bounds(term.pieces, own.meet(within), grain)
    return leaf.lowest if low is None else low, leaf.highest if high is None else high


def compile_leaves(tables: Sequence[Table], nodes: Sequence[CompiledNode], limit: int = WIDE) -> Iterator[CompiledLeaf]:
    """Every leaf of the tables, numbered from 0 in their order, then every gate, from -1 down; terms are numbered
    through in the same order.
    """
    under = {(node.row.table_no, leaf): node.row.node for node in nodes for leaf in node.leaves}
    leaf_no = term_no = 0
    for table_no, table in enumerate(tables):
        for leaf in table.leaves:
            yield _compile(table_no, table, leaf_no, leaf, term_no, limit, under[table_no, leaf.id])
            leaf_no += 1
            term_no += len(leaf.terms)
    for node in nodes:
        if node.row.gate is not None and node.gate is not None:
            yield _compile(node.row.table_no, node.table, node.row.gate, node.gate, term_no, limit, None)
            term_no += len(node.gate.terms)


def _compile(
    table_no: int, table: Table, leaf_no: int, leaf: Leaf, first_term: int, limit: int, node: int | None
) -> CompiledLeaf:
    step = table.step
    if any((end / step).denominator != 1 or abs(end / step) > LARGEST for end in (leaf.lowest, leaf.max)):
        raise OffStep(f"{table.id} {leaf.id}")
    ranges = [term_range(leaf, term, table, Interval()) for term in leaf.terms]
    numbers = [n for low_high in ranges for n in low_high]
    numbers += [n for term in leaf.terms for piece in term.pieces for n in (piece.intercept, piece.slope)]
    scale = lcm(*((n / step).denominator for n in numbers))
    grids = [_grid(term) for term in leaf.terms]
    pieces = tuple(
        piece
        for i, (term, grid) in enumerate(zip(leaf.terms, grids, strict=True))
        for piece in _cover(first_term + i, leaf, term, grid, scale, step, limit)
    )
    lows_highs = [(int(low / step * scale), int(high / step * scale)) for low, high in ranges]
    ends = (int(leaf.lowest / step * scale), int(leaf.highest / step * scale))
    size = _size(pieces, [*lows_highs, ends], len(leaf.terms), scale, max(grids), limit)
    row = _leaf_row(table_no, table, leaf_no, leaf, scale, node)
    terms = tuple(
        TermRow(first_term + i, leaf_no, row.terms, grid, limit, size, *low_high)
        for i, (grid, low_high) in enumerate(zip(grids, lows_highs, strict=True))
    )
    return CompiledLeaf(table, leaf, row, terms, pieces)


def _leaf_row(table_no: int, table: Table, leaf_no: int, leaf: Leaf, scale: int, node: int | None) -> LeafRow:
    step, policy = table.step, leaf.nothing_arose
    highest = int(leaf.highest / step)
    # Of several formulas a single term may apply: such a leaf goes the way of leaves with several terms all the same.
    terms = len(leaf.terms) if leaf.choice is None else max(2, len(leaf.terms))
    away = 0 if table.rebase or leaf.bonus else highest
    points: int | None = None
    becomes = State.MISSING  # no policy, or the other input had nothing either and nothing follows
    last = policy.last if policy is not None else None
    if last is not None:
        becomes = last.state
        points = None if last.points is None else int(round_half_away(last.points, step) / step)
    nothing = nothing_range(leaf, table)
    also = (None, None) if nothing is None else (int(nothing[0] / step), int(nothing[1] / step))
    return LeafRow(
        leaf_no, table_no, terms, leaf.combine.value, scale, int(leaf.lowest / step), highest,
        CODES[becomes], points, away, table.rebase, node, int(leaf.base / step), leaf.bonus, *also,
    )  # fmt: skip


Cut = tuple[Fraction, int]  # (x, 0) is just before x, (x, 1) just after it


def _cuts(interval: Interval) -> tuple[Cut | None, Cut | None]:
    low = None if interval.low is None else (interval.low, int(not interval.low_closed))
    high = None if interval.high is None else (interval.high, int(interval.high_closed))
    return low, high


def _grid(term: Term) -> int:
    ends = [end for piece in term.pieces for end in (piece.interval.low, piece.interval.high)]
    return lcm(*(end.denominator for end in ends if end is not None))


def _place(cut: Cut | None, unbounded: int, grid: int, limit: int) -> int:
    """Where a piece begins or ends; no figure that the statement may multiply has a place as far out as the limit."""
    if cut is None:
        return unbounded
    return min(max(int(2 * grid * cut[0]) + cut[1], -limit), limit)


def _cover(
    term_no: int, leaf: Leaf, term: Term, grid: int, scale: int, step: Fraction, limit: int
) -> Iterator[PieceRow]:
    pieces = [(piece, *_cuts(piece.interval)) for piece in term.pieces if not piece.interval.empty]
    inner = sorted({cut for _piece, low, high in pieces for cut in (low, high) if cut is not None})
    merged: list[tuple[Cut | None, Cut | None, Piece | None]] = []
    for start, end in pairwise([None, *inner, None]):
        holding = (piece for piece, low, high in pieces if _reaches(start, end, low, high))
        piece = next(holding, None)
        if merged and _same(merged[-1][2], piece):
            start = merged.pop()[0]
        merged.append((start, end, piece))
    for start, end, piece in merged:
        places = (_place(start, -limit, grid, limit), _place(end, limit, grid, limit))
        if piece is None:
            yield PieceRow(term_no, *places, EXACT, 0, 0, 0)
            continue
        flat, rise = (int(number / step * scale) for number in (piece.intercept, piece.slope))
        yield PieceRow(term_no, *places, CODES[State.MEASURED], flat, rise, settle(leaf, piece.intercept, step))


def _reaches(start: Cut | None, end: Cut | None, low: Cut | None, high: Cut | None) -> bool:
    return (low is None or (start is not None and start >= low)) and (high is None or (end is not None and end <= high))


def _same(one: Piece | None, two: Piece | None) -> bool:
    if one is None or two is None:
        return one is two
    return (one.intercept, one.slope) == (two.intercept, two.slope)


def _size(
    rows: Sequence[PieceRow], ranges: Sequence[tuple[int, int]], terms: int, scale: int, grid: int, limit: int
) -> int:
    """The largest ``num`` and ``den`` for which no product or sum of the statement can pass ``limit``; 0: none."""
    steepest = max(abs(row.flat) + abs(row.rise) for row in rows)
    widest = max(abs(number) for low_high in ranges for number in low_high)
    return limit // (2 * terms * (steepest + widest) + 4 * scale + 4 * grid + 4)
