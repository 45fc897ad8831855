"""The units of the bloc in the order of their ranks."""

from dataclasses import replace

from data.exports.bloc_words import index_words, member_name, missing_words, ranks_words, reach_words
from data.language import format_number
from data.scores.bloc import BlocLine
from pages.leadership.bloc_seen import BlocSeen
from pages.leadership.words import total_words
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.table import TableKind


def ranks_card(scope: Scope, seen: BlocSeen) -> None:
    """One row a unit; those without an index last, without a rank."""
    t, scored = scope.t, seen.scored
    open_yet = sum(not line.settled for line in scored.lines)
    said = t("{count} of {all} units still lack figures: their order may change", count=open_yet, all=len(scored.lines))
    settled = t("Nothing is missing as of this month: the order stands")
    with card("bloc-ranks", t("Order by exact index"), said if scored.provisional else settled):
        points = scope.table.kind is TableKind.POINTS
        columns = [
            Column(t("Rank")),
            Column(t("Unit"), "wide"),
            Column(t("Points") if points else t("Targets met")),
            Column(t("Index"), "number"),
            Column(t("Sure – still possible"), "number"),
            Column(t("Ranks still possible"), "number"),
            Column(t("Missing figures")),
        ]
        rows = [_row(scope, seen, line) for line in scored.lines]
        stacked_table(columns, rows, t("Order by exact index"), "bloc-table")
        said = t("The index is of the part that has figures; sure and possible are of the whole table.")
        say(Note(said), Note(t("Missing figures of others are those of a survey or of the appraiser.")))
        reading_note(scope, seen)


def reading_note(scope: Scope, seen: BlocSeen) -> None:
    """What the mark “our reading” stands for; nothing where it stands nowhere."""
    if any(member.derived for member in seen.bloc.members):
        say(Note(scope.t("“Our reading”: the bloc's document does not name this unit (see below).")))


def _row(scope: Scope, seen: BlocSeen, line: BlocLine) -> list[Piece]:
    return [
        _rank(scope, line),
        _unit(scope, seen, line),
        _points(scope, line),
        Note(index_words(line, scope.lang)) if line.index is None else Strong(index_words(line, scope.lang)),
        reach_words(line, scope.lang),
        ranks_words(line),
        _missing(scope, line),
    ]


def _rank(scope: Scope, line: BlocLine) -> Piece:
    t = scope.t
    if line.rank is None:
        return Note(t("no rank yet"))
    return Stack([Strong(str(line.rank)), Note(t("shared"))]) if line.tied else Strong(str(line.rank))


def _unit(scope: Scope, seen: BlocSeen, line: BlocLine) -> Piece:
    """The name opens the unit's overview; of a unit that the store does not know there is none."""
    t, name = scope.t, member_name(seen.known, line.member, scope.lang)
    parts: list[Piece] = [name]
    if line.member.id in seen.known:
        there = replace(scope, unit=seen.known[line.member.id])
        parts = [Link(name, page_address(there, ""))]
    if line.member.id == scope.unit.id:
        parts.append(Badge(t("chosen unit"), "info"))
    if line.member.id not in seen.known:
        parts.append(Badge(t("not in this store"), "warn"))
    if line.member.derived:
        parts.append(Badge(t("our reading")))
    return Stack(parts)


def _points(scope: Scope, line: BlocLine) -> Piece:
    """Points of the maximum that applies; under it the maximum of what is measured, where that is less."""
    t, total = scope.t, line.scored.score.total
    if line.index is None:
        return Note(t("nothing measured"))
    words = Strong(total_words(scope, total))
    if scope.table.kind is TableKind.TARGETS or total.measured_max == total.applicable_max:
        return words
    return Stack([words, Note(t("{max} have figures", max=format_number(total.measured_max, scope.lang)))])


def _missing(scope: Scope, line: BlocLine) -> Piece:
    t = scope.t
    if line.missing:
        return Badge(missing_words(line, scope.lang), "bad")
    if line.settled:
        return Note(missing_words(line, scope.lang))
    silent = [] if line.reported else [Badge(t("month not reported"), "warn")]
    return Stack([*silent, Note(missing_words(line, scope.lang))])
