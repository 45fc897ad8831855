"""Rule kind ``target``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.target import Target
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, compare


def draw(random: Random) -> Parameters:
    """One comparison."""
    name = random.choice(["at_least", "over", "at_most", "under", "equal"])
    return {name: str(random.choice(random.choice(generated.LINES)))}


def read(rule: Target, figures: Sequence[Pair], most: Fraction) -> Fraction:
    (pair,) = figures
    met = [
        rule.at_least is not None and compare(pair, rule.at_least) >= 0,
        rule.over is not None and compare(pair, rule.over) > 0,
        rule.at_most is not None and compare(pair, rule.at_most) <= 0,
        rule.under is not None and compare(pair, rule.under) < 0,
        rule.equal is not None and compare(pair, rule.equal) == 0,
    ]
    return most if any(met) else Fraction(0)


KIND = KindTest(draw, read, (Measure.RATIO, Measure.COUNT, Measure.NUMBER, Measure.PERCENT))
