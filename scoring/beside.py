"""A unit beside the others of its bloc: the largest figure among them, and the place of its own.

Both are known only when every unit's figure is. A unit to which the figure does not apply, or for which nothing arose,
has no figure to be compared with, and nobody waits for it. A unit of whose bloc nobody else is known is not the best of
it: nothing is known.
"""

from collections.abc import Mapping
from fractions import Fraction

from scoring.indicator import Indicator
from scoring.interval import Interval, point
from scoring.quantity import Quantity, State
from scoring.year import Months, year_figure


def best_of_bloc(indicator: Indicator, own: Months, others: Mapping[str, Months], month: int) -> Quantity:
    """The largest x of the bloc as of ``month``; while one is missing, at least the largest that is known."""
    mine, theirs = _formed(indicator, own, others, month)
    if not others:
        return _waiting(mine, theirs, Interval(mine.bounds.low, None), mine.x)
    every = [mine, *theirs.values()]
    known = [one.x for one in every if one.x is not None]
    best = max(known, default=None)
    if any(one.state is State.MISSING for one in every):
        return _waiting(mine, theirs, _largest(every), best)
    if best is None:
        return Quantity(_without_figure(every))
    return Quantity(State.MEASURED, best, bounds=point(best))


def rank_in_bloc(indicator: Indicator, own: Months, others: Mapping[str, Months], month: int) -> Quantity:
    """1 for the largest x of the bloc; equal ones share the rank and the next is skipped. Without an own x: no rank."""
    mine, theirs = _formed(indicator, own, others, month)
    if mine.state in (State.NOTHING_AROSE, State.NOT_APPLICABLE):
        return Quantity(mine.state, months=mine.months)
    if not others:
        return _waiting(mine, theirs, Interval(Fraction(1), None), None)
    compared = [one for one in theirs.values() if one.state in (State.MEASURED, State.MISSING)]
    first = Fraction(1 + sum(_surely_before(one, mine) for one in compared))
    last = Fraction(1 + sum(_maybe_before(one, mine) for one in compared))
    if State.MISSING in {mine.state, *(one.state for one in compared)}:
        return _waiting(mine, theirs, Interval(first, last), None)
    return Quantity(State.MEASURED, first, bounds=point(first), months=mine.months)


def _formed(
    indicator: Indicator, own: Months, others: Mapping[str, Months], month: int
) -> tuple[Quantity, dict[str, Quantity]]:
    theirs = {unit: year_figure(indicator, months, month) for unit, months in others.items()}
    return year_figure(indicator, own, month), theirs


def _waiting(mine: Quantity, theirs: Mapping[str, Quantity], bounds: Interval, partial: Fraction | None) -> Quantity:
    return Quantity(
        State.MISSING,
        bounds=bounds,
        partial=partial,
        missing_months=mine.missing_months,
        months=mine.months,
        missing_units=tuple(unit for unit, one in theirs.items() if one.state is State.MISSING),
    )


def _largest(figures: list[Quantity]) -> Interval:
    """Where the largest lies: no lower than any figure's least, no higher than all figures' most."""
    ends = [one.bounds for one in figures if one.state in (State.MEASURED, State.MISSING)]
    lows = [one.low for one in ends if one.low is not None]
    highs = [one.high for one in ends if one.high is not None]
    return Interval(max(lows, default=None), max(highs) if len(highs) == len(ends) else None)


def _without_figure(figures: list[Quantity]) -> State:
    alike = all(one.state is State.NOT_APPLICABLE for one in figures)
    return State.NOT_APPLICABLE if alike else State.NOTHING_AROSE


def _surely_before(one: Quantity, mine: Quantity) -> bool:
    return one.bounds.low is not None and mine.bounds.high is not None and one.bounds.low > mine.bounds.high


def _maybe_before(one: Quantity, mine: Quantity) -> bool:
    return one.bounds.high is None or mine.bounds.low is None or one.bounds.high > mine.bounds.low
