"""What the rows of nodes in the points sheet add up to, column by column, and the formulas that say it.

The form splits a node's points by who scores them. A cap, a least or a gate is written into the node's own cell where
all leaves below it stand in one column; elsewhere only the total at the foot can hold it.
"""

from fractions import Fraction

from scoring.evaluator import LeafScore
from scoring.exact import decimal_text
from scoring.gate import GateState
from scoring.table import Leaf, Node, ScoredBy
from scoring.totals import TableScore

MAX, SELF, SURVEY, APPRAISAL = 2, 3, 4, 5
SCORED_IN = {ScoredBy.SELF: SELF, ScoredBy.SURVEY: SURVEY}  # the appraiser's column is his to fill


def points_in(line: LeafScore, column: int) -> Fraction | None:
    """The points of a leaf in a column: in that of whoever scores it."""
    return line.points if SCORED_IN.get(line.leaf.scored_by) == column else None


def points_of(part: Node | Leaf, column: int, score: TableScore) -> Fraction | None:
    """What the cell shows; ``None`` (a blank) where nothing below is known, or below a gate that is not known yet."""
    if isinstance(part, Leaf):
        return points_in(score.leaves[part.id], column)
    known = [points for child in part.children if (points := points_of(child, column, score)) is not None]
    if not known:
        return None
    total = sum(known, Fraction(0))
    if held_in(part, score) != column:
        return total
    gate = score.gate(part)
    if gate is not GateState.OPEN:
        return Fraction(0) if _counts(part, gate) else None
    total = total if part.lowest is None else max(total, part.lowest)
    return total if part.cap is None else min(total, part.cap)


def held_in(node: Node, score: TableScore) -> int | None:
    """The column in whose cell the node is held; ``None`` for a node that holds nothing, or across columns."""
    if not node.holds or node is score.table.tree:
        return None
    columns = {SCORED_IN.get(leaf.scored_by) for leaf in node.leaves()}
    return columns.pop() if len(columns) == 1 else None


def points_formula(node: Node, column: int, cells: str, score: TableScore) -> str:
    """The formula over the ``cells`` of the children; empty for a cell that stays blank."""
    added = f"SUM({cells})"
    if held_in(node, score) == column:
        gate = score.gate(node)
        if gate is not GateState.OPEN:
            return f'=IF(COUNT({cells})=0,"",0)' if _counts(node, gate) else ""
        if node.lowest is not None:
            added = f"MAX({decimal_text(node.lowest, 6)},{added})"
        if node.cap is not None:
            added = f"MIN({decimal_text(node.cap, 6)},{added})"
    return f'=IF(COUNT({cells})=0,"",{added})'


def max_of(node: Node) -> Fraction:
    """The maximum printed for a node: of the base, or the ceiling of a bonus."""
    return node.bonus_max if node.bonus else node.base


def in_max(node: Node) -> tuple[Node | Leaf, ...]:
    """The children whose maxima make the node's: a bonus stands outside the base."""
    return tuple(child for child in node.children if child.bonus is node.bonus)


def max_formula(node: Node, cells: str) -> str:
    """The formula of the maximum over the ``cells`` of those children (empty: there are none)."""
    added = f"SUM({cells})" if cells else "0"
    return f"={added}" if node.cap is None else f"=MIN({decimal_text(node.cap, 6)},{added})"


def _counts(node: Node, gate: GateState) -> bool:
    return gate is GateState.CLOSED or (node.gate is not None and node.gate.missing_closes)
