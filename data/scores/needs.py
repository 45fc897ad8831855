"""What each leaf still lacks of full marks, whom that needs, and sums of it that add up to the last hundredth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from data.scores.gaps import worth_telling
from data.scores.unit import UnitScore
from scoring.gap import Step
from scoring.indicator import Indicator
from scoring.quantity import State
from scoring.reach import gap_within_reach
from scoring.table import Leaf, Node, ScoredBy, Table, TableKind

ZERO = Fraction(0)


class Need(StrEnum):
    """Whom or what a leaf needs for more; the words stand in addresses that people keep."""

    OFFICE = "office"  # measured, and the office can still do something about it
    FIGURES = "figures"  # a figure of the office has not come
    SURVEY = "survey"
    APPRAISER = "appraiser"
    GONE = "gone"  # no figure of this year can win it any more


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


@dataclass(frozen=True)
class LeafNeed:
    """A leaf below full marks. ``next`` and ``full`` are the steps that can still be taken this year.

    ``lost`` or ``open`` is what it has not earned (one of them is 0; a bonus outside the base counts here, not in the
    sums), ``to_win`` what of that the office, a figure or another's answer can still bring. ``lacking`` are the
    figures that have not come, each with the months owed.
    """

    leaf: Leaf
    need: Need
    lost: Fraction
    open: Fraction
    to_win: Fraction
    next: Step | None = None
    full: Step | None = None
    lacking: tuple[tuple[Indicator, tuple[int, ...]], ...] = ()


@dataclass(frozen=True)
class FieldNeeds:
    """A first-level field: its leaves below full marks, the most to win first, and its sums over all of them."""

    part: Node | Leaf
    leaves: tuple[LeafNeed, ...]
    sums: Sums

    @property
    def to_win(self) -> Fraction:
        """Over the leaves shown."""
        return sum((one.to_win for one in self.leaves), ZERO)


def needs(scored: UnitScore) -> list[FieldNeeds]:
    """The fields in which anything is left to win or lost, the most to win first, then in the order of the law."""
    found = []
    for part in scored.table.tree.children:
        below = (part,) if isinstance(part, Leaf) else tuple(part.leaves())
        leaves = [one for leaf in below if (one := leaf_need(scored, leaf)) is not None]
        leaves.sort(key=lambda one: (-one.to_win, -(one.lost + one.open)))
        sums = sums_of(scored, part)
        if leaves or sums.whole:
            found.append(FieldNeeds(part, tuple(leaves), sums))
    return sorted(found, key=lambda one: -one.to_win)


def narrowed(fields: Iterable[FieldNeeds], need: Need | None) -> list[FieldNeeds]:
    """Only the leaves with this need, the fields again by what is to win; ``None`` keeps all."""
    if need is None:
        return list(fields)
    kept = [FieldNeeds(one.part, tuple(n for n in one.leaves if n.need is need), one.sums) for one in fields]
    return sorted((one for one in kept if one.leaves), key=lambda one: -one.to_win)


def count_by_need(fields: Sequence[FieldNeeds]) -> dict[Need, int]:
    """How many leaves have each need; all five are there."""
    return {need: sum(one.need is need for field in fields for one in field.leaves) for need in Need}


def won_by_office(fields: Sequence[FieldNeeds]) -> Fraction:
    """Points (targets) that the office itself can still win on what is measured, one leaf beside the other."""
    return sum((one.to_win for field in fields for one in field.leaves if one.need is Need.OFFICE), ZERO)


def leaf_need(scored: UnitScore, leaf: Leaf) -> LeafNeed | None:
    """What the leaf needs; ``None`` with full marks, where it does not apply, and for a leaf that is only tracked."""
    line = scored.line(leaf)
    if line.state is State.NOT_APPLICABLE or leaf.highest == leaf.lowest:
        return None
    if line.points is None:
        return LeafNeed(
            leaf,
            _awaited(leaf),
            ZERO,
            max(leaf.highest, ZERO),
            max(line.possible, ZERO),
            lacking=_lacking(scored, leaf),
        )
    gap = gap_within_reach(line, scored.table, year_over=_year_over(scored))
    if gap is None or gap.lost <= 0:
        return None
    if leaf.scored_by is not ScoredBy.SELF:
        return LeafNeed(leaf, _awaited(leaf), gap.lost, ZERO, ZERO, gap.next, gap.full)
    best = max((step.points for step in (gap.next, gap.full) if step is not None), default=line.points)
    told = worth_telling(gap, leaf, scored.table)
    need = Need.GONE if told is None else Need.OFFICE
    return LeafNeed(leaf, need, gap.lost, ZERO, best - line.points, told, gap.full)


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


def _awaited(leaf: Leaf) -> Need:
    return {ScoredBy.SURVEY: Need.SURVEY, ScoredBy.APPRAISER: Need.APPRAISER}.get(leaf.scored_by, Need.FIGURES)


def _lacking(scored: UnitScore, leaf: Leaf) -> tuple[tuple[Indicator, tuple[int, ...]], ...]:
    table: Table = scored.table
    read = dict.fromkeys(code for code, _quantity in scored.line(leaf).read)
    figures = [(code, scored.figures[code]) for code in read if code in scored.figures]
    return tuple((table.indicators[code], q.missing_months) for code, q in figures if q.state is State.MISSING)


def _year_over(scored: UnitScore) -> bool:
    """The figures of December are there: no new case comes."""
    return any(observation.month.number == 12 for observation in scored.observations)
