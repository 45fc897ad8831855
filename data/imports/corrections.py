"""Figures corrected on screen that an upload would take back: told on their rows, stored only when somebody says so.

The rule: a stored figure is a correction when it was typed on screen after *any* file had been imported for its unit
and month, with whatever table. That holds where the very same file was imported before it was typed, where an older
file brought the figure, and where a file's row was refused and then typed by hand. Whoever uploads next may hold a
sheet that is older than the correction, and nothing in the sheet says so.

It asks only where the file's number or state differs: a file that agrees, or leaves the cell blank, takes nothing back.
A figure typed before any file of the month came is no correction; the first file supersedes it, and shows that it does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from data.evidence.checking import VIETNAM
from data.figures.observation import Observation
from data.imports.difference import Change, PreviewRow
from data.imports.form import Column
from data.imports.header import Header
from data.imports.problems import ImportProblem, problem
from data.store.sql import statement
from scoring.messages import Message, _
from scoring.period import Month

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Earlier:
    """One import of the unit and month; ``seq`` is in one order with the figures' own."""

    seq: int
    sha256: str
    file_name: str


def imports_of(cursor: duckdb.DuckDBPyConnection, unit: str, month: Month) -> list[Earlier]:
    """What was imported for ``unit`` and ``month``, oldest first."""
    parameters = [unit, month.year, month.number]
    return [Earlier(*row) for row in cursor.execute(statement(HERE / "imports_of_month.sql"), parameters).fetchall()]


def is_correction(stored: Observation, imports: Iterable[Earlier]) -> bool:
    """Typed on screen, after at least one of ``imports``."""
    return stored.import_seq is None and any(one.seq < stored.seq for one in imports)


def taken_back(
    rows: Sequence[PreviewRow], header: Header, imports: Sequence[Earlier], sha256: str
) -> tuple[list[PreviewRow], list[ImportProblem]]:
    """The rows, those marked that would take a correction back, and a warning (I142) at each of them.

    ``sha256``: of the file that is looked at, to tell whether it was imported before the correction.
    """
    marked, problems = [], []
    for row in rows:
        there = row.stored
        asks = (
            row.change is Change.CHANGED
            and row.figure is not None
            and there is not None
            and not row.figure.same_number(there)
            and is_correction(there, imports)
        )
        marked.append(replace(row, takes_back=asks))
        if asks and row.figure is not None and there is not None:
            counted = Column.VALUE if row.figure.denominator is None else Column.NUMERATOR
            problems.append(
                problem(
                    "I142",
                    sheet=header.sheet.name,
                    row=row.row,
                    column=header.column(counted),
                    at=there.acted_at + VIETNAM,
                    name=there.person_name,
                    after=_after([one for one in imports if one.seq < there.seq], sha256),
                    reason=there.note or Message(_("not given")),
                )
            )
    return marked, problems


def _after(before: Sequence[Earlier], sha256: str) -> Message:
    if any(one.sha256 == sha256 for one in before):
        return Message(_("this file had been imported"))
    return Message(_("the file {file} had been imported"), {"file": before[-1].file_name})
