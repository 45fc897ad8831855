"""What a page is about: the store, who acts, and the unit, table and month chosen in the sidebar."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import streamlit as st

from data.accounts.person import Action, Person, require
from data.evidence.checking import VIETNAM
from data.exports.words import title_of
from data.figures.reading import months_with_figures
from data.language import Translate, translator
from data.scores.months import offered_months
from data.store.opening import Store, now
from data.store.process import current_store
from data.units.known import KnownUnit, first_unit, tables_for, units
from pages.parts.choice import Option, choose, chosen
from pages.parts.language import current_language
from pages.parts.person import acting_person
from pages.parts.plain import plain
from scoring.period import Month, parse_month
from scoring.table import Table

GOAL = "goal"  # the parameter of the goal that the reader sets
LONGEST = 60  # characters of an address that are said again


class Shown(Protocol):
    """A table in the reader's language, for words that hang on nothing else: no unit, no month, no figures."""

    @property
    def table(self) -> Table: ...

    @property
    def lang(self) -> str: ...

    @property
    def t(self) -> Translate: ...


@dataclass(frozen=True)
class Scope:
    """The choice of this run, looked up."""

    store: Store
    person: Person
    unit: KnownUnit
    table: Table
    month: Month
    lang: str
    goal: str | None  # as the address has it

    @property
    def t(self) -> Translate:
        """The translator of the reader's language."""
        return translator(self.lang)


def current_scope() -> Scope | None:
    """For a page, after ``offer_choice`` has drawn; ``None`` while the store knows no such unit or table.

    Says first, in a notice above the page, what the address names and does not exist.
    """
    asked, store, person = chosen(), current_store(), acting_person()
    unit = next((one for one in _units(store, person) if one.id == asked.unit), None)
    table = store.criteria.tables.get(asked.table or "")
    if unit is None or table is None or asked.month is None:
        return None
    scope = Scope(store, person, unit, table, parse_month(asked.month), current_language(), st.query_params.get(GOAL))
    not_found(_unknown(scope))
    return scope


def not_found(notices: Sequence[str]) -> None:
    """Tells what a link names and does not exist; nothing where there is nothing to tell."""
    if notices:
        with st.container(key="not-found"):
            st.warning("  \n".join(map(plain, notices)), icon=":material/link_off:")


def offer_choice(t: Translate, store: Store) -> None:
    """Draws the boxes of the sidebar: units, the unit's tables (official ones first), the table's months."""
    person, lang = acting_person(), current_language()
    known = _units(store, person)
    first = first_unit(known)
    unit = _asked("unit", [one.id for one in known], first.id if first else None)
    tables = sorted(tables_for(store, unit), key=lambda table: table.template or table.excerpt) if unit else []
    table = _asked("table", [one.id for one in tables], tables[0].id if tables else None)
    with_figures = _months(store, person, unit) if unit else []
    months = offered_months(with_figures, store.criteria.tables[table], (now() + VIETNAM).date()) if table else []
    choose(
        t,
        units=[(one.id, unit_name(one, lang)) for one in known],
        tables=[_table_option(t, one, lang) for one in tables],
        months=[(str(one), _month_label(t, one, with_figures)) for one in months],
        ask_unit=first is None,
    )


def _units(store: Store, person: Person) -> list[KnownUnit]:
    """Read once for each state of the store, as every run asks twice. The right is asked for each time."""
    require(person, Action.READ)
    return _units_read(store.folder, store.version, person)


def _months(store: Store, person: Person, unit: str) -> list[Month]:
    require(person, Action.READ, unit)
    return _months_read(store.folder, store.version, person, unit)


# Python's own cache: Streamlit's takes a millisecond to find what it has, three times a run.
@lru_cache(maxsize=64)
def _units_read(folder: Path, version: int, person: Person) -> list[KnownUnit]:
    return units(current_store(), person)


@lru_cache(maxsize=256)
def _months_read(folder: Path, version: int, person: Person, unit: str) -> list[Month]:
    return months_with_figures(current_store(), person, unit)


def unit_name(unit: KnownUnit, lang: str) -> str:
    """The unit's name in ``lang``; the Vietnamese one where there is no other."""
    return unit.name_en if lang == "en" and unit.name_en else unit.name


def month_name(t: Translate, month: Month) -> str:
    """``Tháng 5/2022``."""
    return t("Month {month}/{year}", month=str(month.number), year=str(month.year))


def _unknown(scope: Scope) -> list[str]:
    """One sentence for each part of the choice that the address names otherwise than it is shown."""
    t, lang = scope.t, scope.lang
    given = {key: st.query_params.get(key, "") for key in ("unit", "table", "month")}
    found = []
    if given["unit"] not in ("", scope.unit.id):
        shown = unit_name(scope.unit, lang)
        found.append(
            t(
                "The link names the unit “{given}”: there is none; showing {shown}.",
                given=given["unit"][:LONGEST],
                shown=shown,
            )
        )
    if given["table"] not in ("", scope.table.id):
        shown, known = title_of(scope.table, lang), scope.store.criteria.tables.get(given["table"])
        if known is None:
            found.append(
                t(
                    "The link names the table “{given}”: there is none; showing “{shown}”.",
                    given=given["table"][:LONGEST],
                    shown=shown,
                )
            )
        else:
            found.append(
                t(
                    "“{table}” is not a table of {unit}; showing “{shown}”.",
                    table=title_of(known, lang),
                    unit=unit_name(scope.unit, lang),
                    shown=shown,
                )
            )
    if given["month"] not in ("", str(scope.month)):
        shown = month_name(t, scope.month)
        found.append(
            t(
                "The link names the month “{given}”: this table has none; showing {shown}.",
                given=given["month"][:LONGEST],
                shown=shown,
            )
        )
    return found


def _asked(key: str, known: Sequence[str], otherwise: str | None) -> str | None:
    """What the address asks for, or what is meant when it asks for nothing; the boxes decide the same."""
    asked = st.query_params.get(key)
    return asked if asked in known else otherwise


def _table_option(t: Translate, table: Table, lang: str) -> Option:
    title = title_of(table, lang)
    if table.excerpt:
        return table.id, t("(excerpt) {title}", title=title)
    return table.id, t("(template) {title}", title=title) if table.template else title


def _month_label(t: Translate, month: Month, with_figures: Sequence[Month]) -> str:
    name = month_name(t, month)
    return t("{month} · has figures", month=name) if month in with_figures else name
