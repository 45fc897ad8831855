"""Which part of one table is which of another: the same criterion keeps neither its number nor its title for sure.

A number alone proves nothing: where a criterion is put in between, those below it take the numbers of their neighbours.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Generic, TypeVar

from scoring.table import Leaf, Node, Table

Part = TypeVar("Part", Leaf, Node)

HALF = Fraction(1, 2)  # alike enough for two parts that have a number or a figure in common besides
MOST = Fraction(4, 5)  # alike enough alone; different criteria of one real table reach 3/4


class How(StrEnum):
    """What two parts were matched by. In this order: the first that holds counts."""

    NUMBER = "number"  # the same number, and a figure or half of the title's words in common
    SAME = "same"  # the same title and the same figures, under another number
    NEAR = "near"  # nearly the same title


@dataclass(frozen=True)
class Pair(Generic[Part]):
    """One criterion or node in both tables."""

    before: Part
    after: Part
    how: How


def match_leaves(before: Table, after: Table) -> tuple[Pair[Leaf], ...]:
    """Each leaf at most once. What is left over was added or removed."""
    return tuple(_match(before.leaves, after.leaves, _same_leaf, lambda b, a: not set(b.inputs).isdisjoint(a.inputs)))


def match_nodes(before: Table, after: Table, leaves: Iterable[Pair[Leaf]]) -> tuple[Pair[Node], ...]:
    """The nodes, of which two have something in common when a matched leaf stands below both. Root meets root."""
    below = {id(node): {leaf.id for leaf in node.leaves()} for table in (before, after) for node in table.nodes}
    known = [(pair.before.id, pair.after.id) for pair in leaves]

    def shares(one: Node, other: Node) -> bool:
        return any(b in below[id(one)] and a in below[id(other)] for b, a in known)

    found = _match(before.nodes[1:], after.nodes[1:], lambda node: _words(node.title), shares)
    return (Pair(before.tree, after.tree, How.SAME), *found)


def likeness(one: str, other: str) -> Fraction:
    """How alike two titles are, 0 to 1: the share of pairs of neighbouring words that both have, capitals aside."""
    first, second = _couples(one), _couples(other)
    both = sum((first & second).values())
    return Fraction(2 * both, first.total() + second.total()) if both else Fraction(0)


def _match(
    before: Sequence[Part], after: Sequence[Part], same: Callable[[Part], object], shares: Callable[[Part, Part], bool]
) -> list[Pair[Part]]:
    left, right = {part.id: part for part in before}, {part.id: part for part in after}
    here = [(part, right[part.id]) for part in before if part.id in right]
    looks = {id(part): same(part) for parts in (before, after) for part in parts}
    found: list[Pair[Part]] = []

    def settle(pairs: Iterable[tuple[Part, Part]], how: How) -> None:
        for one, other in pairs:
            if one.id in left and other.id in right:
                del left[one.id], right[other.id]
                found.append(Pair(one, other, how))

    settle(((b, a) for b, a in here if looks[id(b)] == looks[id(a)]), How.NUMBER)
    settle(((b, a) for b in before for a in after if looks[id(b)] == looks[id(a)]), How.SAME)
    settle(((b, a) for b, a in here if shares(b, a) or likeness(b.title, a.title) >= HALF), How.NUMBER)
    settle(_near(list(left.values()), list(right.values()), shares), How.NEAR)
    return found


def _near(
    before: Sequence[Part], after: Sequence[Part], shares: Callable[[Part, Part], bool]
) -> Iterator[tuple[Part, Part]]:
    """Pairs with near titles, the nearest first; equally near ones in the order of the law."""
    found = [(likeness(b.title, a.title), b, a) for b in before for a in after]
    for alike, one, other in sorted(found, key=lambda one: -one[0]):
        if alike >= MOST or (alike >= HALF and shares(one, other)):
            yield one, other


def _same_leaf(leaf: Leaf) -> object:
    return _words(leaf.title), frozenset(leaf.inputs)


def _words(title: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", unicodedata.normalize("NFC", title).casefold()))


def _couples(title: str) -> Counter[tuple[str, ...]]:
    """A title of one word is a couple of its own."""
    words = _words(title)
    return Counter(pairwise(words)) if len(words) > 1 else Counter([words] if words else [])
