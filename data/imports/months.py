"""The month of a form: chosen, in the title, in the file name, in the stamp. All that speak must agree."""

import re
from dataclasses import dataclass

from data.figures.typed import fold
from data.imports.header import Header
from data.imports.problems import ImportProblem, problem
from scoring.messages import Message, _
from scoring.period import Month, parse_month

# Folded: "bieu so lieu thang 6 nam 2022", "thang 06/2022". Not the day of a letter ("ngay 05 thang 7 nam 2022") and
# not a span ("6 thang dau nam 2022"): there the number stands before the word.
_IN_TITLE = re.compile(r"(ngay\s*\d{1,2}\s*)?\bthang\s*(\d{1,2})\s*(?:nam|[/\-.,])?\s*((?:19|20)\d\d)\b")
# Not a whole date: neither 2022-07-05 nor 05.07.2022 names a month's report.
_IN_NAME = (
    re.compile(r"(?<!\d)(?P<year>20\d\d)[-_. ](?P<month>0?[1-9]|1[0-2])(?!\d)(?![-_. ]\d{1,2}(?!\d))"),
    re.compile(r"(?<!\d)(?<!\d[-_. ])(?P<month>0?[1-9]|1[0-2])[-_. ](?P<year>20\d\d)(?!\d)"),
    re.compile(r"thang[-_. ]*(?P<month>\d{1,2})[-_. ]*(?:nam)?[-_. ]*(?P<year>20\d\d)(?!\d)"),
)


@dataclass(frozen=True)
class Said:
    """One source that names a month, in words for the reader."""

    month: Month
    source: Message


def month_of(
    chosen: Month | None, header: Header, file_name: str, stamp: str | None
) -> tuple[Month | None, list[ImportProblem]]:
    """The month that all sources agree on, or the problems: none says it, or they differ (all are shown)."""
    titled, problems = _titles(header)
    said = [*titled, *_named(file_name), *_stamped(stamp)]
    if chosen is not None:
        said.insert(0, Said(chosen, Message(_("chosen: {month}"), {"month": written(chosen)})))
    months = {one.month for one in said}
    if len(months) > 1:
        return None, [*problems, problem("I121", sources=tuple(one.source for one in said))]
    if not months:
        return None, problems or [problem("I120")]
    month = months.pop()
    if len(said) == 1 and chosen is not None and not problems:
        problems.append(problem("I123", month=written(month)))
    return month, problems


def written(month: Month) -> str:
    """``6/2022``."""
    return f"{month.number}/{month.year}"


def _titles(header: Header) -> tuple[list[Said], list[ImportProblem]]:
    """The months named above the heading."""
    sheet = header.sheet
    said: list[Said] = []
    problems: list[ImportProblem] = []
    for row in (row for row in sorted(sheet.rows) if row < header.top):
        for column, cell in sheet.rows[row].items():
            for day, number, year in _IN_TITLE.findall(fold(cell.given.text)):
                if day:
                    continue
                try:
                    month = Month(int(year), int(number))
                except ValueError:
                    text = cell.given.text
                    problems.append(problem("I122", sheet=sheet.name, row=row, column=column, text=text))
                    continue
                place = f"{sheet.name}, {row}"
                said.append(
                    Said(month, Message(_("title (row {place}): {month}"), {"place": place, "month": written(month)}))
                )
    return said, problems


def _named(file_name: str) -> list[Said]:
    folded = fold(file_name.rpartition(".")[0] or file_name)
    for pattern in _IN_NAME:
        found = pattern.search(folded)
        if found and 1 <= int(found["month"]) <= 12:
            month = Month(int(found["year"]), int(found["month"]))
            return [Said(month, Message(_("file name: {month}"), {"month": written(month)}))]
    return []


def _stamped(stamp: str | None) -> list[Said]:
    try:
        month = parse_month(stamp or "")
    except ValueError:
        return []
    return [Said(month, Message(_("form made for: {month}"), {"month": written(month)}))]
