"""What is missing: the indicators that still lack figures, for which months, and how many points hang on each."""

from dataclasses import dataclass
from fractions import Fraction

from data.scores.unit import UnitScore
from scoring.gate import GateState
from scoring.indicator import Indicator
from scoring.quantity import State
from scoring.table import Leaf, ScoredBy


@dataclass(frozen=True)
class MissingFigure:
    """An indicator without its figure. ``months`` are those owed; empty for a figure that comes once a year.

    ``leaves`` cannot be scored without it, or stand below a gate that reads it; ``open`` is how many of their points
    are not decided yet.
    """

    indicator: Indicator
    months: tuple[int, ...]
    leaves: tuple[Leaf, ...]
    open: Fraction

    @property
    def ours(self) -> bool:
        """True when the unit itself must report it; false when a survey or an appraiser gives it."""
        return any(leaf.scored_by is ScoredBy.SELF for leaf in self.leaves)

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
    for node in scored.table.nodes:
        if node.gate is not None and scored.score.gate(node) is GateState.UNKNOWN:
            total = scored.score.of(node)
            for code in node.gate.input.names:
                if scored.figures[code].state is State.MISSING:
                    waiting.setdefault(code, []).extend(leaf for leaf in node.leaves() if leaf not in waiting[code])
                    open_points[code] = max(open_points.get(code, Fraction(0)), total.possible - total.sure)
    found = [
        MissingFigure(
            scored.table.indicators[code], scored.figures[code].missing_months, tuple(leaves), open_points[code]
        )
        for code, leaves in waiting.items()
    ]
    return sorted(found, key=lambda one: (not one.ours, -one.open))
