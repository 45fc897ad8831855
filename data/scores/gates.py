"""The gates of a table: what each one says today, and the figures that it reads."""

from dataclasses import dataclass

from data.figures.observation import Observation
from data.scores.unit import UnitScore
from scoring.evaluator import LeafScore
from scoring.gate import GateState
from scoring.indicator import Indicator
from scoring.table import Leaf, Node


@dataclass(frozen=True)
class GateStanding:
    """The gate of ``node``: open, closed or not known; ``line`` is the gate scored, ``sources`` its stored figures.

    ``indicators`` are what it reads, readings as indicators of their own (``Table.reads``).
    """

    node: Node
    state: GateState
    line: LeafScore
    indicators: tuple[Indicator, ...]
    sources: tuple[Observation, ...]

    @property
    def words(self) -> str:
        """The law's words for what closes it; empty where the table gives none."""
        return self.node.gate.words if self.node.gate else ""


def gates(scored: UnitScore) -> list[GateStanding]:
    """Every gate of the table, in the order of the law."""
    return [_standing(scored, node) for node in scored.table.nodes if node.gate is not None]


def gates_over(scored: UnitScore, leaf: Leaf) -> list[GateStanding]:
    """The gates on the way from the leaf to the total, the outermost first."""
    return [_standing(scored, node) for node in scored.table.tree.way_to(leaf.id) if node.gate is not None]


def _standing(scored: UnitScore, node: Node) -> GateStanding:
    line = scored.score.gates[node.id]
    indicators = tuple(scored.table.reads[name] for name in line.leaf.inputs)
    return GateStanding(node, scored.score.gate(node), line, indicators, scored.sources(line.leaf))
