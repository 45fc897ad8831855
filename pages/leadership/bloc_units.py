"""What keeps a bloc from being compared: units the store does not know, a table issued for others, no figures."""

from dataclasses import replace

import streamlit as st

from data.criteria.bloc import Bloc
from data.evidence.checking import VIETNAM
from data.exports.bloc_words import member_name
from data.exports.words import title_of
from data.figures.reading import months_with_figures
from data.problems import UserError
from data.scores.bloc import outside
from data.scores.months import offered_months
from data.store.opening import now
from data.store.process import current_store
from data.units.blocs import add_bloc, find_bloc, tables_for_bloc
from pages.leadership.bloc_choice import KEY
from pages.leadership.bloc_seen import BlocSeen
from pages.leadership.bloc_table import reading_note
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack
from pages.parts.outcome import Outcome, refused, tell
from pages.parts.person import acting_person
from pages.parts.prose import buttons, say
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from pages.work.outcome import told
from scoring.messages import Message, _
from scoring.table import Table

FORM = "add-bloc"


def unknown_card(scope: Scope, seen: BlocSeen) -> None:
    """The members that the store does not know, and the button that adds them; nothing where it knows all."""
    t, unknown = scope.t, seen.unknown
    told(t, scope.lang, FORM)
    if not unknown:
        return
    title = t("{count} of {all} units are not in this store yet", count=len(unknown), all=len(seen.bloc.members))
    with card("bloc-unknown", title, t("No figure can come in for them before they are added.")):
        st.button(t("Add the units of this bloc"), key=FORM, on_click=_add, args=(seen.bloc.id,))


def _add(bloc: str) -> None:
    """Runs before the script. Units that are there already keep their names."""
    store, person = current_store(), acting_person()
    try:
        new = add_bloc(store, person, find_bloc(store, person, bloc))
    except UserError as error:
        refused(FORM, error, Message(_("The units were not added.")))
        return
    tell(FORM, Outcome(Message(_("{count} units were added; figures can come in for them now."), {"count": new})))


def not_issued_card(scope: Scope, bloc: Bloc) -> None:
    """A table that was issued for other units ranks nobody: which it lacks, and which tables would do."""
    t, without, lang = scope.t, outside(scope.table, bloc), scope.lang
    names = "; ".join(unit.name_en if lang == "en" and unit.name_en else unit.name for unit in scope.table.units)
    with card("bloc-not-issued", t("This table does not compare the bloc")):
        counts = {"count": len(without), "all": len(bloc.members)}
        say(
            t("“{table}” was issued for: {units}.", table=title_of(scope.table, lang), units=names),
            t("It was not issued for {count} of the {all} units of the bloc.", **counts),
        )
        others = [one for one in tables_for_bloc(scope.store, bloc) if one.holds_in(scope.month)]
        if not others:
            say(Note(t("There is no table in {month} that all units of the bloc can be scored with.",
                       month=month_name(t, scope.month))))  # fmt: skip
        links = [
            Link(t("Compare with “{table}”", table=title_of(one, lang)),
                 page_address(replace(scope, table=one), "bloc", **_kept_month(scope, one), **{KEY: bloc.id}))
            for one in others
        ]  # fmt: skip
        if links:
            buttons(links)


def _kept_month(scope: Scope, table: Table) -> dict[str, str]:
    """The month of the address, unless ``table`` does not offer it: then the page shows the first that it has."""
    there = months_with_figures(scope.store, scope.person, scope.unit.id)
    offered = offered_months(there, table, (now() + VIETNAM).date())
    return {"month": str(scope.month) if scope.month in offered else ""}


def no_figures_card(scope: Scope, seen: BlocSeen) -> None:
    """Nothing to rank: no zeros and no ranks that look like results."""
    t, year = scope.t, str(scope.month.year)
    title = t("No unit of the bloc has an index yet")
    said = t("Nothing of this table is measured for {year} so far: there is nothing to rank.", year=year)
    with card("bloc-no-figures", title, said):
        if seen.own(scope) is not None:
            buttons([Link(t("Go to Submit figures"), page_address(scope, "figures"))])


def members_card(scope: Scope, seen: BlocSeen) -> None:
    """The units of the bloc by name, in the order of its file."""
    t = scope.t
    rows: list[list[Piece]] = []
    for member in seen.bloc.members:
        marks: list[Piece] = [Badge(t("chosen unit"), "info")] if member.id == scope.unit.id else []
        marks += [] if member.id in seen.known else [Badge(t("not in this store"), "warn")]
        marks += [Badge(t("our reading"))] if member.derived else []
        rows.append([Stack([member_name(seen.known, member, scope.lang), *marks])])
    title = t("Units of the bloc: {count}", count=len(rows))
    with card("bloc-members", title):
        stacked_table([Column(t("Unit"), "wide")], rows, title, "bloc-members-table")
        reading_note(scope, seen)
