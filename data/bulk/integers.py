"""Rules as rows of whole numbers: what the SQL statement joins the figures with.

Points are counted in units of the table's step, times the leaf's ``scale``, so that every coefficient is whole. The
pieces of a term become stretches of places (``cover.py``); where the law is silent the exact evaluator answers.

Most leaves are one term with few places: each of its places is a row that says what becomes of it, and a figure is met
with one look (``place.sql``). Such a leaf is alone. Of those with several terms, most only add up level points: theirs
are looked up alike (``level.sql``). The others are met by range and combined.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from data.bulk.cover import Stretch, cover, grid_of, held
from data.bulk.nodes import CompiledNode, OffStep
from scoring.evaluator import domain, nothing_range
from scoring.exact import round_half_away
from scoring.expression import Expression
from scoring.interval import Interval
from scoring.piece import Term, bounds
from scoring.quantity import State
from scoring.table import Combine, Leaf, Table

# The codes grow in the order in which one part decides for the whole (``scoring.quantity.combined_state``).
CODES = {State.MEASURED: 0, State.NOTHING_AROSE: 1, State.NOT_APPLICABLE: 2, State.MISSING: 3}
STATES = {code: state for state, code in CODES.items()}
EXACT = 4  # the statement cannot answer: the row goes to the exact evaluator

WIDE = 2**126  # a product stays below it, so that a sum of two still fits 128 bits
NARROW = 2**62  # the same in 64 bits, which is faster
FEW = 2**31  # points of one leaf in units of a step: below it they are kept in 32 bits
PLACES = 1_000  # of a term whose every place is a row of its own; more would crowd a processor's cache
FINEST = 10**6  # grid on which a leaf is met with one look: a finer one leaves too few bits for the figures
LARGEST = 10**15  # units of a step in one leaf; thousands of leaves still add up in 64 bits


class LeafRow(NamedTuple):
    """A leaf. ``also_low`` and ``also_high``: what it can still be given, while missing, should nothing arise."""

    leaf: int
    table_no: int
    alone: bool  # met with one look, for it is one term with few places
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

    @property
    def given(self) -> tuple[int, int]:
        """Least and most of what the leaf is given without a figure, times ``scale``; 0 is always among it."""
        found = [number or 0 for number in (self.nothing_points, self.not_applicable, self.also_low, self.also_high)]
        return min(0, *found) * self.scale, max(0, *found) * self.scale

    @property
    def few(self) -> bool:
        """Whether everything that the leaf can come to, and how far apart it is, are numbers of 32 bits."""
        given = (self.nothing_points, self.also_low, self.also_high)
        always = (self.lowest, self.highest, self.not_applicable, self.base)
        numbers = [number for number in (*always, *given) if number is not None]
        return all(abs(number) < FEW for number in numbers) and max(numbers) - min(numbers) < FEW


class TermRow(NamedTuple):
    """A term: how large a number the statement can multiply, and its least and most points (times ``scale``).

    What is not measured has a place too, after all places of the line: ``beyond`` plus the state's code. A term that is
    alone or added does not change before its ``first`` place, nor from its ``last`` on; both are 0 for others.
    """

    term: int
    leaf: int
    alone: bool  # as its leaf
    added: bool  # not alone, of a leaf whose terms are all level, have few places and only add up
    grid: int
    beyond: int
    first: int
    last: int
    size: int
    low: int
    high: int


class PieceRow(NamedTuple):
    """Holds the x whose place is ``first`` or later, and before ``until``.

    Points times ``scale`` times ``den`` are ``flat * den + rise * num``; ``points`` are rounded units of a level piece
    of a leaf that is alone.
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
        if self.row.alone:
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
    grids, covers = _covers([held(term, leaf.lowest, leaf.highest) for term in leaf.terms], limit)
    alone = max(grids) <= FINEST and _alone(leaf, covers)
    if not alone:
        grids, covers = _covers(leaf.terms, limit)
    pieces = tuple(
        _piece_row(first_term + i, leaf, stretch, scale, step)
        for i, stretches in enumerate(covers)
        for stretch in stretches
    )
    lows_highs = [(int(low / step * scale), int(high / step * scale)) for low, high in ranges]
    ends = (int(leaf.lowest / step * scale), int(leaf.highest / step * scale))
    row = _leaf_row(table_no, table, leaf_no, leaf, scale, node, alone)
    size = _size(pieces, [*lows_highs, ends, row.given], len(leaf.terms), scale, max(grids), limit)
    added = not alone and _added(leaf, covers)
    spans = [_span(stretches) if alone or added else (0, 0) for stretches in covers]
    terms = tuple(
        TermRow(first_term + i, leaf_no, alone, added, grid, limit, *span, size, *low_high)
        for i, (grid, span, low_high) in enumerate(zip(grids, spans, lows_highs, strict=True))
    )
    return CompiledLeaf(table, leaf, row, terms, pieces)


