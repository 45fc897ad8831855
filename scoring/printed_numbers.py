"""Numbers in the law's own words, held against those of the rule: "từ 80% trở lên: 2" says 80 % and 2.

The words of a criteria table are typed by hand beside the numbers that score. Where both say numbers and these differ,
one of the two is wrong, and nobody sees it until points are lost.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from scoring.messages import Message, Percent

Number = Fraction | Percent | date

_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])")
_MONTH = re.compile(r"(?<![\d/])\d{1,2}/\d{4}(?![\d/])")  # "trong tháng 01/2023" names no number
_NUMBER = re.compile(r"(?<![\w.,/])(\d+(?:\.\d{3})*(?:,\d+)?|\d+(?:[.,]\d+)?)(?:/(\d+))?(?![\w/])")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


_POINTS = re.compile(r"\s*điểm(?! phần trăm)")
_LAST = re.compile(r"\s*(?:điểm(?: tối đa)?)?\s*\.?\s*$")


@dataclass(frozen=True)
class Printed:
    """One number as it is printed, and all that it can mean: ``1/2`` is a half, or the first of February.

    ``points``: it is printed as points ("trừ 0,25 điểm"); ``whole``: as what is given, after a colon at the end
    ("Từ 80% trở lên: 2").
    """

    text: str
    numbers: frozenset[Fraction]
    days: frozenset[tuple[int, int, int | None]] = frozenset()  # day, month, year where it is printed
    points: bool = False
    whole: bool = False

    @property
    def parts(self) -> set[str]:
        """Its text; of a day also its year, which a document may print wrongly ("văn bản in năm 2020")."""
        return {self.text, *(str(year) for _day, _month, year in self.days if year is not None)}

    def says(self, number: Fraction | Percent) -> bool:
        """A share may be printed as per cent: 0.8 as 80."""
        if isinstance(number, Percent):
            return number.share in self.numbers or number.share * 100 in self.numbers
        return number in self.numbers

    def names(self, day: date) -> bool:
        """With or without its year."""
        return any((day.day, day.month) == (d, m) and year in (None, day.year) for d, m, year in self.days)


@lru_cache(maxsize=4096)
def printed_numbers(words: str) -> tuple[Printed, ...]:
    """The numbers of ``words``, in order; those of documents and codes (``12/2020/QĐ``, ``B2``) are none."""
    found = {one.start(): _day(one) for one in _DAY.finditer(words)}
    taken = [(one.start(), one.end()) for known in (_DAY, _MONTH) for one in known.finditer(words)]
    for one in _NUMBER.finditer(words):
        if not any(start <= one.start() < end for start, end in taken):
            whole = words[: one.start()].rstrip().endswith(":") and _LAST.match(words, one.end()) is not None
            number = _number(one)
            points = whole or _POINTS.match(words, one.end()) is not None
            found[one.start()] = None if number is None else replace(number, points=points, whole=whole)
    return tuple(one for _at, one in sorted(found.items()) if one is not None)


def _day(found: "re.Match[str]") -> Printed | None:
    day, month, year = int(found[1]), int(found[2]), found[3]
    halves = frozenset() if year or not month else frozenset({Fraction(day, month), Fraction(day), Fraction(month)})
    days = frozenset({(day, month, int(year) if year else None)})
    return Printed(found[0], halves, days)


def _number(found: "re.Match[str]") -> Printed | None:
    text, under = found[1], found[2]
    readings = {Fraction(text.replace(".", "").replace(",", "."))} if "," in text or "." not in text else set()
    if "." in text and "," not in text:
        readings = {Fraction(text)} | ({Fraction(text.replace(".", ""))} if _THOUSANDS.fullmatch(text) else set())
    if under:
        readings = {one / int(under) for one in readings} if int(under) else set()
    return Printed(found[0], frozenset(readings)) if readings else None


def numbers_of(message: Message) -> tuple[Number, ...]:
    """The numbers and days that ``message`` will show, without signs. Zero is not among them: it is said in words
    ("không", "còn lại")."""
    found: list[Number] = []
    for value in message.values.values():
        match value:
            case Message():
                found += numbers_of(value)
            case Percent() if value.share:
                found.append(value)
            case int() | Fraction() if value:
                found.append(abs(Fraction(value)))
            case date():
                found.append(value)
    return tuple(found)


def says(words: str, number: Number) -> bool:
    """Whether ``words`` print ``number``; a last day also as the one before which it must be ("trước ngày 10/11")."""
    printed = printed_numbers(words)
    if not isinstance(number, date):
        return any(one.says(number) for one in printed)
    days = [number, number + timedelta(1)] if "trước" in words.casefold() else [number]
    return any(one.names(day) for one in printed for day in days)
