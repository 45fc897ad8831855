"""Appending figures: inside the transaction of an import, or one typed on screen."""

from collections.abc import Sequence

import duckdb

from data.accounts.person import Action, Person, require
from data.figures.observation import NewFigure, as_decimal
from data.figures.reading import history
from data.problems import UserError
from data.store.opening import Store, now
from scoring.messages import Message, _
from scoring.period import Month


class FigureMoved(UserError):
    """Somebody else entered this figure since it was read."""


def append(
    cursor: duckdb.DuckDBPyConnection,
    person: Person,
    unit: str,
    month: Month,
    figures: Sequence[NewFigure],
    *,
    import_seq: int | None = None,
    demo: bool = False,
) -> None:
    """Append ``figures`` in the caller's transaction. Nothing is overwritten: the newest is in force."""
    at = now()
    for figure in figures:
        cursor.execute(
            "INSERT INTO observation VALUES (nextval('act'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                unit,
                figure.indicator,
                month.year,
                month.number,
                as_decimal(figure.numerator),
                as_decimal(figure.denominator),
                as_decimal(figure.value),
                figure.state.value,
                figure.note,
                import_seq,
                figure.sheet,
                figure.cells,
                demo,
                person.id,
                person.name,
                at,
            ],
        )


def enter_figure(
    store: Store,
    person: Person,
    unit: str,
    month: Month,
    figure: NewFigure,
    *,
    seen: int | None,
    demo: bool = False,
) -> None:
    """Store one figure typed on screen (already checked by :mod:`data.figures.checking`).

    ``seen`` is the ``seq`` of the figure that the person saw, ``None`` when there was none: if another came in
    meanwhile, :class:`FigureMoved` is raised and nothing is stored.
    """
    require(person, Action.ENTER_FIGURES, unit)
    with store.writing() as cursor:
        latest = history(store, person, unit, figure.indicator, month)
        if (latest[0].seq if latest else None) != seen:
            raise FigureMoved(
                "F010",
                Message(_("{name} entered this figure while you were looking at it."), {"name": latest[0].person_name}),
                Message(_("Look at the new figure, then enter yours again if it is still right.")),
            )
        append(cursor, person, unit, month, [figure], demo=demo)
