"""The nodes of the tables at which a sum is held or closed, as rows: what leaves are added up to on the way to a total.

A table without caps and gates has one node, itself. Others have, besides, each node with a cap, a least or a gate;
nodes that only add up are left out, their leaves go straight to the next node above that does more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from scoring.gate import gate_leaf
from scoring.table import Leaf, Node, Table

NO_BOUND = 2**62  # units of a step: beyond every sum of leaves, within 64 bits


class OffStep(ValueError):
    """Bounds of a leaf or node are no multiples of the table's step: the exact evaluator alone scores such a table."""


class NodeRow(NamedTuple):
    """``depth`` counts the nodes above (0: the table itself); ``gate`` is the number of the leaf that the gate is."""

    node: int
    table_no: int
    parent: int | None
    depth: int
    cap: int
    lowest: int
    gate: int | None
    missing_closes: bool


@dataclass(frozen=True)
class CompiledNode:
    """A node's row, its gate as a leaf (numbered from -1 downwards), and the leaves that add up to it directly."""

    row: NodeRow
    table: Table
    gate: Leaf | None
    leaves: tuple[str, ...]


def compile_nodes(tables: Sequence[Table]) -> list[CompiledNode]:
    """The tables' own nodes first, numbered as the tables are; then those that hold, from the root down."""
    own: list[CompiledNode] = []
    holding: list[CompiledNode] = []
    for number, table in enumerate(tables):
        row = NodeRow(number, number, None, 0, NO_BOUND, -NO_BOUND, None, False)
        own.append(CompiledNode(row, table, None, tuple(_below(table.tree)) if not table.tree.holds else ()))
    for number, table in enumerate(tables):
        _hold(table.tree, own[number].row, table, len(tables), holding)
    return [*own, *holding]


def _hold(node: Node, above: NodeRow, table: Table, first: int, found: list[CompiledNode]) -> None:
    row = above
    if node.holds:
        gate = gate_leaf(node, node.gate, table) if node.gate is not None else None
        row = NodeRow(
            first + len(found), above.table_no, above.node, above.depth + 1,
            _units(node.cap, NO_BOUND, table), _units(node.lowest, -NO_BOUND, table),
            None if gate is None else -1 - sum(one.gate is not None for one in found),
            node.gate is not None and node.gate.missing_closes,
        )  # fmt: skip
        found.append(CompiledNode(row, table, gate, tuple(_below(node))))
    for child in node.children:
        if isinstance(child, Node):
            _hold(child, row, table, first, found)


def _below(node: Node) -> Iterator[str]:
    """The leaves that no holding node between takes."""
    for child in node.children:
        if isinstance(child, Leaf):
            yield child.id
        elif not child.holds:
            yield from _below(child)


def _units(bound: Fraction | None, unbounded: int, table: Table) -> int:
    if bound is None:
        return unbounded
    if (bound / table.step).denominator != 1:
        raise OffStep(f"{table.id} {bound}")
    return int(bound / table.step)
