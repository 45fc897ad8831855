"""The arithmetic over the rows of a register: an expression for each row, then the sum.

A cap stands on each row: sum(min(x, 10)) is not min(sum(x), 10), and no monthly total can tell them apart.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from scoring.exact import ZERO, total_of
from scoring.expression import days_late_of, evaluate
from scoring.quantity import Quantity, State
from scoring.register import FromRows
from scoring.working_days import WorkingDays

Cells = Mapping[str, Fraction | None]


def columns_read(formed: FromRows) -> tuple[str, ...]:
    """The columns that a row must fill in to be reckoned: that of ``where`` first, then those of the expression."""
    names = [formed.where] if formed.where else []
    for name in formed.of.names:
        names += days_late_of(name) or (name,)
    return tuple(dict.fromkeys(names))


def row_value(formed: FromRows, cells: Cells, calendar: WorkingDays | None) -> Fraction | None:
    """What one row adds, exact: 0 where ``where`` says no.

    ``cells`` by column: a number, yes as 1, a day as its ordinal; ``None`` is blank. ``None`` comes back where a cell
    that is read is blank, or a working day lies outside ``calendar`` (``None``: there is none): never a guess.
    """
    if formed.where:
        counts = cells.get(formed.where)
        if not counts:
            return None if counts is None else ZERO
    figures = {}
    for name in formed.of.names:
        pair = days_late_of(name)
        x = cells.get(name) if pair is None else _days_late(cells, *pair, formed.working, calendar)
        if x is not None:
            figures[name] = Quantity(State.MEASURED, x)
    return evaluate(formed.of, figures).x


def sum_of_rows(values: Iterable[Fraction | None]) -> Fraction | None:
    """The rows added up, 0 of no rows; ``None`` where one of them is not known."""
    known = list(values)
    return None if None in known else total_of(value for value in known if value is not None)


def _days_late(cells: Cells, day: str, deadline: str, working: bool, calendar: WorkingDays | None) -> Fraction | None:
    """Days from the deadline to the day, never below 0."""
    sent, last = cells.get(day), cells.get(deadline)
    if sent is None or last is None:
        return None
    if not working:
        return max(sent - last, ZERO)
    count = calendar.between(int(last), int(sent)) if calendar is not None else None
    return None if count is None else Fraction(max(count, 0))
