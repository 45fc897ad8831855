"""What has to be asked for a figure that is missing: months of this year, months of the year before, other units."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scoring.quantity import Quantity, State
from scoring.readings import Needs, code_of, reading_of


class Asked(NamedTuple):
    """An indicator, and of whom or when it is asked: ``THIS_YEAR``, ``LAST_YEAR``, or ``BLOC`` (of other units)."""

    code: str
    needs: Needs


def asked_for(read: Iterable[tuple[str, Quantity]], figures: Mapping[str, Quantity]) -> dict[Asked, tuple[int, ...]]:
    """What is missing of the figures ``read``, each with the months owed; none for what comes once a year.

    What is owed for ``months_covered(A)`` is owed for A. A comparison within the bloc waits for the other units that
    have not reported, and for the unit's own figure if that has not come.
    """
    found: dict[Asked, set[int]] = {}
    for name, figure in read:
        if figure.state is not State.MISSING:
            continue
        code, reading = code_of(name), reading_of(name)
        needs = Needs.THIS_YEAR if reading is None else reading.needs
        if needs is Needs.LAST_YEAR:
            found.setdefault(Asked(code, needs), set()).update(figure.missing_before)
            continue
        if needs is Needs.BLOC and figure.missing_units:
            found.setdefault(Asked(code, needs), set())
        if needs is not Needs.BLOC or figures[code].state is State.MISSING:
            found.setdefault(Asked(code, Needs.THIS_YEAR), set()).update(figure.missing_months)
    return {asked: tuple(sorted(months)) for asked, months in found.items()}
