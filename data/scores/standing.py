"""Where a unit stands: how many leaves have no result, wait for others, lose points; and each field by itself."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from data.evidence.coverage import Count, Coverage
from data.scores.gaps import loses
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

    @property
    def shares(self) -> "FieldShares":
        """How its bar divides. Of penalties alone the whole is the most that they take."""
        total = self.total
        whole = total.applicable_max + total.bonus_max
        if whole == 0:
            least = min(least_points(self.part), total.sure, total.points)
            return FieldShares(lost=total.points / least if least else Fraction(0))
        earned = max(total.points, Fraction(0))
        lost = min(total.lost, total.measured_max)
        rest = total.bonus_max - total.bonus
        return FieldShares(earned / whole, self.open / whole, lost / whole, rest / whole)


@dataclass(frozen=True)
class FieldShares:
    """Parts of a field's bar, from 0 to 1 of its applicable maximum and its bonus ceiling together.

    ``bonus`` is what of the ceiling is not earned; it is not lost.
    """

    earned: Fraction = Fraction(0)
    open: Fraction = Fraction(0)
    lost: Fraction = Fraction(0)
    bonus: Fraction = Fraction(0)


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
        losing=sum(loses(scored, leaf) for leaf in scored.table.leaves),
    )


def least_points(part: Node | Leaf) -> Fraction:
    """The least points that a part can have: its penalties all together, held where it says so; 0 or below."""
    if isinstance(part, Leaf):
        return part.lowest
    total = sum((least_points(child) for child in part.children), Fraction(0))
    return total if part.lowest is None else max(total, part.lowest)


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
