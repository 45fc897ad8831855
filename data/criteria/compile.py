"""From the keys of a criteria file to the kernel's table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from pydantic import ValidationError

from data.criteria.schema import FormulaKeys, GateKeys, IndicatorKeys, InsteadKeys, NodeKeys, TableKeys
from data.criteria.yaml_text import Path
from scoring.expression import Expression
from scoring.indicator import Indicator, Option
from scoring.kinds import KINDS
from scoring.kinds.rule import Rule, RuleKind
from scoring.piece import Condition, Term
from scoring.table import Conflict, EvidenceNeed, Gate, Leaf, Node, NothingArose, Reference, Table, TableKind, Unit

DEEPEST = 2 * 4  # a path has a key and a number for each level


class RuleRefused(Exception):
    """A leaf's rule cannot be read: the key path, and pydantic's errors or one code of ours; whose rule it is."""

    def __init__(self, path: Path, code: str = "", errors: ValidationError | None = None, name: str = "") -> None:
        super().__init__(code)
        self.path = path
        self.code = code
        self.errors = errors
        self.name = name


@dataclass
class Compiled:
    """The table (a leaf whose rule was refused has no terms: good for the lint only), each id's key path, refusals."""

    table: Table
    paths: dict[str, str] = field(default_factory=dict)
    refused: list[RuleRefused] = field(default_factory=list)


def compile_table(keys: TableKeys) -> Compiled:
    """Build the table; every rule that cannot be read is reported, not just the first."""
    paths: dict[str, str] = {}
    refused: list[RuleRefused] = []
    children = tuple(_items(keys.tree, ("tree",), _Found(paths, refused)))
    top = Fraction(sum((child.max or Fraction(0) for child in children), Fraction(0)))
    tree = Node(
        id=keys.id,
        title=keys.title,
        children=children,
        max=Fraction(100) if keys.kind is TableKind.POINTS else top,
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
        indicators={code: _indicator(code, indicator) for code, indicator in keys.indicators.items()},
        issued_by=keys.issued_by,
        decision=keys.decision,
        template=keys.status == "template",
        units=tuple(Unit(unit.id, unit.name, unit.name_en) for unit in keys.units),
        unit_kind=keys.unit_kind,
        valid_from=keys.valid.from_,
        valid_to=keys.valid.to,
        step=keys.rounding.step,
        rebase=keys.not_applicable == "rebase",
        conflicts=tuple(Conflict(c.leaves, c.about, c.about_en) for c in keys.conflicts),
        notes=keys.notes,
    )
    return Compiled(table, paths, refused)


def refused_rules(content: object, path: Path = ("tree",)) -> Iterator[RuleRefused]:
    """The rules that cannot be read in a file whose other keys are wrong: all problems at once, not stage by stage."""
    for index, node in enumerate(content) if isinstance(content, list) else ():
        if not isinstance(node, dict):
            continue
        here = (*path, index)
        yield from refused_rules(node.get("children"), (*here, "children"))
        formulas = node.get("formulas")
        written = [(here, node), *(((*here, "formulas", i), f) for i, f in enumerate(formulas or ()))]
        for at, holder in written if isinstance(formulas, list | None) else ():
            if isinstance(holder, dict) and isinstance(holder.get("rule"), dict):
                try:
                    _read_rule(holder["rule"], (*at, "rule"))
                except RuleRefused as refused:
                    yield refused


@dataclass
class _Found:
    paths: dict[str, str]
    refused: list[RuleRefused]


def _indicator(code: str, keys: IndicatorKeys) -> Indicator:
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
    )


def _items(nodes: tuple[NodeKeys, ...], path: Path, found: _Found, *, bonus: bool = False) -> Iterator[Node | Leaf]:
    """``bonus`` is handed down: everything below a bonus node is bonus."""
    for index, node in enumerate(nodes):
        here = (*path, index)
        found.paths.setdefault(node.id, ".".join(str(part) for part in here))
        if len(here) == DEEPEST + 2:
            found.refused.append(RuleRefused(here, "too_deep", name=node.id))
        make = _node if node.children else _leaf
        yield make(node, here, found, bonus=bonus or node.bonus)


