"""What the tests' own reading of a rule is made of: whole numbers compared crosswise, points as written, one rounding.

It shares nothing with the engine but the parameters as they are written: no pieces, no terms, no evaluator.
"""

from fractions import Fraction
from math import ceil, floor

from scoring.kinds.rule import Points

Pair = tuple[int, int]  # numerator and denominator (> 0) as the office counted them, never reduced


def written(points: Points, most: Fraction) -> Fraction:
    """A number of points, or a part of the maximum."""
    return points.number * most if points.of_max else points.number


def rounded(points: Fraction, step: Fraction) -> Fraction:
    """Half away from zero."""
    half = Fraction(1, 2)
    return (floor(points / step + half) if points >= 0 else ceil(points / step - half)) * step


def compare(pair: Pair, bound: Fraction) -> int:
    """-1, 0 or 1 as the figure lies below, on or above the bound: 7999/10000 is not 80 %, 4/5 is."""
    left, right = pair[0] * bound.denominator, bound.numerator * pair[1]
    return (left > right) - (left < right)


def yes_or_no(pair: Pair, yes: Fraction, no: Fraction) -> Fraction | None:
    """1 is yes, 0 is no; the law is silent about anything else."""
    if compare(pair, Fraction(1)) == 0:
        return yes
    return no if pair[0] == 0 else None
