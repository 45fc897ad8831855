"""The month of a form: chosen, in titles, in the names of sheet and file, in the stamp. All that speak must agree."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter

from data.figures.typed import fold
from data.imports.header import Header
from data.imports.naming import CELL, Named, months_in
from data.imports.problems import ImportProblem, problem
from scoring.messages import Message, _
from scoring.period import Month, parse_month

# Not a whole date: neither 2022-07-05 nor 05.07.2022 names a month's report.
_IN_NAME = (
    # As the product names its forms: years inside the id of a table or a unit say nothing.
    re.compile(r"^so-lieu_.*_(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])(?: ?\(\d+\))?$"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)[-_. ](?P<month>0?[1-9]|1[0-2])(?!\d)(?![-_. ]\d{1,2}(?!\d))"),
    re.compile(r"(?<!\d)(?<!\d[-_. ])(?P<month>0?[1-9]|1[0-2])[-_. ](?P<year>20\d\d)(?!\d)"),
    re.compile(r"thang[-_. ]*(?P<month>\d{1,2})[-_. ]*(?:nam)?[-_. ]*(?P<year>20\d\d)(?!\d)"),
)


@dataclass(frozen=True)
class Said:
    """One source that names a month, in words for the reader, and the place where it stands in the file.

    ``year`` ``None``: it names the month alone ("Tháng 7"), which must be that of the others.
    """

    number: int
    year: int | None
    source: Message
    sheet: str = ""
    row: int | None = None
    column: int | None = None
    text: str = ""


def month_of(
    chosen: Month | None, header: Header, file_name: str, stamp: str | None
) -> tuple[Month | None, list[ImportProblem]]:
    """The month that all sources agree on, or the problems: none says it, or they differ (all are shown)."""
    problems: list[ImportProblem] = []
    in_file = [
        *_titles(header, problems),
        *_sheet_name(header, problems),
        *_file_name(file_name, problems),
        *_stamped(stamp),
    ]
    said = list(in_file)
    if chosen is not None:
        words = Message(_("chosen: {month}"), {"month": written(chosen)})
        said.insert(0, Said(chosen.number, chosen.year, words))
    if _differ(said):
        at = next((one for one in in_file if _differ([said[0], one])), said[-1])
        place = {"sheet": at.sheet, "row": at.row, "column": at.column, "text": at.text}
        found = problem("I121", **place, sources=tuple(one.source for one in said))  # type: ignore[arg-type]
        return None, [*problems, found if chosen is None else _of_another_month(found, chosen, in_file)]
    month = next((Month(one.year, one.number) for one in said if one.year is not None), None)
    if month is None:
        return None, problems or [problem("I120")]
    if not in_file and not problems:
        problems.append(problem("I123", month=written(month)))
    return month, problems


def _of_another_month(found: ImportProblem, chosen: Month, in_file: list[Said]) -> ImportProblem:
    """A whole file of one other month is told as that, with the month to change to; otherwise ``found`` as it is."""
    if _differ(in_file):
        return found
    year = next((one.year for one in in_file if one.year is not None), chosen.year)
    form = Month(year, in_file[0].number)
    values = {"form": written(form), "chosen": written(chosen), "sources": found.message.values["sources"]}
    said = Message(_("This is the form of {form}, but {chosen} is chosen ({sources})."), values)
    cure = Message(_("Change to {form} if these are its figures; otherwise take the form of {chosen}."), values)
    return replace(found, message=said, remedy=cure, other_month=form)


def written(month: Month) -> str:
    """``6/2022``."""
    return f"{month.number}/{month.year}"


def _differ(said: list[Said]) -> bool:
    """True when the sources cannot all mean one month."""
    return len({one.number for one in said}) > 1 or len({one.year for one in said if one.year is not None}) > 1


def _titles(header: Header, problems: list[ImportProblem]) -> list[Said]:
    """The months named above the heading. A row is read as one text: a title may be spread over its cells."""
    sheet = header.sheet
    said: list[Said] = []
    for row in (row for row in sorted(sheet.rows) if row < header.top):
        columns = sorted(sheet.rows[row])
        texts = [fold(sheet.rows[row][column].given.text) for column in columns]
        starts = [sum(len(text) + len(CELL) for text in texts[:place]) for place in range(len(texts))]
        for named in months_in(CELL.join(texts)):
            column = columns[max(0, bisect_right(starts, _first_letter(CELL.join(texts), named.at)) - 1)]
            place = {"sheet": sheet.name, "row": row, "column": column, "text": sheet.rows[row][column].given.text}
            if _is_month(named, problems, **place):
                cell = f"{get_column_letter(column)}{row}"
                words = {"sheet": sheet.name, "cell": cell, "month": _written(named)}
                source = Message(_("title ({sheet}, cell {cell}): {month}"), words)
                said.append(Said(named.number, named.year, source, **place))  # type: ignore[arg-type]
    return said


def _first_letter(text: str, at: int) -> int:
    """Past the mark between two cells, when a pattern has begun with it."""
    return at + len(text[at:]) - len(text[at:].lstrip(" |"))


def _sheet_name(header: Header, problems: list[ImportProblem]) -> list[Said]:
    name = header.sheet.name
    return [
        Said(
            named.number,
            named.year,
            Message(_("name of the sheet “{sheet}”: {month}"), {"sheet": name, "month": _written(named)}),
            sheet=name,
            text=name,
        )
        for named in months_in(fold(name).replace("_", " "))
        if _is_month(named, problems, sheet=name, text=name)
    ]


def _file_name(file_name: str, problems: list[ImportProblem]) -> list[Said]:
    folded = fold(file_name.rpartition(".")[0] or file_name)
    for pattern in _IN_NAME:
        found = pattern.search(folded)
        if found and 1 <= int(found["month"]) <= 12:
            return [_in_file_name(Named(0, int(found["month"]), int(found["year"])))]
    named = months_in(re.sub(r"[-_]+", " ", folded))
    return [_in_file_name(one) for one in named if _is_month(one, problems, text=file_name)]


def _in_file_name(named: Named) -> Said:
    return Said(named.number, named.year, Message(_("file name: {month}"), {"month": _written(named)}))


def _is_month(named: Named, problems: list[ImportProblem], **place: object) -> bool:
    """True for a month of the calendar; otherwise the problem is noted."""
    try:
        Month(named.year or 2022, named.number)
    except ValueError:
        problems.append(problem("I122" if named.number else "I129", **place))  # type: ignore[arg-type]
        return False
    return True


def _written(named: Named) -> str:
    """``7/…`` where the year is left out."""
    return f"{named.number}/{named.year or '…'}"


def _stamped(stamp: str | None) -> list[Said]:
    try:
        month = parse_month(stamp or "")
    except ValueError:
        return []
    source = Message(_("form made for: {month}"), {"month": written(month)})
    return [Said(month.number, month.year, source)]
