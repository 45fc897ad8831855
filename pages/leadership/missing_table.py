"""What is missing: which figures have not come, for which months, and what hangs on them."""

from data.language import _, format_number
from data.scores.missing import MissingFigure, missing_figures, open_together
from pages.leadership.leaf_figures import indicator_title
from pages.leadership.seen import Seen
from pages.leadership.words import months_words, past_address, past_words
from pages.parts.address import page_address
from pages.parts.card import written_card
from pages.parts.markup import Link, Note, Piece, Stack
from pages.parts.prose import said
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_markup
from pages.parts.table import Column, Section
from scoring.readings import Needs
from scoring.table import TableKind

MOST = 5  # of each kind


def missing_card(scope: Scope, seen: Seen) -> None:
    """The unit's own figures first, then what a survey or an appraiser will give."""
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    table = seen.once.made(scope, "missing", lambda: _table(scope, seen))
    caption = (
        t("No figure does not mean 0 points: what still comes counts in full")
        if points
        else t("No figure does not mean not met: what still comes counts in full")
    )
    if table is None:
        made = [said(t("Every figure that this table needs so far is there."))]
    else:
        made = [table, said(Link(t("All criteria without a result"), page_address(scope, "score", show="missing")))]
    written_card("missing", t("What is still missing"), caption, *made)


def _table(scope: Scope, seen: Seen) -> str | None:
    """``None`` where nothing is missing."""
    t, found = scope.t, missing_figures(seen.scored)
    if not found:
        return None
    columns = [Column(t("Figure"), "wide"), Column(t("Not there")), Column(t("Needed for"))]
    columns += [Column(t("Points open"), "number")] if scope.table.kind is TableKind.POINTS else []
    rows: list[list[Piece] | Section] = []
    others = [one for one in found if not one.ours]
    for title, group in (
        (_("To be reported by the unit ({count} figures)"), [one for one in found if one.ours]),
        (
            _("To come from the survey or the appraiser ({count} figures)"),
            [one for one in others if not one.of_others],
        ),
        (
            _("To come from other units of the bloc ({count} figures)"),
            [one for one in others if one.of_others],
        ),
    ):
        rows += _group(scope, seen, t(title, count=len(group)), group) if group else []
    return stacked_markup(columns, rows, t("What is still missing"), "missing-table")


def _group(scope: Scope, seen: Seen, title: str, group: list[MissingFigure]) -> list[list[Piece] | Section]:
    """The group with what hangs on all of it, its first rows, and the way to the others."""
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    whole = format_number(open_together(seen.scored, group), scope.lang)
    rows: list[list[Piece] | Section] = [Section(title, whole if points else "")]
    rows += [_row(scope, one) for one in group[:MOST]]
    if len(group) > MOST:
        others = t("and {count} more figures", count=len(group) - MOST)
        rows.append([Link(others, page_address(scope, "score", show="missing")), "", "", *([""] if points else [])])
    return rows


def _row(scope: Scope, one: MissingFigure) -> list[Piece]:
    title = indicator_title(scope, one.indicator)
    needed: list[Piece] = [Link(leaf.id, page_address(scope, "score", leaf=leaf.id)) for leaf in one.leaves]
    needed += [Note(scope.t("condition for scoring {id}", id=node.id)) for node in one.gates]
    open_points = [format_number(one.open, scope.lang)] if scope.table.kind is TableKind.POINTS else []
    who = [Note(lead) for lead in one.leads]
    name: Piece = title
    if one.needs is Needs.LAST_YEAR:  # a month that no list of this year leads to
        name = Link(title, past_address(scope, one.indicator, one.months))
    return [Stack([name, *who]), _when(scope, one), Stack(needed), *open_points]


def _when(scope: Scope, one: MissingFigure) -> str:
    if one.of_others:
        return scope.t("other units of the bloc")
    return past_words(scope, one.months) if one.needs is Needs.LAST_YEAR else months_words(scope, one.months)
