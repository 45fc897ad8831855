"""The year so far, month by month: the totals of the table and of its fields, and which months can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from data.accounts.person import Person
from data.figures.observation import Observation
from data.scores.year import MonthScore, score_months, score_year
from data.store.opening import Store
from scoring.period import Month
from scoring.quantity import State
from scoring.table import Leaf, Node, Table
from scoring.totals import TableScore, Total


@dataclass(frozen=True)
class TrendPoint:
    """One month: its total, and all that it was scored to.

    ``reported`` is false when that very month has no figure of the table. ``measured`` are the leaves that the index
    of the month rests on.
    """

    month: Month
    total: Total
    reported: bool
    measured: frozenset[str]
    scored: MonthScore

    @property
    def index(self) -> Fraction | None:
        """The month's index, as a share; ``None`` for a month that nobody reported: a gap in the line, never 0."""
        return self.total.index if self.reported else None

    @property
    def index_open(self) -> Fraction:
        """How far sure and possible lie apart, as a share of the applicable maximum; for drawing."""
        return (self.total.index_possible or Fraction(0)) - (self.total.index_sure or Fraction(0))

    def of(self, field: Node | Leaf) -> Total | None:
        """The total of one first-level field; ``None`` for a month that nobody reported."""
        return self.scored.fields[field.id] if self.reported else None


def trend(store: Store, person: Person, table: Table, unit: str, month: Month) -> list[TrendPoint]:
    """January to ``month``; needs the right to read."""
    return trend_of_year(score_year(store, person, table, unit, month).months)


def trend_of(observations: Sequence[Observation], table: Table, month: Month) -> list[TrendPoint]:
    """The same from figures in force."""
    return trend_of_year(score_months(observations, table, month))


def trend_of_year(months: Sequence[MonthScore]) -> list[TrendPoint]:
    """The same from the months scored. A month before the first figure is left out: it says nothing."""
    return [
        TrendPoint(one.month, one.score.total, one.reported, _measured(one.score), one) for one in months if one.begun
    ]


def _measured(score: TableScore) -> frozenset[str]:
    return frozenset(
        name
        for name, line in score.leaves.items()
        if line.points is not None and line.state is not State.NOT_APPLICABLE
    )


def index_change(points: Sequence[TrendPoint]) -> Fraction | None:
    """The index of the last month less that of the month before, as a share; ``None`` where they do not compare."""
    return None if len(points) < 2 else change_between(points[-2], points[-1])


def change_between(before: TrendPoint, now: TrendPoint) -> Fraction | None:
    """The later index less the earlier one, as a share.

    ``None`` where either is unknown, and where the two months do not measure the same leaves with the same maximum: an
    index that rises because figures are missing is no progress.
    """
    if before.measured != now.measured or before.total.measured_max != now.total.measured_max:
        return None
    return None if before.total.index is None or now.total.index is None else now.total.index - before.total.index


def measured_otherwise(before: TrendPoint, now: TrendPoint) -> tuple[int, int]:
    """How many leaves the later month measures that the earlier one did not, and how many no longer."""
    return len(now.measured - before.measured), len(before.measured - now.measured)


def field_change(before: TrendPoint, now: TrendPoint, field: Node | Leaf) -> Fraction | None:
    """The same of one field: only its own leaves and its own maximum must agree."""
    earlier, later = before.of(field), now.of(field)
    if earlier is None or later is None or earlier.index is None or later.index is None:
        return None
    own = {field.id} if isinstance(field, Leaf) else {leaf.id for leaf in field.leaves()}
    same = before.measured & own == now.measured & own and earlier.measured_max == later.measured_max
    return later.index - earlier.index if same else None


def runs(points: Sequence[TrendPoint], field: Node | Leaf | None = None) -> list[list[TrendPoint]]:
    """The reported months, of one field or of the whole table, cut where two neighbours do not compare.

    Only within a run does a line rise or fall. A month in which nothing is measured stands in none.
    """
    found: list[list[TrendPoint]] = []
    before: TrendPoint | None = None
    for now in points:
        total = now.total if field is None else now.of(field)
        if now.reported and total is not None and total.index is not None:
            if before is not None and before.reported and _compared(before, now, field) is not None:
                found[-1].append(now)
            else:
                found.append([now])
        before = now
    return found


def _compared(before: TrendPoint, now: TrendPoint, field: Node | Leaf | None) -> Fraction | None:
    return change_between(before, now) if field is None else field_change(before, now, field)
