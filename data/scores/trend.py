"""The year so far: the table scored as of each month, from the figures that are in force today."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from data.accounts.person import Action, Person, require
from data.figures.observation import Observation
from data.figures.reading import in_force, quantities
from data.store.opening import Store
from scoring.period import Month
from scoring.quantity import State
from scoring.table import Table
from scoring.totals import Total, score_table


@dataclass(frozen=True)
class TrendPoint:
    """One month: the total as of it. ``reported`` is false when that very month has no figure of the table.

    ``measured`` are the leaves that the index of the month rests on.
    """

    month: Month
    total: Total
    reported: bool
    measured: frozenset[str]


def trend(store: Store, person: Person, table: Table, unit: str, month: Month) -> list[TrendPoint]:
    """January to ``month``; needs the right to read."""
    require(person, Action.READ, unit)
    return trend_of(in_force(store, person, unit, month.year), table, month)


def trend_of(observations: Sequence[Observation], table: Table, month: Month) -> list[TrendPoint]:
    """The same from figures in force. A month before the first figure is left out: it says nothing."""
    used = [o for o in observations if o.indicator in table.indicators and o.month <= month]
    points = []
    for number in range(1, month.number + 1):
        at = Month(month.year, number)
        known = [o for o in used if o.month <= at]
        if known:
            score = score_table(table, quantities(known, table, at))
            lines = score.leaves.items()
            measured = frozenset(
                name for name, line in lines if line.points is not None and line.state is not State.NOT_APPLICABLE
            )
            points.append(TrendPoint(at, score.total, any(o.month == at for o in known), measured))
    return points


def index_change(points: Sequence[TrendPoint]) -> Fraction | None:
    """The index of the last month less that of the month before, as a share.

    ``None`` where either is unknown, and where the two months do not measure the same leaves with the same maximum: an
    index that rises because figures are missing is no progress.
    """
    if len(points) < 2:
        return None
    before, now = points[-2], points[-1]
    if before.measured != now.measured or before.total.measured_max != now.total.measured_max:
        return None
    return None if before.total.index is None or now.total.index is None else now.total.index - before.total.index
