"""Rule kind ``proportional``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.proportional import Proportional
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, compare


def draw(random: Random) -> Parameters:
    """With and without floor and saturation; goals of money and counts as well as shares."""
    line = [
        cut for cut in random.choice([generated.SHARES, generated.SHARES, generated.COUNTS, generated.MONEY]) if cut > 0
    ]
    full = random.choice(line)
    found: Parameters = {"full_from": str(full)}
    if random.random() < 0.5:
        found["floor"] = str(random.choice([cut for cut in line if cut <= full]))
    return found


def read(rule: Proportional, figures: Sequence[Pair], most: Fraction) -> Fraction:
    (pair,) = figures
    if rule.floor is not None and compare(pair, rule.floor) < 0:
        return Fraction(0)
    if compare(pair, rule.full_from) >= 0:
        return most
    return max(Fraction(0), Fraction(*pair) * most / rule.full_from) if pair[0] > 0 else Fraction(0)


KIND = KindTest(draw, read, (Measure.RATIO, Measure.COUNT, Measure.PERCENT))
