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
    """One first-level field: the index (0..1) of the unit looked at, and the median and the best beside it.

    Median and best are of the members that have a result wherever the unit has one: who has reported only the easy part
    is no best. Without such a unit, wherever most members have one. ``leaders`` have the best. ``None``: nothing of it
    is measured. ``partial``: a part of the unit's own field is missing yet, so that the distance says little.

    ``by_points``: a field without a maximum of its own (bonus, penalties) has no index; its points stand there instead.
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
    wanted = _wanted(scored, part, own)
    values = {
        line.member.id: value
        for line in scored.lines
        if wanted <= _known(line, part) and (value := _value(line, part, by_points=by_points)) is not None
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
        partial=own is not None and len(_known(own, part)) < len(_leaves(part)),
    )


def _wanted(scored: BlocScore, part: Node | Leaf, own: BlocLine | None) -> frozenset[str]:
    """The leaves that a member must have a result for: the unit's, else those of most measured members."""
    if own is not None and own.index is not None and _known(own, part):
        return _known(own, part)
    known = [_known(line, part) for line in scored.measured]
    return frozenset(leaf.id for leaf in _leaves(part) if 2 * sum(leaf.id in one for one in known) > len(known))


def _known(line: BlocLine, part: Node | Leaf) -> frozenset[str]:
    """The leaves of the field that are not missing; one that does not apply is known."""
    return frozenset(leaf.id for leaf in _leaves(part) if line.scored.line(leaf).state is not State.MISSING)


def _value(line: BlocLine, part: Node | Leaf, *, by_points: bool) -> Fraction | None:
    if by_points:
        measured = any(line.scored.line(leaf).points is not None for leaf in _leaves(part))
        return line.fields[part.id].points if measured else None
    return None if line.missing else line.fields[part.id].index


def _leaves(part: Node | Leaf) -> tuple[Leaf, ...]:
    return (part,) if isinstance(part, Leaf) else tuple(part.leaves())
