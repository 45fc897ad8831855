"""The lint of a node: its parts add up, its cap can bind, its gate reads what is there, its bonus has a ceiling."""

from collections.abc import Iterator
from fractions import Fraction

from scoring.evaluator import domain
from scoring.gate import gate_leaf
from scoring.indicator import Measure
from scoring.messages import Message, Problem, _
from scoring.piece import holds_multiple
from scoring.table import Gate, Node, Table, TableKind


def node_problems(node: Node, table: Table, place: str) -> Iterator[Problem]:
    """What is wrong with ``node`` itself, at the key path ``place`` (empty for the root, whose keys are the file's)."""
    within = f"{place}." if place else ""
    if table.kind is TableKind.TARGETS:
        if node.holds or node.bonus:
            yield Problem(
                "C155",
                Message(_("{id} has a cap, a gate or a bonus, but a table of targets has no points."), {"id": node.id}),
                Message(_("Remove it, or make this a table of points.")),
                place or "tree",
            )
        return
    yield from _sums(node, place or "tree")
    yield from _bounds(node, table, within)
    if node.gate is not None:
        yield from _gate(node, node.gate, table, f"{within}gate")


def _sums(node: Node, place: str) -> Iterator[Problem]:
    base = sum((child.max for child in node.children if child.max is not None and not child.bonus), Fraction(0))
    whole = sum((child.max for child in node.children if child.max is not None), Fraction(0))
    total = whole if node.bonus else base
    if node.max is None:
        yield Problem(
            "C110",
            Message(_("The maximum of {id} is missing; its parts add up to {total}."), {"id": node.id, "total": total}),
            Message(_("Write max: as the decision prints it.")),
            f"{place}.max",
        )
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
    elif (held := total if node.cap is None else min(total, node.cap)) != node.max:
        yield Problem(
            "C111",
            Message(
                _("The parts of {id} add up to {total}, not to its maximum {max}."),
                {"id": node.id, "total": held, "max": node.max},
            ),
            Message(_("Correct the maximum of the parent or of a part.")),
            f"{place}.max",
        )


def _bounds(node: Node, table: Table, within: str) -> Iterator[Problem]:
    most = sum((child.max for child in node.children if child.max is not None), Fraction(0))
    ceiling = node.bonus and node.cap == node.max  # told as such
    if node.cap is not None and node.cap > most and not ceiling:
        yield Problem(
            "C150",
            Message(
                _("The cap of {id}, {cap}, lies above what its parts can give, {total}: it would never hold anything."),
                {"id": node.id, "cap": node.cap, "total": most},
            ),
            Message(_("Correct cap:, or remove it.")),
            f"{within}cap",
        )
    if node.lowest is not None and node.lowest > 0:
        yield Problem(
            "C154",
            Message(_("The least points of {id} lie above zero."), {"id": node.id}),
            Message(_("Write lowest: 0, or below it the most that penalties may take.")),
            f"{within}lowest",
        )
    for key, bound in (("cap", node.cap), ("lowest", node.lowest)):
        if bound is not None and (bound / table.step).denominator != 1:
            yield Problem(
                "C133",
                Message(
                    _("The bounds of {id} are finer than the rounding step {step}."),
                    {"id": node.id, "step": table.step},
                ),
                Message(_("Correct max or lowest, or the step under rounding:.")),
                f"{within}{key}",
            )


def _gate(node: Node, gate: Gate, table: Table, place: str) -> Iterator[Problem]:
    unknown = [name for name in gate.input.names if name not in table.indicators]
    for name in unknown:
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
    ratio = any(table.indicators[name].measure is Measure.RATIO for name in gate.input.names)
    if gate.nothing_arose_closes is None and (ratio or "/" in gate.input.source):
        yield Problem(
            "C152",
            Message(_("The gate of {id} divides, and does not say what holds when nothing arose."), {"id": node.id}),
            Message(_("Write nothing_arose: open or closed.")),
            place,
        )
    (term,) = gate_leaf(node, gate, table).terms
    possible, grain = domain(term, table.indicators)
    reached = {piece.intercept for piece in term.pieces if holds_multiple(piece.interval.meet(possible), grain)}
    if len(reached) < 2:
        yield Problem(
            "C156",
            Message(_("The gate of {id} is the same for every figure: it never changes anything."), {"id": node.id}),
            Message(_("Correct the bound of the gate.")),
            place,
        )
