"""What is missing: the indicators that still lack figures, for which months, and how many points hang on each."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from data.scores.asked import Asked, asked_for
from data.scores.unit import UnitScore
from scoring.gate import GateState
from scoring.indicator import Indicator
from scoring.quantity import State
from scoring.readings import Needs
from scoring.table import Leaf, Node, ScoredBy


@dataclass(frozen=True)
class MissingFigure:
    """An indicator without its figure. ``months`` are those owed; empty for a figure that comes once a year.

    ``needs`` says whether it is this year's figure, one of the year before (``months`` are then of that year), or one
    of other units of the bloc. ``leaves`` cannot be scored without it; nothing below ``gates`` counts as measured
    without it. ``open`` is how many points are not decided before it comes.
    """

    indicator: Indicator
    months: tuple[int, ...]
    leaves: tuple[Leaf, ...]
    open: Fraction
    gates: tuple[Node, ...] = ()
    needs: Needs = Needs.THIS_YEAR

    @property
    def ours(self) -> bool:
        """True when the unit itself must report it, as it must what a gate reads; false for surveys and appraisers."""
        own = bool(self.gates) or any(leaf.scored_by is ScoredBy.SELF for leaf in self.leaves)
        return own and not self.of_others

    @property
    def of_others(self) -> bool:
        """True for figures of other units of the bloc."""
        return self.needs is Needs.BLOC

    @property
    def leads(self) -> tuple[str, ...]:
        """Who leads the leaves that wait for it."""
        return tuple(dict.fromkeys(leaf.lead for leaf in self.leaves if leaf.lead))


def missing_figures(scored: UnitScore) -> list[MissingFigure]:
    """The missing figures: the unit's own first, then by points that hang on them, then in the order of the law."""
    waiting: dict[Asked, list[Leaf]] = {}
    months: dict[Asked, set[int]] = {}
    for leaf in scored.table.leaves:
        line = scored.line(leaf)
        if line.state is State.MISSING:
            for asked, owed in asked_for(line.read, scored.figures).items():
                waiting.setdefault(asked, []).append(leaf)
                months.setdefault(asked, set()).update(owed)
    open_points = {
        asked: sum((scored.line(leaf).possible - scored.line(leaf).sure for leaf in leaves), Fraction(0))
        for asked, leaves in waiting.items()
    }
    shut: dict[Asked, list[Node]] = {}
    for node in scored.table.nodes:
        if node.gate is not None and scored.score.gate(node) is GateState.UNKNOWN:
            read = [(name, scored.figures[name]) for name in node.gate.input.names]
            for asked, owed in asked_for(read, scored.figures).items():
                shut.setdefault(asked, []).append(node)
                months.setdefault(asked, set()).update(owed)
                open_points[asked] = max(open_points.get(asked, Fraction(0)), _open(scored, node))
    found = [
        MissingFigure(
            scored.table.indicators[asked.code],
            tuple(sorted(months[asked])),
            tuple(waiting.get(asked, ())),
            points,
            tuple(shut.get(asked, ())),
            asked.needs,
        )
        for asked, points in open_points.items()
    ]
    return sorted(found, key=lambda one: (not one.ours, one.of_others, -one.open))


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
