"""Each row of the form checked, and compared with what is stored: what confirming would do to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from openpyxl.utils import get_column_letter

from data.figures.checking import Checked, check_figure
from data.figures.observation import NewFigure, Observation
from data.figures.raw import Raw
from data.imports.form import Column
from data.imports.problems import ImportProblem, of_figure, problem
from data.imports.reading import FIGURES, PARTS, Form, FormRow
from scoring.exact import decimal_text

_COLUMN_OF = {part: column for column, part in PARTS.items()}


class Change(StrEnum):
    """What confirming does to one figure."""

    NEW = "new"  # nothing was stored for it
    SAME = "same"  # the same number and note are stored: not stored again
    CHANGED = "changed"  # supersedes what is stored, which stays in the history
    BLANK = "blank"  # nothing is given: what is stored, if anything, stays
    REFUSED = "refused"  # the row has errors: never stored


@dataclass(frozen=True)
class PreviewRow:
    """One row of the form: as read (decimals with a full stop, per cent in points, ``None`` for blank) and its fate."""

    row: int
    code: str
    name: str
    unit: str
    numerator: str | None
    denominator: str | None
    value: str | None
    note: str | None
    figure: NewFigure | None
    change: Change
    stored: Observation | None = None
    takes_back: bool = False  # a correction typed on screen: see data.imports.corrections
    sheet: str = ""  # of the register from whose rows the figure is formed; empty for a row of the form


def compare(form: Form, stored: Mapping[str, Observation]) -> tuple[list[PreviewRow], list[ImportProblem]]:
    """All rows with what becomes of each, and the problems of their figures. ``stored`` is by indicator code."""
    checked = {row.row: _check(form, row) for row in form.rows}
    same, different, problems = _twice(form, checked)
    refused = {found.row for found in form.problems if found.severity == "error"} | different
    rows = []
    for row in form.rows:
        seen, there = checked[row.row], stored.get(row.code)
        for found in seen.problems if seen else ():
            column = form.header.column(_COLUMN_OF[found.part])
            problems.append(of_figure(found, form.header.sheet.name, row.row, column))
        figure = seen.figure if seen and row.row not in refused | same else None
        if seen is None or seen.refused or row.row in refused:
            change = Change.REFUSED
        elif row.row in same:
            change = Change.SAME
        else:
            change = _change(figure, there)
        rows.append(_row(row, seen, figure, change, there))
    return rows, problems


def _check(form: Form, row: FormRow) -> Checked | None:
    if row.indicator is None:
        return None
    note = row.given(Column.NOTE)
    raw = Raw(
        row.given(Column.NUMERATOR),
        row.given(Column.DENOMINATOR),
        row.given(Column.VALUE),
        "" if note.unreadable else note.text,
    )
    checked = check_figure(row.indicator, raw)
    if checked.figure is None:
        return checked
    cells = _cells(form, row, checked.figure)
    return replace(checked, figure=replace(checked.figure, sheet=form.header.sheet.name, cells=cells))


def _cells(form: Form, row: FormRow, figure: NewFigure) -> str:
    """Where the stored number stood: ``D7:E7`` for two neighbours, ``D7,F7`` for others."""
    counted = figure.denominator is not None
    used = (Column.NUMERATOR, Column.DENOMINATOR) if counted else FIGURES
    places = sorted(form.header.columns[column] for column in used if not row.given(column).blank)
    names = [f"{get_column_letter(place)}{row.row}" for place in places]
    return (":" if counted and places[1] - places[0] == 1 else ",").join(names)


def _change(figure: NewFigure | None, stored: Observation | None) -> Change:
    if figure is None:
        return Change.BLANK
    if stored is None:
        return Change.NEW
    # A note left blank erases none.
    return Change.SAME if figure.same_number(stored) and figure.note in ("", stored.note) else Change.CHANGED


def _twice(form: Form, checked: Mapping[int, Checked | None]) -> tuple[set[int], set[int], list[ImportProblem]]:
    """Rows with the code of another: equal ones count once (the first), different ones refuse each other."""
    places: dict[str, list[int]] = {}
    for row in form.rows:
        if row.indicator is not None:
            places.setdefault(row.code, []).append(row.row)
    same: set[int] = set()
    different: set[int] = set()
    problems = []
    for code, rows in places.items():
        if len(rows) < 2:
            continue
        seen = [one for one in map(checked.get, rows) if one]
        equal = all(one.figure is not None and one.figure.same_number(seen[0].figure) for one in seen) or not any(
            one.figure or one.refused for one in seen
        )
        (same if equal else different).update(rows[1:] if equal else rows)
        column = form.header.column(Column.CODE)
        shown = tuple(str(row) for row in rows)
        for at in rows[1:] if equal else rows:
            kind = "I136" if equal else "I137"
            problems.append(
                problem(kind, sheet=form.header.sheet.name, row=at, column=column, text=code, code=code, rows=shown)
            )
    return same, different, problems


def _row(
    row: FormRow, seen: Checked | None, figure: NewFigure | None, change: Change, stored: Observation | None
) -> PreviewRow:
    def shown(column: Column) -> str | None:
        number = seen.read.get(PARTS[column]) if seen else None
        return decimal_text(number, 6) if number is not None else (row.given(column).text or None)

    return PreviewRow(
        row.row,
        row.code,
        row.name,
        row.unit,
        shown(Column.NUMERATOR),
        shown(Column.DENOMINATOR),
        shown(Column.VALUE),
        row.given(Column.NOTE).text or None,
        figure,
        change,
        stored,
    )
