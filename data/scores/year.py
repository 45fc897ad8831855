"""A unit's year so far: the table scored as of each month, in one pass over the figures that are in force today.

What the pages need of several months (the trend, the heat map, the score itself) is read off this one pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from data.accounts.person import Action, Person, require
from data.figures.observation import Observation
from data.figures.reading import in_force, quantities
from data.scores.unit import UnitScore
from data.store.opening import Store
from scoring.period import Month
from scoring.quantity import Quantity
from scoring.table import Table
from scoring.totals import TableScore, Total, score_table


@dataclass(frozen=True)
class MonthScore:
    """The table as of one month. ``reported`` is false when that very month has no figure of the table.

    ``begun`` is false while no month so far has one: there is nothing to score, and all that follows is unknown.
    """

    month: Month
    score: TableScore
    figures: dict[str, Quantity]
    reported: bool
    begun: bool

    @cached_property
    def fields(self) -> dict[str, Total]:
        """The total of each first-level field by its id; added up when first asked for."""
        return {part.id: self.score.of(part) for part in self.score.table.tree.children}


@dataclass(frozen=True)
class UnitYear:
    """The score as of the month asked for, and each month of the year up to it, January first; never empty."""

    scored: UnitScore
    months: tuple[MonthScore, ...]


def score_year(store: Store, person: Person, table: Table, unit: str, month: Month) -> UnitYear:
    """January to ``month``, from one reading of the store; needs the right to read."""
    require(person, Action.READ, unit)
    observations = [o for o in in_force(store, person, unit, month.year) if o.month <= month]
    used = tuple(o for o in observations if o.indicator in table.indicators)
    months = score_months(used, table, month)
    return UnitYear(UnitScore(unit, month, months[-1].score, months[-1].figures, used), months)


def score_months(observations: Sequence[Observation], table: Table, month: Month) -> tuple[MonthScore, ...]:
    """The same from figures in force. A leaf whose figures a month does not change is not scored again for it."""
    used = [o for o in observations if o.indicator in table.indicators and o.month <= month]
    reported = {o.month.number for o in used}
    first = min(reported, default=13)
    before: tuple[dict[str, Quantity], TableScore] | None = None
    found = []
    for number in range(1, month.number + 1):
        at = Month(month.year, number)
        figures = quantities([o for o in used if o.month <= at], table, at)
        score = score_table(table, figures, before)
        before = figures, score
        found.append(MonthScore(at, score, figures, number in reported, number >= first))
    return tuple(found)
