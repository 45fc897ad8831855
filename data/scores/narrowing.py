"""The score table narrowed: which leaves stand in it when only losses, or only what is missing, is asked for."""

from enum import StrEnum

from data.evidence.coverage import Coverage
from data.scores.unit import UnitScore
from scoring.quantity import State
from scoring.table import Leaf


class Show(StrEnum):
    """What is shown; the words stand in addresses that people keep."""

    ALL = "all"
    LOST = "lost"
    MISSING = "missing"
    EVIDENCE = "evidence"


def leaves_shown(scored: UnitScore, coverage: Coverage, show: Show) -> tuple[Leaf, ...]:
    """In the order of the law: all; those measured below their most; those missing; those that lack evidence."""
    return tuple(leaf for leaf in scored.table.leaves if _is_shown(leaf, scored, coverage, show))


def _is_shown(leaf: Leaf, scored: UnitScore, coverage: Coverage, show: Show) -> bool:
    line = scored.line(leaf)
    if show is Show.LOST:
        return line.state is not State.NOT_APPLICABLE and line.points is not None and line.points < leaf.highest
    if show is Show.MISSING:
        return line.state is State.MISSING
    return show is Show.ALL or bool(coverage.leaves[leaf.id].missing)
