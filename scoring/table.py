"""A criteria table as the law prints it: one edition, its tree of fields and criteria, its leaves and their rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from scoring.conflict import Conflict
from scoring.exact import ZERO
from scoring.expression import Expression
from scoring.indicator import Indicator
from scoring.interval import Interval
from scoring.nothing_arose import NothingArose
from scoring.period import Month
from scoring.piece import Condition, Term
from scoring.readings import code_of, reading_of, with_readings
from scoring.register import Register
from scoring.unit import Unit


class TableKind(StrEnum):
    """``points`` adds up points (PAR INDEX style); ``targets`` counts targets met (a plan's list of targets)."""

    POINTS = "points"
    TARGETS = "targets"


class ScoredBy(StrEnum):
    """Who gives a leaf its points. A department leaves survey and appraiser leaves blank in its self-assessment."""

    SELF = "self"
    SURVEY = "survey"
    APPRAISER = "appraiser"


class Combine(StrEnum):
    """How the terms of one leaf come together before the one rounding."""

    SUM = "sum"
    MAX = "max"
    MIN = "min"


@dataclass(frozen=True)
class Reference:
    """Where the law says it: the document, the place in it, and its own words, typing errors included."""

    place: str
    quote: str
    document: str = ""
    page: str = ""
    note: str = ""
    derived: str = ""  # a reading of ours that the text does not print; never shown as law


@dataclass(frozen=True)
class EvidenceNeed:
    """One kind of evidence that a leaf asks for."""

    title: str
    required: bool = True


@dataclass(frozen=True)
class Leaf:
    """A criterion that is scored itself. ``max`` 0 is tracked only, which is not the same as missing.

    ``nothing_arose`` is ``None`` where nothing arising is impossible (a yes/no, a survey); a ratio must say.
    ``bonus`` points are added to the total and stand outside the maximum. ``rebase`` is whether the leaf leaves the
    base where it does not apply; ``None``: as the table says.
    """

    id: str
    title: str
    max: Fraction
    terms: tuple[Term, ...]
    kind: str
    title_en: str = ""
    combine: Combine = Combine.SUM
    scored_by: ScoredBy = ScoredBy.SELF
    nothing_arose: NothingArose | None = None
    reference: Reference = field(default_factory=lambda: Reference("", ""))
    evidence: tuple[EvidenceNeed, ...] = ()
    lead: str = ""
    note: str = ""
    lowest: Fraction = ZERO
    bonus: bool = False
    rebase: bool | None = None

    @cached_property
    def base(self) -> Fraction:
        """What the leaf adds to the maximum of the table: nothing for bonus points."""
        return ZERO if self.bonus else self.max

    @cached_property
    def bonus_max(self) -> Fraction:
        """The most that the leaf can give outside the base."""
        return self.max if self.bonus else ZERO

    @property
    def penalty(self) -> bool:
        """True for a leaf that only takes points away."""
        return self.max == 0 and self.lowest < 0

    @cached_property
    def highest(self) -> Fraction:
        """The most the leaf can give; a penalty leaf (``lowest`` below 0) gives at most 0."""
        return self.max

    @cached_property
    def choice(self) -> str | None:
        """The indicator whose answer says which formula applies; ``None`` for a leaf with one rule."""
        return next((term.when.choice for term in self.terms if term.when is not None), None)

    @cached_property
    def formulas(self) -> "tuple[tuple[Condition, Leaf], ...]":
        """Each formula's condition, and the leaf as it is when that formula applies; empty for one rule."""
        conditions = dict.fromkeys(term.when for term in self.terms if term.when is not None)
        return tuple((when, replace(self, terms=tuple(t for t in self.terms if t.when == when))) for when in conditions)

    @cached_property
    def parts_say(self) -> bool:
        """True where a part says itself what it earns when nothing arose in it."""
        return any(term.part is not None and term.part.nothing_arose is not None for term in self.terms)

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """The names of the figures that the leaf reads (codes, readings), by terms; a choice of formula first."""
        names = [self.choice] if self.choice is not None else []
        names += [name for term in self.terms for name in term.input.names]
        own = [term.part.nothing_arose for term in self.terms if term.part is not None]
        policies = [policy for policy in (*own, self.nothing_arose) if policy is not None]
        names += [name for policy in policies for one in policy.inputs for name in one.names]
        return tuple(dict.fromkeys(names))

    @property
    def codes(self) -> tuple[str, ...]:
        """The indicators behind the inputs, each once."""
        return tuple(dict.fromkeys(code for name in self.inputs if (code := code_of(name))))


@dataclass(frozen=True)
class Gate:
    """While ``input`` lies in ``closes`` (empty: nowhere), nothing below the node counts. ``words`` are the law's.

    ``missing_closes``: what is missing counts as closed until it comes (the range still leaves room for both).
    ``nothing_arose_closes`` is ``None`` where the input cannot be empty; a ratio must say.
    """

    input: Expression
    closes: Interval
    words: str = ""
    missing_closes: bool = False
    nothing_arose_closes: bool | None = None


@dataclass(frozen=True)
class Node:
    """A field, criterion or sub-criterion with others below it. ``max`` is ``None`` in a targets table.

    The sum of the children is held between ``lowest`` and ``cap`` (``None``: not held), then the ``gate`` may close it.
    Everything below a ``bonus`` node is bonus, and its ``cap`` is its ceiling.
    """

    id: str
    title: str
    children: "tuple[Node | Leaf, ...]"
    max: Fraction | None = None
    title_en: str = ""
    lead: str = ""
    note: str = ""
    cap: Fraction | None = None
    lowest: Fraction | None = None
    gate: Gate | None = None
    bonus: bool = False

    @property
    def holds(self) -> bool:
        """True where the node's points may differ from the sum of its children."""
        return self.cap is not None or self.lowest is not None or self.gate is not None

    @cached_property
    def base(self) -> Fraction:
        """What the node adds to the maximum of the table."""
        total = sum((child.base for child in self.children), Fraction(0))
        return total if self.cap is None else min(total, self.cap)

    @cached_property
    def bonus_max(self) -> Fraction:
        """The most that the node can give outside the base."""
        total = sum((child.bonus_max for child in self.children), Fraction(0))
        return min(total, self.cap) if self.bonus and self.cap is not None else total

    @cached_property
    def counted(self) -> "tuple[Node | Leaf, ...]":
        """The parts whose totals make up the node's; one that holds nothing is opened up, being the sum of its own."""
        opened = [child.counted if isinstance(child, Node) and not child.holds else (child,) for child in self.children]
        return tuple(part for parts in opened for part in parts)

    def leaves(self) -> Iterator[Leaf]:
        """All leaves below, in the order of the law."""
        for child in self.children:
            yield from (child,) if isinstance(child, Leaf) else child.leaves()

    def way_to(self, leaf_id: str) -> "tuple[Node, ...]":
        """The nodes from this one down to the leaf's parent; empty where the leaf does not stand below."""
        for child in self.children:
            if isinstance(child, Leaf) and child.id == leaf_id:
                return (self,)
            if isinstance(child, Node) and (way := child.way_to(leaf_id)):
                return (self, *way)
        return ()

    def walk(self, depth: int = 0) -> "Iterator[tuple[int, Node | Leaf]]":
        """Each node and leaf below with its depth (0 for the first level), in the order of the law."""
        for child in self.children:
            yield depth, child
            if isinstance(child, Node):
                yield from child.walk(depth + 1)


@dataclass(frozen=True)
class Table:
    """One published edition of a criteria table. ``template`` marks a table that no authority has issued.

    ``excerpt`` marks a table of which only some rows could be read: what is missing is not scored, and a node's parts
    may come to less than the maximum that the document prints.
    """

    id: str
    edition: str
    kind: TableKind
    title: str
    tree: Node
    indicators: Mapping[str, Indicator]
    title_en: str = ""
    issued_by: str = ""
    decision: str = ""
    template: bool = False
    excerpt: bool = False
    units: tuple[Unit, ...] = ()
    unit_kind: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    step: Fraction = Fraction(1, 100)
    rebase: bool = True
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()
    registers: Mapping[str, Register] = field(default_factory=dict)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """All scored leaves in the order of the law."""
        return tuple(self.tree.leaves())

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The root and all nodes below it."""
        return (self.tree, *(item for _depth, item in self.tree.walk() if isinstance(item, Node)))

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """What the table reads beside its indicators' year so far, as ``last_year(CODE)``; each once."""
        names = [name for leaf in self.leaves for name in leaf.inputs]
        names += [name for node in self.nodes if node.gate is not None for name in node.gate.input.names]
        return tuple(dict.fromkeys(name for name in names if reading_of(name) is not None))

    @cached_property
    def reads(self) -> Mapping[str, Indicator]:
        """Every figure by its name: the indicators, and the readings as indicators of their own."""
        return with_readings(self.indicators, self.readings)

    @cached_property
    def max(self) -> Fraction:
        """The table's maximum: its leaves added up, caps held, bonus left out (targets: their number)."""
        return self.tree.base

    def rebases(self, leaf: Leaf) -> bool:
        """True where ``leaf`` leaves the base when it does not apply; else it is then given its maximum."""
        return self.rebase if leaf.rebase is None else leaf.rebase

    def holds_in(self, month: Month) -> bool:
        """True when the edition is valid in ``month``, if only for a day of it; an end that is not said is open."""
        at, first, last = (month.year, month.number), self.valid_from, self.valid_to
        return (first is None or at >= (first.year, first.month)) and (last is None or at <= (last.year, last.month))

    def field_of(self, leaf_id: str) -> "Node | Leaf":
        """The first-level field that holds the leaf. ``KeyError`` for an unknown leaf."""
        for child in self.tree.children:
            if isinstance(child, Leaf) and child.id == leaf_id:
                return child
            if isinstance(child, Node) and any(leaf.id == leaf_id for leaf in child.leaves()):
                return child
        raise KeyError(leaf_id)

    def conflicts_of(self, leaf_id: str) -> tuple[Conflict, ...]:
        """The recorded possible conflicts in which the leaf stands."""
        return tuple(conflict for conflict in self.conflicts if leaf_id in conflict.leaves)
