"""Totals: rounded leaves added up along the tree, over the maximum that applies to the unit.

On the way up a node may hold its sum (a cap, a least), a gate may close it, and bonus points stay outside the base.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from scoring.evaluator import Figures, LeafScore, TableSilent, score_leaf
from scoring.gate import GateState, gate_leaf, gate_state
from scoring.quantity import State
from scoring.table import Leaf, Node, Table

ZERO = Fraction(0)


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
    met: int = 0
    unmet: int = 0
    unknown: int = 0
    not_applicable: int = 0
    bonus: Fraction = ZERO
    bonus_max: Fraction = ZERO

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
        return add_up(self.of(child) for child in node.children)

    def gate(self, node: Node) -> GateState:
        """What is known of the node's gate; open where it has none."""
        return gate_state(self.gates.get(node.id))


def score_table(table: Table, figures: Figures, before: tuple[Figures, TableScore] | None = None) -> TableScore:
    """Score every leaf of ``table`` for the year's ``figures`` (indicator code to quantity).

    ``before`` is another month of the same table with its figures: a leaf whose inputs are all the same as there gives
    the same, and is not scored again.
    """
    leaves = {leaf.id: _again(leaf, figures, table, before) for leaf in table.leaves}
    gates = {
        node.id: score_leaf(gate_leaf(node, node.gate, table), figures, table)
        for node in table.nodes
        if node.gate is not None
    }
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
    leaf = scored.leaf
    away = scored.state is State.NOT_APPLICABLE
    if away and table.rebases(leaf):
        return Total(max=leaf.base, not_applicable=1, bonus_max=leaf.bonus_max)
    points = ZERO if scored.points is None else scored.points
    return Total(
        points=points,
        sure=scored.sure,
        possible=scored.possible,
        max=leaf.base,
        applicable_max=leaf.base,
        measured_max=ZERO if scored.points is None else leaf.base,
        met=int(not away and scored.met is True),
        unmet=int(not away and scored.met is False),
        unknown=int(not away and scored.met is None),
        not_applicable=int(away),
        bonus=points if leaf.bonus else ZERO,
        bonus_max=leaf.bonus_max,
    )


def add_up(parts: Iterable[Total]) -> Total:
    """The parts of a node, field by field."""
    total = Total()
    for part in parts:
        total = Total(
            _plus(total.points, part.points),
            _plus(total.sure, part.sure),
            _plus(total.possible, part.possible),
            _plus(total.max, part.max),
            _plus(total.applicable_max, part.applicable_max),
            _plus(total.measured_max, part.measured_max),
            total.met + part.met,
            total.unmet + part.unmet,
            total.unknown + part.unknown,
            total.not_applicable + part.not_applicable,
            _plus(total.bonus, part.bonus),
            _plus(total.bonus_max, part.bonus_max),
        )
    return total


def _plus(one: Fraction, two: Fraction) -> Fraction:
    """Their sum; most fields of most parts are 0, and adding two fractions is dear."""
    return (one + two if one else two) if two else one


def hold(node: Node, total: Total, gate: GateState) -> Total:
    """What the node's cap, least points and gate leave of the sum of its parts; ``sure`` and ``possible`` exactly so.

    Closed: no points, while the maximum stays. Unknown: nothing counts as measured, and the range holds zero as well as
    what the open gate would leave. A gate whose missing input closes it counts as measured with no points, and keeps
    its range, for the input may still come.
    """
    if not node.holds:
        return total
    base, points = _within(node, total.points - total.bonus), _within(node, total.points)
    held = replace(
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
    if gate is GateState.OPEN:
        return held
    held = replace(held, points=ZERO, bonus=ZERO)
    if gate is GateState.CLOSED:
        return replace(held, sure=ZERO, possible=ZERO)
    counted = node.gate is not None and node.gate.missing_closes
    return replace(
        held,
        sure=min(ZERO, held.sure),
        possible=max(ZERO, held.possible),
        measured_max=held.measured_max if counted else ZERO,
    )


def _within(node: Node, points: Fraction) -> Fraction:
    return _capped(node, points if node.lowest is None else max(points, node.lowest))


def _capped(node: Node, points: Fraction) -> Fraction:
    return points if node.cap is None else min(points, node.cap)
