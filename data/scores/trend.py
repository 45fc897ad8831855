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
    """One month: the score as of it, and its total.

    ``reported`` is false when that very month has no figure of the table. ``measured`` are the leaves that the index
    of the month rests on.
    """

    month: Month
    total: Total
    reported: bool
    measured: frozenset[str]
    score: TableScore

    @property
    def index(self) -> Fraction | None:
        """The month's index, as a share; ``None`` for a month that nobody reported: a gap in the line, never 0."""
        return self.total.index if self.reported else None

    def of(self, field: Node | Leaf) -> Total | None:
        """The total of one first-level field; ``None`` for a month that nobody reported."""
        return self.score.of(field) if self.reported else None


def trend(store: Store, person: Person, table: Table, unit: str, month: Month) -> list[TrendPoint]:
    """January to ``month``; needs the right to read."""
    return trend_of_year(score_year(store, person, table, unit, month).months)


def trend_of(observations: Sequence[Observation], table: Table, month: Month) -> list[TrendPoint]:
    """The same from figures in force."""
    return trend_of_year(score_months(observations, table, month))


def trend_of_year(months: Sequence[MonthScore]) -> list[TrendPoint]:
    """The same from the months scored. A month before the first figure is left out: it says nothing."""
    return [
        TrendPoint(one.month, one.score.total, one.reported, _measured(one.score), one.score)
        for one in months
        if one.begun
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


def runs(points: Sequence[TrendPoint]) -> list[list[TrendPoint]]:
    """The reported months cut where two neighbours do not compare: only within a run does a line rise or fall."""
    found: list[list[TrendPoint]] = []
    for before, now in zip((None, *points), points, strict=False):
        if not now.reported:
            continue
        joined = before is not None and before.reported and change_between(before, now) is not None
        if joined:
            found[-1].append(now)
        else:
            found.append([now])
    return found
