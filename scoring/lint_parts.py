"""The lint of a leaf's parts: each says what it earns when nothing arose, reaches its own maximum, and can change."""

from collections.abc import Iterator
from fractions import Fraction

from scoring import readings
from scoring.evaluator import domain
from scoring.lint_damage import Damage
from scoring.messages import Message, Problem, _
from scoring.piece import Part, Term, bounds
from scoring.readings import code_of
from scoring.table import Combine, Leaf, Table


def part_problems(leaf: Leaf, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    """What is wrong with each part of ``leaf``, at the key path ``place``; nothing for a leaf without parts."""
    for term in leaf.terms:
        if term.part is not None:
            yield from _part(leaf, term, term.part, table, f"{place}.parts.{term.part.number}", damage)


def can_be_empty(term: Term, table: Table, damage: Damage) -> bool:
    """True where the term's input may have nothing to count: a ratio, a division, a day that may never come."""
    names = [name for name in term.input.names if not damage.hits(f"indicators.{code_of(name)}.measure")]
    if "/" in term.input.source or any(readings.can_be_empty(name, table.indicators) for name in names):
        return True
    return any(table.indicators[name].none for name in names if name in table.indicators)


def _part(leaf: Leaf, term: Term, part: Part, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    values: dict[str, object] = {"id": leaf.id, "number": part.number + 1}
    policy, combine = f"{place}.nothing_arose", f"{place.rpartition('.parts.')[0]}.combine"
    if part.nothing_arose is None and not damage.hits(policy) and can_be_empty(term, table, damage):
        yield Problem(
            "C163",
            Message(_("Part {number} of {id} may have nothing to count, and does not say what it earns then."), values),
            Message(_("Write nothing_arose: in the part: full, zero, not_applicable, points or another input.")),
            policy,
        )
    if part.leaves and leaf.combine is Combine.SUM and not damage.hits(policy, combine):
        yield Problem(
            "C164",
            Message(_("Part {number} of {id} would leave a sum, and nothing says what becomes of its points."), values),
            Message(_("Write nothing_arose: zero, full or points: a part leaves only where the best or worst counts.")),
            policy,
        )
    known = all(code in table.indicators and not damage.figure(code) for code in term.input.codes)
    if not known or damage.hits(f"{place}.rule", f"{place}.max", f"{place}.lowest"):
        return
    least, most = bounds(term.pieces, *domain(term, table.reads))
    if part.max is not None and most is not None and most != part.max:
        yield Problem(
            "C165",
            Message(
                _("Part {number} of {id} gives at most {best}, not its maximum {max}."),
                {**values, "best": most, "max": part.max},
            ),
            Message(_("Correct the points of the best band, or max.")),
            f"{place}.max",
        )
    elif least == most and most is not None and not _tracked(leaf, most):
        yield Problem(
            "C166",
            Message(_("Part {number} of {id} gives the same for every figure."), values),
            Message(_("Correct its rule; a part that takes points away needs lowest: and the most that it takes.")),
            f"{place}.rule",
        )


def _tracked(leaf: Leaf, points: Fraction) -> bool:
    return leaf.max == leaf.lowest == points == 0
