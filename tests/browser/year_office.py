"""Stores of one month and of a full year for the pages that show months: the demo's figures, carried on to December."""

from dataclasses import fields
from pathlib import Path

from data.accounts.person import LOCAL
from data.figures.observation import NewFigure
from data.figures.reading import in_force
from data.figures.writing import append
from data.scores.year import UnitYear, score_year
from data.store.opening import Store
from data.units.known import find_table
from scoring.period import Month
from tests.browser.demo_office import PLAN, TEMPLATE, UNIT
from tests.made_once import demo_year

SILENT = 9  # September is not reported
DECEMBER = Month(2022, 12)


def build_year(folder: Path) -> dict[str, UnitYear]:
    """The demo's months to May, then June to December like those, without September; the years of both tables."""
    store = demo_year(folder)
    there = in_force(store, LOCAL, UNIT, 2022)
    often = {code for code in {o.indicator for o in there} if sum(o.indicator == code for o in there) > 3}
    names = [one.name for one in fields(NewFigure)]
    with store.writing() as cursor:
        cursor.execute("DELETE FROM observation WHERE month > 5")
        for number in range(6, 13):
            like = [o for o in there if o.indicator in often and o.month.number == (number - 1) % 4 + 1]
            again = [NewFigure(**{name: getattr(one, name) for name in names}) for one in like]
            if number != SILENT:
                append(cursor, LOCAL, UNIT, Month(2022, number), again, demo=True)
    return _closed(store, DECEMBER)


def build_month(folder: Path) -> dict[str, UnitYear]:
    """Only the demo's January."""
    store = demo_year(folder)
    with store.writing() as cursor:
        cursor.execute("DELETE FROM observation WHERE month > 1")
    return _closed(store, Month(2022, 1))


def _closed(store: Store, month: Month) -> dict[str, UnitYear]:
    found = {name: score_year(store, LOCAL, find_table(store, name), UNIT, month) for name in (PLAN, TEMPLATE)}
    store.close()
    return found
