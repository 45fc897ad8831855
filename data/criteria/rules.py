"""A leaf's terms from its rule, its formulas or its parts, and what is refused of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from pydantic_core import ErrorDetails

from data.criteria.salvage import UNREADABLE, dotted, meant_by, salvage
from data.criteria.schema import FormulaKeys, InsteadKeys, NodeKeys, PartKeys
from data.criteria.yaml_text import Path
from scoring.expression import Expression, parse_expression
from scoring.interval import EVERYTHING
from scoring.kinds import KINDS
from scoring.kinds.rule import Points
from scoring.lint_damage import Damage
from scoring.nothing_arose import NothingArose
from scoring.part import held_within
from scoring.piece import Condition, Part, Piece, Term

# Of a scale whose points are unknown it is still known where it says something.
POINTS = ("points", "times", "from_points", "to_points")


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
    if not node.formulas and not node.parts and node.rule is None:
        keys = ((*path, key) for key in ("formulas", "parts"))
        found.refuse(RuleRefused(path, "no_rule", name=node.id), rule, *keys, children)
        found.lose(rule)
        if node.input is None and node.reference is None:
            found.lose(children)


def leaf_terms(node: NodeKeys, max_points: Fraction, path: Path, found: Refusals) -> tuple[Term, ...]:
    """The terms of the rule, of all formulas (each under its condition), or of all parts.

    A rule that is refused leaves a stand-in that reads the same input, and its path is lost.
    """
    forms = [key for key in ("rule", "formulas", "parts") if getattr(node, key)]
    if not forms:
        return _standing_in(node.input)
    if len(forms) > 1:
        found.refuse(RuleRefused((*path, forms[0]), "rule_and_parts" if node.parts else "rule_and_formulas"))
        for key in forms:
            found.lose((*path, key))
        return ()
    if node.rule:
        return _rule_terms(node.rule, node.input, max_points, path, found)
    if node.input is not None:
        found.refuse(RuleRefused((*path, "input"), f"input_beside_{forms[0]}"))
    if node.formulas:
        each = (_formula(one, i, max_points, (*path, "formulas", i), found) for i, one in enumerate(node.formulas))
        return tuple(term for terms in each for term in terms)
    if isinstance(node.nothing_arose, InsteadKeys):
        found.refuse(RuleRefused((*path, "nothing_arose"), "input_beside_parts"))
    bounds = (node.lowest if node.lowest is not None else Fraction(0), max_points)
    each = (_part(one, i, bounds, (*path, "parts", i), found) for i, one in enumerate(node.parts))
    return tuple(term for terms in each for term in terms)


def nothing_arose(keys: NodeKeys | PartKeys | InsteadKeys, max_points: Fraction) -> NothingArose | None:
    """What a leaf or a part of this maximum earns when nothing arose; ``None`` where it does not say."""
    policy = keys.nothing_arose
    if policy is None:
        return None
    if isinstance(policy, InsteadKeys):
        return NothingArose(instead=policy.input, then=nothing_arose(policy, max_points))
    if isinstance(policy, Points):
        return NothingArose(policy.of(max_points), words=keys.nothing_arose_words)
    earned = {"full": max_points, "zero": Fraction(0), "not_applicable": None}[policy]
    return NothingArose(earned, words=keys.nothing_arose_words)


def _part(
    part: PartKeys, number: int, of_leaf: tuple[Fraction, Fraction], path: Path, found: Refusals
) -> Iterator[Term]:
    """One term, held within the part's own bounds; those of the leaf, where the part does not say its maximum."""
    least, most = of_leaf if part.max is None else (Fraction(0), part.max)
    least = least if part.lowest is None else part.lowest
    if least > most:
        found.refuse(RuleRefused((*path, "lowest"), "lowest_over_max"), (*path, "max"), (*path[:-2], "max"))
        found.lose((*path, "lowest"))
    kind = KINDS.get(str(part.rule.get("kind", "")))
    if kind is not None and kind.own_inputs:
        found.refuse(RuleRefused((*path, "rule", "kind"), "part_of_parts"))
        found.lose((*path, "rule"))
        terms = _standing_in(part.input)
    else:
        terms = _rule_terms(part.rule, part.input, most, path, found)
    over = any(not piece.slope and piece.intercept > most for term in terms for piece in term.pieces)
    if over and not found.damage.hits(dotted((*path, "rule"))):
        found.refuse(RuleRefused((*path, "rule"), "part_over_max"), (*path, "max"), (*path[:-2], "max"))
    of = Part(number, part.max, nothing_arose(part, most))
    for term in terms:
        yield replace(term, pieces=held_within(term.pieces, least, most), words=part.words or term.words, part=of)


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
