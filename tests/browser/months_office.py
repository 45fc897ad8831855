"""A store with one month of figures, or with a full year of them, typed for the department of the plan."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from data.accounts.person import LOCAL
from data.figures.observation import NewFigure
from data.figures.reporting import due_in
from data.figures.writing import enter_figures
from data.store.opening import open_store
from data.units.known import find_table
from scoring.indicator import Indicator, Measure
from scoring.period import Month
from tests.browser.demo_office import PLAN, UNIT

YEAR = 2022


def build_months(folder: Path, numbers: Iterable[int]) -> None:
    """Everything that the plan asks of each of these months; what comes once a year stays open."""
    store = open_store(folder)
    table = find_table(store, PLAN)
    for number in numbers:
        month = Month(YEAR, number)
        figures = [(figure_of(one, number), None) for one in due_in(table, month)]
        enter_figures(store, LOCAL, UNIT, month, figures)
    store.close()


def figure_of(indicator: Indicator, number: int) -> NewFigure:
    """A plausible figure of the month."""
    if indicator.measure is Measure.RATIO:
        return NewFigure(indicator.code, numerator=Fraction(80 + number), denominator=Fraction(100))
    whole = Fraction(number % 2) if indicator.measure is Measure.YES_NO else Fraction(number)
    return NewFigure(indicator.code, value=whole)
