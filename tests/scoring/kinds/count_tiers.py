"""Rule kind ``count_tiers``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.count_tiers import CountTiers
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, compare, written


def draw(random: Random) -> Parameters:
    """One to five tiers, falling."""
    counts = sorted(random.sample([*generated.COUNTS, *generated.MONEY], random.randint(1, 5)), reverse=True)
    found: Parameters = {"tiers": [{"at_least": str(count), "points": generated.points(random)} for count in counts]}
    if random.random() < 0.5:
        found["otherwise"] = generated.points(random)
    return found


def read(rule: CountTiers, figures: Sequence[Pair], most: Fraction) -> Fraction:
    for tier in rule.tiers:
        if compare(figures[0], tier.at_least) >= 0:
            return written(tier.points, most)
    return written(rule.otherwise, most)


KIND = KindTest(draw, read, (Measure.COUNT,), points_keys=frozenset({"points", "otherwise"}))
