"""The rows behind a figure: stored with the import that formed it, and read again to prove it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import duckdb

from data.accounts.person import Action, Person, require
from data.figures.observation import Observation, as_decimal, as_fraction
from data.store.opening import Store
from data.store.sql import statement
from scoring.register import Register

HERE = Path(__file__).parent
Given = Sequence[Sequence[object]]


@dataclass(frozen=True)
class RowCell:
    """One filled cell: what stood there, and the number in it (yes as 1, a day as its ordinal; ``None``: a text)."""

    typed: str
    exact: Fraction | None = None


@dataclass(frozen=True)
class RegisterRow:
    """One row: its number as Excel shows it, its filled cells by column, and what it adds to each indicator."""

    row: int
    cells: Mapping[str, RowCell]
    results: Mapping[str, Fraction]


@dataclass(frozen=True)
class RegisterRows:
    """The rows of one register as they stood on one sheet."""

    register: Register
    sheet: str
    rows: tuple[RegisterRow, ...]


@dataclass(frozen=True)
class BehindFigure:
    """The rows behind one stored figure, with the headings of the columns that any of them fills, by code."""

    headings: Mapping[str, str]
    rows: tuple[RegisterRow, ...]


def append_rows(cursor: duckdb.DuckDBPyConnection, import_seq: int, given: Iterable[RegisterRows]) -> None:
    """Append the rows in the transaction of their import."""
    cells, results = [], []
    for one in given:
        for row in one.rows:
            for place, (code, column) in enumerate(one.register.columns.items(), start=1):
                if (cell := row.cells.get(code)) is not None:
                    where = (one.register.code, one.sheet, row.row, place, code, column.title)
                    cells.append((*where, cell.typed, as_decimal(cell.exact)))
            results += [(one.register.code, row.row, name, as_decimal(value)) for name, value in row.results.items()]
    names = ("register", "sheet", "row", "place", "column_code", "heading", "typed", "exact")
    _append(cursor, import_seq, "append_register_cells.sql", names, cells)
    _append(cursor, import_seq, "append_register_results.sql", ("register", "row", "indicator", "value"), results)


def _append(cursor: duckdb.DuckDBPyConnection, import_seq: int, file: str, names: Sequence[str], rows: Given) -> None:
    if rows:
        columns = {name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}
        cursor.execute(statement(HERE / file), {"import_seq": import_seq, **columns})


def rows_behind(store: Store, person: Person, figure: Observation) -> BehindFigure:
    """The rows from which ``figure`` was formed, in the order of their sheet; none for a figure that was typed."""
    require(person, Action.READ, figure.unit)
    found = store.cursor().execute(statement(HERE / "rows_behind.sql"), [figure.import_seq, figure.indicator])
    headings: dict[str, str] = {}
    cells: dict[int, dict[str, RowCell]] = {}
    values: dict[int, Fraction] = {}
    for row, code, heading, typed, exact, value in found.fetchall():
        headings.setdefault(code, heading)
        cells.setdefault(row, {})[code] = RowCell(typed, as_fraction(exact))
        values[row] = as_fraction(value) or Fraction(0)
    rows = (RegisterRow(row, held, {figure.indicator: values[row]}) for row, held in cells.items())
    return BehindFigure(headings, tuple(rows))
