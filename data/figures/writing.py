"""Appending figures: inside the transaction of an import, or typed on screen."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from data.accounts.person import Action, Person, require, shown_name
from data.figures.observation import NewFigure, Observation, as_decimal
from data.figures.reading import history
from data.problems import UserError
from data.store.opening import Store, now
from data.store.sql import statement
from scoring.messages import Message, Problem, _
from scoring.period import Month

HERE = Path(__file__).parent


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


def append_many(
    cursor: duckdb.DuckDBPyConnection,
    person: Person,
    figures: Sequence[tuple[str, Month, NewFigure]],
    *,
    import_seq: int | None = None,
    demo: bool = False,
) -> None:
    """The same for figures of many units and months (unit, month, figure), in one statement and in the order given.

    Twenty thousand rows take a fifth of a second; one by one, twenty seconds.
    """
    if not figures:
        return
    new = [figure for _unit, _month, figure in figures]
    given = {
        "unit": [unit for unit, _month, _figure in figures],
        "indicator": [figure.indicator for figure in new],
        "year": [month.year for _unit, month, _figure in figures],
        "month": [month.number for _unit, month, _figure in figures],
        "numerator": [as_decimal(figure.numerator) for figure in new],
        "denominator": [as_decimal(figure.denominator) for figure in new],
        "value": [as_decimal(figure.value) for figure in new],
        "state": [figure.state.value for figure in new],
        "note": [figure.note for figure in new],
        "sheet": [figure.sheet for figure in new],
        "cells": [figure.cells for figure in new],
    }
    shared = {"import_seq": import_seq, "demo": demo, "person": person.id, "person_name": person.name}
    cursor.execute(statement(HERE / "append_many.sql"), {**given, **shared, "acted_at": now()})


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
        Message(
            _("{name} entered this figure while you were looking at it."), {"name": shown_name(latest[0].person_name)}
        ),
        Message(_("Look at the new figure, then enter yours again if it is still right.")),
        figure.indicator,
    )
