"""What is missing: the indicators that still lack figures, for which months, and how many points hang on each."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from data.scores.unit import UnitScore
from scoring.gate import GateState
from scoring.indicator import Indicator
from scoring.quantity import State
from scoring.table import Leaf, Node, ScoredBy


@dataclass(frozen=True)
class MissingFigure:
    """An indicator without its figure. ``months`` are those owed; empty for a figure that comes once a year.

    ``leaves`` cannot be scored without it; nothing below ``gates`` counts as measured without it. ``open`` is how many
    points are not decided before it comes.
    """

    indicator: Indicator
    months: tuple[int, ...]
    leaves: tuple[Leaf, ...]
    open: Fraction
    gates: tuple[Node, ...] = ()

    @property
    def ours(self) -> bool:
        """True when the unit itself must report it, as it must what a gate reads; false for surveys and appraisers."""
        return bool(self.gates) or any(leaf.scored_by is ScoredBy.SELF for leaf in self.leaves)

    @property
    def leads(self) -> tuple[str, ...]:
        """Who leads the leaves that wait for it."""
        return tuple(dict.fromkeys(leaf.lead for leaf in self.leaves if leaf.lead))


def missing_figures(scored: UnitScore) -> list[MissingFigure]:
    """The missing figures: the unit's own first, then by points that hang on them, then in the order of the law."""
    waiting: dict[str, list[Leaf]] = {}
    for leaf in scored.table.leaves:
        line = scored.line(leaf)
        if line.state is State.MISSING:
            for code in dict.fromkeys(name for name, _quantity in line.read):
                if scored.figures[code].state is State.MISSING:
                    waiting.setdefault(code, []).append(leaf)
    open_points = {
        code: sum((scored.line(leaf).possible - scored.line(leaf).sure for leaf in leaves), Fraction(0))
        for code, leaves in waiting.items()
    }
    shut: dict[str, list[Node]] = {}
    for node in scored.table.nodes:
        if node.gate is not None and scored.score.gate(node) is GateState.UNKNOWN:
            for code in dict.fromkeys(node.gate.input.names):
                if scored.figures[code].state is State.MISSING:
                    shut.setdefault(code, []).append(node)
                    open_points[code] = max(open_points.get(code, Fraction(0)), _open(scored, node))
    found = [
        MissingFigure(
            scored.table.indicators[code],
            scored.figures[code].missing_months,
            tuple(waiting.get(code, ())),
            open_points[code],
            tuple(shut.get(code, ())),
        )
        for code in open_points
    ]
    return sorted(found, key=lambda one: (not one.ours, -one.open))


def open_together(scored: UnitScore, missing: Sequence[MissingFigure]) -> Fraction:
    """Points not decided before all of ``missing`` come: each leaf once, those below an unknown gate with the gate."""
    shut = {node.id: node for one in missing for node in one.gates}
    inside = {part.id for node in shut.values() for _depth, part in node.walk()}
    outermost = [node for name, node in shut.items() if name not in inside]
    leaves = {leaf.id: leaf for one in missing for leaf in one.leaves if leaf.id not in inside}
    parts: list[Node | Leaf] = [*outermost, *leaves.values()]
    return sum((_open(scored, part) for part in parts), Fraction(0))


def _open(scored: UnitScore, part: Node | Leaf) -> Fraction:
    total = scored.score.of(part)
    return total.possible - total.sure
