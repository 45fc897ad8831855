"""Figures of the year before that a table reads: for which months one is entered, if the table held or not."""

from dataclasses import replace

from scoring.indicator import Indicator
from scoring.last_year import WHOLE, asked_of_last_year
from scoring.period import Month
from scoring.readings import key_of
from scoring.table import Table


def months_to_enter(table: Table, indicator: Indicator, month: Month) -> tuple[Month, ...]:
    """``month`` itself, then those of the year before from which readings of ``indicator`` in ``table`` are formed."""
    asked: set[int] = set()
    for name, as_of in (("last_year", WHOLE), ("last_year_so_far", month.number)):
        if key_of(name, indicator.code) in table.readings:
            asked.update(asked_of_last_year(indicator, as_of))
    past = month.year - 1
    return (month, *(Month(past, number) for number in sorted(asked)))


def entered_in(table: Table, indicator: Indicator, month: Month) -> Indicator:
    """``indicator`` as it is entered for ``month``: what is formed from rows is typed where the table did not hold yet.

    No form of that table could take the rows of such a month, and what the year is compared with would stay missing.
    """
    return indicator if table.holds_in(month) else replace(indicator, rows=None)
