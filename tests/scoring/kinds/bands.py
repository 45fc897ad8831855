"""Rule kind ``bands``: how the tests draw it, and how they read it."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from scoring.indicator import Measure
from scoring.kinds.bands import Band, Bands
from tests.scoring import generated
from tests.scoring.generated import Parameters
from tests.scoring.kind import KindTest
from tests.scoring.reading import Pair, compare, written


def draw(random: Random) -> Parameters:
    """Neighbouring bands in falling or rising order; some leave the ends of the line unsaid, few overlap.

    A band now and then has a formula: so many points times the figure, or a line between its two ends.
    """
    line = random.choice(generated.LINES)
    cuts = sorted(random.sample(line, random.randint(1, min(6, len(line)))))
    lower_owns = [random.random() < 0.5 for _cut in cuts]
    rows: list[Parameters] = []
    for index in range(len(cuts) + 1):
        row: Parameters = {"points": generated.points(random)}
        if index > 0:
            row["over" if lower_owns[index - 1] else "from"] = str(cuts[index - 1])
        if index < len(cuts):
            row["to" if lower_owns[index] else "under"] = str(cuts[index])
        if random.random() < 0.15:
            row["times"] = row.pop("points")
        elif 0 < index < len(cuts) and random.random() < 0.2:
            row |= {"from_points": row.pop("points"), "to_points": generated.points(random)}
        rows.append(row)
    if random.random() < 0.15 and len(rows) > 2:
        rows = rows[1:] if random.random() < 0.5 else rows[:-1]
    if random.random() < 0.1:
        rows.append({"from": str(cuts[0]), "to": str(cuts[0] + 3), "points": generated.points(random)})
    if random.random() < 0.5:
        rows.reverse()
    return {"bands": rows}


def read(rule: Bands, figures: Sequence[Pair], most: Fraction) -> Fraction | None:
    for band in rule.bands:
        if in_band(band, figures[0]):
            return points_in(band, Fraction(*figures[0]), most)
    return None


def points_in(band: Band, x: Fraction, most: Fraction) -> Fraction:
    """As the law says it: fixed, the figure times so many points, or on the way from one end's points to another's."""
    if band.points is not None:
        return written(band.points, most)
    if band.times is not None:
        return x * written(band.times, most)
    assert band.from_points is not None and band.to_points is not None
    low = band.from_ if band.from_ is not None else band.over
    high = band.to if band.to is not None else band.under
    assert low is not None and high is not None
    start, end = written(band.from_points, most), written(band.to_points, most)
    return start + (end - start) * ((x - low) / (high - low))


def in_band(band: Band, pair: Pair) -> bool:
    if band.from_ is not None and compare(pair, band.from_) < 0:
        return False
    if band.over is not None and compare(pair, band.over) <= 0:
        return False
    if band.to is not None and compare(pair, band.to) > 0:
        return False
    return not (band.under is not None and compare(pair, band.under) >= 0)


KIND = KindTest(
    draw,
    read,
    (Measure.RATIO, Measure.COUNT, Measure.NUMBER, Measure.PERCENT, Measure.DATE, Measure.YES_NO),
    points_keys=frozenset({"points", "times", "from_points", "to_points"}),
    months_covered=True,
)