def _covers(terms: Sequence[Term], limit: int) -> tuple[list[int], list[tuple[Stretch, ...]]]:
    grids = [grid_of(term) for term in terms]
    return grids, [tuple(cover(term, grid, limit)) for term, grid in zip(terms, grids, strict=True)]


def _span(stretches: Sequence[Stretch]) -> tuple[int, int]:
    """The last place of the first stretch and the first of the last one; every place outside is like one of the two."""
    return (0, 0) if len(stretches) == 1 else (stretches[0].until - 1, stretches[-1].first)


def _few_places(stretches: Sequence[Stretch]) -> bool:
    first, last = _span(stretches)
    return last - first < PLACES


def _level(covers: Sequence[Sequence[Stretch]]) -> bool:
    return not any(piece is not None and piece.slope for stretches in covers for _first, _until, piece in stretches)


def _alone(leaf: Leaf, covers: Sequence[Sequence[Stretch]]) -> bool:
    """Whether the leaf, held within its bounds, is met with one look. Of several formulas one term may apply, but which
    is known only with the figures. Points that slope are rounded away from zero on the side where the leaf's bounds
    lie, so these must lie on one.
    """
    if len(leaf.terms) > 1 or leaf.choice is not None:
        return False
    one_sign = leaf.lowest >= 0 or leaf.highest <= 0 or _level(covers)
    return one_sign and _few_places(covers[0])


def _added(leaf: Leaf, covers: Sequence[Sequence[Stretch]]) -> bool:
    """Whether each term of the leaf is met with one look and what they come to is only added up."""
    return leaf.combine is Combine.SUM and _level(covers) and all(map(_few_places, covers))


def _leaf_row(
    table_no: int, table: Table, leaf_no: int, leaf: Leaf, scale: int, node: int | None, alone: bool
) -> LeafRow:
    step, policy = table.step, leaf.nothing_arose
    highest = int(leaf.highest / step)
    away = 0 if table.rebases(leaf) or leaf.bonus else highest
    points: int | None = None
    becomes = State.MISSING  # no policy, or the other input had nothing either and nothing follows
    last = policy.last if policy is not None else None
    if last is not None:
        becomes = last.state
        points = None if last.points is None else int(round_half_away(last.points, step) / step)
    nothing = nothing_range(leaf, table)
    also = (None, None) if nothing is None else (int(nothing[0] / step), int(nothing[1] / step))
    return LeafRow(
        leaf_no, table_no, alone, leaf.combine.value, scale, int(leaf.lowest / step), highest,
        CODES[becomes], points, away, table.rebases(leaf), node, int(leaf.base / step), leaf.bonus, *also,
    )  # fmt: skip


def _piece_row(term_no: int, leaf: Leaf, stretch: Stretch, scale: int, step: Fraction) -> PieceRow:
    first, until, piece = stretch
    if piece is None:
        return PieceRow(term_no, first, until, EXACT, 0, 0, 0)
    flat, rise = (int(number / step * scale) for number in (piece.intercept, piece.slope))
    return PieceRow(term_no, first, until, CODES[State.MEASURED], flat, rise, settle(leaf, piece.intercept, step))


def _size(
    rows: Sequence[PieceRow], ranges: Sequence[tuple[int, int]], terms: int, scale: int, grid: int, limit: int
) -> int:
    """The largest ``num`` and ``den`` for which no product or sum of the statement can pass ``limit``; 0: none."""
    steepest = max(abs(row.flat) + abs(row.rise) for row in rows)
    widest = max(abs(number) for low_high in ranges for number in low_high)
    return limit // (2 * terms * (steepest + widest) + 4 * scale + 4 * grid + 4)
