"""The working-day calendar of Viet Nam, from the library ``holidays`` and from what it lacks (``working_days.yaml``).

The library is imported when a table first asks for working days, never before: it costs a quarter of a second.
"""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from data.criteria.yaml_text import read_yaml
from scoring.working_days import WorkingDays

FIRST_YEAR, LAST_YEAR = 1995, 2100  # of the Labour Code's days off in the library, and of its lunar calendar
_MOVED = Path(__file__).with_name("working_days.yaml")


def calendar_around(day: date) -> WorkingDays:
    """The calendar of the day's year, the year before and the year after; empty outside 1995 to 2100."""
    return _calendar(max(day.year - 1, FIRST_YEAR), min(day.year + 1, LAST_YEAR))


@cache
def _calendar(first: int, last: int) -> WorkingDays:
    from holidays import country_holidays

    official, off, worked = _moved()
    # A year more on either side: a day off of January may be made up for in December.
    known = country_holidays("VN", years=range(first - 1, last + 2))
    off, worked = off | set(known), worked | known.weekend_workdays
    start, end = date(first, 1, 1), date(last, 12, 31)
    every = (start + timedelta(number) for number in range((end - start).days + 1))
    working = tuple(day.toordinal() for day in every if day in worked or (day.weekday() < 5 and day not in off))
    sure_from, sure_to = date(official[0], 1, 1).toordinal(), date(official[1], 12, 31).toordinal()
    return WorkingDays(start.toordinal(), end.toordinal(), working, sure_from, sure_to)


@cache
def _moved() -> tuple[tuple[int, int], set[date], set[date]]:
    """First and last year whose official days off are known; days that were made days off, and days worked for them."""
    content = read_yaml(_MOVED.read_text(encoding="utf-8")).content
    if not isinstance(content, dict) or not isinstance(content["official"], dict):
        raise TypeError(_MOVED)
    years = (int(str(content["official"]["from"])), int(str(content["official"]["to"])))
    moved = [one for one in content["moved"] or () if isinstance(one, dict)]
    off, worked = ({date.fromisoformat(str(one[key])) for one in moved} for key in ("off", "worked"))
    return years, off, worked
