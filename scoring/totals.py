"""Totals: rounded leaves added up along the tree, over the maximum that applies to the unit.

On the way up a node may hold its sum (a cap, a least), a gate may close it, and bonus points stay outside the base.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from operator import attrgetter, is_

from scoring.evaluator import Figures, LeafScore, TableSilent, score_leaf
from scoring.exact import ZERO, total_of
from scoring.gate import GateState, gate_leaves, gate_state
from scoring.quantity import State
from scoring.table import Leaf, Node, Table


@dataclass(frozen=True)
class Total:
    """Points of a node or of the whole table.

    ``points`` are those of measured leaves; ``sure`` and ``possible`` what the total can still be. ``applicable_max``
    leaves out what does not apply to the unit; ``measured_max`` leaves out, besides, what is still missing: the index
    compares what was measured with the maximum of just that. Targets count leaves met, unmet and unknown.

    ``bonus`` is how many of the ``points`` came from outside the base, ``bonus_max`` how many could at most; the three
    maxima are those of the base alone, so that the index may pass 1 where no cap of the table holds it.
    """

    points: Fraction = ZERO
    sure: Fraction = ZERO
    possible: Fraction = ZERO
    max: Fraction = ZERO
    applicable_max: Fraction = ZERO
    measured_max: Fraction = ZERO
    bonus: Fraction = ZERO
    bonus_max: Fraction = ZERO
    met: int = 0
    unmet: int = 0
    unknown: int = 0
    not_applicable: int = 0

    @property
    def index(self) -> Fraction | None:
        """Exact share (0..1) of the measured maximum; ``None`` while nothing is measured: 0 of 0 is no index."""
        return self.points / self.measured_max if self.measured_max else None

    @property
    def index_sure(self) -> Fraction | None:
        """The least share of the applicable maximum that is still possible."""
        return self.sure / self.applicable_max if self.applicable_max else None

    @property
    def index_possible(self) -> Fraction | None:
        """The largest share of the applicable maximum that is still possible."""
        return self.possible / self.applicable_max if self.applicable_max else None

    @property
    def lost(self) -> Fraction:
        """Points lost for good or to be won back: the measured maximum less the points of the base."""
        return self.measured_max - (self.points - self.bonus)


# In the order of the fields: first those that are points, then those that count leaves.
_points = attrgetter("points", "sure", "possible", "max", "applicable_max", "measured_max", "bonus", "bonus_max")
_counts = attrgetter("met", "unmet", "unknown", "not_applicable")
_Points = tuple[Fraction, Fraction, Fraction, Fraction, Fraction, Fraction, Fraction, Fraction]
_Counts = tuple[int, int, int, int]
_Row = tuple[_Points, _Counts]  # a Total before it is one: of most leaves nobody asks for more than their sum
_COUNTED: Mapping[bool | None, _Counts] = {True: (1, 0, 0, 0), False: (0, 1, 0, 0), None: (0, 0, 1, 0)}


@dataclass(frozen=True)
class TableScore:
    """A table scored for one unit as of one month: every leaf, every gate (by its node's id), and the whole total."""

    table: Table
    leaves: Mapping[str, LeafScore]
    total: Total
    gates: Mapping[str, LeafScore] = field(default_factory=dict)

    def of(self, node: Node | Leaf) -> Total:
        """The total of one node or leaf of the table, after its own cap and gate (not those of nodes above it)."""
        if isinstance(node, Leaf):
            return leaf_total(self.leaves[node.id], self.table)
        return hold(node, self.parts(node), self.gate(node))

    def parts(self, node: Node) -> Total:
        """The children of a node added up, before its own cap and gate."""
        return _add_up([self._row(part) for part in node.counted])

    def _row(self, part: Node | Leaf) -> _Row:
        if isinstance(part, Leaf):
            return _leaf_row(self.leaves[part.id], self.table)
        total = self.of(part)
        return _points(total), _counts(total)

    def gate(self, node: Node) -> GateState:
        """What is known of the node's gate; open where it has none."""
        return gate_state(self.gates.get(node.id))


def score_table(table: Table, figures: Figures, before: tuple[Figures, TableScore] | None = None) -> TableScore:
    """Score every leaf of ``table`` for the year's ``figures`` (indicator code to quantity).

    ``before`` is another month of the same table with its figures: a leaf whose inputs are all the same as there gives
    the same, and is not scored again.
    """
    leaves = {leaf.id: _again(leaf, figures, table, before) for leaf in table.leaves}
    gates = {name: score_leaf(gate, figures, table) for name, gate in gate_leaves(table).items()}
    score = TableScore(table, leaves, Total(), gates)
    return replace(score, total=score.of(table.tree))


def _again(leaf: Leaf, figures: Figures, table: Table, before: tuple[Figures, TableScore] | None) -> LeafScore:
    if before is not None and all(figures.get(code) == before[0].get(code) for code in leaf.inputs):
        return before[1].leaves[leaf.id]
    return _score(leaf, figures, table)


def _score(leaf: Leaf, figures: Figures, table: Table) -> LeafScore:
    """A figure about which the rule is silent (another definition stored it) leaves its own leaf unknown, no other."""
    try:
        return score_leaf(leaf, figures, table)
    except TableSilent:
        return LeafScore(leaf, State.MISSING, (), None, leaf.lowest, leaf.highest)


def leaf_total(scored: LeafScore, table: Table) -> Total:
    """One leaf; where table or leaf say rebase, one that does not apply leaves the base, else it has its maximum."""
    points, counts = _leaf_row(scored, table)
    return Total(*points, *counts)


def _leaf_row(scored: LeafScore, table: Table) -> _Row:
    leaf = scored.leaf
    base, away = leaf.base, scored.state is State.NOT_APPLICABLE
    if away and table.rebases(leaf):
        return (ZERO, ZERO, ZERO, base, ZERO, ZERO, ZERO, leaf.bonus_max), (0, 0, 0, 1)
    points, measured = (ZERO, ZERO) if scored.points is None else (scored.points, base)
    bonus = points if leaf.bonus else ZERO
    counted = (0, 0, 0, 1) if away else _COUNTED[scored.met]
    return (points, scored.sure, scored.possible, base, base, measured, bonus, leaf.bonus_max), counted


def _add_up(rows: Sequence[_Row]) -> Total:
    """The parts of a node, field by field."""
    if not rows:
        return Total()
    columns, counts = zip(*[row[0] for row in rows], strict=True), zip(*[row[1] for row in rows], strict=True)
    points, sure, possible, most, applicable, measured, bonus, bonus_max = _sums(columns)
    met, unmet, unknown, away = map(sum, counts)
    return Total(points, sure, possible, most, applicable, measured, bonus, bonus_max, met, unmet, unknown, away)


def _sums(columns: Iterable[tuple[Fraction, ...]]) -> Iterator[Fraction]:
    """Each column added up; one of the very numbers of its neighbour is not (where all is measured, most are)."""
    last: tuple[Fraction, ...] | None = None
    total = ZERO
    for column in columns:
        if last is None or not all(map(is_, column, last)):
            last, total = column, total_of(column)
        yield total


def hold(node: Node, total: Total, gate: GateState) -> Total:
    """What the node's cap, least points and gate leave of the sum of its parts; ``sure`` and ``possible`` exactly so.

    Closed: no points, while the maximum stays. Unknown: nothing counts as measured, and the range holds zero as well as
    what the open gate would leave. A gate whose missing input closes it counts as measured with no points, and keeps
    its range, for the input may still come.
    """
    held = total if node.cap is None and node.lowest is None else _held(node, total)
    if gate is GateState.OPEN or node.gate is None:
        return held
    held = replace(held, points=ZERO, bonus=ZERO)
    if gate is GateState.CLOSED:
        return replace(held, sure=ZERO, possible=ZERO)
    return replace(
        held,
        sure=min(ZERO, held.sure),
        possible=max(ZERO, held.possible),
        measured_max=held.measured_max if node.gate.missing_closes else ZERO,
    )


def _held(node: Node, total: Total) -> Total:
    base, points = _within(node, total.points - total.bonus), _within(node, total.points)
    return replace(
        total,
        points=points,
        bonus=points - base,
        sure=_within(node, total.sure),
        possible=_within(node, total.possible),
        max=_capped(node, total.max),
        applicable_max=_capped(node, total.applicable_max),
        measured_max=_capped(node, total.measured_max),
        bonus_max=_capped(node, total.bonus_max) if node.bonus else total.bonus_max,
    )


def _within(node: Node, points: Fraction) -> Fraction:
    return _capped(node, points if node.lowest is None else max(points, node.lowest))


def _capped(node: Node, points: Fraction) -> Fraction:
    return points if node.cap is None else min(points, node.cap)
