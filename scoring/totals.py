"""Totals: rounded leaves added up along the tree, over the maximum that applies to the unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.evaluator import Figures, LeafScore, TableSilent, score_leaf
from scoring.quantity import State
from scoring.table import Leaf, Node, Table


@dataclass(frozen=True)
class Total:
    """Points of a node or of the whole table.

    ``points`` are those of measured leaves; ``sure`` and ``possible`` what the total can still be. ``applicable_max``
    leaves out what does not apply to the unit; ``measured_max`` leaves out, besides, what is still missing: the index
    compares what was measured with the maximum of just that. Targets count leaves met, unmet and unknown.
    """

    points: Fraction
    sure: Fraction
    possible: Fraction
    max: Fraction
    applicable_max: Fraction
    measured_max: Fraction
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
        """Points lost for good or to be won back: the measured maximum less the points."""
        return self.measured_max - self.points


@dataclass(frozen=True)
class TableScore:
    """A table scored for one unit as of one month: every leaf, and the totals of every node."""

    table: Table
    leaves: Mapping[str, LeafScore]
    total: Total

    def of(self, node: Node | Leaf) -> Total:
        """The total of one node or leaf of the table."""
        if isinstance(node, Leaf):
            return add_up([self.leaves[node.id]], rebase=self.table.rebase)
        return add_up((self.leaves[leaf.id] for leaf in node.leaves()), rebase=self.table.rebase)


def score_table(table: Table, figures: Figures) -> TableScore:
    """Score every leaf of ``table`` for the year's ``figures`` (indicator code to quantity)."""
    leaves = {leaf.id: _score(leaf, figures, table) for leaf in table.leaves}
    return TableScore(table, leaves, add_up(leaves.values(), rebase=table.rebase))


def _score(leaf: Leaf, figures: Figures, table: Table) -> LeafScore:
    """A figure about which the rule is silent (another definition stored it) leaves its own leaf unknown, no other."""
    try:
        return score_leaf(leaf, figures, table)
    except TableSilent:
        return LeafScore(leaf, State.MISSING, (), None, leaf.lowest, leaf.highest)


def add_up(leaves: Iterable[LeafScore], *, rebase: bool) -> Total:
    """Add rounded leaves; with ``rebase`` a leaf that does not apply leaves the base, else it has its maximum."""
    zero = Fraction(0)
    points = sure = possible = whole = applicable = measured = zero
    met = unmet = unknown = outside = 0
    for scored in leaves:
        whole += scored.leaf.max
        if scored.state is State.NOT_APPLICABLE:
            outside += 1
            if rebase:
                continue
        applicable += scored.leaf.max
        sure += scored.sure
        possible += scored.possible
        if scored.points is not None:
            points += scored.points
            measured += scored.leaf.max
        if scored.state is not State.NOT_APPLICABLE:
            met += scored.met is True
            unmet += scored.met is False
            unknown += scored.met is None
    return Total(points, sure, possible, whole, applicable, measured, met, unmet, unknown, outside)
