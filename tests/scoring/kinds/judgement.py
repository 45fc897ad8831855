"""Rule kind ``judgement``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.judgement import Judgement
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair


def draw(_random: Random) -> Parameters:
    """No parameters: the figure is the points."""
    return {}


def read(_rule: Judgement, figures: Sequence[Pair], _most: Fraction) -> Fraction:
    return Fraction(*figures[0])


KIND = KindTest(draw, read, (Measure.NUMBER,), steps=False)
