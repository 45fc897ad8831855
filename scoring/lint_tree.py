"""The lint of a node: its parts add up, its cap can bind, its gate reads what is there, its bonus has a ceiling."""

from collections.abc import Iterator
from fractions import Fraction

from scoring.evaluator import domain
from scoring.gate import gate_leaf
from scoring.lint_damage import Damage
from scoring.lint_readings import unsuited
from scoring.messages import Message, Problem, _
from scoring.piece import holds_multiple
from scoring.readings import can_be_empty, code_of, is_suited
from scoring.table import Gate, Leaf, Node, Table, TableKind


def node_problems(node: Node, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    """What is wrong with ``node`` itself, at the key path ``place`` (empty for the root, whose keys are the file's)."""
    within = f"{place}." if place else ""
    if damage.lost("kind") or damage.lost(place):
        return
    if table.kind is TableKind.TARGETS:
        if node.holds or node.bonus:
            yield Problem(
                "C155",
                Message(_("{id} has a cap, a gate or a bonus, but a table of targets has no points."), {"id": node.id}),
                Message(_("Remove it, or make this a table of points.")),
                place or "tree",
            )
        return
    parts = _parts_known(node, within, damage)
    yield from _sums(node, place or "tree", damage, parts=parts, excerpt=table.excerpt)
    yield from _bounds(node, table, within, damage, parts=parts)
    if node.gate is not None:
        yield from _gate(node, node.gate, table, f"{within}gate", damage)


def _parts_known(node: Node, within: str, damage: Damage) -> bool:
    """False where it is not known what the parts add up to: a maximum or a bonus, here or above, could not be read."""
    parts = f"{within}children" if within else "tree"
    keys = [f"{parts}.{index}.{key}" for index in range(len(node.children)) for key in ("max", "bonus")]
    above = within.removesuffix(".").split(".children.")
    bonus = [f"{'.children.'.join(above[:length])}.bonus" for length in range(1, len(above) + 1) if within]
    return not damage.hits(*keys, *bonus, f"{parts}.{len(node.children)}")


def _points(item: Node | Leaf) -> Fraction:
    """The maximum of a part; of a node that does not say it, what its own parts can give."""
    if item.max is not None or isinstance(item, Leaf):
        return max(item.max or Fraction(0), Fraction(0))  # below zero it is refused by itself
    total = sum((_points(child) for child in item.children if not child.bonus or item.bonus), Fraction(0))
    return total if item.cap is None else min(total, item.cap)


def _sums(node: Node, place: str, damage: Damage, *, parts: bool, excerpt: bool) -> Iterator[Problem]:
    """Of an excerpt the parts may fall short of the maximum (``scoring.excerpt`` tells by how much), never pass it."""
    base = sum((_points(child) for child in node.children if not child.bonus), Fraction(0))
    whole = sum((_points(child) for child in node.children), Fraction(0))
    total = whole if node.bonus else base
    if damage.hits(f"{place}.max"):
        return
    if node.max is None:
        said = _("The maximum of {id} is missing; its parts add up to {total}.")
        yield Problem(
            "C110",
            Message(said if parts else _("The maximum of {id} is missing."), {"id": node.id, "total": total}),
            Message(_("Write max: as the decision prints it; 0 where all below is bonus or taken away.")),
            f"{place}.max",
        )
    elif not parts:
        return
    elif node.bonus:
        if node.max > total:
            yield Problem(
                "C153",
                Message(
                    _("The bonus ceiling of {id}, {max}, lies above what its parts can give, {total}."),
                    {"id": node.id, "max": node.max, "total": total},
                ),
                Message(_("Correct the ceiling, which is max:, or the parts.")),
                f"{place}.max",
            )
    elif (held := total if node.cap is None else min(total, node.cap)) != node.max and not damage.hits(_cap(place)):
        if excerpt and held < node.max:
            return
        yield Problem(
            "C111",
            Message(
                _("The parts of {id} add up to {total}, not to its maximum {max}."),
                {"id": node.id, "total": held, "max": node.max},
            ),
            Message(_("Correct the maximum of the parent or of a part.")),
            f"{place}.max",
        )


def _cap(place: str) -> str:
    return "cap" if place == "tree" else f"{place}.cap"


def _bounds(node: Node, table: Table, within: str, damage: Damage, *, parts: bool) -> Iterator[Problem]:
    most = sum((_points(child) for child in node.children), Fraction(0))
    ceiling = node.bonus and node.cap == node.max  # told as such
    said = not damage.hits(f"{within}cap", f"{within}max" if within else "kind")
    if node.cap is not None and node.cap > most and not ceiling and said and parts:
        yield Problem(
            "C150",
            Message(
                _("The cap of {id}, {cap}, lies above what its parts can give, {total}: it would never hold anything."),
                {"id": node.id, "cap": node.cap, "total": most},
            ),
            Message(_("Correct cap:, or remove it.")),
            f"{within}cap",
        )
    if node.lowest is not None and node.lowest > 0 and not damage.hits(f"{within}lowest"):
        yield Problem(
            "C154",
            Message(_("The least points of {id} lie above zero."), {"id": node.id}),
            Message(_("Write lowest: 0, or below it the most that penalties may take.")),
            f"{within}lowest",
        )
    for key, bound in (("cap", node.cap), ("lowest", node.lowest)):
        known = not damage.hits("rounding", f"{within}{key}", *([f"{within}max"] if node.bonus else []))
        if bound is not None and (bound / table.step).denominator != 1 and known:
            yield Problem(
                "C133",
                Message(
                    _("The bounds of {id} are finer than the rounding step {step}."),
                    {"id": node.id, "step": table.step},
                ),
                Message(_("Correct max or lowest, or the step under rounding:.")),
                f"{within}{key}",
            )


def _gate(node: Node, gate: Gate, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    if damage.lost(place):
        return
    unknown = [name for name in gate.input.codes if name not in table.indicators]
    for name in (name for name in unknown if not damage.lost(f"indicators.{name}")):
        yield Problem(
            "C151",
            Message(
                _("The gate of {id} reads the indicator {code}, which is not declared."), {"id": node.id, "code": name}
            ),
            Message(_("Declare it under indicators:, or correct the code.")),
            f"{place}.input",
        )
    if unknown:
        return
    gate_figures_known = all(not damage.figure(code) for code in gate.input.codes)
    gate_figures_known &= all(is_suited(name, table.indicators) for name in gate.input.names)
    yield from unsuited(gate.input, table, f"{place}.input", damage)
    known = (name for name in gate.input.names if not damage.hits(f"indicators.{code_of(name)}.measure"))
    read = list(known)
    empty = "/" in gate.input.source or any(can_be_empty(name, table.indicators) for name in read)
    empty |= any(table.indicators[name].none for name in read if name in table.indicators)
    if gate.nothing_arose_closes is None and empty and not damage.hits(f"{place}.nothing_arose"):
        yield Problem(
            "C152",
            Message(_("The gate of {id} may have nothing to read, and does not say what holds then."), {"id": node.id}),
            Message(_("Write nothing_arose: open or closed.")),
            f"{place}.nothing_arose",
        )
    bounds = (f"{place}.{key}" for key in ("at_most", "under", "at_least", "over", "equal"))
    if damage.hits(*bounds) or not gate_figures_known:
        return
    (term,) = gate_leaf(node, gate, table).terms
    possible, grain = domain(term, table.reads)
    reached = {piece.intercept for piece in term.pieces if holds_multiple(piece.interval.meet(possible), grain)}
    if len(reached) + (bool(gate.nothing_arose_closes) and empty) < 2:
        yield Problem(
            "C156",
            Message(_("The gate of {id} is the same for every figure: it never changes anything."), {"id": node.id}),
            Message(_("Correct the bound of the gate, or what it reads.")),
            place,
        )
