"""What is known of a number: its exact value, or why there is none, and between which bounds it must lie."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from scoring.interval import EVERYTHING, Interval


class State(StrEnum):
    """The four states of knowledge. None of them is the number zero."""

    MEASURED = "measured"
    MISSING = "missing"
    NOTHING_AROSE = "nothing_arose"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class Quantity:
    """An exact ``x`` when measured; otherwise ``None`` with the reason in ``state``.

    ``numerator`` and ``denominator`` are what the office counted, where there are two counts. ``bounds`` is where x
    must lie although it is missing (three dialogues reported and a month not yet in: at least 3). ``partial`` is what
    the months that did come give; it is shown, it never scores. ``missing_months`` are the months still owed,
    ``missing_before`` those of the year before, ``missing_units`` the other units of the bloc whose figure has not come
    (``scoring.readings``). ``months`` made it up. ``most`` is how far x can still rise this year, where the calendar
    says so (months covered).
    """

    state: State
    x: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    bounds: Interval = EVERYTHING
    partial: Fraction | None = None
    missing_months: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    missing_before: tuple[int, ...] = ()
    missing_units: tuple[str, ...] = ()
    most: Fraction | None = None


ABSENT = Quantity(State.MISSING)
"""What is known of a figure that nobody has given: nothing. Made once, for most scores read some."""


def combined_state(parts: Iterable[Quantity]) -> State:
    """The state of a whole made of ``parts``: one missing part makes it missing, and only then the others count."""
    states = [part.state for part in parts]
    if len(states) == 1:
        return states[0]
    for state in (State.MISSING, State.NOT_APPLICABLE, State.NOTHING_AROSE):
        if state in states:
            return state
    return State.MEASURED
