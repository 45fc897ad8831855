"""The score table narrowed: which leaves stand in it when only losses, or only what is missing, is asked for."""

from enum import StrEnum

from data.evidence.coverage import Coverage
from data.scores.gaps import loses
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
    """In the order of the law: all; those that lose points; those missing; those that lack evidence."""
    return tuple(leaf for leaf in scored.table.leaves if _is_shown(leaf, scored, coverage, show))


def _is_shown(leaf: Leaf, scored: UnitScore, coverage: Coverage, show: Show) -> bool:
    if show is Show.LOST:
        return loses(scored, leaf)
    if show is Show.MISSING:
        return scored.line(leaf).state is State.MISSING
    return show is Show.ALL or bool(coverage.leaves[leaf.id].missing)
