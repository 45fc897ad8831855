"""What a person typed or a cell holds, and the exact number in it: Vietnamese marks, per cent, what is ambiguous."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from data.evidence.cleaning import clean_text
from scoring.quantity import State

LONGEST_NUMBER = 40  # characters; the largest number accepted has 16 digits
# Words for what is not a number, folded. "-", "x" and "N/A" are not among them: every office means something else.
STATES = {
    "khong phat sinh": State.NOTHING_AROSE,
    "kps": State.NOTHING_AROSE,
    "nothing arose": State.NOTHING_AROSE,
    "khong ap dung": State.NOT_APPLICABLE,
    "kad": State.NOT_APPLICABLE,
    "not applicable": State.NOT_APPLICABLE,
}
_PLAIN = re.compile(r"\d+")
_GROUPED = (  # unambiguous: two marks of one kind, or both kinds in order, or spaces
    (re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+"), ".", ","),
    (re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+"), ",", "."),
    (re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?"), " ", ","),
)
_ONE_MARK = re.compile(r"(\d+)([.,])(\d+)")


@dataclass(frozen=True)
class Typed:
    """One place of a form: ``text`` as a person sees it; ``number`` where a cell holds one, as the cell stores it.

    ``percent``: the cell is formatted as a percentage, so that its number 0.866 is shown as 86.6%. ``day``: the cell
    holds a date. ``unreadable``: there is something that the caller has already refused. All empty: blank, which is
    missing and never zero.
    """

    text: str = ""
    number: Fraction | None = None
    percent: bool = False
    day: date | None = None
    unreadable: bool = False

    @property
    def blank(self) -> bool:
        """True where nothing was given."""
        return not self.text and self.number is None and self.day is None and not self.unreadable

    @property
    def state(self) -> State | None:
        """The state that the words say (``không phát sinh``, ``không áp dụng``), or ``None``."""
        return STATES.get(fold(self.text).rstrip(".")) if self.number is None else None


@dataclass(frozen=True)
class Written:
    """A number as read: in points when ``percent`` (a sign or a cell format said so).

    ``marks``: it was a text with marks, so what it was read as must be shown. ``thousands`` is the other reading of
    ``1.234`` and ``1,234`` (``number`` is then the decimal one) and ``mark`` the mark in doubt.
    """

    number: Fraction
    percent: bool = False
    marks: bool = False
    thousands: Fraction | None = None
    mark: str = ""

    @property
    def readings(self) -> tuple[Fraction, ...]:
        """All numbers that it can mean."""
        return (self.number,) if self.thousands is None else (self.number, self.thousands)


def typed(value: str | int | Fraction | Decimal | date | bool | None) -> Typed:
    """What somebody gave, from a widget or a test. A float is no exact number and not accepted."""
    if value is None:
        return Typed()
    if isinstance(value, bool):
        return Typed("TRUE" if value else "FALSE")
    if isinstance(value, str):
        return Typed(clean_text(value))
    if isinstance(value, date):
        return Typed(f"{value.day:02}/{value.month:02}/{value.year:04}", day=value)
    return Typed(str(value), number=Fraction(value))


@lru_cache(maxsize=4_096)  # the same headings and codes are compared at every row of a workbook
def fold(text: str) -> str:
    """``text`` for comparing: no accents, case, invisible characters or surplus spaces (``Tử số`` is ``tu so``)."""
    bare = unicodedata.normalize("NFD", clean_text(text).casefold().replace("đ", "d"))
    return "".join(character for character in bare if not unicodedata.combining(character))


def written_number(given: Typed) -> Written | None:
    """The number in ``given``; ``None`` where there is none: a word, a dash, a date, NaN, two numbers."""
    if given.number is not None:
        return Written(given.number * 100 if given.percent else given.number, given.percent)
    text = given.text.replace("−", "-")
    if given.day is not None or not text or len(text) > LONGEST_NUMBER or not text.isascii():
        return None
    percent = text.endswith("%")
    text = text.removesuffix("%").strip()
    sign = -1 if text.startswith("-") else 1
    digits = text[1:].strip() if text[:1] in ("-", "+") else text
    if _PLAIN.fullmatch(digits):
        return Written(sign * Fraction(digits), percent, marks=percent)
    for pattern, thousands, decimals in _GROUPED:
        if pattern.fullmatch(digits):
            plain = digits.replace(thousands, "").replace(decimals, ".")
            return Written(sign * Fraction(plain), percent, marks=True)
    one = _ONE_MARK.fullmatch(digits)
    if one is None:
        return None
    number = sign * Fraction(f"{one[1]}.{one[3]}")
    # 1.234 may be a thousand or one and a bit; 0.866, 1234.5 and 86.6 can only be decimals.
    if len(one[3]) == 3 and len(one[1]) <= 3 and not one[1].startswith("0"):
        return Written(number, percent, True, sign * Fraction(one[1] + one[3]), one[2])
    return Written(number, percent, marks=True)
