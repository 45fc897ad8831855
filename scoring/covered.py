"""How many months or quarters have something: "mỗi quý 1 lần" is four quarters, not four times in one of them."""

from fractions import Fraction

from scoring.indicator import Indicator
from scoring.interval import Interval, point
from scoring.quantity import Quantity, State
from scoring.year import Months

YEAR = 12


def periods_covered(indicator: Indicator, months: Months, month: int, length: int) -> Quantity:
    """The number of periods of ``length`` months (1 or 3) up to ``month`` in which some report says yes or is positive.

    Missing while a report is owed that could still cover a period: then it lies between the periods that are covered
    and those together with the ones that still can be. A month that does not apply covers nothing and owes nothing.
    ``most`` is what the year can still come to with the months that are not over.
    """
    come = {at: figure for at, figure in sorted(months.items()) if at <= month}
    covered = {_period(at, length) for at, one in come.items() if one.state is State.MEASURED and (one.value or 0) > 0}
    due = range(indicator.every, YEAR + 1, indicator.every)
    owed = tuple(at for at in due if at <= month and at not in come and _period(at, length) not in covered)
    can_be = covered | {_period(at, length) for at in owed}
    to_come = can_be | {_period(at, length) for at in due if at > month}
    states = {one.state for one in come.values()}
    if come and not owed and State.MEASURED not in states:
        return Quantity(State.NOT_APPLICABLE if states == {State.NOT_APPLICABLE} else State.NOTHING_AROSE)
    x = Fraction(len(covered))
    if come and not owed:
        return Quantity(State.MEASURED, x, bounds=point(x), months=tuple(come), most=Fraction(len(to_come)))
    high = can_be if come or owed else to_come
    return Quantity(
        State.MISSING,
        bounds=Interval(x, Fraction(len(high))),
        partial=x if come else None,
        missing_months=owed,
        months=tuple(come),
    )


def _period(month: int, length: int) -> int:
    return (month - 1) // length
