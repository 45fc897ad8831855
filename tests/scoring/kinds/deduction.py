"""Rule kind ``deduction``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.deduction import Deduction
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, written


def draw(random: Random) -> Parameters:
    """With and without free occurrences and a ceiling."""
    found: Parameters = {"each": generated.each(random)}
    if random.random() < 0.5:
        found["free"] = str(random.choice([Fraction(0), Fraction(1), Fraction(3), Fraction(1, 2), Fraction(5, 100)]))
    if random.random() < 0.5:
        found["most"] = random.choice(["max", "1/2 max", "1/3 max", "2", "0.5", "30"])
    return found


def read(rule: Deduction, figures: Sequence[Pair], most: Fraction) -> Fraction:
    over = Fraction(*figures[0]) - rule.free
    if over <= 0:
        return most
    taken = over * written(rule.each, most)
    return most - (taken if rule.most is None else min(taken, written(rule.most, most)))


KIND = KindTest(draw, read, (Measure.COUNT, Measure.DATE, Measure.RATIO), points_keys=frozenset({"each", "most"}))
