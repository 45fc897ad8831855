"""What each leaf still lacks of full marks, and whom that needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from data.scores.asked import asked_for
from data.scores.balance import Sums, sums_of
from data.scores.gaps import worth_telling
from data.scores.unit import UnitScore
from scoring.evaluator import LeafScore
from scoring.gap import Step
from scoring.indicator import Indicator, Measure
from scoring.quantity import State
from scoring.readings import Needs
from scoring.table import Combine, Leaf, Node, ScoredBy, Table

ZERO = Fraction(0)
Owed = tuple[Indicator, tuple[int, ...]]  # an indicator, and the months that are owed of it


class Need(StrEnum):
    """Whom or what a leaf needs for more; the words stand in addresses that people keep."""

    OFFICE = "office"  # measured, and the office can still do something about it
    FIGURES = "figures"  # a figure of the office has not come
    SURVEY = "survey"
    APPRAISER = "appraiser"
    GONE = "gone"  # no figure of this year can win it any more


@dataclass(frozen=True)
class LeafNeed:
    """A leaf below full marks. ``next`` and ``full`` are the steps that can still be taken this year.

    ``lost`` or ``open`` is what it has not earned (one of them is 0; a bonus outside the base counts here, not in the
    sums), ``to_win`` what of that the office, a figure or another's answer can still bring. ``lacking`` are the
    figures that have not come, each with the months owed, ``lacking_before`` those of the year before,
    ``lacking_others`` those that other units of the bloc have not reported. ``away`` is how far the figure is from
    the next step, in percentage points; ``None`` for what is no share of one indicator.
    """

    leaf: Leaf
    need: Need
    lost: Fraction
    open: Fraction
    to_win: Fraction
    next: Step | None = None
    full: Step | None = None
    lacking: tuple[Owed, ...] = ()
    lacking_before: tuple[Owed, ...] = ()
    lacking_others: tuple[Owed, ...] = ()
    away: Fraction | None = None


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


def leaves_below(fields: Sequence[FieldNeeds]) -> int:
    """How many leaves are below full marks, measured or not."""
    return sum(len(field.leaves) for field in fields)


def won_by_office(fields: Sequence[FieldNeeds]) -> Fraction:
    """Points (targets) that the office itself can still win on what is measured, one leaf beside the other."""
    return sum((one.to_win for field in fields for one in field.leaves if one.need is Need.OFFICE), ZERO)


def out_of_reach(fields: Sequence[FieldNeeds]) -> Fraction:
    """Of what is lost on leaves that the unit scores itself, all that no step of this year wins."""
    below = (one for field in fields for one in field.leaves if not one.leaf.bonus)
    ours = (one for one in below if one.need in (Need.OFFICE, Need.GONE))
    return sum((one.lost - one.to_win for one in ours), ZERO)


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
            lacking=_lacking(scored, leaf, Needs.THIS_YEAR),
            lacking_before=_lacking(scored, leaf, Needs.LAST_YEAR),
            lacking_others=_lacking(scored, leaf, Needs.BLOC),
        )
    gap = scored.gap(leaf)
    if gap is None or gap.more <= 0:
        return None
    if leaf.scored_by is not ScoredBy.SELF:
        return LeafNeed(leaf, _awaited(leaf), gap.more, ZERO, ZERO, gap.next, gap.full)
    told = worth_telling(gap, leaf, scored.table)
    if told is None and (line.state is not State.MEASURED or leaf.combine is Combine.MIN):
        return LeafNeed(leaf, Need.OFFICE, gap.more, ZERO, gap.more)  # more may be won; no one figure tells how
    best = max((step.points for step in (told, gap.full) if step is not None), default=line.points)
    need = Need.GONE if told is None else Need.OFFICE
    return LeafNeed(
        leaf, need, gap.more, ZERO, best - line.points, told, gap.full, away=_away(line, told, scored.table)
    )


def _awaited(leaf: Leaf) -> Need:
    return {ScoredBy.SURVEY: Need.SURVEY, ScoredBy.APPRAISER: Need.APPRAISER}.get(leaf.scored_by, Need.FIGURES)


def _lacking(scored: UnitScore, leaf: Leaf, needs: Needs) -> tuple[Owed, ...]:
    found = asked_for(scored.line(leaf).read, scored.figures).items()
    return tuple((scored.table.indicators[asked.code], months) for asked, months in found if asked.needs is needs)


def _away(line: LeafScore, step: Step | None, table: Table) -> Fraction | None:
    indicator = table.reads.get(step.input) if step is not None else None
    figures = dict(line.read)
    if step is None or indicator is None or indicator.measure not in (Measure.RATIO, Measure.PERCENT):
        return None
    x = figures[indicator.code].x if indicator.code in figures else None
    return None if x is None else abs(step.x - x) * 100
