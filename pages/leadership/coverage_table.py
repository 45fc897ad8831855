"""Evidence by field: how many required documents are there."""

from data.evidence.coverage import Count
from data.exports.words import title_of
from data.language import format_share
from data.scores.standing import FieldStanding
from pages.leadership.seen import Seen
from pages.parts.address import page_address
from pages.parts.card import written_card
from pages.parts.markup import Bar, Link, Note, Piece, Strong, Tone
from pages.parts.prose import said
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_markup
from pages.parts.table import Column


def coverage_card(scope: Scope, seen: Seen) -> None:
    """One row a field."""
    t, total = scope.t, seen.evidence
    lacking = t("{count} criteria still lack a required document", count=total.leaves_missing)
    made = [seen.once.made(scope, "coverage", lambda: _table(scope, seen))]
    if total.leaves_missing:
        made.append(said(Link(t("All criteria without evidence"), page_address(scope, "score", show="evidence"))))
    written_card("coverage", t("Evidence by field"), lacking if total.leaves_missing else "", *made)


def _table(scope: Scope, seen: Seen) -> str:
    t = scope.t
    columns = [
        Column(t("Field"), "wide"),
        Column(t("Required documents there")),
        Column(t("Criteria lacking one"), "number"),
    ]
    return stacked_markup(columns, [_row(scope, one) for one in seen.fields], t("Evidence by field"), "coverage-table")


def _row(scope: Scope, one: FieldStanding) -> list[Piece]:
    return [
        Strong(f"{one.part.id}. {title_of(one.part, scope.lang)}"),
        bar(scope, one.evidence),
        str(one.evidence.leaves_missing),
    ]


def bar(scope: Scope, count: Count) -> Piece:
    """The share as a bar; in words where nothing is required."""
    t = scope.t
    if count.share is None:
        return Note(t("none required"))
    tone: Tone = "good" if count.share == 1 else "warn" if count.answered else "bad"
    text = f"{count.answered}/{count.required} · {format_share(count.share, scope.lang)}"
    return Bar(count.share, text, tone)
