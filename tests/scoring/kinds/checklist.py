"""Rule kind ``checklist``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.checklist import Checklist
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, written, yes_or_no


def draw(random: Random) -> Parameters:
    """Two to five items; their inputs are named where the rule is built."""
    return {"items": [{"input": "X", "points": generated.points(random)} for _item in range(random.randint(2, 5))]}


def inputs(parameters: Parameters, stem: str) -> list[str]:
    """Each item gets an input of its own."""
    for number, item in enumerate(parameters["items"]):
        item["input"] = f"{stem}_{number}"
    return [item["input"] for item in parameters["items"]]


def read(rule: Checklist, figures: Sequence[Pair], most: Fraction) -> Fraction | None:
    """What is done is added up; one item that is neither done nor not done leaves all of it open."""
    total = Fraction(0)
    for item, pair in zip(rule.items, figures, strict=True):
        points = yes_or_no(pair, written(item.points, most), Fraction(0))
        if points is None:
            return None
        total += points
    return total


KIND = KindTest(draw, read, (Measure.YES_NO,), answers=True, numbers=(Fraction(0), Fraction(1)), inputs=inputs)
