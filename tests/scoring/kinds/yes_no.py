"""Rule kind ``yes_no``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.yes_no import YesNo
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, written, yes_or_no


def draw(random: Random) -> Parameters:
    """Sometimes with points of its own for yes and for no."""
    found: Parameters = {}
    if random.random() < 0.6:
        found["yes"] = generated.points(random)
    if random.random() < 0.6:
        found["no"] = generated.points(random)
    return found


def read(rule: YesNo, figures: Sequence[Pair], most: Fraction) -> Fraction | None:
    return yes_or_no(figures[0], written(rule.yes, most), written(rule.no, most))


KIND = KindTest(
    draw,
    read,
    (Measure.YES_NO,),
    points_keys=frozenset({"yes", "no"}),
    answers=True,
    numbers=(Fraction(0), Fraction(1)),
)
