"""Where an expression's value must lie while one of its figures is missing and all others are known.

A unit at 60 % in a bloc whose best has at least 80 % comes to three quarters at most, whoever has not reported yet.
"""

import ast
from fractions import Fraction

from scoring.interval import EVERYTHING, Interval
from scoring.quantity import Quantity, State

ZERO = Fraction(0)


def bounds_between(op: ast.operator | str, left: Quantity, right: Quantity) -> Interval:
    """Of ``left op right`` (``larger``, ``smaller`` by name); everything unless exactly one side is missing."""
    known = [one for one in (left, right) if one.state is State.MEASURED and one.x is not None]
    missing = [one for one in (left, right) if one.state is State.MISSING]
    if len(known) != 1 or len(missing) != 1 or known[0].x is None:
        return EVERYTHING
    x, within = known[0].x, missing[0].bounds
    if isinstance(op, str):
        return _largest(x, within) if op == "larger" else _smallest(x, within)
    if isinstance(op, ast.Add):
        return within.moved(x)
    if isinstance(op, ast.Sub):
        return within.moved(-x) if known[0] is right else _times(within, Fraction(-1)).moved(x)
    if isinstance(op, ast.Mult):
        return _times(within, x)
    if known[0] is right:
        return _times(within, 1 / x) if x else EVERYTHING
    return _divided(x, within)


def _times(within: Interval, factor: Fraction) -> Interval:
    if not factor:
        return Interval(ZERO, ZERO)
    ends = [None if end is None else end * factor for end in (within.low, within.high)]
    return Interval(*(ends if factor > 0 else reversed(ends)))


def _divided(x: Fraction, by: Interval) -> Interval:
    """``x`` over what is above zero, or may be zero (then nothing arose); a divisor of either sign says nothing."""
    if by.low is None or by.low < 0:
        return EVERYTHING
    near = None if not by.low else x / by.low
    far = ZERO if by.high is None or not by.high else x / by.high
    if not x:
        return Interval(ZERO, ZERO)
    return Interval(far, near) if x > 0 else Interval(near, far)


def _largest(x: Fraction, within: Interval) -> Interval:
    low = x if within.low is None else max(x, within.low)
    return Interval(low, None if within.high is None else max(x, within.high))


def _smallest(x: Fraction, within: Interval) -> Interval:
    high = x if within.high is None else min(x, within.high)
    return Interval(None if within.low is None else min(x, within.low), high)
