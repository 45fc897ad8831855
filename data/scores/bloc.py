"""The units of a bloc side by side: one table, one month, ranked by the exact index."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from statistics import median

from data.accounts.person import Action, Person, require
from data.criteria.bloc import Bloc, Member
from data.figures.beside import beside_each
from data.scores.missing import missing_figures
from data.scores.unit import UnitScore, score_unit
from data.store.opening import Store
from data.units.known import UnitRefused, require_scope
from scoring.messages import Problem
from scoring.period import Month
from scoring.table import Table
from scoring.totals import Total


class BlocRefused(UnitRefused):
    """The table does not compare this bloc: one problem a member that it was not issued for."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.code, first.message, first.remedy, first.place)
        self.problems = tuple(problems)


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

    @property
    def reported(self) -> bool:
        """True when the very month that is looked at has figures of the unit."""
        return any(observation.month == self.scored.month for observation in self.scored.observations)

    @property
    def open(self) -> Fraction:
        """How far the sure and the possible index lie apart; for drawing."""
        low, high = _bounds(self)
        return high - low

    @cached_property
    def lacking(self) -> tuple[int, int]:
        """How many figures have not come: of those that the unit itself reports, and of all others."""
        found = missing_figures(self.scored)
        own = sum(one.ours for one in found)
        return own, len(found) - own

    @cached_property
    def fields(self) -> dict[str, Total]:
        """The total of each first-level field by its id; added up when first asked for."""
        return {part.id: self.scored.score.of(part) for part in self.scored.table.tree.children}


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

    @property
    def measured(self) -> tuple[BlocLine, ...]:
        """The lines that have an index, the best first."""
        return tuple(line for line in self.lines if line.index is not None)

    @property
    def median(self) -> Fraction | None:
        """The exact median of the indices there are; ``None`` while there is none."""
        known = [line.index for line in self.lines if line.index is not None]
        return median(known) if known else None

    def ahead(self, line: BlocLine | None) -> Fraction | None:
        """How far a unit is above the median (below zero: under it); ``None`` where one of the two is not known."""
        return None if line is None or line.index is None or self.median is None else line.index - self.median

    def line(self, unit: str) -> BlocLine | None:
        """The line of ``unit``; ``None`` when it is no member."""
        return next((line for line in self.lines if line.member.id == unit), None)


def outside(table: Table, bloc: Bloc) -> tuple[Member, ...]:
    """The members that ``table`` was not issued for: while there are any, it compares no bloc."""
    issued = {unit.id for unit in table.units}
    return tuple(member for member in bloc.members if issued and member.id not in issued)


def score_bloc(store: Store, person: Person, table: Table, bloc: Bloc, month: Month) -> BlocScore:
    """Every member of ``bloc``, those without figures included. Missing figures are missing, they never cost points.

    :class:`BlocRefused` when the table was not issued for some of them or does not hold in ``month``.
    """
    require(person, Action.READ)
    _require_all(table, bloc, month)
    others = beside_each(store, person, table, [member.id for member in bloc.members], month.year)
    lines = [BlocLine(one, score_unit(store, person, table, one.id, month, others[one.id])) for one in bloc.members]
    return BlocScore(bloc, table, month, ranked(lines))


def _require_all(table: Table, bloc: Bloc, month: Month) -> None:
    """All that is wrong at once; what is the same for every member is said once."""
    problems: list[Problem] = []
    for member in bloc.members:
        try:
            require_scope(table, member.id, month)
        except UnitRefused as refused:
            problems += [problem for problem in refused.problems if problem not in problems]
    if problems:
        raise BlocRefused(problems)


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
