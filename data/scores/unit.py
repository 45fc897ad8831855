"""One unit's score as of a month: the kernel's result, each figure's source, each leaf's evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.accounts.person import Action, Person, require
from data.figures.beside import beside
from data.figures.observation import Observation
from data.figures.reading import Beside, in_force, quantities
from data.store.opening import Store
from scoring.evaluator import LeafScore
from scoring.gap import Gap
from scoring.period import Month
from scoring.quantity import Quantity
from scoring.reach import gap_within_reach
from scoring.readings import Needs, code_of, codes_behind, reading_of
from scoring.table import Leaf, Table
from scoring.totals import TableScore, score_table


@dataclass(frozen=True)
class UnitScore:
    """A table scored for one unit as of one month, and the observations of the year up to it that were used.

    ``figures`` are by name, readings among them; ``before`` the observations of the year before that some of them read.
    """

    unit: str
    month: Month
    score: TableScore
    figures: dict[str, Quantity]
    observations: tuple[Observation, ...]
    before: tuple[Observation, ...] = ()

    @property
    def table(self) -> Table:
        """The criteria table."""
        return self.score.table

    @property
    def demo(self) -> bool:
        """True when any figure behind the score is invented demo data."""
        return any(observation.demo for observation in (*self.observations, *self.before))

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
        """The stored figures that the leaf was scored from, the oldest year first: file, sheet and cells, or who typed
        them and when."""
        used = {
            (code_of(name), self.year_of(name), month) for name in leaf.inputs for month in self.figures[name].months
        }
        every = (*self.before, *self.observations)
        return tuple(o for o in every if (o.indicator, o.month.year, o.month.number) in used)

    def year_of(self, name: str) -> int:
        """The year whose months make up the figure ``name``."""
        reading = reading_of(name)
        past = reading is not None and reading.needs is Needs.LAST_YEAR
        return self.month.year - 1 if past else self.month.year


def score_unit(
    store: Store, person: Person, table: Table, unit: str, month: Month, others: Beside | None = None
) -> UnitScore:
    """Score ``unit`` with ``table`` as of ``month`` from the figures in force, January up to the month.

    ``others`` is what came of the other units of its bloc, where somebody has read it already.
    """
    read = read_for(store, person, table, unit, month)
    compared = beside(store, person, table, unit, month.year) if others is None else others
    figures = quantities(read, table, month, compared)
    return unit_score(unit, month, score_table(table, figures), figures, read)


def read_for(store: Store, person: Person, table: Table, unit: str, month: Month) -> list[Observation]:
    """The figures in force that ``table`` reads: of the year up to ``month``, and of the year before where it asks."""
    require(person, Action.READ, unit)
    past = frozenset(codes_behind(table.readings, Needs.LAST_YEAR))
    found = in_force(store, person, unit, month.year, since=month.year - 1 if past else None)
    codes = table.indicators
    return [o for o in found if o.month <= month and o.indicator in (codes if o.month.year == month.year else past)]


def unit_score(
    unit: str, month: Month, score: TableScore, figures: dict[str, Quantity], read: Iterable[Observation]
) -> UnitScore:
    """The score with the observations of its two years apart."""
    by_year: dict[bool, list[Observation]] = {True: [], False: []}
    for one in read:
        by_year[one.month.year == month.year].append(one)
    return UnitScore(unit, month, score, figures, tuple(by_year[True]), tuple(by_year[False]))
