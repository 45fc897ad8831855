"""One unit's score as of a month: the kernel's result, each figure's source, each leaf's evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.accounts.person import Action, Person, require
from data.figures.observation import Observation
from data.figures.reading import in_force, quantities
from data.store.opening import Store
from scoring.evaluator import LeafScore
from scoring.gap import Gap
from scoring.period import Month
from scoring.quantity import Quantity
from scoring.reach import gap_within_reach
from scoring.table import Leaf, Table
from scoring.totals import TableScore, score_table


@dataclass(frozen=True)
class UnitScore:
    """A table scored for one unit as of one month, and the observations of the year up to it that were used."""

    unit: str
    month: Month
    score: TableScore
    figures: dict[str, Quantity]
    observations: tuple[Observation, ...]

    @property
    def table(self) -> Table:
        """The criteria table."""
        return self.score.table

    @property
    def demo(self) -> bool:
        """True when any figure behind the score is invented demo data."""
        return any(observation.demo for observation in self.observations)

    @property
    def year_over(self) -> bool:
        """True once figures of December are there: no new case comes."""
        return any(observation.month.number == 12 for observation in self.observations)

    def line(self, leaf: Leaf) -> LeafScore:
        """The leaf's result."""
        return self.score.leaves[leaf.id]

    def gap(self, leaf: Leaf) -> Gap | None:
        """What would earn more on this leaf, of what can still be done this year."""
        return gap_within_reach(self.line(leaf), self.table, year_over=self.year_over)

    def sources(self, leaf: Leaf) -> tuple[Observation, ...]:
        """The stored figures that the leaf was scored from: file, sheet and cells, or who typed them and when."""
        used = {(code, month) for code in leaf.inputs for month in self.figures[code].months}
        return tuple(o for o in self.observations if (o.indicator, o.month.number) in used)


def score_unit(store: Store, person: Person, table: Table, unit: str, month: Month) -> UnitScore:
    """Score ``unit`` with ``table`` as of ``month`` from the figures in force, January up to the month."""
    require(person, Action.READ, unit)
    return score_observations(in_force(store, person, unit, month.year), table, unit, month)


def score_observations(stored: Sequence[Observation], table: Table, unit: str, month: Month) -> UnitScore:
    """The same from the year's figures as they were read: those of later months are left out."""
    observations = [o for o in stored if o.month <= month]
    figures = quantities(observations, table, month)
    used = tuple(o for o in observations if o.indicator in table.indicators)
    return UnitScore(unit, month, score_table(table, figures), figures, used)
