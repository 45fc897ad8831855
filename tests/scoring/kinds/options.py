"""Rule kind ``options``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.options import Options
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, compare, written


def draw(random: Random) -> Parameters:
    """Two to six answers, whole numbers mostly."""
    values = random.sample([*generated.COUNTS, Fraction(1, 2), Fraction(-1)], random.randint(2, 6))
    return {"options": [{"value": str(value), "points": generated.points(random)} for value in values]}


def read(rule: Options, figures: Sequence[Pair], most: Fraction) -> Fraction | None:
    for answer in rule.options:
        if compare(figures[0], answer.value) == 0:
            return written(answer.points, most)
    return None


KIND = KindTest(draw, read, (Measure.CHOICE,), answers=True)
