"""Rule kind ``interpolate``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.interpolate import Interpolate
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, compare, written


def draw(random: Random) -> Parameters:
    """Rising or falling between two bounds; now and then other points beyond them."""
    low, high = sorted(random.sample(random.choice(generated.LINES), 2))
    found: Parameters = {"from": str(low), "to": str(high)}
    for key in ("from_points", "to_points", "below", "above"):
        if random.random() < 0.4:
            found[key] = generated.points(random)
    return found


def read(rule: Interpolate, figures: Sequence[Pair], most: Fraction) -> Fraction:
    (pair,) = figures
    start, end = written(rule.from_points, most), written(rule.to_points, most)
    if compare(pair, rule.from_) < 0:
        return start if rule.below is None else written(rule.below, most)
    if compare(pair, rule.to) >= 0:
        return end if rule.above is None else written(rule.above, most)
    way = (Fraction(*pair) - rule.from_) / (rule.to - rule.from_)
    return start * (1 - way) + end * way


KIND = KindTest(
    draw,
    read,
    (Measure.RATIO, Measure.COUNT, Measure.NUMBER, Measure.PERCENT),
    points_keys=frozenset({"from_points", "to_points", "below", "above"}),
)
