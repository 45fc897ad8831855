"""Gates: when an input says so, nothing below a node counts ("không ban hành kế hoạch thì không chấm điểm").

A gate is scored like a leaf that earns one step of rounding while it is open and nothing once it is closed: what is
known of a gate, and between which bounds it lies while figures are missing, then follows from the evaluator.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from scoring.evaluator import LeafScore
from scoring.interval import EVERYTHING, Interval
from scoring.nothing_arose import NothingArose
from scoring.piece import Piece, Term
from scoring.quantity import State
from scoring.table import Gate, Leaf, Node, Table


class GateState(StrEnum):
    """What is known of a gate. Unknown is neither: it leaves room for both."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


def gate_leaf(node: Node, gate: Gate, table: Table) -> Leaf:
    """The gate of ``node`` as a leaf: 0 points closed, one step of ``table`` open."""
    term = Term(gate.input, (Piece(EVERYTHING, table.step),))
    if not gate.closes.empty:
        around = [interval for interval in (_below(gate.closes), _above(gate.closes)) if interval is not None]
        opened = [Piece(interval, table.step) for interval in around]
        term = Term(gate.input, (Piece(gate.closes, Fraction(0), words=gate.words), *opened))
    earns = {True: NothingArose(Fraction(0)), False: NothingArose(table.step), None: None}
    return Leaf(node.id, node.title, table.step, (term,), "gate", nothing_arose=earns[gate.nothing_arose_closes])


def gate_leaves(table: Table) -> Mapping[str, Leaf]:
    """The gates of ``table`` as leaves, by the id of their node: made once, for a table never changes."""
    kept: dict[str, Leaf] | None = table.__dict__.get("_gate_leaves")
    if kept is None:
        kept = {node.id: gate_leaf(node, node.gate, table) for node in table.nodes if node.gate is not None}
        table.__dict__["_gate_leaves"] = kept  # as a cached property would: no field, and the same for whoever asks
    return kept


def gate_state(scored: LeafScore | None) -> GateState:
    """Read off the scored gate; a node without one, or whose gate does not apply to the unit, is open."""
    if scored is None or scored.state is State.NOT_APPLICABLE:
        return GateState.OPEN
    if scored.possible == 0:
        return GateState.CLOSED
    return GateState.OPEN if scored.sure > 0 else GateState.UNKNOWN


def _below(closes: Interval) -> Interval | None:
    return None if closes.low is None else Interval(None, closes.low, True, not closes.low_closed)


def _above(closes: Interval) -> Interval | None:
    return None if closes.high is None else Interval(closes.high, None, not closes.high_closed, True)
