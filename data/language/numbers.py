"""Exact numbers in writing: ``1.234,5`` and ``86,6%`` in Vietnamese, ``1,234.5`` and ``86.6%`` in English.

Every function takes ``int``, ``Decimal`` or ``Fraction`` and computes in integers. A float is refused: it has already
lost the last digit that decides whether a threshold was reached. Missing values are the caller's business (``None`` is
refused too): a missing figure must not look like a number.
"""

from decimal import Decimal
from fractions import Fraction

Exact = int | Decimal | Fraction

MARKS = {"vi": (".", ","), "en": (",", ".")}  # thousands, decimals
MOST_DECIMALS = 6


def exact(value: object) -> Fraction:
    """``value`` as a fraction; TypeError for a float, a bool or anything else, ValueError for an infinite Decimal."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise TypeError(f"an exact number is needed, not {value!r}")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"a finite number is needed, not {value!r}")
    return Fraction(value)


def scaled(value: Fraction, decimals: int) -> int:
    """``value`` times 10^decimals as a whole number, rounded half away from zero."""
    numerator: int = abs(value.numerator) * 10**decimals
    rounded = (2 * numerator + value.denominator) // (2 * value.denominator)
    return -rounded if value < 0 else rounded


def format_number(value: Exact, lang: str, decimals: int = 2, *, pad: bool = False) -> str:
    """At most ``decimals`` decimals (half away from zero); exactly so many with ``pad``, else without closing zeros.

    A value that rounds to zero has no minus sign. The minus is ASCII "-": Streamlit reads it in metric deltas.
    """
    whole = scaled(exact(value), decimals)
    digits = str(abs(whole)).rjust(decimals + 1, "0")
    before, after = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    thousands, point = MARKS[lang]
    after = after if pad else after.rstrip("0")
    grouped = f"{int(before):,}".replace(",", thousands)
    return ("-" if whole < 0 else "") + grouped + (point + after if after else "")


def format_percent(points: Exact, lang: str, decimals: int = 2, *, pad: bool = False) -> str:
    """A percentage given in points: 86.6 is written ``86,6%``."""
    return format_number(points, lang, decimals, pad=pad) + "%"


def format_share(share: Exact, lang: str, decimals: int = 2, *, pad: bool = False) -> str:
    """A percentage given as a share of one: 433/500 is written ``86,6%``."""
    return format_percent(exact(share) * 100, lang, decimals, pad=pad)


def format_exact(value: Exact, lang: str) -> str:
    """Two decimals, or as many more (to six) as keep the figure from looking rounder than it is.

    For sentences about thresholds: 94.996 must not be written as 95, but 200/3 may be written as 66,67.
    """
    number = exact(value)
    return format_number(number, lang, _honest_decimals(number))


def _honest_decimals(value: Fraction) -> int:
    for decimals in range(2, MOST_DECIMALS):
        rounded = scaled(value, decimals)
        off = Fraction(rounded, 10**decimals) - value
        # Rounded away to a rounder figure than it is, or to a whole number: one more decimal tells them apart.
        too_round = rounded % 10 == 0 and (off * value > 0 or rounded % 10**decimals == 0)
        if not off or not too_round:
            return decimals
    return MOST_DECIMALS
