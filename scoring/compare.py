"""Two tables compared: what was added, removed, moved, changed, and what stayed; usually two editions of one table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Generic

from scoring.aspect import Aspect, leaf_aspects, node_aspects
from scoring.indicator import Indicator
from scoring.match import How, Pair, Part, match_leaves, match_nodes
from scoring.table import Leaf, Node, Table

UNTOLD = {"note", "source"}  # of an indicator: where it is taken from, not what it is
HOLDS = {Aspect.CAP, Aspect.LOWEST, Aspect.GATE}


class Group(StrEnum):
    """What became of a part. One that was moved may have changed besides: its aspects say so."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Change(Generic[Part]):
    """One leaf or node on both sides; ``before`` is ``None`` for one that was added, ``after`` for one removed.

    ``moved``: it has another number, or stands in another node. ``aspects`` is what changed of it.
    """

    before: Part | None
    after: Part | None
    how: How | None = None
    moved: bool = False
    aspects: tuple[Aspect, ...] = ()

    @property
    def group(self) -> Group:
        """The one group that the part is told in."""
        if self.before is None:
            return Group.ADDED
        if self.after is None:
            return Group.REMOVED
        if self.moved:
            return Group.MOVED
        return Group.CHANGED if self.aspects else Group.UNCHANGED

    @property
    def part(self) -> Part:
        """As the later table has it; as the earlier one had it where it was removed."""
        found = self.after if self.after is not None else self.before
        assert found is not None
        return found


@dataclass(frozen=True)
class IndicatorChange:
    """An indicator that came, went, or is defined otherwise: ``fields`` are the names of what differs."""

    code: str
    before: Indicator | None
    after: Indicator | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """All differences of two tables, in the order of ``after``; what was removed comes last.

    ``indicators`` holds only what differs; ``leaves`` and ``nodes`` (the root first) hold every part of both tables.
    """

    before: Table
    after: Table
    leaves: tuple[Change[Leaf], ...]
    nodes: tuple[Change[Node], ...]
    indicators: tuple[IndicatorChange, ...]

    def count(self, group: Group) -> int:
        """How many leaves there are of it."""
        return sum(change.group is group for change in self.leaves)

    @property
    def alike(self) -> bool:
        """True where nothing of what counts for a score differs in words or numbers."""
        groups = {*(change.group for change in self.leaves), *(change.group for change in self.nodes)}
        return not self.indicators and groups == {Group.UNCHANGED}


def compare(before: Table, after: Table) -> Comparison:
    """What ``after`` says otherwise than ``before``. No figures are needed; any two tables can be compared."""
    indicators = tuple(_indicators(before, after))
    redefined = {one.code for one in indicators if one.fields}
    leaves = match_leaves(before, after)
    nodes = match_nodes(before, after, leaves)
    stays = _same_place(before, after, nodes)

    def leaf(pair: Pair[Leaf]) -> Change[Leaf]:
        aspects = set(leaf_aspects((pair.before, before), (pair.after, after)))
        if redefined.intersection(pair.before.inputs, pair.after.inputs):
            aspects.add(Aspect.INDICATOR)
        return Change(pair.before, pair.after, pair.how, not stays(pair), _in_order(aspects))

    def node(pair: Pair[Node]) -> Change[Node]:
        aspects = set(node_aspects(pair.before, pair.after))
        if pair.after is after.tree:  # its title, number and maximum are those of the table
            return Change(pair.before, pair.after, pair.how, aspects=_in_order(aspects & HOLDS))
        return Change(pair.before, pair.after, pair.how, not stays(pair), _in_order(aspects))

    return Comparison(
        before,
        after,
        tuple(_every(map(leaf, leaves), before.leaves, after.leaves)),
        tuple(_every(map(node, nodes), before.nodes, after.nodes)),
        indicators,
    )


def _every(pairs: Iterable[Change[Part]], before: Sequence[Part], after: Sequence[Part]) -> Iterator[Change[Part]]:
    """The pairs in the order of ``after``, with the parts that have no partner."""
    known = list(pairs)
    by_after = {change.after.id: change for change in known if change.after is not None}
    met = {change.before.id for change in known if change.before is not None}
    for part in after:
        yield by_after[part.id] if part.id in by_after else Change(None, part)
    yield from (Change(part, None) for part in before if part.id not in met)


def _same_place(before: Table, after: Table, nodes: Iterable[Pair[Node]]) -> Callable[[Pair[Leaf] | Pair[Node]], bool]:
    """Whether the two of a pair have one number and stand in nodes that are a pair themselves."""
    first, second = _above(before), _above(after)
    met = {(pair.before.id, pair.after.id) for pair in nodes}

    def stays(pair: Pair[Leaf] | Pair[Node]) -> bool:
        one, other = pair.before.id, pair.after.id
        return one == other and (first[one], second[other]) in met

    return stays


def _above(table: Table) -> Mapping[str, str]:
    """The node in which each part stands."""
    return {child.id: node.id for node in table.nodes for child in node.children}


def _in_order(aspects: Iterable[Aspect]) -> tuple[Aspect, ...]:
    found = set(aspects)
    return tuple(aspect for aspect in Aspect if aspect in found)


def _indicators(before: Table, after: Table) -> Iterator[IndicatorChange]:
    for code in dict.fromkeys([*after.indicators, *before.indicators]):
        one, other = before.indicators.get(code), after.indicators.get(code)
        if one is None or other is None:
            yield IndicatorChange(code, one, other)
            continue
        names = (name.name for name in fields(Indicator) if name.name not in UNTOLD)
        if differ := tuple(name for name in names if getattr(one, name) != getattr(other, name)):
            yield IndicatorChange(code, one, other, differ)
