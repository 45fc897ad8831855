"""A goal is certain, still possible, or past reach; what is only measured so far is not yet certain."""

from fractions import Fraction

import pytest

from data.scores.standing import Reach, reach
from scoring.totals import Total

F = Fraction


@pytest.mark.parametrize(
    ("sure", "possible", "wanted"),
    [
        (F(8), F(10), Reach.THERE),
        (F("7.99"), F(10), Reach.POSSIBLE),
        (F(0), F(8), Reach.POSSIBLE),
        (F(0), F("7.99"), Reach.GONE),
    ],
)
def test_eighty_per_cent_of_ten_points(sure: Fraction, possible: Fraction, wanted: Reach) -> None:
    total = Total(points=F(8), sure=sure, possible=possible, max=F(12), applicable_max=F(10))
    assert reach(total, 80) is wanted
