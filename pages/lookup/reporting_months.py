"""The months of a unit's year: figures there of those expected, answers open, the last entry, what is late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from data.accounts.person import shown_name
from data.evidence.checking import VIETNAM
from data.exports.words import title_of
from data.figures.reporting import ImportDone, MonthReport
from data.language import format_moment
from pages.leadership.leaf_figures import indicator_title
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack
from pages.parts.prose import say
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column

MOST_NAMED = 3


def months_card(scope: Scope, reports: Sequence[MonthReport]) -> None:
    """One row a month in which the table holds."""
    t = scope.t
    late = [one for one in reports if one.late]
    said = t("{count} months that are over still lack figures or answers.", count=len(late)) if late else ""
    title = t("The months of {year}", year=str(scope.month.year))
    with card("reporting-months", title, said):
        columns = [
            Column(t("Month")),
            Column(t("State")),
            Column(t("Figures of the form"), "wide"),
            Column(t("Answers open")),
            Column(t("Last workbook")),
            Column(t("Last entry")),
        ]
        stacked_table(columns, [_row(scope, one) for one in reports], title, "reporting-months")
        say(Note(t("A survey's or an appraiser's figures are not asked of the unit. What is missing is not zero.")))


def _row(scope: Scope, one: MonthReport) -> list[Piece]:
    t = scope.t
    there = replace(scope, month=one.month)
    answers = t("{open} of {count}", open=one.answers_open, count=one.answers) if one.answers else Note(t("none asked"))
    entry: Piece = ""
    if one.newest is not None:
        how = t("typed on screen") if one.newest.import_seq is None else one.newest.file_name
        entry = Stack([_by(scope, one.newest.person_name, one.newest.acted_at), Note(how)])
    return [
        Link(month_name(t, one.month), page_address(there, "figures")),
        state(scope, one),
        Stack([t("{given} of {count}", given=one.given, count=one.asked), *_missing(scope, one)]),
        answers,
        _workbook(scope, one.last_import),
        entry,
    ]


def state(scope: Scope, one: MonthReport) -> Piece:
    """One word: nothing, a part, or all of what the month owes; and whether the month is over."""
    t = scope.t
    if not one.asked and not one.answers:
        return Badge(t("nothing is asked"), "quiet")
    if one.complete:
        return Badge(t("complete"), "good")
    if not one.over:
        return Badge(t("month not over"), "quiet") if one.nothing else Badge(t("in part, month not over"), "info")
    return Badge(t("not reported"), "bad") if one.nothing else Badge(t("in part"), "warn")


def _missing(scope: Scope, one: MonthReport) -> list[Piece]:
    """The first missing figures by name; of a month with nothing at all there is no need."""
    if one.nothing or not one.missing:
        return []
    names = [indicator_title(scope, missing) for missing in one.missing[:MOST_NAMED]]
    more = len(one.missing) - MOST_NAMED
    last = [scope.t("and {count} more figures", count=more)] if more > 0 else []
    return [Note(scope.t("Missing: {names}", names="; ".join([*names, *last])))]


def _workbook(scope: Scope, done: ImportDone | None) -> Piece:
    t = scope.t
    if done is None:
        return Note(t("none"))
    file = Link(done.file_name, f"/download/figures/{done.sha256}", download=True)
    of = scope.store.criteria.tables.get(done.table)
    other = [Note(title_of(of, scope.lang))] if of is not None and of.id != scope.table.id else []
    part = [Badge(t("stored in part"), "warn")] if done.partial else []
    return Stack([file, *part, *other, _by(scope, done.person_name, done.acted_at)])


def _by(scope: Scope, name: str, at: datetime) -> Piece:
    return Note(scope.t("{name}, {at} (+07)", name=shown_name(name), at=format_moment(at + VIETNAM)))
