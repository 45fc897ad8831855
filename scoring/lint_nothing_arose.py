"""The lint of what a leaf earns when nothing arose: it says so where that can happen, and gives no more than it can."""

from collections.abc import Iterator
from fractions import Fraction

from scoring.lint_damage import Damage
from scoring.messages import Message, Problem, _
from scoring.nothing_arose import NothingArose
from scoring.readings import can_be_empty, code_of
from scoring.table import Leaf, Table


def nothing_arose_problems(leaf: Leaf, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    """What is wrong with the leaf's own policy, and with the points of its parts', at the key path ``place``."""
    if leaf.nothing_arose is None and not damage.hits(f"{place}.nothing_arose"):
        yield from _unsaid(leaf, table, place, damage)
    policies = [("", leaf.nothing_arose, leaf.lowest, leaf.highest)]
    for term in leaf.terms:
        if term.part is not None:
            most = leaf.highest if term.part.max is None else term.part.max
            policies.append((f"parts.{term.part.number}.", term.part.nothing_arose, leaf.lowest, most))
    for holder, policy, least, most in policies:
        bounds = (f"{place}.max", f"{place}.lowest", f"{place}.{holder}max", f"{place}.{holder}nothing_arose")
        if not damage.hits(*bounds) and _outside(policy, least, most):
            yield Problem(
                "C167",
                Message(
                    _("What {id} earns when nothing arose lies outside {least} to {most}."),
                    {"id": leaf.id, "least": least, "most": most},
                ),
                Message(_("Correct points:, or the maximum.")),
                f"{place}.{holder}nothing_arose",
            )


def _outside(policy: NothingArose | None, least: Fraction, most: Fraction) -> bool:
    chain = policy.chain() if policy is not None else ()
    return any(one.points is not None and not least <= one.points <= most for one in chain)


def _unsaid(leaf: Leaf, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    """Of a leaf with parts each part says it, or the check asks the part for it."""
    terms = [term for term in leaf.terms if term.part is None]
    names = dict.fromkeys(name for term in terms for name in term.input.names)
    known = [name for name in names if not damage.hits(f"indicators.{code_of(name)}.measure")]
    read = [table.indicators[name] for name in known if name in table.indicators]
    if any(can_be_empty(name, table.indicators) for name in known) or any("/" in term.input.source for term in terms):
        yield Problem(
            "C122",
            Message(_("The leaf {id} divides, and does not say what it earns when nothing arose."), {"id": leaf.id}),
            Message(_("Write nothing_arose: full, zero, not_applicable, or another input.")),
            f"{place}.nothing_arose",
        )
    elif found := next((one for one in read if one.none), None):
        yield Problem(
            "C162",
            Message(
                _("The leaf {id} reads a day that may never come ({words}), and does not say what that earns."),
                {"id": leaf.id, "words": found.none},
            ),
            Message(_("Write nothing_arose: zero, full, not_applicable or points.")),
            f"{place}.nothing_arose",
        )
