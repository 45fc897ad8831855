"""Every entry in the order it came in: what, for which month, from where, by whom, when, why, and what became of it."""

from collections.abc import Sequence

from data.evidence.checking import VIETNAM
from data.figures.observation import Observation
from data.figures.past import Entry
from data.figures.words import figure_message
from data.language import format_moment, render
from pages.leadership.sources import source, who
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.prose import buttons, say
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column


def entries_card(scope: Scope, code: str, found: Sequence[Entry]) -> None:
    """All months of all years; nothing that was entered is ever deleted."""
    t = scope.t
    said = t("In the order it was entered; nothing is ever overwritten or deleted.")
    with card("entries", t("Everything ever recorded: {count} entries", count=len(found)), said):
        if found:
            columns = [
                Column(t("Entered")),
                Column(t("For the month")),
                Column(t("Figure")),
                Column(t("Source"), "wide"),
                Column(t("Reason or note")),
                Column(t("What became of it")),
            ]
            mixed = len({one.observation.demo for one in found}) > 1  # else the head of the page says it for all
            rows = [_row(scope, code, one, mixed=mixed) for one in found]
            stacked_table(columns, rows, t("History"), "entries-table")
        else:
            say(t("Nothing was ever entered for this figure: missing, not zero."))
        if code in scope.table.indicators:
            buttons([Link(t("Correct this figure"), page_address(scope, "figures", indicator=code))])


def _row(scope: Scope, code: str, entry: Entry, *, mixed: bool) -> list[Piece]:
    t, one = scope.t, entry.observation
    indicator = scope.table.indicators.get(code)
    marks: list[Piece] = [Badge(t("DEMO DATA – invented figures"), "warn")] if one.demo and mixed else []
    figure = render(figure_message(indicator, one), scope.lang)
    return [
        _moment(scope, one),
        month_name(t, one.month),
        Stack([Strong(figure) if entry.in_force else figure, *marks]),
        Stack([source(scope, one), who(scope, one)]),
        one.note,
        _fate(scope, code, entry),
    ]


def _fate(scope: Scope, code: str, entry: Entry) -> Piece:
    """In force, or what took its place; and of a correction what it took the place of."""
    t, indicator = scope.t, scope.table.indicators.get(code)
    if entry.superseded_by is not None:
        by = entry.superseded_by
        took = t("by {figure}, {at}", figure=figure_message(indicator, by), at=_at(by))
        return Stack([Badge(t("superseded"), "quiet"), Note(took)])
    parts: list[Piece] = [Badge(t("in force"), "good")]
    if entry.supersedes is not None:
        parts.append(Note(t("in place of {figure}", figure=figure_message(indicator, entry.supersedes))))
    return Stack(parts)


def _moment(scope: Scope, one: Observation) -> Piece:
    return scope.t("{at} (+07)", at=_at(one))


def _at(one: Observation) -> str:
    return format_moment(one.acted_at + VIETNAM)
