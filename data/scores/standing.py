"""Where a unit stands: how many leaves have no result, wait for others, lose points; and each field by itself."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from data.evidence.coverage import Count, Coverage
from data.scores.unit import UnitScore
from scoring.quantity import State
from scoring.table import Leaf, Node, ScoredBy
from scoring.totals import Total


@dataclass(frozen=True)
class Standing:
    """Numbers of leaves. ``waiting`` (for a survey or an appraiser) are among the ``missing``."""

    leaves: int
    missing: int
    waiting: int
    losing: int


@dataclass(frozen=True)
class FieldStanding:
    """One first-level field: its total and its evidence."""

    part: Node | Leaf
    total: Total
    evidence: Count

    @property
    def open(self) -> Fraction:
        """Points of the applicable maximum that nothing has been measured for yet."""
        return self.total.applicable_max - self.total.measured_max


class Reach(StrEnum):
    """How a field stands to a goal: already there, still possible, or past reach as things stand."""

    THERE = "there"
    POSSIBLE = "possible"
    GONE = "gone"


def reach(total: Total, goal: int) -> Reach:
    """``goal`` is in per cent of the applicable maximum. Only ``sure`` points are there: others can still be lost."""
    wanted = total.applicable_max * goal / 100
    if total.sure >= wanted:
        return Reach.THERE
    return Reach.POSSIBLE if total.possible >= wanted else Reach.GONE


def standing(scored: UnitScore) -> Standing:
    """Counted over all leaves of the table."""
    lines = [scored.line(leaf) for leaf in scored.table.leaves]
    missing = [line for line in lines if line.state is State.MISSING]
    return Standing(
        leaves=len(lines),
        missing=len(missing),
        waiting=sum(line.leaf.scored_by is not ScoredBy.SELF for line in missing),
        losing=sum(line.points is not None and line.points < line.leaf.highest for line in lines),
    )


def open_points(total: Total) -> Fraction:
    """Points between what is sure and what is still possible."""
    return total.possible - total.sure


def lost_as_it_stands(total: Total) -> Fraction:
    """Points of the applicable maximum that today's figures do not earn; better figures can win them back.

    None where bonus points may bring the total past it.
    """
    return max(Fraction(0), total.applicable_max - total.possible)


def fields(scored: UnitScore, coverage: Coverage) -> list[FieldStanding]:
    """The fields in the order of the law."""
    return [FieldStanding(part, scored.score.of(part), coverage.of(part)) for part in scored.table.tree.children]
