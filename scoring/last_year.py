"""The figure of the year before, as the year's own is formed; what is missing of it is asked for as last year's."""

from dataclasses import replace

from scoring.indicator import Formation, Indicator
from scoring.quantity import Quantity, State
from scoring.year import Months, months_owed, year_figure

WHOLE = 12


def figure_of_last_year(indicator: Indicator, before: Months, month: int) -> Quantity:
    """The figure of the year before as of ``month``, from that year's months ``before``; never zero for want of it.

    The months still owed are ``missing_before``: they are none of this year's, and nobody is asked for those.
    """
    found = year_figure(indicator, before, month)
    if found.state is not State.MISSING:
        return found
    owed = found.missing_months or asked_of_last_year(indicator, month)
    return replace(found, missing_months=(), missing_before=owed)


def asked_of_last_year(indicator: Indicator, month: int) -> tuple[int, ...]:
    """The months of the year before that make it up as of ``month``; what comes once is asked for with December."""
    if indicator.formation is Formation.ONCE:
        return (WHOLE,)
    return months_owed(indicator, month) or (month,)
