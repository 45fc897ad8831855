"""Numbers in writing: exact, half away from zero, never rounder than the truth in a sentence about a threshold."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.language import format_date, format_exact, format_moment, format_month, format_number, format_percent
from data.language import format_share as share


@pytest.mark.parametrize(
    ("value", "decimals", "pad", "vi", "en"),
    [
        (Decimal("1234.5"), 2, False, "1.234,5", "1,234.5"),
        (Decimal("1234.5"), 2, True, "1.234,50", "1,234.50"),
        (Decimal("86.60"), 2, False, "86,6", "86.6"),
        (10**13, 2, False, "10.000.000.000.000", "10,000,000,000,000"),
        (100, 2, False, "100", "100"),  # closing zeros of a whole number stay
        (Fraction(1, 8), 2, False, "0,13", "0.13"),  # half away from zero
        (Fraction(-1, 8), 2, False, "-0,13", "-0.13"),
        (Fraction(5, 2), 0, False, "3", "3"),
        (Fraction(-1, 1000), 2, True, "0,00", "0.00"),  # no minus before a zero
        (Fraction(2, 3), 4, False, "0,6667", "0.6667"),
    ],
)
def test_written(value: int | Decimal | Fraction, decimals: int, pad: bool, vi: str, en: str) -> None:
    assert format_number(value, "vi", decimals, pad=pad) == vi
    assert format_number(value, "en", decimals, pad=pad) == en


def test_percentages() -> None:
    assert format_percent(Decimal("86.6"), "vi") == "86,6%"
    assert share(Fraction(433, 500), "vi") == "86,6%"
    assert share(Fraction(433, 500), "en", 2, pad=True) == "86.60%"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(94996, 1000), "94,996"),
        (Fraction(7999, 100), "79,99"),
        (Fraction(200, 3), "66,67"),
        (Fraction(79999999, 10**6), "79,999999"),
        (Fraction(80), "80"),
        (Fraction(3004, 10000), "0,3"),  # reached and passed: no false roundness
        (Fraction(9700, 118), "82,2"),
        (Fraction(50001, 1000), "50,001"),  # over 50 % must not look like 50 %
    ],
)
def test_a_sentence_shows_no_rounder_figure_than_was_reached(value: Fraction, written: str) -> None:
    assert format_exact(value, "vi") == written


@pytest.mark.parametrize("value", [0.1, True, None, "1", Decimal("NaN"), Decimal("Infinity")])
def test_what_is_not_an_exact_number_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        format_number(value, "vi")  # type: ignore[arg-type]


@given(st.fractions(), st.integers(min_value=0, max_value=8))
def test_what_is_written_is_the_nearest(value: Fraction, decimals: int) -> None:
    read_back = Fraction(format_number(value, "en", decimals).replace(",", ""))
    assert abs(read_back - value) <= Fraction(1, 2 * 10**decimals)


def test_days() -> None:
    assert format_date(date(2022, 6, 3)) == "03/06/2022"
    assert format_moment(datetime(2022, 6, 3, 8, 5, tzinfo=UTC)) == "03/06/2022 08:05"
    assert format_month("2022-06") == "06/2022"
    with pytest.raises(ValueError, match="month"):
        format_month("2022-13")
