"""Appending figures: inside the transaction of an import, or typed on screen."""

from collections.abc import Sequence

import duckdb

from data.accounts.person import Action, Person, require
from data.figures.observation import NewFigure, Observation, as_decimal
from data.figures.reading import history
from data.problems import UserError
from data.store.opening import Store, now
from scoring.messages import Message, Problem, _
from scoring.period import Month


class FigureMoved(UserError):
    """Somebody else entered figures since they were read: one problem each, with the indicator's code as its place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.code, first.message, first.remedy, first.place)
        self.problems = tuple(problems)


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
    enter_figures(store, person, unit, month, [(figure, seen)], demo=demo)


def enter_figures(
    store: Store,
    person: Person,
    unit: str,
    month: Month,
    figures: Sequence[tuple[NewFigure, int | None]],
    *,
    demo: bool = False,
) -> None:
    """Store figures typed together, each with what the person saw of it: all of them in one transaction, or none.

    Half a saved list would leave the person guessing which half; :class:`FigureMoved` names every one that moved.
    """
    require(person, Action.ENTER_FIGURES, unit)
    with store.writing() as cursor:
        moved: list[Problem] = []
        for figure, seen in figures:
            latest = history(store, person, unit, figure.indicator, month)
            if (latest[0].seq if latest else None) != seen:
                moved.append(_moved(figure, latest))
        if moved:
            raise FigureMoved(moved)
        append(cursor, person, unit, month, [figure for figure, _seen in figures], demo=demo)


def _moved(figure: NewFigure, latest: Sequence[Observation]) -> Problem:
    return Problem(
        "F010",
        Message(_("{name} entered this figure while you were looking at it."), {"name": latest[0].person_name}),
        Message(_("Look at the new figure, then enter yours again if it is still right.")),
        figure.indicator,
    )
