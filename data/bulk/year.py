"""The year's figures of many units at once: months of observations in DuckDB to quantities, as ``scoring.year`` has it.

A caller with a relation of its own (the store) creates temp.observation from it by one statement; ``load_observations``
does it from Python.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import duckdb

from data.bulk.integers import CODES, EXACT, STATES
from data.bulk.load import UnitMonth, run_over, statement
from scoring.exact import decimal_text
from scoring.indicator import Indicator
from scoring.interval import EVERYTHING, Interval, point
from scoring.quantity import Quantity, State
from scoring.year import Figure

Observation = tuple[str, str, int, Figure]  # unit, indicator code, month, what came


def load_observations(connection: duckdb.DuckDBPyConnection, observations: Iterable[Observation]) -> None:
    """Create temp.observation; one figure for each unit, indicator and month, with six decimals at most."""
    columns = ("unit", "indicator", "month", "state", "numerator", "denominator", "value")
    rows = (
        (unit, code, month, CODES[came.state], _text(came.numerator), _text(came.denominator), _text(came.value))
        for unit, code, month, came in observations
    )
    run_over(connection, "observation", columns, rows)


def form_year(
    connection: duckdb.DuckDBPyConnection, indicators: Mapping[str, Indicator], asked: Iterable[UnitMonth]
) -> None:
    """Create temp.year_to_date from temp.observation for the units and months asked for."""
    columns = ("code", "measure", "formation", "every", "deadline", "working")
    rows = (
        (i.code, i.measure.value, i.formation.value, i.every, i.deadline, i.working_days is not None)
        for i in indicators.values()
    )
    run_over(connection, "indicator", columns, rows)
    run_over(connection, "working_day", ("code", "day", "after"), _working_days(indicators))
    run_over(connection, "asked", ("unit", "month"), asked)
    connection.execute(statement("year_to_date"))


def quantities(
    connection: duckdb.DuckDBPyConnection, indicators: Mapping[str, Indicator]
) -> tuple[dict[UnitMonth, dict[str, Quantity]], list[tuple[str, int, str]]]:
    """The year's quantities as the evaluator reads them, and what is left (unit, month, code) for ``scoring.year``."""
    found: dict[UnitMonth, dict[str, Quantity]] = {}
    left: list[tuple[str, int, str]] = []
    for unit, month, code, state, num, den, low, high, bound in connection.execute(statement("year_rows")).fetchall():
        figures = found.setdefault((unit, month), {})
        if state == EXACT:
            left.append((unit, month, code))
        elif state == CODES[State.MEASURED]:
            x = Fraction(num, den)
            figures[code] = Quantity(State.MEASURED, x, bounds=point(x))
        elif state == CODES[State.MISSING]:
            figures[code] = Quantity(State.MISSING, bounds=_bounds(indicators[code], low, high, bound))
        else:
            figures[code] = Quantity(STATES[state], bounds=EVERYTHING)
    return found, left


def _working_days(indicators: Mapping[str, Indicator]) -> Iterator[tuple[str, int, int]]:
    """Each day of the calendar of each date that counts working days, with how many it lies after the deadline."""
    for code, one in indicators.items():
        if one.working_days is not None and one.deadline is not None:
            for day in range(one.working_days.first, one.working_days.last + 1):
                after = one.working_days.between(one.deadline, day)
                if after is not None:
                    yield code, day, after


def _bounds(indicator: Indicator, low: int | None, high: int | None, bound: int | None) -> Interval:
    if bound is None or low is None:
        return indicator.domain
    return Interval(Fraction(low, bound), None if high is None else Fraction(high, bound))


def _text(number: Fraction | None) -> str | None:
    return None if number is None else decimal_text(number, 6)
