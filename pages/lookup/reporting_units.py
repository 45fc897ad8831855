"""Every unit that the table is for, in the month looked at: who has not reported stands first."""

from dataclasses import replace

from data.accounts.person import shown_name
from data.evidence.checking import VIETNAM
from data.figures.reporting import UnitReport, unit_reports
from data.language import format_moment
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack
from pages.parts.prose import say
from pages.parts.scope import Scope, month_name, unit_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column


def units_card(scope: Scope) -> None:
    """What the month itself owes; what comes once a year is not counted here."""
    t, month = scope.t, month_name(scope.t, scope.month)
    found = unit_reports(scope.store, scope.person, scope.table, scope.month)
    none = sum(1 for one in found if one.asked and not one.given)
    said = t("{none} of {count} units have reported nothing for {month}.", none=none, count=len(found), month=month)
    with card("reporting-units", t("All units of this table in {month}", month=month), said):
        if not any(one.asked for one in found):
            say(t("The table asks no figure of {month}.", month=month))
            return
        columns = [
            Column(t("Unit"), "wide"),
            Column(t("State")),
            Column(t("Figures and answers")),
            Column(t("Missing"), "number"),
            Column(t("Last entry")),
        ]
        rows = [_row(scope, one) for one in found]
        stacked_table(columns, rows, t("All units of this table in {month}", month=month), "reporting-units")


def _row(scope: Scope, one: UnitReport) -> list[Piece]:
    t = scope.t
    name = Link(unit_name(one.unit, scope.lang), page_address(replace(scope, unit=one.unit), "reporting"))
    marks = [Badge(t("demo"), "warn")] if one.demo else []
    state = Badge(t("complete"), "good") if not one.missing else Badge(t("in part"), "warn")
    entry: list[Piece] = []
    if one.acted_at is not None:
        at = format_moment(one.acted_at + VIETNAM)
        entry = [Note(t("{name}, {at} (+07)", name=shown_name(one.person_name), at=at))]
        entry += [Note(one.file_name or t("typed on screen"))]
    return [
        Stack([name, *marks]),
        state if one.given else Badge(t("not reported"), "bad"),
        t("{given} of {count}", given=one.given, count=one.asked),
        str(one.missing),
        Stack(entry),
    ]
