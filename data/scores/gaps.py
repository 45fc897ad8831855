"""Where points are lost: the leaves that are measured and have less than they could, the largest loss first."""

from dataclasses import dataclass
from fractions import Fraction

from data.scores.unit import UnitScore
from scoring.gap import Gap, Step
from scoring.reach import gap_within_reach
from scoring.table import Leaf, Table


@dataclass(frozen=True)
class LeafGap:
    """A measured leaf with ``lost`` points (> 0), and the step worth telling (``None``: out of reach this year)."""

    leaf: Leaf
    gap: Gap
    step: Step | None

    @property
    def lost(self) -> Fraction:
        """Points of the leaf that the figures of today do not earn."""
        return self.gap.lost


def largest_gaps(scored: UnitScore) -> list[LeafGap]:
    """Every leaf that loses points, the largest loss first, then in the order of the law."""
    found = []
    for leaf in scored.table.leaves:
        gap = gap_within_reach(scored.line(leaf), scored.table, year_over=year_over(scored))
        if gap is not None and gap.lost > 0:
            found.append(LeafGap(leaf, gap, worth_telling(gap, leaf, scored.table)))
    return sorted(found, key=lambda one: -one.lost)


def year_over(scored: UnitScore) -> bool:
    """The figures of December are there: no new case comes."""
    return any(observation.month.number == 12 for observation in scored.observations)


def worth_telling(gap: Gap, leaf: Leaf, table: Table) -> Step | None:
    """The nearest step, unless it earns but one grain of rounding more: then the way to full marks says more."""
    nearest = gap.next
    if nearest is None or gap.full is None:
        return nearest or gap.full
    return gap.full if nearest.points - (leaf.highest - gap.lost) <= table.step else nearest
