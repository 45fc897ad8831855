"""The months as a table: the text alternative of the chart, with what each month measures."""

from data.language import format_number, format_share
from data.scores.trend import TrendPoint, change_between, measured_otherwise
from pages.leadership.seen import Seen
from pages.leadership.trend_index import index_words
from pages.parts.card import card
from pages.parts.markup import Note, Piece, Stack, Strong
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.table import TableKind


def months_card(scope: Scope, seen: Seen) -> None:
    """One row a month from the first that has figures."""
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    with card("months", t("Month by month")):
        columns = [Column(t("Month"))]
        if points:
            columns += [Column(t("Index")), Column(t("Points of what is measured"), "number")]
            columns += [Column(t("Sure – still possible"), "number"), Column(t("Criteria measured"), "number")]
            columns += [Column(t("Against the month before"), "wide")]
        else:
            columns += [Column(name, "number") for name in (t("Met"), t("Not met"), t("No figure yet"))]
        rows = [
            _points(scope, before, now) if points else _targets(scope, now)
            for before, now in zip((None, *seen.trend), seen.trend, strict=False)
        ]
        stacked_table(columns, rows, t("Month by month"), "months-table")


def _points(scope: Scope, before: TrendPoint | None, now: TrendPoint) -> list[Piece]:
    t, lang, total = scope.t, scope.lang, now.total
    if not now.reported:
        return [Strong(month_name(t, now.month)), Note(index_words(scope, now)), "", "", "", ""]
    return [
        Strong(month_name(t, now.month)),
        Strong(index_words(scope, now)),
        f"{format_number(total.points, lang)} / {format_number(total.measured_max, lang)}",
        f"{format_number(total.sure, lang)}–{format_number(total.possible, lang)}",
        f"{len(now.measured)} / {len(scope.table.leaves)}",
        change_words(scope, before, now),
    ]


def change_words(scope: Scope, before: TrendPoint | None, now: TrendPoint) -> Piece:
    """Up or down only where both months measure the same; else which of them measures more."""
    t = scope.t
    if before is None:
        return ""
    if not before.reported:
        return Note(t("the month before was not reported"))
    change = change_between(before, now)
    if change is None:
        more, fewer = measured_otherwise(before, now)
        return Note(t("not comparable: {more} criteria measured anew, {fewer} no longer", more=more, fewer=fewer))
    if not change:
        return t("as in month {month}", month=str(before.month.number))
    size = format_share(abs(change), scope.lang).removesuffix("%")
    if change > 0:
        return t("{points} percentage points up", points=size)
    return t("{points} percentage points down", points=size)


def _targets(scope: Scope, now: TrendPoint) -> list[Piece]:
    name = Strong(month_name(scope.t, now.month))
    if not now.reported:
        return [Stack([name, Note(index_words(scope, now))]), "", "", ""]
    return [name, str(now.total.met), str(now.total.unmet), str(now.total.unknown)]
