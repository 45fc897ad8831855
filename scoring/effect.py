"""What the differences of two tables cost or earn on the same figures, line by line, adding up to the last hundredth.

Each leaf gives its own points; what caps, least points and gates take on the way up stands in lines of the nodes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from scoring.compare import Change, Comparison
from scoring.evaluator import LeafScore
from scoring.gate import GateState
from scoring.table import Leaf, Node
from scoring.totals import TableScore, Total

ZERO = Fraction(0)


@dataclass(frozen=True)
class Effect:
    """After less before. ``points`` counts what is measured; ``sure`` and ``possible`` what the total can still be.

    Of a table of targets the counts say it: how many more are met, not met, not known, left out.
    """

    points: Fraction = ZERO
    sure: Fraction = ZERO
    possible: Fraction = ZERO
    met: int = 0
    unmet: int = 0
    unknown: int = 0
    not_applicable: int = 0

    def plus(self, other: "Effect") -> "Effect":
        """Both together."""
        return Effect(*(getattr(self, name) + getattr(other, name) for name in COUNTED))


COUNTED = ("points", "sure", "possible", "met", "unmet", "unknown", "not_applicable")


@dataclass(frozen=True)
class LeafEffect:
    """A leaf in both tables; ``None`` on the side where the table does not have it.

    A leaf that is known on one side alone has an effect too: what stops, or begins, to count as measured.
    """

    change: Change[Leaf]
    before: LeafScore | None
    after: LeafScore | None
    effect: Effect

    @property
    def measured(self) -> bool:
        """False while neither table gives it points: then its effect is not known, which is not 0."""
        return any(side is not None and side.points is not None for side in (self.before, self.after))

    @property
    def comparable(self) -> bool:
        """True where nothing hangs on a figure that only one of the tables can use."""
        return all(side is None or side.points is not None for side in (self.before, self.after))

    @property
    def differs(self) -> bool:
        """True where the two tables give something else: points, bounds, or what is known."""
        states = {side.state for side in (self.before, self.after) if side is not None}
        return self.effect != Effect() or len(states) > 1


@dataclass(frozen=True)
class HeldEffect:
    """What a node's own cap, least points and gate add to the sum of its parts, or take from it, in each table.

    A gate is ``None`` where the node has none, or where the table does not have the node.
    """

    change: Change[Node]
    before: Effect
    after: Effect
    gate_before: GateState | None
    gate_after: GateState | None

    @property
    def effect(self) -> Effect:
        """After less before."""
        return Effect(*(getattr(self.after, name) - getattr(self.before, name) for name in COUNTED))

    @property
    def differs(self) -> bool:
        """True where one table takes something else than the other, or its gate stands otherwise."""
        return self.before != self.after or self.gate_before != self.gate_after

    @property
    def taken(self) -> bool:
        """True where the node holds something in one of the two tables."""
        return self.before != Effect() or self.after != Effect()


@dataclass(frozen=True)
class Effects:
    """Every leaf of both tables, and every node that holds something in one of them; both scores."""

    comparison: Comparison
    before: TableScore
    after: TableScore
    leaves: tuple[LeafEffect, ...]
    held: tuple[HeldEffect, ...]

    @property
    def sum(self) -> Effect:
        """All lines together: exactly the difference of the totals."""
        return together([*(one.effect for one in self.leaves), *(one.effect for one in self.held)])

    @property
    def difference(self) -> Effect:
        """Total after less total before."""
        return _between(self.before.total, self.after.total)


def effects(comparison: Comparison, before: TableScore, after: TableScore) -> Effects:
    """Both tables of ``comparison`` scored on the same figures. ValueError where they are of two kinds.

    Points and targets met cannot be subtracted from each other.
    """
    if comparison.before.kind is not comparison.after.kind:
        raise ValueError("kinds differ")
    held = (_held(change, before, after) for change in comparison.nodes)
    return Effects(
        comparison,
        before,
        after,
        tuple(_leaf(change, before, after) for change in comparison.leaves),
        tuple(one for one in held if one is not None),
    )


def together(parts: Iterable[Effect]) -> Effect:
    """Several effects added up."""
    total = Effect()
    for part in parts:
        total = total.plus(part)
    return total


def _leaf(change: Change[Leaf], before: TableScore, after: TableScore) -> LeafEffect:
    first, second = _side(change.before, before), _side(change.after, after)
    lines = [
        score.leaves[leaf.id] if leaf is not None else None
        for leaf, score in ((change.before, before), (change.after, after))
    ]
    return LeafEffect(change, lines[0], lines[1], _between(first, second))


def _side(leaf: Leaf | None, score: TableScore) -> Total:
    return Total() if leaf is None else score.of(leaf)


def _held(change: Change[Node], before: TableScore, after: TableScore) -> HeldEffect | None:
    sides = ((change.before, before), (change.after, after))
    if not any(node is not None and node.holds for node, _score in sides):
        return None
    adds = [Effect() if node is None else _between(score.parts(node), score.of(node)) for node, score in sides]
    gates = [score.gate(node) if node is not None and node.gate is not None else None for node, score in sides]
    return HeldEffect(change, adds[0], adds[1], gates[0], gates[1])


def _between(before: Total, after: Total) -> Effect:
    return Effect(*(getattr(after, name) - getattr(before, name) for name in COUNTED))
