"""The year's figure of an indicator, as of a month, from the figures of its months.

Figures of January up to the month asked for count. A month that is owed and has not come makes the year's figure
missing: it is shown with what did come, and it is never taken for zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.exact import total_of
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import Interval, point
from scoring.quantity import Quantity, State

ZERO = Fraction(0)


@dataclass(frozen=True)
class Figure:
    """One month's figure as stored: exact decimals, per cent in points, a date as its ordinal, yes as 1."""

    state: State
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    value: Fraction | None = None


Months = Mapping[int, Figure]  # what came, by number of the month


def months_owed(indicator: Indicator, month: int) -> tuple[int, ...]:
    """The months up to ``month`` (1-12) for which a report is due. A figure given once a year never is."""
    if indicator.formation is Formation.ONCE:
        return ()
    due = tuple(range(indicator.every, month + 1, indicator.every))
    if indicator.formation in (Formation.LATEST, Formation.CUMULATIVE):
        return due[-1:]
    return due


def year_figure(indicator: Indicator, months: Months, month: int) -> Quantity:
    """The exact year-to-date figure as of ``month`` (1-12) from ``months`` (later months are ignored)."""
    come = {at: figure for at, figure in sorted(months.items()) if at <= month}
    missing = _missing(indicator, come, month)
    used = _used(indicator, come, month)
    quantity = _formed(indicator, used, month)
    if not missing and used:
        found = quantity
        return Quantity(found.state, found.x, found.numerator, found.denominator, found.bounds, months=tuple(used))
    return Quantity(
        State.MISSING,
        numerator=quantity.numerator,
        denominator=quantity.denominator,
        bounds=_vouched(indicator, used, month, missing),
        partial=quantity.x,
        missing_months=missing,
        months=tuple(used),
    )


def _missing(indicator: Indicator, come: Months, month: int) -> tuple[int, ...]:
    owed = months_owed(indicator, month)
    if indicator.formation in (Formation.LATEST, Formation.CUMULATIVE) and owed:
        # A figure of a later month than the last one owed is newer still.
        return () if any(at >= owed[0] for at in come) else owed
    return tuple(at for at in owed if at not in come)


def _used(indicator: Indicator, come: Months, month: int) -> dict[int, Figure]:
    if indicator.formation in (Formation.LATEST, Formation.CUMULATIVE, Formation.ONCE) and come:
        last = max(come)
        return {last: come[last]}
    if indicator.formation is Formation.MONTHS_COVERED:
        # A report more than was due must not cover a period twice.
        return {at: come[at] for at in months_owed(indicator, month) if at in come}
    return dict(come)


def _formed(indicator: Indicator, used: Months, month: int) -> Quantity:
    if not used:
        return Quantity(State.MISSING)
    states = {figure.state for figure in used.values()}
    measured = [figure for figure in used.values() if figure.state is State.MEASURED]
    if not measured:
        return Quantity(State.NOT_APPLICABLE if states == {State.NOT_APPLICABLE} else State.NOTHING_AROSE)
    if indicator.measure is Measure.DATE and any(_x(indicator, figure) is None for figure in measured):
        return Quantity(State.MISSING)  # a day whose working days nobody knows: never guessed
    if indicator.formation is Formation.MONTHS_COVERED:
        yes, whole = _covered(indicator, used, month)
        return _ratio(Fraction(yes), Fraction(whole))
    if indicator.formation is Formation.MEAN_OF_MONTHS:
        values = [x for x in (_x(indicator, figure) for figure in measured) if x is not None]
        return _known(total_of(values) / len(values)) if values else Quantity(State.NOTHING_AROSE)
    if any(figure.denominator is not None for figure in measured):
        return _ratio(
            total_of(figure.numerator or ZERO for figure in measured),
            total_of(figure.denominator or ZERO for figure in measured),
        )
    if indicator.formation is Formation.SUM and indicator.measure in (Measure.COUNT, Measure.NUMBER):
        return _known(total_of(figure.value or ZERO for figure in measured))
    x = _x(indicator, measured[-1])
    return _known(x) if x is not None else Quantity(State.NOTHING_AROSE)


def _covered(indicator: Indicator, used: Months, month: int) -> tuple[int, int]:
    """Periods that say yes, and all that count: one that does not apply, or in which nothing arose, is no no."""
    yes = sum(1 for figure in used.values() if figure.state is State.MEASURED and figure.value)
    excused = sum(1 for figure in used.values() if figure.state in (State.NOT_APPLICABLE, State.NOTHING_AROSE))
    return yes, len(months_owed(indicator, month)) - excused


def _x(indicator: Indicator, figure: Figure) -> Fraction | None:
    """One figure as x: shares as shares, dates as days after the deadline.

    ``None`` for an empty denominator, and for a day outside the calendar of working days.
    """
    if figure.denominator is not None:
        return figure.numerator / figure.denominator if figure.numerator is not None and figure.denominator else None
    if figure.value is None:
        return None
    if indicator.measure in (Measure.PERCENT, Measure.RATIO):
        return figure.value / 100
    if indicator.measure is Measure.DATE and indicator.deadline is not None:
        return indicator.after_deadline(figure.value)
    return figure.value


def _known(x: Fraction) -> Quantity:
    return Quantity(State.MEASURED, x, bounds=point(x))


def _ratio(numerator: Fraction, denominator: Fraction) -> Quantity:
    if denominator == 0:
        return Quantity(State.NOTHING_AROSE, numerator=numerator, denominator=denominator)
    x = numerator / denominator
    return Quantity(State.MEASURED, x, numerator, denominator, point(x))


def _vouched(indicator: Indicator, used: Months, month: int, missing: tuple[int, ...]) -> Interval:
    """Where the year's x must lie whatever the missing months bring."""
    measured = [figure for figure in used.values() if figure.state is State.MEASURED]
    if indicator.formation is Formation.SUM and indicator.measure is Measure.COUNT:
        return Interval(total_of(figure.value or ZERO for figure in measured), None)
    if indicator.formation is Formation.MONTHS_COVERED and missing:
        yes, whole = _covered(indicator, used, month)
        return Interval(Fraction(yes, whole), Fraction(yes + len(missing), whole))
    return indicator.domain
