"""A unit of a bloc, field by field, against the median and the best of the bloc."""

from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from data.criteria.bloc import Member
from data.scores.bloc import BlocLine, BlocScore
from scoring.quantity import State
from scoring.table import Leaf, Node


@dataclass(frozen=True)
class FieldInBloc:
    """One first-level field: the index (0..1) of the unit looked at, and the median and the best of all members.

    ``by_points``: a field without a maximum of its own (bonus, penalties) has no index; its points stand there instead.
    Members of whom nothing in the field is measured are left out; ``None`` where that is all of them, or the unit, or
    where there is no such member. ``leaders`` have the best. ``partial``: a part of the unit's field is missing yet, so
    that the distance says little.
    """

    part: Node | Leaf
    own: Fraction | None
    median: Fraction | None
    best: Fraction | None
    leaders: tuple[Member, ...]
    by_points: bool
    partial: bool

    @property
    def ahead(self) -> Fraction | None:
        """How far the unit is above the median; below zero when under it."""
        return None if self.own is None or self.median is None else self.own - self.median


def fields_in_bloc(scored: BlocScore, unit: str) -> list[FieldInBloc]:
    """The fields in the order of the law, for the member ``unit``."""
    return [_compared(scored, part, scored.line(unit)) for part in scored.table.tree.children]


def _compared(scored: BlocScore, part: Node | Leaf, own: BlocLine | None) -> FieldInBloc:
    by_points = part.base == 0
    values = {
        line.member.id: value
        for line in scored.lines
        if (value := _points(line, part) if by_points else _index(line, part)) is not None
    }
    best = max(values.values(), default=None)
    leaders = tuple(line.member for line in scored.lines if best is not None and values.get(line.member.id) == best)
    return FieldInBloc(
        part,
        values.get(own.member.id) if own else None,
        median(values.values()) if values else None,
        best,
        leaders,
        by_points,
        partial=own is not None and any(own.scored.line(leaf).state is State.MISSING for leaf in _leaves(part)),
    )


def _index(line: BlocLine, part: Node | Leaf) -> Fraction | None:
    return None if line.missing else line.fields[part.id].index


def _points(line: BlocLine, part: Node | Leaf) -> Fraction | None:
    measured = any(line.scored.line(leaf).points is not None for leaf in _leaves(part))
    return line.fields[part.id].points if measured else None


def _leaves(part: Node | Leaf) -> tuple[Leaf, ...]:
    return (part,) if isinstance(part, Leaf) else tuple(part.leaves())
