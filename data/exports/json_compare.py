"""The comparison of two tables as one JSON object; numbers are decimal texts, what is not known is null, never 0."""

from typing import Any

from data.exports.json_score import per_cent, plain
from data.scores.compare import UnitComparison
from data.units.known import issued_for
from scoring.compare import Change, Comparison, Group, IndicatorChange
from scoring.effect import Effect, HeldEffect, LeafEffect
from scoring.evaluator import LeafScore
from scoring.gate import GateState
from scoring.table import Gate, Leaf, Node, Table, TableKind
from scoring.totals import Total


def compare_object(comparison: Comparison, found: UnitComparison | None = None) -> dict[str, Any]:
    """The object. Without ``found`` (no unit, no month) it tells the differences of the tables alone.

    ``leaves`` and ``nodes`` hold every part of both tables; a side that a table does not have is null. ``effect`` is
    after less before: its points are null while neither side has any. All effects of ``leaves`` and ``nodes`` together
    are ``total.difference``.
    """
    lines = [_leaf(change, comparison, None) for change in comparison.leaves]
    nodes = [_node(change, None) for change in comparison.nodes]
    if found is not None:
        held = {id(one.change): one for one in found.effects.held}
        lines = [_leaf(one.change, comparison, one) for one in found.effects.leaves]
        nodes = [_node(change, held.get(id(change))) for change in found.effects.comparison.nodes]
    return {
        "before": _table(comparison.before, found),
        "after": _table(comparison.after, found),
        "unit": found.before.unit if found else None,
        "month": str(found.before.month) if found else None,
        "demo": found.demo if found else None,
        "groups": {group.value: str(comparison.count(group)) for group in Group},
        "total": _total(found) if found else None,
        "leaves": lines,
        "nodes": nodes,
        "indicators": [_indicator(one) for one in comparison.indicators],
    }


def _table(table: Table, found: UnitComparison | None) -> dict[str, Any]:
    """``holds`` in the month that was asked for, ``issued`` for the unit: where one is false no score follows."""
    return {
        "id": table.id,
        "edition": table.edition,
        "title": table.title,
        "kind": table.kind.value,
        "decision": table.decision,
        "issued_by": table.issued_by,
        "template": table.template,
        "excerpt": table.excerpt,
        "valid_from": table.valid_from.isoformat() if table.valid_from else None,
        "valid_to": table.valid_to.isoformat() if table.valid_to else None,
        **(_scope(table, found) if found else {}),
        "leaves": str(len(table.leaves)),
        "max": plain(table.max),
        "rounding": plain(table.step),
        "not_applicable": "rebase" if table.rebase else "full",
    }


def _scope(table: Table, found: UnitComparison) -> dict[str, Any]:
    return {"holds": table.holds_in(found.before.month), "issued": issued_for(table, found.before.unit)}


def _total(found: UnitComparison) -> dict[str, Any]:
    before, after = found.before.score.total, found.after.score.total
    targets = found.before.table.kind is TableKind.TARGETS
    difference = _effect(found.effects.sum, targets=targets, measured=True)
    if not targets:
        known = None if before.index is None or after.index is None else after.index - before.index
        difference["index"] = per_cent(known)
    return {
        "before": _side_total(before, targets=targets),
        "after": _side_total(after, targets=targets),
        "difference": difference,
    }


def _side_total(total: Total, *, targets: bool) -> dict[str, Any]:
    if targets:
        return {name: str(getattr(total, name)) for name in ("met", "unmet", "unknown", "not_applicable")}
    return {
        "points": plain(total.points),
        "points_sure": plain(total.sure),
        "points_possible": plain(total.possible),
        "max": plain(total.max),
        "applicable_max": plain(total.applicable_max),
        "measured_max": plain(total.measured_max),
        "bonus": plain(total.bonus),
        "index": per_cent(total.index),
        "index_numerator": plain(total.points),
        "index_denominator": plain(total.measured_max),
        "index_sure": per_cent(total.index_sure),
        "index_possible": per_cent(total.index_possible),
    }


def _effect(effect: Effect, *, targets: bool, measured: bool) -> dict[str, Any]:
    if targets:
        return {name: str(getattr(effect, name)) for name in ("met", "unmet", "unknown", "not_applicable")}
    return {
        "points": plain(effect.points) if measured else None,
        "points_sure": plain(effect.sure),
        "points_possible": plain(effect.possible),
    }


def _leaf(change: Change[Leaf], comparison: Comparison, found: LeafEffect | None) -> dict[str, Any]:
    lines = (found.before, found.after) if found else (None, None)
    before = _leaf_side(change.before, comparison.before, lines[0])
    after = _leaf_side(change.after, comparison.after, lines[1])
    told = {**_change(change), "before": before, "after": after}
    if found is None:
        return told
    targets = comparison.before.kind is TableKind.TARGETS
    known = _effect(found.effect, targets=targets, measured=found.measured)
    return {**told, "effect": None if targets and not found.measured else known}


def _change(change: Change[Leaf] | Change[Node]) -> dict[str, Any]:
    return {
        "group": change.group.value,
        "moved": change.moved,
        "matched_by": change.how.value if change.how else None,
        "aspects": [aspect.value for aspect in change.aspects],
    }


def _leaf_side(leaf: Leaf | None, table: Table, line: LeafScore | None) -> dict[str, Any] | None:
    if leaf is None:
        return None
    way = table.tree.way_to(leaf.id)
    told: dict[str, Any] = {
        "id": leaf.id,
        "title": leaf.title,
        "parent": way[-1].id if len(way) > 1 else None,
        "max": plain(leaf.max),
        "scored_by": leaf.scored_by.value,
    }
    if line is None:
        return told
    counted: dict[str, Any] = {"met": line.met}
    if table.kind is TableKind.POINTS:
        counted = {
            "points": plain(line.points),
            "points_sure": plain(line.sure),
            "points_possible": plain(line.possible),
        }
    return {**told, "state": line.state.value, **counted}


def _node(change: Change[Node], found: HeldEffect | None) -> dict[str, Any]:
    """``effect`` and ``gate_state`` are there for nodes with a cap, a least or a gate in one of the tables."""
    told = {**_change(change), "before": _node_side(change.before), "after": _node_side(change.after)}
    if found is None:
        return told
    for side, gate in ((told["before"], found.gate_before), (told["after"], found.gate_after)):
        if side is not None:
            side["gate_state"] = _state(gate)
    return {**told, "effect": _effect(found.effect, targets=False, measured=True)}


def _state(gate: GateState | None) -> str | None:
    return gate.value if gate is not None else None


def _node_side(node: Node | None) -> dict[str, Any] | None:
    if node is None:
        return None
    return {
        "id": node.id,
        "title": node.title,
        "max": plain(node.max),
        "cap": plain(node.cap),
        "lowest": plain(node.lowest),
        "gate": _gate(node.gate),
    }


def _gate(gate: Gate | None) -> dict[str, Any] | None:
    return {"input": gate.input.source, "words": gate.words} if gate is not None else None


def _indicator(change: IndicatorChange) -> dict[str, Any]:
    """``fields`` names what differs of a definition."""
    said = "added" if change.before is None else "removed" if change.after is None else "changed"
    known = change.after or change.before
    return {
        "code": change.code,
        "change": said,
        "title": known.title if known else "",
        "fields": list(change.fields),
    }
