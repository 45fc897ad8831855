"""Coverage (độ phủ minh chứng): how many required kinds of evidence are there, of how many, leaf by leaf."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from data.accounts.person import Person
from data.evidence.document import Link
from data.evidence.reading import links
from data.store.opening import Store
from scoring.table import EvidenceNeed, Leaf, Node, Table


@dataclass(frozen=True)
class NeedCoverage:
    """One kind of evidence that a leaf asks for, and the documents that answer it."""

    number: int
    need: EvidenceNeed
    links: tuple[Link, ...]

    @property
    def answered(self) -> bool:
        """At least one document in force stands for it."""
        return bool(self.links)


@dataclass(frozen=True)
class LeafCoverage:
    """What a leaf asks for and what is there; ``additional`` documents answer none of its needs."""

    leaf: Leaf
    needs: tuple[NeedCoverage, ...]
    additional: tuple[Link, ...]

    @property
    def links(self) -> tuple[Link, ...]:
        """All evidence of the leaf."""
        return (*(link for need in self.needs for link in need.links), *self.additional)

    @property
    def missing(self) -> tuple[NeedCoverage, ...]:
        """Required kinds of evidence that no document answers yet."""
        return tuple(need for need in self.needs if need.need.required and not need.answered)

    @property
    def count(self) -> "Count":
        """The leaf's required kinds."""
        required = sum(need.need.required for need in self.needs)
        return Count(required, required - len(self.missing), int(bool(self.missing)))


@dataclass(frozen=True)
class Count:
    """Required kinds of evidence, how many of them are answered, and the leaves that still miss one."""

    required: int = 0
    answered: int = 0
    leaves_missing: int = 0

    @property
    def share(self) -> Fraction | None:
        """Exact share answered; ``None`` where nothing is required: 0 of 0 is no share."""
        return Fraction(self.answered, self.required) if self.required else None


@dataclass(frozen=True)
class Coverage:
    """The coverage of one table for one unit and year."""

    table: Table
    unit: str
    year: int
    leaves: Mapping[str, LeafCoverage]

    def of(self, part: Node | Leaf) -> Count:
        """The count of one field, criterion or leaf."""
        below = [part] if isinstance(part, Leaf) else part.leaves()
        return _add(self.leaves[leaf.id].count for leaf in below)

    @property
    def total(self) -> Count:
        """The count of the whole table."""
        return self.of(self.table.tree)

    @property
    def fields(self) -> dict[str, Count]:
        """The count of each first-level field, by its id, in the order of the law."""
        return {part.id: self.of(part) for part in self.table.tree.children}

    @property
    def missing(self) -> dict[str, tuple[NeedCoverage, ...]]:
        """The leaves that still miss required evidence, and what they miss."""
        return {name: leaf.missing for name, leaf in self.leaves.items() if leaf.missing}

    @property
    def links(self) -> tuple[Link, ...]:
        """All evidence in the order of the law."""
        return tuple(link for leaf in self.leaves.values() for link in leaf.links)


def coverage(store: Store, person: Person, table: Table, unit: str, year: int) -> Coverage:
    """The coverage of ``table`` for ``unit`` in ``year``. Links to leaves that the table no longer has are left out."""
    of_leaf: dict[str, list[Link]] = {}
    for link in links(store, person, unit, year, table.id):
        of_leaf.setdefault(link.leaf, []).append(link)
    return Coverage(
        table, unit, year, {leaf.id: _leaf_coverage(leaf, of_leaf.get(leaf.id, [])) for leaf in table.leaves}
    )


def _leaf_coverage(leaf: Leaf, found: list[Link]) -> LeafCoverage:
    known = range(len(leaf.evidence))
    needs = tuple(
        NeedCoverage(number, leaf.evidence[number], tuple(link for link in found if link.need == number))
        for number in known
    )
    return LeafCoverage(leaf, needs, tuple(link for link in found if link.need not in known))


def _add(counts: Iterable[Count]) -> Count:
    required = answered = leaves = 0
    for count in counts:
        required += count.required
        answered += count.answered
        leaves += count.leaves_missing
    return Count(required, answered, leaves)