def _node(node: NodeKeys, path: Path, found: _Found, *, bonus: bool) -> Node:
    if node.rule is not None or node.formulas:
        found.refused.append(RuleRefused(path, "rule_and_children", name=node.id))
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


def _leaf(node: NodeKeys, path: Path, found: _Found, *, bonus: bool) -> Leaf:
    terms: tuple[Term, ...] = ()
    for key in ("cap", "gate"):
        if getattr(node, key) is not None:
            found.refused.append(RuleRefused((*path, key), "only_of_nodes"))
    if node.max is None:
        found.refused.append(RuleRefused((*path, "max"), "no_max", name=node.id))
    most = node.max if node.max is not None else Fraction(0)
    try:
        terms = _formulas(node, most, path, found) if node.formulas else _terms(node, most, path)
    except RuleRefused as refused:
        found.refused.append(refused)
    return Leaf(
        id=node.id,
        title=node.title,
        title_en=node.title_en,
        max=most,
        terms=terms if node.max is not None else (),
        kind="formulas" if node.formulas else str((node.rule or {}).get("kind")),
        combine=node.combine,
        scored_by=node.scored_by,
        nothing_arose=_nothing_arose(node, most),
        reference=_reference(node),
        evidence=tuple(EvidenceNeed(need.title, need.required) for need in node.evidence),
        lead=node.lead,
        note=node.note,
        lowest=node.lowest if node.lowest is not None else Fraction(0),
        bonus=bonus,
    )


def _terms(node: NodeKeys, max_points: Fraction, path: Path) -> tuple[Term, ...]:
    if node.rule is None:
        raise RuleRefused(path, "no_rule", name=node.id)
    return _rule_terms(node.rule, node.input, max_points, path)


def _formulas(node: NodeKeys, max_points: Fraction, path: Path, found: _Found) -> tuple[Term, ...]:
    """The terms of all formulas, each under its condition; none when one of them was refused."""
    if node.rule is not None:
        raise RuleRefused((*path, "rule"), "rule_and_formulas")
    if node.input is not None:
        raise RuleRefused((*path, "input"), "input_beside_formulas")
    terms: list[Term] = []
    refused = len(found.refused)
    for index, formula in enumerate(node.formulas):
        try:
            terms += _formula(formula, index, max_points, (*path, "formulas", index))
        except RuleRefused as one:
            found.refused.append(one)
    return tuple(terms) if len(found.refused) == refused else ()


def _formula(formula: FormulaKeys, number: int, max_points: Fraction, path: Path) -> Iterator[Term]:
    when = Condition(formula.when.input, formula.when.is_, number)
    for term in _rule_terms(formula.rule, formula.input, max_points, path):
        yield replace(term, when=when, words=term.words or formula.words)


def _rule_terms(
    given: Mapping[str, Any], read: Expression | None, max_points: Fraction, path: Path
) -> tuple[Term, ...]:
    kind, rule = _read_rule(given, (*path, "rule"))
    if kind.own_inputs == (read is not None):
        raise RuleRefused((*path, "input"), "input_not_here" if read else "input_missing")
    return kind.terms(rule, max_points, read)


def _read_rule(given: Mapping[str, Any], path: Path) -> tuple[RuleKind, Rule]:
    parameters = dict(given)
    kind = KINDS.get(str(parameters.pop("kind", "")))
    if kind is None:
        raise RuleRefused((*path, "kind"), "unknown_kind")
    try:
        return kind, kind.model.model_validate(parameters)
    except ValidationError as errors:
        raise RuleRefused(path, errors=errors) from errors


def _nothing_arose(node: NodeKeys, max_points: Fraction) -> NothingArose | None:
    policy = node.nothing_arose
    if policy is None:
        return None
    if isinstance(policy, InsteadKeys):
        return NothingArose(instead=policy.input)
    return NothingArose({"full": max_points, "zero": Fraction(0), "not_applicable": None}[policy])


def _reference(node: NodeKeys) -> Reference:
    given = node.reference
    if given is None:
        return Reference("", "")
    return Reference(given.place, given.quote, given.document, given.page, given.note, given.derived)
