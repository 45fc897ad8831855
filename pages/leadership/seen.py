"""What the pages for leaders show of a unit, gathered once for each state of the store."""

from dataclasses import dataclass, field
from functools import cached_property

import streamlit as st

from data.accounts.person import Action, Person, require
from data.evidence.coverage import Count, Coverage, coverage
from data.exports.words import title_of
from data.language import Translate
from data.scores.gaps import GateGap, LeafGap, largest_gaps
from data.scores.needs import FieldNeeds, needs
from data.scores.standing import FieldStanding, Standing, fields, standing
from data.scores.trend import TrendPoint, trend_of_year
from data.scores.unit import UnitScore
from data.scores.year import MonthScore, score_year
from data.store.opening import Store
from pages.leadership.once import Once
from pages.parts.header import page_header
from pages.parts.marks import marks
from pages.parts.prose import say
from pages.parts.scope import Scope, month_name, unit_name


@dataclass(frozen=True)
class Seen:
    """The score, the evidence, each month of the year up to the one looked at, the trend and the gaps read off them."""

    scored: UnitScore
    coverage: Coverage
    months: tuple[MonthScore, ...]
    trend: tuple[TrendPoint, ...]
    needs: tuple[FieldNeeds, ...]
    once: Once = field(default_factory=Once, compare=False)

    @cached_property
    def gaps(self) -> list[LeafGap | GateGap]:
        """Where points are lost, the largest loss first."""
        return largest_gaps(self.scored)

    @cached_property
    def standing(self) -> Standing:
        """How many leaves have no result, wait for others, lose points."""
        return standing(self.scored)

    @cached_property
    def fields(self) -> list[FieldStanding]:
        """Total and evidence of each field."""
        return fields(self.scored, self.coverage)

    @cached_property
    def evidence(self) -> Count:
        """The evidence of the whole table."""
        return self.coverage.total

    @cached_property
    def demo(self) -> bool:
        """True when any figure or document is invented."""
        return self.scored.demo or any(link.document.demo for link in self.coverage.links)

    @property
    def empty(self) -> bool:
        """True when no figure of the table has come for this year: there is nothing to score."""
        return not self.scored.observations

    @cached_property
    def reported(self) -> bool:
        """True when the month looked at has figures of its own."""
        return any(observation.month == self.scored.month for observation in self.scored.observations)


def see(scope: Scope) -> Seen:
    """Cached: every commit of the store gives a new version, and so a new answer. The right is asked for each time."""
    store = scope.store
    require(scope.person, Action.READ, scope.unit.id)
    key = (str(store.folder), store.version, scope.person.id, scope.table.id, scope.unit.id, str(scope.month))
    return _gathered(key, store, scope.person, scope)


@st.cache_resource(max_entries=64, show_spinner=False)
def _gathered(key: tuple[object, ...], _store: Store, _person: Person, _scope: Scope) -> Seen:
    table, unit, month = _scope.table, _scope.unit.id, _scope.month
    year = score_year(_store, _person, table, unit, month)
    found = coverage(_store, _person, table, unit, month.year)
    return Seen(year.scored, found, year.months, tuple(trend_of_year(year.months)), tuple(needs(year.scored)))


def heading(scope: Scope, seen: Seen, title: str) -> None:
    """Unit, table and month, and what must be said of them: a table that nobody issued, figures that nobody counted."""
    t, lang = scope.t, scope.lang
    said = (unit_name(scope.unit, lang), title_of(scope.table, lang), month_name(t, scope.month))
    page_header(title, " · ".join(said), marks(t, scope.table, demo=scope.unit.demo or seen.demo))


def no_choice(t: Translate, title: str) -> None:
    """Instead of a page: the store knows nothing that could be chosen."""
    page_header(title)
    say(t("There is no unit or no criteria table yet. Put a criteria file into the folder of tables and restart."))
