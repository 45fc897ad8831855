"""Which months can be looked at with a table, and which one first."""

from collections.abc import Sequence
from datetime import date

from scoring.period import Month
from scoring.table import Table


def offered_months(with_figures: Sequence[Month], table: Table, today: date) -> list[Month]:
    """The months to choose from, the one to look at first at the head.

    First those with figures, newest first; then the other months of the same years, of the table's years of validity
    and, for a table without an end, of this year until ``today``: those after the newest figure first, in order.
    Months outside the table's validity are left out.
    """
    valid = [month for month in sorted(set(with_figures)) if table.holds_in(month)]
    known = set(valid)
    years = {month.year for month in valid} | _years_of(table, today)
    others = [
        month
        for year in sorted(years)
        for month in (Month(year, number) for number in range(1, 13))
        if month not in known and table.holds_in(month)
    ]
    if not valid:
        return others
    newest = valid[-1]
    return [*reversed(valid), *(m for m in others if m > newest), *(m for m in others if m < newest)]


def _years_of(table: Table, today: date) -> set[int]:
    first = table.valid_from.year if table.valid_from else today.year
    last = table.valid_to.year if table.valid_to else max(first, today.year)
    return set(range(max(first, 2000), min(last, 2100) + 1))
