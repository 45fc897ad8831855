"""From the maximum to the points: what is lost, waits or is missing, in sums that add up to the last hundredth."""

from dataclasses import dataclass
from fractions import Fraction

from data.scores.unit import UnitScore
from scoring.table import Leaf, Node, ScoredBy, TableKind

ZERO = Fraction(0)


@dataclass(frozen=True)
class Sums:
    """Points of the base that are not earned. ``whole`` is the maximum that applies less the points, exactly.

    ``lost``: measured and not earned. ``waiting``: for a survey or an appraiser. ``missing``: a figure of the unit has
    not come. ``held``: what caps, least points and gates of nodes add to it or (below 0) make good. A targets table
    counts targets: ``lost`` those not met.
    """

    lost: Fraction = ZERO
    waiting: Fraction = ZERO
    missing: Fraction = ZERO
    held: Fraction = ZERO

    @property
    def whole(self) -> Fraction:
        """All four together."""
        return self.lost + self.waiting + self.missing + self.held

    @property
    def open(self) -> Fraction:
        """What can still come: waiting or missing."""
        return self.waiting + self.missing


@dataclass(frozen=True)
class Balance:
    """``maximum`` less ``earned`` is exactly ``sums.whole``. Bonus points stand outside; of targets all are counts."""

    maximum: Fraction
    earned: Fraction
    sums: Sums


@dataclass(frozen=True)
class Fall:
    """One first-level field on the way down: from ``start``, by what is lost (caps and gates among it) and open."""

    part: Node | Leaf
    start: Fraction
    lost: Fraction
    open: Fraction

    @property
    def whole(self) -> Fraction:
        """All that the field does not earn."""
        return self.lost + self.open

    @property
    def end(self) -> Fraction:
        """Where the next field starts."""
        return self.start - self.lost - self.open


def balance(scored: UnitScore) -> Balance:
    """Of the whole table."""
    total, sums = scored.score.total, sums_of(scored, scored.table.tree)
    if scored.table.kind is TableKind.TARGETS:
        return Balance(Fraction(total.met + total.unmet + total.unknown), Fraction(total.met), sums)
    return Balance(total.applicable_max, total.points - total.bonus, sums)


def falls(scored: UnitScore) -> list[Fall]:
    """The fields in the order of the law, from the maximum of them all; for a drawing.

    What a cap or gate of a field takes is among its ``lost``; what a cap makes good is taken off what is lost first.
    """
    parts = scored.table.tree.children
    sums = [sums_of(scored, part) for part in parts]
    found: list[Fall] = []
    level = sum((scored.score.of(part).applicable_max for part in parts), ZERO)
    for part, one in zip(parts, sums, strict=True):
        open_ = min(one.open, max(one.whole, ZERO))
        found.append(Fall(part, level, one.whole - open_, open_))
        level = found[-1].end
    return found


def sums_of(scored: UnitScore, part: Node | Leaf) -> Sums:
    """What is not earned below ``part``, by what became of it; ``held`` is what the parts alone do not explain."""
    if scored.table.kind is TableKind.TARGETS:
        return _targets(scored, part)
    total = scored.score.of(part)
    whole = total.applicable_max - (total.points - total.bonus)
    if isinstance(part, Node):
        parts = [sums_of(scored, child) for child in part.children]
        lost, waiting = sum((p.lost for p in parts), ZERO), sum((p.waiting for p in parts), ZERO)
        missing = sum((p.missing for p in parts), ZERO)
        return Sums(lost, waiting, missing, whole - lost - waiting - missing)
    if scored.line(part).points is not None:
        return Sums(lost=whole)
    return Sums(missing=whole) if part.scored_by is ScoredBy.SELF else Sums(waiting=whole)


def _targets(scored: UnitScore, part: Node | Leaf) -> Sums:
    lost = waiting = missing = 0
    for leaf in (part,) if isinstance(part, Leaf) else part.leaves():
        total = scored.score.of(leaf)
        lost += total.unmet
        waiting += total.unknown if leaf.scored_by is not ScoredBy.SELF else 0
        missing += total.unknown if leaf.scored_by is ScoredBy.SELF else 0
    return Sums(Fraction(lost), Fraction(waiting), Fraction(missing))
