"""Who has not reported: what a table expects of a unit each month, what came, when, and what is still owed.

Nothing here turns what is missing into a number: a figure is there or it is not. Figures that only a survey or an
appraiser gives are not expected of the unit. One that comes once a year is owed by no single month.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data.accounts.person import Action, NotAllowed, Person, require
from data.figures.month_done import month_done
from data.figures.observation import Observation
from data.store.opening import Store
from data.store.sql import statement
from data.units.known import KnownUnit, units
from scoring.indicator import Formation, Indicator
from scoring.period import Month
from scoring.table import ScoredBy, Table

HERE = Path(__file__).parent


@dataclass(frozen=True)
class ImportDone:
    """One accepted workbook: its month, how many figures it stored, and whether rows of it were left out."""

    seq: int
    month: int
    table: str
    file_name: str
    sha256: str
    stored: int
    partial: bool
    person_name: str
    acted_at: datetime


@dataclass(frozen=True)
class MonthReport:
    """One month of a unit. ``asked`` and ``missing`` are figures of the workbook, the answers are given on screen.

    ``over``: the month has ended. ``newest`` is what was entered last, by workbook or by hand; ``last_import`` the last
    workbook of this table (where there is none, of any), also when each of its figures was stored already.
    """

    month: Month
    asked: int
    missing: tuple[Indicator, ...]
    answers: int
    answers_open: int
    newest: Observation | None
    last_import: ImportDone | None
    over: bool

    @property
    def given(self) -> int:
        """Figures of the workbook that are there."""
        return self.asked - len(self.missing)

    @property
    def nothing(self) -> bool:
        """True when something is asked and nothing at all has come."""
        return not self.complete and self.given == 0 and self.answers == self.answers_open

    @property
    def complete(self) -> bool:
        """True when nothing that this month owes is missing."""
        return not self.missing and not self.answers_open

    @property
    def late(self) -> bool:
        """True when the month has ended and something is still owed."""
        return self.over and not self.complete


@dataclass(frozen=True)
class Supplier:
    """Who or what supplies figures: how many of the month are asked of it, and which are missing.

    ``once`` counts those that come once a year; ``missing_once`` are those that no month has brought.
    """

    name: str
    asked: int
    missing: tuple[Indicator, ...]
    once: int
    missing_once: tuple[Indicator, ...]


@dataclass(frozen=True)
class UnitReport:
    """One unit in one month: of ``asked`` figures and answers so many are there; who entered the newest, and when."""

    unit: KnownUnit
    asked: int
    given: int
    demo: bool
    person_name: str = ""
    file_name: str = ""
    acted_at: datetime | None = None

    @property
    def missing(self) -> int:
        """What the unit still owes for the month."""
        return self.asked - self.given


def expected(table: Table) -> list[Indicator]:
    """What the unit itself reports: all but the figures that only leaves of a survey or an appraiser read."""
    others = {code for leaf in table.leaves if leaf.scored_by is not ScoredBy.SELF for code in leaf.codes}
    own = {code for leaf in table.leaves if leaf.scored_by is ScoredBy.SELF for code in leaf.codes}
    gates = {code for node in table.nodes if node.gate is not None for code in node.gate.input.codes}
    return [one for one in table.indicators.values() if one.code not in others - own - gates]


def once_a_year(indicator: Indicator) -> bool:
    """True for a figure that any month of the year may bring."""
    return indicator.formation is Formation.ONCE


def due_in(table: Table, month: Month) -> list[Indicator]:
    """What ``month`` itself owes: every indicator at its own distance (each month, each quarter)."""
    return [one for one in expected(table) if not once_a_year(one) and month.number % one.every == 0]


def missing_once(table: Table, observations: Sequence[Observation]) -> list[Indicator]:
    """Figures and answers of once a year that no month of ``observations`` has."""
    there = {one.indicator for one in observations}
    return [one for one in expected(table) if once_a_year(one) and one.code not in there]


def imports_of_year(store: Store, person: Person, unit: str, year: int) -> list[ImportDone]:
    """Accepted imports in the order they came in; what was refused is not recorded by unit."""
    require(person, Action.READ, unit)
    rows = store.cursor().execute(statement(HERE / "imports_of_year.sql"), [unit, year]).fetchall()
    return [ImportDone(*row) for row in rows]


def month_reports(
    table: Table, observations: Sequence[Observation], imports: Iterable[ImportDone], year: int, today: date
) -> list[MonthReport]:
    """The months of ``year`` in which the table holds. ``observations`` are the figures in force of the year."""
    last: dict[int, ImportDone] = {}
    for one in imports:
        if one.table == table.id or last.get(one.month, one).table != table.id:
            last[one.month] = one
    found = []
    for month in (Month(year, number) for number in range(1, 13)):
        if not table.holds_in(month):
            continue
        due = due_in(table, month)
        done = month_done(due, observations, month)
        came = [one for one in observations if one.month == month and one.indicator in table.indicators]
        found.append(
            MonthReport(
                month,
                asked=done.asked,
                missing=done.missing,
                answers=len(due) - done.asked,
                answers_open=done.monthly,
                newest=max(came, key=lambda one: one.seq, default=None),
                last_import=last.get(month.number),
                over=(today.year, today.month) > (month.year, month.number),
            )
        )
    return found


def by_source(table: Table, observations: Sequence[Observation], month: Month) -> list[Supplier]:
    """By the source that the table names for each indicator ("" where it names none), in the order of the table."""
    return _by(table, observations, month, lambda one: (one.source,))


def by_lead(table: Table, observations: Sequence[Observation], month: Month) -> list[Supplier]:
    """By who leads the leaves that read the figure; empty when the table names nobody. "" for a leaf without a lead.

    A figure that two sections' leaves read is asked of both.
    """
    leads: dict[str, list[str]] = {}
    for leaf in table.leaves:
        for code in leaf.codes:
            leads.setdefault(code, []).append(leaf.lead)
    if not any(lead for named in leads.values() for lead in named):
        return []
    return _by(table, observations, month, lambda one: tuple(dict.fromkeys(leads.get(one.code, [""]))))


def unit_reports(store: Store, person: Person, table: Table, month: Month) -> list[UnitReport]:
    """Every unit that the table was issued for (all units, if for none by name): who owes most stands first.

    Units that ``person`` may not read are left out.
    """
    codes = {one.code for one in due_in(table, month)}
    rows = store.cursor().execute(statement(HERE / "there_by_unit.sql"), [month.year, month.number]).fetchall()
    came: dict[str, list[tuple[bool, str, datetime, str]]] = {}
    for unit, code, _seq, demo, person_name, acted_at, file_name in rows:
        if code in codes:
            came.setdefault(unit, []).append((demo, person_name, acted_at, file_name))
    issued = {unit.id for unit in table.units}
    found = []
    for unit in units(store, person):
        if (issued and unit.id not in issued) or not _may_read(person, unit.id):
            continue
        mine = came.get(unit.id, [])
        demo = unit.demo or any(one[0] for one in mine)
        name, at, file_name = mine[-1][1:] if mine else ("", None, "")
        found.append(UnitReport(unit, len(codes), len(mine), demo, name, file_name, at))
    return sorted(found, key=lambda one: (-one.missing, one.unit.name))


def _by(
    table: Table, observations: Sequence[Observation], month: Month, names: Callable[[Indicator], tuple[str, ...]]
) -> list[Supplier]:
    there = {one.indicator for one in observations if one.month == month}
    due = due_in(table, month)
    once = [one for one in expected(table) if once_a_year(one)]
    lacking = {one.code for one in missing_once(table, observations)}
    groups: dict[str, tuple[list[Indicator], list[Indicator]]] = {}
    for at, indicators in enumerate((due, once)):
        for one in indicators:
            for name in names(one):
                groups.setdefault(name, ([], []))[at].append(one)
    return [
        Supplier(
            name,
            len(monthly),
            tuple(one for one in monthly if one.code not in there),
            len(yearly),
            tuple(one for one in yearly if one.code in lacking),
        )
        for name, (monthly, yearly) in groups.items()
    ]


def _may_read(person: Person, unit: str) -> bool:
    try:
        require(person, Action.READ, unit)
    except NotAllowed:
        return False
    return True
