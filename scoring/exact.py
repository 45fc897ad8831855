"""Exact numbers: how the numbers of the law are read, and the one rounding that points get."""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Annotated

from pydantic import BeforeValidator

# A whole or decimal number with a full stop, or a fraction, optionally per cent. Exponents, signs like "~" and the
# Vietnamese comma are refused: in a criteria file "1.234" must have one reading only.
_NUMBER = re.compile(r"(?P<top>-?[0-9]{1,18}(?:\.[0-9]{1,6})?)(?:/(?P<bottom>0*[1-9][0-9]{0,17}))?(?P<percent>\s*%)?")


def parse_exact(text: object) -> Fraction:
    """The exact value of ``"80%"``, ``"0.5"``, ``"2/3"`` or a whole number; ``ValueError`` for anything else.

    Floats are refused: 0.1 has no exact binary value, and points hang on the difference.
    """
    if isinstance(text, Fraction):
        return text
    if isinstance(text, bool | float):
        raise ValueError("number_not_exact")
    if isinstance(text, int):
        return Fraction(text)
    found = _NUMBER.fullmatch(str(text).strip())
    if not found:
        raise ValueError("number_not_exact")
    value = Fraction(found["top"])
    if found["bottom"]:
        value /= int(found["bottom"])
    return value / 100 if found["percent"] else value


Exact = Annotated[Fraction, BeforeValidator(parse_exact)]
ZERO = Fraction(0)


def round_half_away(value: Fraction, step: Fraction) -> Fraction:
    """``value`` to the nearest multiple of ``step`` (> 0), halves away from zero: 0.125 to 0.01 is 0.13."""
    # Whole numbers throughout: a year's scoring rounds thousands of times.
    top, bottom = value.as_integer_ratio()
    size, parts = step.as_integer_ratio()
    whole = (2 * abs(top) * parts + bottom * size) // (2 * bottom * size)
    return _fraction((whole if top >= 0 else -whole) * size, parts)


@lru_cache(maxsize=10_000)
def _fraction(top: int, bottom: int) -> Fraction:
    """Points are few different numbers, and to look one up is quicker than to make it."""
    return Fraction(top, bottom)


def less(one: Fraction, two: Fraction) -> bool:
    """``one < two`` by cross-multiplication: Python's own comparison asks first what kind of number each is, which
    takes five times as long, and a year's scoring compares tens of thousands of times.
    """
    top, bottom = one.as_integer_ratio()
    other, under = two.as_integer_ratio()
    return top * under < other * bottom


def held(value: Fraction, least: Fraction, most: Fraction) -> Fraction:
    """``value``, or the nearer end where it lies outside ``least`` .. ``most``."""
    top, bottom = value.as_integer_ratio()
    end, under = most.as_integer_ratio()
    if end * bottom < top * under:
        return most
    end, under = least.as_integer_ratio()
    return least if top * under < end * bottom else value


def on_line(constant: Fraction, slope: Fraction, x: Fraction) -> Fraction:
    """``constant + slope * x``, reduced once and not twice."""
    top, bottom = slope.as_integer_ratio()
    along, under = x.as_integer_ratio()
    top, bottom = top * along, bottom * under
    if constant:
        more, under = constant.as_integer_ratio()
        top, bottom = top * under + more * bottom, bottom * under
    return Fraction(top, bottom)


def total_of(values: Iterable[Fraction]) -> Fraction:
    """The exact sum, 0 of nothing. Whole numbers over one denominator, reduced once at the end: not at every step."""
    top, bottom = 0, 1
    for value in values:
        part, under = value.as_integer_ratio()
        if under == bottom:
            top += part
        elif bottom % under == 0:
            top += part * (bottom // under)
        else:
            top, bottom = top * under + part * bottom, bottom * under
    return _fraction(top, bottom)


def decimal_text(value: Fraction, places: int) -> str:
    """``value`` as a plain decimal with at most ``places`` decimals, half away from zero, trailing zeros dropped."""
    rounded = round_half_away(value, Fraction(1, 10**places))
    sign = "-" if rounded < 0 else ""
    whole, part = divmod(abs(rounded) * 10**places, 10**places)
    decimals = str(int(part)).rjust(places, "0").rstrip("0") if places else ""
    return f"{sign}{int(whole)}.{decimals}" if decimals else f"{sign}{int(whole)}"


def next_multiple(goal: Fraction, grain: Fraction, *, strict: bool, down: bool) -> Fraction:
    """The nearest multiple of ``grain`` at the goal or past it (``down``: or below it); not at it, when ``strict``."""
    many = floor(goal / grain) if down else ceil(goal / grain)
    if strict and many * grain == goal:
        many += -1 if down else 1
    return many * grain
