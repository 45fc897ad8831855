"""A leaf's terms from its rule or its formulas, and what is refused of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from pydantic_core import ErrorDetails

from data.criteria.salvage import UNREADABLE, dotted, meant_by, salvage
from data.criteria.schema import FormulaKeys, NodeKeys
from data.criteria.yaml_text import Path
from scoring.expression import Expression, parse_expression
from scoring.interval import EVERYTHING
from scoring.kinds import KINDS
from scoring.lint_damage import Damage
from scoring.piece import Condition, Piece, Term

POINTS = ("points",)  # of a scale whose points are unknown it is still known where it says something


@dataclass(frozen=True)
class RuleRefused:
    """What cannot be read of a leaf: the key path, and pydantic's errors or one code of ours; whose rule it is."""

    path: Path
    code: str = ""
    errors: tuple[ErrorDetails, ...] = ()
    name: str = ""


@dataclass
class Refusals:
    """All that was refused so far. What only follows from other damage is left out."""

    damage: Damage
    refused: list[RuleRefused] = field(default_factory=list)

    def refuse(self, refused: RuleRefused, *unless: Path) -> None:
        """Note ``refused``, unless it stands in what is lost, or one of the keys ``unless`` could not be read."""
        if not (self.damage.lost(dotted(refused.path)) or self.damage.hits(*map(dotted, unless))):
            self.refused.append(refused)

    def lose(self, path: Path) -> None:
        """Nothing is known of ``path``: it was refused."""
        self.damage.add(dotted(path))


def no_rule(node: NodeKeys, path: Path, found: Refusals) -> None:
    """Refuse a leaf without rule. One that has nothing of a leaf may as well be a node that lacks its children."""
    rule, children = (*path, "rule"), (*path, "children")
    if not node.formulas and node.rule is None:
        found.refuse(RuleRefused(path, "no_rule", name=node.id), rule, (*path, "formulas"), children)
        found.lose(rule)
        if node.input is None and node.reference is None:
            found.lose(children)


def leaf_terms(node: NodeKeys, max_points: Fraction, path: Path, found: Refusals) -> tuple[Term, ...]:
    """The terms of the rule, or of all formulas, each under its condition.

    A rule that is refused leaves a stand-in that reads the same input, and its path is lost.
    """
    rule, formulas = (*path, "rule"), (*path, "formulas")
    if not node.formulas and node.rule is None:
        return _standing_in(node.input)
    if not node.formulas:
        return _rule_terms(node.rule or {}, node.input, max_points, path, found)
    if node.rule is not None:
        found.refuse(RuleRefused(rule, "rule_and_formulas"))
        found.lose(rule)
        found.lose(formulas)
        return ()
    if node.input is not None:
        found.refuse(RuleRefused((*path, "input"), "input_beside_formulas"))
    each = (_formula(one, i, max_points, (*formulas, i), found) for i, one in enumerate(node.formulas))
    return tuple(term for terms in each for term in terms)


def _formula(formula: FormulaKeys, number: int, max_points: Fraction, path: Path, found: Refusals) -> Iterator[Term]:
    when = Condition(formula.when.input, formula.when.is_, number)
    for term in _rule_terms(formula.rule, formula.input, max_points, path, found) or _standing_in(UNREAD):
        yield replace(term, when=when, words=term.words or formula.words)


def _rule_terms(
    given: Mapping[str, Any], read: Expression | None, max_points: Fraction, path: Path, found: Refusals
) -> tuple[Term, ...]:
    at, own = (*path, "rule"), (*path, "input")
    kind = KINDS.get(str(given.get("kind", "")))
    if kind is None:
        found.refuse(RuleRefused((*at, "kind"), "unknown_kind"))
    if kind is None or found.damage.lost(dotted((*at, "kind"))):
        found.lose(at)
        return _standing_in(read)
    in_part = found.damage.hits(dotted(at))
    salvaged = salvage(kind.model, {key: value for key, value in given.items() if key != "kind"}, at, found.damage)
    if salvaged.refused:
        found.refuse(RuleRefused(at, errors=tuple(salvaged.refused)))
    if kind.own_inputs and read is not None:
        found.refuse(RuleRefused(own, "input_not_here"))
    elif not kind.own_inputs and read is None:
        found.refuse(RuleRefused(own, "input_missing"))
        found.lose(own)
    strange = any(error["type"] == "extra_forbidden" and not meant_by(error["loc"]) for error in salvaged.refused)
    if in_part or strange or salvaged.keys is None or any(lost[-1] not in POINTS for lost in salvaged.damaged):
        found.lose(at)
    if salvaged.keys is None:
        return _standing_in(None if kind.own_inputs else read or UNREAD)
    return kind.terms(salvaged.keys, max_points, None if kind.own_inputs else read or UNREAD)


UNREAD = parse_expression(UNREADABLE)


def _standing_in(read: Expression | None) -> tuple[Term, ...]:
    return () if read is None else (Term(read, (Piece(EVERYTHING, Fraction(0)),)),)
