"""Storing what a preview showed: all of it in one transaction, or nothing."""

from collections.abc import Sequence

from data.accounts.person import Action, Person, require
from data.evidence.keeping import keep_file, keep_row
from data.figures.observation import NewFigure
from data.figures.register_rows import append_rows
from data.figures.writing import append
from data.imports.difference import Change
from data.imports.preview import HERE, Preview, newest
from data.imports.problems import ImportProblem, problem
from data.imports.under_way import only_one
from data.problems import UserError
from data.store.opening import Store, now
from data.store.sql import statement
from scoring.period import Month

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ImportRefused(UserError):
    """Nothing was stored; the problems say why."""

    def __init__(self, *problems: ImportProblem) -> None:
        first = problems[0]
        super().__init__(first.code, first.message, first.remedy)
        self.problems = problems


def against(seen: Preview, *, partial: bool = False, supersede: bool = False) -> tuple[ImportProblem, ...]:
    """Why :func:`confirm` would refuse ``seen`` as it is: empty when it would not."""
    if not seen.accepted and not partial:
        return problem("I150"), *seen.errors
    if seen.month is None or not (seen.accepted or seen.accepted_in_part):
        return problem("I152"), *seen.errors
    if seen.corrections and not supersede:
        return (problem("I154", count=len(seen.corrections)),)
    return ()


def confirm(
    store: Store,
    person: Person,
    seen: Preview,
    *,
    partial: bool = False,
    supersede: bool = False,
    demo: bool = False,
) -> int:
    """Append the figures of ``seen`` and return the import's ``seq``. Figures that are stored already are left alone.

    ``supersede``: the person knows that corrections typed on screen are taken back (:mod:`data.imports.corrections`).
    ``demo``: the figures are invented, whether or not the form says so.
    :class:`ImportRefused` when the file has errors (with ``partial``: when no good row can be stored), or when
    figures of the unit and month were stored since the preview was made, or are being imported right now. The content
    is on the disk, under its SHA-256, before the transaction begins: a row never names a file that is not there.
    """
    require(person, Action.ENTER_FIGURES, seen.unit)
    reasons = against(seen, partial=partial, supersede=supersede)
    if reasons or seen.month is None:
        raise ImportRefused(*reasons)
    demo = demo or seen.demo
    figures = [
        row.figure
        for row in seen.rows
        if row.figure is not None
        and (row.change is not Change.SAME or (row.stored is not None and row.stored.demo and not demo))
    ]
    with only_one(store, person, seen.unit, seen.month) as busy:
        if busy:
            raise ImportRefused(busy)
        return _store(store, person, seen, seen.month, figures, demo=demo)


def _store(
    store: Store, person: Person, seen: Preview, month: Month, figures: Sequence[NewFigure], *, demo: bool
) -> int:
    keep_file(store.files, seen.content)
    with store.writing() as cursor:
        latest, name = newest(cursor, seen.unit, month)
        if latest != seen.seen:
            raise ImportRefused(problem("I151", name=name))
        keep_row(cursor, seen.sha256, len(seen.content), XLSX)
        seq = int(cursor.execute("SELECT nextval('act')").fetchall()[0][0])
        cursor.execute(
            statement(HERE / "record_import.sql"),
            [
                seq,
                seen.unit,
                month.year,
                month.number,
                seen.table.id,
                seen.table.edition,
                seen.file_name,
                seen.sha256,
                len(figures),
                not seen.accepted,
                demo,
                person.id,
                person.name,
                now(),
            ],
        )
        append(cursor, person, seen.unit, month, figures, import_seq=seq, demo=demo)
        append_rows(cursor, seq, seen.registers.to_store(figure.indicator for figure in figures))
    return seq
