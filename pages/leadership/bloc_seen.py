"""What the page of a bloc shows, gathered once for each state of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from data.accounts.person import Action, Person, require
from data.criteria.bloc import Bloc, Member
from data.scores.bloc import BlocLine, BlocScore, score_bloc
from data.store.opening import Store
from data.units.blocs import blocs
from data.units.known import KnownUnit, units
from pages.parts.scope import Scope


@dataclass(frozen=True)
class BlocSeen:
    """The bloc scored, and those of its units that the store knows."""

    scored: BlocScore
    known: Mapping[str, KnownUnit]

    @property
    def bloc(self) -> Bloc:
        """The bloc."""
        return self.scored.bloc

    @property
    def unknown(self) -> tuple[Member, ...]:
        """The members that this store does not know yet: no figure can come in for them."""
        return tuple(member for member in self.bloc.members if member.id not in self.known)

    def own(self, scope: Scope) -> BlocLine | None:
        """The line of the unit chosen in the sidebar; ``None`` when it is no member."""
        return self.scored.line(scope.unit.id)


def blocs_here(scope: Scope) -> Sequence[Bloc]:
    """The blocs to choose from: those of the chosen unit first. The right is asked for each time."""
    require(scope.person, Action.READ)
    found = _blocs_read((str(scope.store.folder), scope.store.version, scope.person.id), scope.store, scope.person)
    return sorted(found, key=lambda bloc: all(member.id != scope.unit.id for member in bloc.members))


def see_bloc(scope: Scope, bloc: Bloc) -> BlocSeen:
    """Cached: every commit of the store gives a new version, and so a new answer. The right is asked for each time."""
    store = scope.store
    require(scope.person, Action.READ)
    key = (str(store.folder), store.version, scope.person.id, scope.table.id, bloc.id, str(scope.month))
    return _gathered(key, store, scope.person, scope, bloc)


@st.cache_resource(max_entries=64, show_spinner=False)
def _blocs_read(key: tuple[object, ...], _store: Store, _person: Person) -> list[Bloc]:
    return blocs(_store, _person)


@st.cache_resource(max_entries=8, show_spinner=False)  # the figures of a whole province each
def _gathered(key: tuple[object, ...], _store: Store, _person: Person, _scope: Scope, _bloc: Bloc) -> BlocSeen:
    known = {unit.id: unit for unit in units(_store, _person)}
    scored = score_bloc(_store, _person, _scope.table, _bloc, _scope.month)
    return BlocSeen(scored, {member.id: known[member.id] for member in _bloc.members if member.id in known})
