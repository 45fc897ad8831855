"""Where points are lost: leaves that have less than they could, parts that a gate closes; the largest loss first."""

from dataclasses import dataclass, replace
from fractions import Fraction

from data.scores.gates import GateStanding, gates
from data.scores.unit import UnitScore
from scoring.evaluator import LeafScore
from scoring.gap import Gap, Step
from scoring.gate import GateState
from scoring.quantity import State
from scoring.table import Leaf, Node, Table


@dataclass(frozen=True)
class LeafGap:
    """A measured leaf with ``lost`` points (> 0), and the step worth telling (``None``: out of reach this year)."""

    leaf: Leaf
    gap: Gap
    step: Step | None
    lost: Fraction


@dataclass(frozen=True)
class GateGap:
    """A closed gate: ``lost`` points (> 0) that the part below it would have, were it open."""

    gate: GateStanding
    lost: Fraction


def largest_gaps(scored: UnitScore) -> list[LeafGap | GateGap]:
    """Everything that loses points, the largest loss first, then in the order of the law, gates before leaves."""
    found: list[LeafGap | GateGap] = []
    for gate in gates(scored):
        lost = _closed_out(scored, gate)
        found += [GateGap(gate, lost)] if lost > 0 else []
    for leaf in scored.table.leaves:
        gap, lost = scored.gap(leaf), lost_points(scored, leaf)
        if gap is not None and lost > 0:
            found.append(LeafGap(leaf, gap, worth_telling(gap, leaf, scored.table), lost))
    return sorted(found, key=lambda one: -one.lost)


def lost_points(scored: UnitScore, leaf: Leaf) -> Fraction:
    """What the total of the base would gain, were the leaf at its most.

    0 for bonus points, which nobody owes; for what is missing or does not apply; where a cap is reached without it; and
    below a closed gate, which loses them for all of its part.
    """
    line = scored.line(leaf)
    if leaf.bonus or line.points is None or line.state is State.NOT_APPLICABLE or line.points >= leaf.highest:
        return Fraction(0)
    # A cap of the whole table holds the bonus back, never the base.
    holding = next((node for node in scored.table.tree.way_to(leaf.id)[1:] if node.holds), None)
    if holding is None:
        return leaf.highest - line.points
    at_most = replace(line, points=leaf.highest, sure=leaf.highest, possible=leaf.highest)
    return _base(scored, holding, at_most) - _base(scored, holding, line)


def loses(scored: UnitScore, leaf: Leaf) -> bool:
    """True for a leaf that loses points, or whose points a closed gate takes."""
    if lost_points(scored, leaf) > 0:
        return True
    measured = scored.line(leaf).points is not None and leaf.base > 0
    return measured and any(scored.score.gate(node) is GateState.CLOSED for node in scored.table.tree.way_to(leaf.id))


def steps_to_tell(gap: Gap) -> list[Step]:
    """The nearest step and the one to full marks; one of them where the same cases do both."""
    nearest, full = gap.next, gap.full
    if nearest is None or full is None:
        return [step for step in (nearest, full) if step is not None]
    cases = [(step.input, step.repaired, step.added, step.change) for step in (nearest, full)]
    alike = cases[0] == cases[1] and any(way is not None for way in cases[0][1:])
    return [full] if alike or nearest == full else [nearest, full]


def worth_telling(gap: Gap, leaf: Leaf, table: Table) -> Step | None:
    """The nearest step, unless it earns but one grain of rounding more: then the way to full marks says more."""
    nearest = gap.next
    if nearest is None or gap.full is None:
        return nearest or gap.full
    return gap.full if nearest.points - (leaf.highest - gap.more) <= table.step else nearest


def _base(scored: UnitScore, part: Node, line: LeafScore) -> Fraction:
    score = replace(scored.score, leaves={**scored.score.leaves, line.leaf.id: line})
    total = score.of(part)
    return total.points - total.bonus


def _closed_out(scored: UnitScore, gate: GateStanding) -> Fraction:
    """0 unless closed: what the parts come to without it. An inner gate loses nothing below one that is closed too."""
    if gate.state is not GateState.CLOSED:
        return Fraction(0)
    others = {name: line for name, line in scored.score.gates.items() if name != gate.node.id}
    opened = replace(scored.score, gates=others)
    before, after = scored.score.of(scored.table.tree), opened.of(scored.table.tree)
    return (after.points - after.bonus) - (before.points - before.bonus)
