"""Which month a text names: a title, a row of cells, the name of a sheet or of a file.

A day is not a month of figures. What follows "ngày" is the day of a letter or of a decision ("Điện Biên, ngày 05
tháng 7 năm 2022", "Quyết định 30/QĐ-UBND ngày 30/12/2021"), and a number after the name of a document or after "số" is
the document's ("Nghị định 61/2018", "số 07/2022/QĐ-UBND"): neither counts. Two days with "đến" between them do: they
are the span of the figures. All other months count; what is no single month (a quarter, half a year) is told apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CELL = " | "  # between the cells of a row that is read as one text

# Folded. "nam" (May) counts only before the word for year: "thang nam 2022" has left its month out.
_WORDS = {
    "muoi mot": 11, "muoi hai": 12, "mot": 1, "gieng": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "chap": 12,
}  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MONTH = "|".join((*_WORDS, *_ROMAN)) + "|nam(?=[^a-z0-9]+nam[^a-z])"
_GAP = r"[\s,.;:/()|–—-]*"
_OPEN = r"[\s:.(|]*"
_THE_MONTH = rf"(?<!hang )(?<!moi )\bthang(?:\s+bao cao)?{_OPEN}(?P<month>\d{{1,2}}(?!\d)|(?:{_MONTH})\b)"
_DAY = (
    r"(?<!\d)\d{{1,2}}(?:\s*[/.-]\s*|[\s|]*thang[\s|]*)(?P<month{0}>\d{{1,2}})"
    r"(?:(?:\s*[/.-]\s*|[\s|,]*nam[\s|]*)(?P<year{0}>\d{{4}}))?(?!\d)"
)
_FROM_TO = re.compile(
    rf"(?:\btu\b[\s|:]*)?(?:ngay[\s|:]*)?{_DAY.format(1)}"
    rf"[\s|]*(?:\bden\b|\btoi\b|[-–—])[\s|:]*(?:het[\s|]*)?(?:ngay[\s|:]*)?{_DAY.format(2)}"
)
_DOCUMENT = re.compile(
    r"\b(?:(?:nghi dinh|thong tu|quyet dinh|ke hoach|cong van|nghi quyet|luat|chi thi|van ban|to trinh|thong bao"
    r"|nd|tt|qd|kh|nq|cv)(?:\s+so)?|so)[\s:|]*\d[\w/.-]*"
)
_LETTER = re.compile(
    rf"\bngay(?:\s+[a-z]+){{0,3}}?[\s|:]*{_DAY.format(1)}"
    rf"|\bngay[\s|._\d]*thang[\s|._]*(?:\d{{1,2}}|{_MONTH})?(?:[\s|._,]*nam[\s|]*\d{{4}})?"
)
_NO_MONTH = re.compile(
    r"\bquy[\s|]+(?:iv|i{1,3}|0?[1-4]|mot|hai|ba|bon|tu|nhat|nhi)\b"
    r"|\b(?:\d{1,2}|ba|sau|chin)[\s|]*thang\b(?=[\s|]*(?:dau\b|cuoi\b|nam\b|/|\d{4}|$))"
    r"|\bthang[\s|]*\d{1,2}[\s|]*(?:den|toi|va|[-–—,+&])[\s|]*(?:het[\s|]*)?(?:thang[\s|]*)?\d{1,2}(?![\d/])\b"
    r"|\bca nam\b|\bnua (?:dau|cuoi) nam\b"
)
_DATE = re.compile(
    r"(?:(?:^|\|)\s*|\b(?:ky|thang|bao cao)\b[\s:|]*)\d{1,2}[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?!\d)"
)
_WITH_YEAR = (
    re.compile(rf"{_THE_MONTH}{_GAP}(?:(?:cua|trong)\s+)?(?:nam\b)?{_OPEN}(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"\bt\.?\s*(?P<month>\d{1,2})\s*(?:[/.-]|nam\b|\s)\s*(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(
        r"(?<![\w/.-])(?P<month>0?[1-9]|1[0-2])\s*[/.-]\s*(?P<year>(?:19|20)\d\d)(?![\d/]|-[a-z])"
        r"|(?<![\w/.-])(?P<year_first>20\d\d)[/.-](?P<month_last>0?[1-9]|1[0-2])(?![\d/.-])"
    ),
)
_WITHOUT_YEAR = (
    re.compile(r"(?<!hang )(?<!moi )\b(?:thang|thang bao cao)[\s:.(|]*(?P<month>\d{1,2})(?!\d)"),
    re.compile(rf"\bthang\s+(?P<month>{'|'.join(_WORDS)})\s*(?=$|[|,.;:()–—-])"),
    re.compile(r"\bt(?P<month>0?[1-9]|1[0-2])\b"),
)


@dataclass(frozen=True)
class Named:
    """A month that a text names, and where in it. ``number`` 0: what it names is no single month."""

    at: int
    number: int
    year: int | None = None


def months_in(folded: str) -> list[Named]:
    """All months that the folded text names, and what it names instead of one."""
    text = _Text(folded)
    found = [_span(one) for one in text.take(_FROM_TO)]
    documents = list(text.take(_DOCUMENT))
    list(text.take(_LETTER))
    found += [Named(one.start(), 0) for one in text.take(_NO_MONTH)]
    dates = list(text.take(_DATE))
    if not documents:
        found += [Named(one.start("month"), int(one["month"]), int(one["year"])) for one in dates]
    for pattern in _WITH_YEAR:
        for one in text.take(pattern):
            parts = one.groupdict()
            month, year = parts["month"] or parts["month_last"], parts["year"] or parts["year_first"]
            found.append(Named(one.start(), _number(month), int(year)))
    for pattern in _WITHOUT_YEAR:
        found += [Named(one.start(), _number(one["month"])) for one in text.take(pattern)]
    return sorted(found, key=lambda one: one.at)


class _Text:
    """A text of which each part is read once: what a pattern has taken, no later one sees."""

    def __init__(self, text: str) -> None:
        self.left = text

    def take(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        found = list(pattern.finditer(self.left))
        self.left = pattern.sub(lambda one: "#" * len(one[0]), self.left)
        return iter(found)


def _span(found: re.Match[str]) -> Named:
    """From the first to the last day: one month, or none."""
    first, last = int(found["month1"]), int(found["month2"])
    years = {int(year) for year in (found["year1"], found["year2"]) if year}
    if first != last or len(years) > 1:
        return Named(found.start(), 0)
    return Named(found.start(), first, years.pop() if years else None)


def _number(written: str) -> int:
    """``99`` for what is no month: it is told as such, not taken for a span."""
    if written.isdigit():
        return int(written) or 99
    if written in _ROMAN:
        return _ROMAN.index(written) + 1
    return 5 if written == "nam" else _WORDS[written]
