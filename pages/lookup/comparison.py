"""Two tables compared, as a part of any page: the table that is in force and another one, loaded or not."""

from dataclasses import dataclass

import streamlit as st

from data.accounts.person import Action, Person, require
from data.scores.compare import UnitComparison, compare_unit
from data.store.opening import Store
from pages.lookup.comparison_figures import indicators_card
from pages.lookup.comparison_head import totals_card
from pages.lookup.comparison_rows import changes_card
from pages.lookup.comparison_sides import words_card
from pages.parts.scope import Scope
from scoring.compare import Comparison, compare
from scoring.table import Table


@dataclass(frozen=True)
class Compared:
    """The differences of the tables; ``found`` is what they do to the unit's figures, ``None`` while it has none."""

    comparison: Comparison
    found: UnitComparison | None

    @property
    def demo(self) -> bool:
        """True when something shown is invented."""
        return self.found is not None and self.found.demo


def show_comparison(scope: Scope, before: Table, after: Table) -> None:
    """Everything that differs, for the unit and month of ``scope``. Neither table need be the one of ``scope``.

    Of a table of points and one of targets, and without figures, the differences of the tables alone.
    """
    draw(scope, compared(scope, before, after))


def compared(scope: Scope, before: Table, after: Table) -> Compared:
    """Cached while both tables are loaded ones: a table that is not may change under the same id."""
    store, unit = scope.store, scope.unit.id
    require(scope.person, Action.READ, unit)
    if before.kind is not after.kind:
        return Compared(compare(before, after), None)
    if any(store.criteria.tables.get(table.id) is not table for table in (before, after)):
        return _compared(store, scope.person, scope, before, after)
    key = (str(store.folder), store.version, scope.person.id, before.id, after.id, unit, str(scope.month))
    return _kept(key, store, scope.person, scope, before, after)


def draw(scope: Scope, seen: Compared) -> None:
    """The cards, below a head that the caller draws."""
    totals_card(scope, seen.comparison, seen.found)
    changes_card(scope, seen.comparison, seen.found)
    words_card(scope, seen.comparison)
    indicators_card(scope, seen.comparison)


@st.cache_resource(max_entries=16, show_spinner=False)
def _kept(
    key: tuple[object, ...], _store: Store, _person: Person, _scope: Scope, _before: Table, _after: Table
) -> Compared:
    return _compared(_store, _person, _scope, _before, _after)


def _compared(store: Store, person: Person, scope: Scope, before: Table, after: Table) -> Compared:
    found = compare_unit(store, person, before, after, scope.unit.id, scope.month)
    return Compared(found.effects.comparison, None if found.empty else found)
