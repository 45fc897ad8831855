"""The tests' own reading of the law: points straight from a rule's parameters, kind by kind (``kinds/``).

What the law does not say is ``SILENT``.
"""

from collections.abc import Sequence
from fractions import Fraction

from scoring.kinds import KINDS
from scoring.kinds.rule import Rule
from tests.scoring.kind_tests import KIND_TESTS
from tests.scoring.reading import Pair, rounded

SILENT = "silent"
_READINGS = {KINDS[name].model: kind.read for name, kind in KIND_TESTS.items()}


def points_of(rule: Rule, figures: Sequence[Pair], most: Fraction, least: Fraction, step: Fraction) -> Fraction | str:
    """Points for ``figures`` (one for each input), held between least and most, rounded once to step."""
    raw = _READINGS[type(rule)](rule, figures, most)
    return SILENT if raw is None else rounded(max(least, min(most, raw)), step)
