"""From the keys of a criteria file to the kernel's table."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from data.criteria.registers import formed_from_rows, registers
from data.criteria.rules import Refusals, RuleRefused, leaf_terms, no_rule, nothing_arose
from data.criteria.schema import GateKeys, IndicatorKeys, NodeKeys, TableKeys
from data.criteria.working_days import calendar_around
from data.criteria.yaml_text import Path
from scoring.conflict import Conflict
from scoring.indicator import Indicator, Measure, Option
from scoring.lint_damage import Damage
from scoring.table import EvidenceNeed, Gate, Leaf, Node, Reference, Table, TableKind
from scoring.unit import Unit

DEEPEST = 2 * 4  # a path has a key and a number for each level


@dataclass
class Compiled:
    """The table, and the leaves that were refused: with a stand-in for their rule, good for the lint only."""

    table: Table
    refused: list[RuleRefused] = field(default_factory=list)


def compile_table(keys: TableKeys, damage: Damage | None = None) -> Compiled:
    """Build the table; every rule that cannot be read is reported, not just the first.

    ``damage`` says which of the ``keys`` are stand-ins; what could not be read of the rules is added to it.
    """
    found = Refusals(damage if damage is not None else Damage())
    children = tuple(_items(keys.tree, ("tree",), found))
    top = Fraction(sum((child.max or Fraction(0) for child in children), Fraction(0)))
    tree = Node(
        id=keys.id,
        title=keys.title,
        children=children,
        max=Fraction(100) if keys.kind is TableKind.POINTS and keys.status != "excerpt" else top,
        title_en=keys.title_en,
        cap=keys.cap,
        lowest=keys.lowest,
        gate=_gate(keys.gate),
    )
    table = Table(
        id=keys.id,
        edition=keys.edition,
        kind=keys.kind,
        title=keys.title,
        title_en=keys.title_en,
        tree=tree,
        indicators={code: _indicator(code, indicator, found) for code, indicator in keys.indicators.items()},
        issued_by=keys.issued_by,
        decision=keys.decision,
        template=keys.status == "template",
        excerpt=keys.status == "excerpt",
        units=tuple(Unit(unit.id, unit.name, unit.name_en) for unit in keys.units),
        unit_kind=keys.unit_kind,
        valid_from=keys.valid.from_,
        valid_to=keys.valid.to,
        step=keys.rounding.step,
        rebase=keys.not_applicable == "rebase",
        conflicts=tuple(Conflict(c.leaves, c.about, c.about_en) for c in keys.conflicts),
        notes=keys.notes,
        registers=registers(keys),
    )
    return Compiled(table, found.refused)


def _indicator(code: str, keys: IndicatorKeys, found: Refusals) -> Indicator:
    for key, said in (("days", keys.days == "working" and keys.rows is None), ("none", bool(keys.none))):
        if said and keys.measure is not Measure.DATE:
            path: Path = ("indicators", code, key)
            rows = [("indicators", code, "rows")] if key == "days" else []
            found.refuse(RuleRefused(path, "only_of_dates"), ("indicators", code, "measure"), *rows)
    working = keys.deadline if keys.days == "working" else None
    return Indicator(
        code=code,
        title=keys.title,
        title_en=keys.title_en,
        measure=keys.measure,
        unit=keys.unit,
        numerator=keys.numerator,
        denominator=keys.denominator,
        part_of_whole=keys.part_of_whole,
        repairable=keys.repairable,
        formation=keys.year,
        every=keys.every,
        options=tuple(Option(option.value, option.title) for option in keys.options),
        deadline=keys.deadline.toordinal() if keys.deadline else None,
        least=keys.least,
        most=keys.most,
        source=keys.source,
        note=keys.note,
        working_days=calendar_around(working) if working is not None else None,
        none=keys.none,
        rows=formed_from_rows(code, keys, found),
    )


def _items(nodes: tuple[NodeKeys, ...], path: Path, found: Refusals, *, bonus: bool = False) -> Iterator[Node | Leaf]:
    """``bonus`` is handed down: everything below a bonus node is bonus."""
    for index, node in enumerate(nodes):
        here = (*path, index)
        if len(here) == DEEPEST + 2:
            found.refuse(RuleRefused(here, "too_deep", name=node.id))
        make = _node if node.children else _leaf
        yield make(node, here, found, bonus=bonus or node.bonus)


def _node(node: NodeKeys, path: Path, found: Refusals, *, bonus: bool) -> Node:
    if node.rule is not None or node.formulas or node.parts:
        found.refuse(RuleRefused(path, "rule_and_children", name=node.id))
    return Node(
        id=node.id,
        title=node.title,
        children=tuple(_items(node.children, (*path, "children"), found, bonus=bonus)),
        max=node.max,
        title_en=node.title_en,
        lead=node.lead,
        note=node.note,
        cap=node.max if bonus and node.cap is None else node.cap,
        lowest=node.lowest,
        gate=_gate(node.gate),
        bonus=bonus,
    )


def _gate(keys: GateKeys | None) -> Gate | None:
    if keys is None:
        return None
    closed = {"closed": True, "open": False, None: None}[keys.nothing_arose]
    return Gate(keys.input, keys.closes, keys.words, keys.missing == "closed", closed)


def _leaf(node: NodeKeys, path: Path, found: Refusals, *, bonus: bool) -> Leaf:
    no_rule(node, path, found)
    for key in ("cap", "gate"):
        if getattr(node, key) is not None:
            found.refuse(RuleRefused((*path, key), "only_of_nodes"), (*path, "children"))
    if node.max is None:
        found.refuse(RuleRefused((*path, "max"), "no_max", name=node.id), (*path, "children"))
        found.lose((*path, "max"))
    most = node.max if node.max is not None else Fraction(0)
    return Leaf(
        id=node.id,
        title=node.title,
        title_en=node.title_en,
        max=most,
        terms=leaf_terms(node, most, path, found),
        kind="formulas" if node.formulas else "parts" if node.parts else str((node.rule or {}).get("kind")),
        combine=node.combine,
        scored_by=node.scored_by,
        nothing_arose=nothing_arose(node, most),
        reference=_reference(node),
        evidence=tuple(EvidenceNeed(need.title, need.required) for need in node.evidence),
        lead=node.lead,
        note=node.note,
        lowest=node.lowest if node.lowest is not None else Fraction(0),
        bonus=bonus,
        rebase=None if node.not_applicable is None else node.not_applicable == "rebase",
    )


def _reference(node: NodeKeys) -> Reference:
    given = node.reference
    if given is None:
        return Reference("", "")
    return Reference(given.place, given.quote, given.document, given.page, given.note, given.derived)
