"""The 120 leaves that the benchmarks of this folder score, as rows: the shipped tables' own, repeated as needed."""

from dataclasses import replace

from data.bulk.integers import NARROW, CompiledLeaf, LeafRow, PieceRow, TermRow, compile_leaves
from data.bulk.nodes import NodeRow, compile_nodes
from data.criteria.folder import SHIPPED, load_folders
from scoring.table import Node, Table, TableKind

LEAVES = 120


class Rules:
    """Rows of the leaves, numbered from 0; leaves with gates, formulas or several sloped terms are left out."""

    def __init__(self) -> None:
        shipped = sorted(load_folders([SHIPPED]).tables.values(), key=lambda table: table.kind is not TableKind.POINTS)
        tables = [_plain(table) for table in shipped]
        nodes = compile_nodes(tables)
        compiled = [
            one for one in compile_leaves(tables, nodes, NARROW) if _in_integers(one.leaf.choice, one.pieces, one.row)
        ]
        self.nodes: list[NodeRow] = [node.row for node in nodes]
        self.leaves: list[LeafRow] = []
        self.terms: list[TermRow] = []
        self.pieces: list[PieceRow] = []
        self.of: list[CompiledLeaf] = []
        for number in range(LEAVES):
            one = compiled[number % len(compiled)]
            numbers = {term.term: len(self.terms) + index for index, term in enumerate(one.terms)}
            self.of.append(one)
            self.leaves.append(one.row._replace(leaf=number))
            self.terms += [term._replace(term=numbers[term.term], leaf=number) for term in one.terms]
            self.pieces += [piece._replace(term=numbers[piece.term]) for piece in one.pieces]


def _in_integers(choice: str | None, pieces: tuple[PieceRow, ...], row: LeafRow) -> bool:
    return row.leaf >= 0 and choice is None and (row.alone or not any(piece.rise for piece in pieces))


def _plain(table: Table) -> Table:
    def without(node: Node) -> Node:
        below = tuple(without(child) if isinstance(child, Node) else child for child in node.children)
        return replace(node, gate=None, children=below)

    return replace(table, tree=without(table.tree))
