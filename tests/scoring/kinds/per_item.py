"""Rule kind ``per_item``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.per_item import PerItem
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, written


def draw(random: Random) -> Parameters:
    """With the maximum as the cap, or one of its own."""
    found: Parameters = {"points": generated.each(random)}
    if random.random() < 0.6:
        found["cap"] = random.choice(["max", "1/2 max", "5", "1/3", "20"])
    return found


def read(rule: PerItem, figures: Sequence[Pair], most: Fraction) -> Fraction:
    (pair,) = figures
    if pair[0] <= 0:
        return Fraction(0)
    return min(Fraction(*pair) * written(rule.points, most), written(rule.cap, most))


KIND = KindTest(draw, read, (Measure.COUNT, Measure.NUMBER), points_keys=frozenset({"points", "cap"}))
