"""What an upload would store, before anything is: rows as read, all problems, the difference to what is stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256 as digest_of
from pathlib import Path

import duckdb

from data.accounts.person import Action, Person, require
from data.evidence.cleaning import clean_name
from data.figures.observation import NewFigure, Observation
from data.figures.reading import in_force
from data.figures.register_rows import rows_behind
from data.imports.container import Refusal
from data.imports.corrections import imports_of, taken_back
from data.imports.demo_mark import about_demo, says_demo
from data.imports.difference import PreviewRow, compare
from data.imports.form import Stamp
from data.imports.header import find_header
from data.imports.months import month_of, written
from data.imports.problems import ImportProblem, problem
from data.imports.quarantine import quarantine
from data.imports.reading import Skipped, read_form, read_stamp
from data.imports.register_figures import Registers, form_registers
from data.imports.sheets import open_sheets
from data.store.opening import Store, now
from data.store.sql import statement
from data.units.known import tables_for, units
from scoring.period import Month
from scoring.table import Table

HERE = Path(__file__).parent
VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Already:
    """The same content was imported before for this unit and month. ``acted_at`` is UTC."""

    seq: int
    file_name: str
    person_name: str
    acted_at: datetime


@dataclass(frozen=True)
class Preview:
    """Everything about one upload. ``seen`` is the newest stored figure of the unit and month when it was made.

    ``demo``: the figures are invented, as the form says or because the unit is; they are stored as that.
    """

    table: Table
    unit: str
    month: Month | None
    file_name: str
    sha256: str
    content: bytes = field(repr=False)
    sheet: str = ""
    rows: tuple[PreviewRow, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    registers: Registers = field(default_factory=Registers)
    already: Already | None = None
    seen: int | None = None
    demo: bool = False

    @property
    def errors(self) -> tuple[ImportProblem, ...]:
        """The problems that refuse the file, or a row of it."""
        return tuple(found for found in self.problems if found.severity == "error")

    @property
    def other_month(self) -> Month | None:
        """The one month that the whole file is for, where another one is chosen; ``None`` otherwise."""
        return next((found.other_month for found in self.problems if found.other_month), None)

    @property
    def accepted(self) -> bool:
        """True when there is no error: confirming stores every figure given."""
        return not self.errors

    @property
    def good(self) -> tuple[NewFigure, ...]:
        """The figures of the rows without errors."""
        return tuple(row.figure for row in self.rows if row.figure is not None)

    @property
    def accepted_in_part(self) -> bool:
        """True when the good rows can be stored knowingly: no error concerns the file as a whole."""
        return bool(self.good) and not any(found.refuses_file for found in self.problems)

    @property
    def corrections(self) -> tuple[PreviewRow, ...]:
        """The rows that would take back what was corrected on screen after an import: stored only knowingly."""
        return tuple(row for row in self.rows if row.takes_back)


def preview(
    store: Store,
    person: Person,
    table: Table,
    unit: str,
    month: Month | None,
    file_name: str,
    content: bytes,
    at: datetime | None = None,
    *,
    demo: bool = False,
) -> Preview:
    """Read an upload for ``unit`` and ``month`` (``None``: the file must say it). Nothing is stored.

    A refused content is kept in ``refused/`` for 30 days from ``at`` (UTC, now when left out). ``demo``: the
    demo itself is being built, so that a form marked as demo is at home.
    """
    require(person, Action.ENTER_FIGURES, unit)
    shown = clean_name(file_name, "xlsx")
    seen = Preview(table, unit, month, shown, digest_of(content).hexdigest(), content, demo=demo)
    try:
        seen = _read(store, person, seen)
    except Refusal as refusal:
        seen = replace(seen, problems=(refusal.problem,))
    if not seen.accepted:
        quarantine(store.folder / "refused", content, at or now())
    return seen


def _read(store: Store, person: Person, seen: Preview) -> Preview:
    sheets = open_sheets(seen.file_name, seen.content)
    header, problems = find_header(sheets)
    stamp = read_stamp(sheets)
    problems += _for_whom(store, person, seen, stamp)
    unit = next((one for one in units(store, person) if one.id == seen.unit), None)
    if unit and not seen.demo:
        marked = says_demo(stamp, header.sheet if header else None, header.top if header else 0)
        problems += [about_demo(store, unit)] if marked else []
        seen = replace(seen, demo=marked or unit.demo)
    if header is None:
        return replace(seen, problems=tuple(problems))
    month, about_month = month_of(seen.month, header, seen.file_name, stamp.get(Stamp.MONTH))
    about_month += _out_of_force(seen.table, month)
    form = read_form(seen.table, header)
    stored = _stored(store, person, seen.unit, month)
    already = _already(store, seen, month)
    if already is not None:
        day = already.acted_at.replace(tzinfo=UTC).astimezone(VIETNAM)
        problems.append(problem("I127", day=day, name=already.person_name))
    rows, about_rows = compare(form, stored)
    imports = imports_of(store.cursor(), seen.unit, month) if month else []
    rows, corrected = taken_back(rows, header, imports, seen.sha256)
    registers = Registers()
    if month is not None:
        formed = [one for one in stored.values() if one.indicator in seen.table.indicators and one.import_seq]
        formed = [one for one in formed if seen.table.indicators[one.indicator].rows is not None]
        behind = {one.indicator: rows_behind(store, person, one) for one in formed}
        registers = form_registers(seen.table, month, sheets, header.sheet, stored, behind)
    return replace(
        seen,
        month=month,
        sheet=header.sheet.name,
        rows=(*rows, *registers.rows),
        problems=(
            *problems,
            *about_month,
            *_in_order([*form.problems, *about_rows, *corrected]),
            *_in_order(registers.problems),
        ),
        registers=registers,
        skipped=tuple(form.skipped),
        already=already,
        seen=newest(store.cursor(), seen.unit, month)[0] if month else None,
    )


def newest(cursor: duckdb.DuckDBPyConnection, unit: str, month: Month) -> tuple[int | None, str]:
    """The newest stored figure of a unit and month: its ``seq`` (``None``: there is none) and who stored it."""
    parameters = [unit, month.year, month.number]
    rows = cursor.execute(statement(HERE / "newest_of_month.sql"), parameters).fetchall()
    return (rows[0][0], rows[0][1]) if rows else (None, "")


def _for_whom(store: Store, person: Person, seen: Preview, stamp: dict[Stamp, str]) -> list[ImportProblem]:
    """Another unit's form is refused. Another table's or edition's only warns: the codes say which number is meant."""
    known = {unit.id: unit.name for unit in units(store, person)}
    found = []
    if seen.unit not in known or seen.table.id not in {table.id for table in tables_for(store, seen.unit)}:
        found.append(problem("I128", unit=seen.unit))
    unit, table, edition = (stamp.get(key, "") for key in (Stamp.UNIT, Stamp.TABLE, Stamp.EDITION))
    if unit and unit != seen.unit:
        found.append(problem("I124", text=unit, other=known.get(unit, unit), unit=known.get(seen.unit, seen.unit)))
    if table and table != seen.table.id:
        found.append(problem("I125", text=table, other=table))
    elif edition and edition != seen.table.edition:
        found.append(problem("I126", text=edition, other=edition))
    return found


def _out_of_force(table: Table, month: Month | None) -> list[ImportProblem]:
    """A month that begins after the table's last day, or ends before its first, has no figures for it."""
    first, last = table.valid_from, table.valid_to
    if month is None or table.holds_in(month):
        return []
    time = " – ".join(written(Month(day.year, day.month)) if day else "…" for day in (first, last))
    return [problem("I119", table=table.title, month=written(month), time=time)]


def _stored(store: Store, person: Person, unit: str, month: Month | None) -> dict[str, Observation]:
    if month is None:
        return {}
    return {one.indicator: one for one in in_force(store, person, unit, month.year) if one.month == month}


def _already(store: Store, seen: Preview, month: Month | None) -> Already | None:
    if month is None:
        return None
    parameters = [seen.sha256, seen.unit, month.year, month.number]
    rows = store.cursor().execute(statement(HERE / "already_imported.sql"), parameters).fetchall()
    return Already(*rows[0]) if rows else None


def _in_order(problems: Iterable[ImportProblem]) -> list[ImportProblem]:
    """From top to bottom and left to right, those of the whole sheet first."""
    return sorted(problems, key=lambda one: (one.row or 0, len(one.column or ""), one.column or ""))
