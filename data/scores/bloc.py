"""The units of a bloc side by side: one table, one month, ranked by the exact index."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from data.accounts.person import Action, Person, require
from data.criteria.bloc import Bloc, Member
from data.figures.beside import beside_each
from data.scores.unit import UnitScore, score_unit
from data.store.opening import Store
from data.units.known import require_scope
from scoring.period import Month
from scoring.table import Table


@dataclass(frozen=True)
class BlocLine:
    """One unit of the bloc.

    ``rank`` counts from 1 by the exact index; units with the very same index share it (``tied``) and the next rank is
    skipped. It is ``None`` while nothing of the unit is measured. ``best`` and ``worst`` are the ranks that the unit
    can still reach: an index that rests on a few measured leaves alone says little.
    """

    member: Member
    scored: UnitScore
    rank: int | None = None
    tied: bool = False
    best: int = 1
    worst: int = 1

    @property
    def missing(self) -> bool:
        """True for a unit without a single figure of the table: missing, not 0."""
        return not self.scored.observations

    @property
    def index(self) -> Fraction | None:
        """The exact index (0..1, more with bonus points); ``None`` while nothing is measured."""
        return None if self.missing else self.scored.score.total.index

    @property
    def settled(self) -> bool:
        """True when no figure that is still to come can change the unit's points."""
        return self.scored.score.total.sure == self.scored.score.total.possible


@dataclass(frozen=True)
class BlocScore:
    """A bloc scored with ``table`` as of ``month``: the best first, then what has no rank, in the bloc's own order."""

    bloc: Bloc
    table: Table
    month: Month
    lines: tuple[BlocLine, ...]

    @property
    def provisional(self) -> bool:
        """True while a figure that is still to come may change the order."""
        return not all(line.settled for line in self.lines)

    @property
    def demo(self) -> bool:
        """True when any figure behind the scores is invented demo data."""
        return any(line.scored.demo for line in self.lines)


def score_bloc(store: Store, person: Person, table: Table, bloc: Bloc, month: Month) -> BlocScore:
    """Every member of ``bloc``, those without figures included. Missing figures are missing, they never cost points.

    :class:`data.units.known.UnitRefused` when the table was not issued for one of them or does not hold in ``month``.
    """
    require(person, Action.READ)
    others = beside_each(store, person, table, [member.id for member in bloc.members], month.year)
    lines = []
    for member in bloc.members:
        require_scope(table, member.id, month)
        lines.append(BlocLine(member, score_unit(store, person, table, member.id, month, others[member.id])))
    return BlocScore(bloc, table, month, ranked(lines))


def ranked(lines: Iterable[BlocLine]) -> tuple[BlocLine, ...]:
    """The lines with their ranks, the best first; equal indices keep the order given. Nothing is rounded before."""
    every_line = tuple(lines)
    given = [_reach(line, every_line) for line in every_line]
    known = sorted((line for line in given if line.index is not None), key=_falling)
    every = [line.index for line in known]
    found = [replace(line, rank=every.index(line.index) + 1, tied=every.count(line.index) > 1) for line in known]
    return (*found, *(line for line in given if line.index is None))


def _reach(line: BlocLine, lines: Iterable[BlocLine]) -> BlocLine:
    """Between which ranks the unit can still end, whatever the missing figures of all units bring."""
    low, high = _bounds(line)
    others = [_bounds(other) for other in lines if other is not line]
    return replace(
        line,
        best=1 + sum(sure > high for sure, _possible in others),
        worst=1 + sum(most > low for _sure, most in others),
    )


def _bounds(line: BlocLine) -> tuple[Fraction, Fraction]:
    total = line.scored.score.total
    return total.index_sure or Fraction(0), total.index_possible or Fraction(0)


def _falling(line: BlocLine) -> Fraction:
    return -(line.index or Fraction(0))
