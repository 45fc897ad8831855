"""A unit's year so far: the table scored as of each month, in one pass over the figures that are in force today.

What the pages need of several months (the trend, the heat map, the score itself) is read off this one pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from data.accounts.person import Person
from data.figures.beside import beside
from data.figures.observation import Observation
from data.figures.reading import ALONE, Beside, formed, months_of
from data.scores.unit import UnitScore, read_for, unit_score
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
    """January to ``month``, the store read once and not once a month; needs the right to read."""
    read = read_for(store, person, table, unit, month)
    months = score_months(read, table, month, beside(store, person, table, unit, month.year))
    return UnitYear(unit_score(unit, month, months[-1].score, months[-1].figures, read), months)


def score_months(
    observations: Sequence[Observation], table: Table, month: Month, others: Beside = ALONE
) -> tuple[MonthScore, ...]:
    """The same from figures in force (``others``: those of the other units of the bloc, as ``beside`` has them). A leaf
    whose figures a month does not change is not scored again for it.
    """
    used = [o for o in observations if o.indicator in table.indicators and o.month <= month]
    reported = {o.month.number for o in used if o.month.year == month.year}
    first = min(reported, default=13)
    came = months_of(used, month.year)
    before: tuple[dict[str, Quantity], TableScore] | None = None
    found = []
    for number in range(1, month.number + 1):
        at = Month(month.year, number)
        figures = formed(came, table, at, others)
        score = score_table(table, figures, before)
        before = figures, score
        found.append(MonthScore(at, score, figures, number in reported, number >= first))
    return tuple(found)
