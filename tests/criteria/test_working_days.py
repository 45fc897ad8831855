"""The working-day calendar: days off as announced, working Saturdays, its ends; and that nothing else pays for it."""

import subprocess
import sys
from datetime import date, timedelta
from importlib.metadata import version

import pytest

from data.criteria.check import check
from data.criteria.working_days import calendar_around
from scoring.working_days import WorkingDays

# As the ministry announced them for each year: first and last day off (weekends included), and the Saturdays worked for
# them. A year that is not checked here is not called official in data/criteria/working_days.yaml.
TET = [
    ((2019, 2, 2), (2019, 2, 10)),
    ((2020, 1, 23), (2020, 1, 29)),
    ((2021, 2, 10), (2021, 2, 16)),
    ((2022, 1, 29), (2022, 2, 6)),
    ((2023, 1, 20), (2023, 1, 26)),
    ((2024, 2, 8), (2024, 2, 14)),
    ((2025, 1, 25), (2025, 2, 2)),
    ((2026, 2, 14), (2026, 2, 22)),
]
OTHERS = [
    ((2019, 4, 27), (2019, 5, 1)), ((2021, 9, 2), (2021, 9, 5)), ((2022, 4, 9), (2022, 4, 11)),
    ((2022, 4, 30), (2022, 5, 3)), ((2022, 9, 1), (2022, 9, 4)), ((2023, 4, 29), (2023, 5, 3)),
    ((2023, 9, 1), (2023, 9, 4)), ((2024, 4, 27), (2024, 5, 1)), ((2024, 8, 31), (2024, 9, 3)),
    ((2025, 4, 30), (2025, 5, 4)), ((2025, 8, 30), (2025, 9, 2)), ((2026, 1, 1), (2026, 1, 4)),
    ((2026, 8, 29), (2026, 9, 2)),
]  # fmt: skip
WORKED = [(2019, 1, 5), (2019, 5, 4), (2024, 5, 4), (2025, 4, 26), (2026, 1, 10), (2026, 8, 22)]


def works(day: date) -> bool:
    calendar = calendar_around(day)
    return day.toordinal() in calendar.working


@pytest.mark.parametrize(("first", "last"), [*TET, *OTHERS])
def test_the_days_off_are_those_that_were_announced(first: tuple[int, ...], last: tuple[int, ...]) -> None:
    start, end = date(*first), date(*last)
    days = [start + timedelta(number) for number in range((end - start).days + 1)]
    assert [day for day in days if works(day)] == []
    before, after = start - timedelta(1), end + timedelta(1)
    assert works(before) or before.weekday() > 4
    assert works(after) or after.weekday() > 4


@pytest.mark.parametrize("saturday", WORKED)
def test_saturdays_are_worked_for_days_off(saturday: tuple[int, ...]) -> None:
    assert date(*saturday).weekday() == 5 and works(date(*saturday))


def test_the_library_is_the_one_whose_days_were_compared() -> None:
    """A newer one may have days that working_days.yaml adds, or more years: compare, then write its number here."""
    assert version("holidays") == "0.109"


def test_a_day_off_counts_as_the_next_working_day_on_either_side() -> None:
    friday, saturday, wednesday, thursday = (date(2022, *day) for day in ((4, 29), (4, 30), (5, 4), (5, 5)))
    calendar = calendar_around(friday)

    def between(start: date, end: date) -> int | None:
        return calendar.between(start.toordinal(), end.toordinal())

    assert between(friday, friday) == 0
    assert between(friday, saturday) == between(friday, wednesday) == 1
    assert between(saturday, wednesday) == 0  # a deadline on a day off lasts until the next working day
    assert between(saturday, thursday) == 1
    assert between(thursday, friday) == -2
    for start in (friday, saturday, thursday):
        for count in range(-300, 300):
            day = calendar.day_at(start.toordinal(), count)
            if day is not None:
                assert day in calendar.working and between(start, date.fromordinal(day)) == count


def test_nothing_is_known_outside_the_calendar() -> None:
    calendar = calendar_around(date(2022, 6, 1))
    first, last = date(2021, 1, 1).toordinal(), date(2023, 12, 31).toordinal()
    assert (calendar.first, calendar.last) == (first, last)
    inside = date(2022, 6, 1).toordinal()
    assert calendar.between(inside, first - 1) is calendar.between(last + 1, inside) is None
    assert calendar.between(inside, first) is not None and calendar.between(inside, last) is not None
    assert calendar.day_at(inside, 10_000) is calendar.day_at(inside, -10_000) is calendar.day_at(first - 1, 0) is None
    assert "working" not in repr(WorkingDays(1, 2, (1, 2), 1, 2)).replace("WorkingDays", "")


@pytest.mark.parametrize("year", [1950, 1993, 2101, 2150])
def test_years_without_a_calendar_are_empty(year: int) -> None:
    assert not calendar_around(date(year, 6, 1)).holds(date(year, 6, 1).toordinal())


TABLE = """id: x
edition: "1"
kind: points
status: excerpt
title: x
indicators:
  A: {{title: Ngày gửi, measure: date, year: once, deadline: {deadline}, days: {days}}}
tree:
  - {{id: "1", title: M, max: 1, input: A, rule: {{kind: deduction, each: 0.1}}, reference: {{place: M, quote: M}}}}
"""


@pytest.mark.parametrize(
    ("deadline", "days", "codes"),
    [
        ("2026-12-31", "working", []),
        ("2027-01-04", "working", ["C161"]),
        ("2018-12-28", "working", ["C161"]),
        ("2027-01-04", "calendar", []),
        ("2022-01-31", "working", ["C192"]),  # the last day of the lunar year: until 07/02
        ("2022-01-31", "calendar", []),
    ],
)
def test_a_day_off_and_a_year_without_announced_days_off_are_warnings(
    deadline: str, days: str, codes: list[str]
) -> None:
    found = check(TABLE.format(deadline=deadline, days=days))
    assert [problem.code for problem in found.problems] == codes
    assert found.table is not None
    places = {(problem.severity, problem.place) for problem in found.problems}
    assert places <= {("warning", "7: indicators.A.deadline")}


def test_the_library_is_imported_only_where_a_table_counts_working_days() -> None:
    code = (
        "import sys\nfrom data.criteria.folder import SHIPPED, load_folders\nfrom data.criteria.check import check\n"
        "load_folders([SHIPPED])\nassert 'holidays' not in sys.modules\n"
        f"check({TABLE.format(deadline='2022-03-31', days='working')!r})\nassert 'holidays' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
