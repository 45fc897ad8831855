"""Figures of the year before that the table compares with and that are not there: each leads to where it is entered."""

from data.scores.missing import missing_figures
from pages.leadership.leaf_figures import indicator_title
from pages.leadership.seen import see
from pages.leadership.words import past_address, past_words
from pages.parts.card import card
from pages.parts.markup import Link, Note, Piece, Stack
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.readings import Needs, codes_behind


def past_figures_card(scope: Scope) -> None:
    """Nothing is drawn, and nothing scored, for a table that reads nothing of the year before."""
    t = scope.t
    if not codes_behind(scope.table.readings, Needs.LAST_YEAR):
        return
    found = [one for one in missing_figures(see(scope).scored) if one.needs is Needs.LAST_YEAR and one.ours]
    if not found:
        return
    year = str(scope.month.year - 1)
    said = t("This table compares with them; they are entered here also for months in which it did not hold yet.")
    with card("past-figures", t("Figures of {year} not there yet: {count}", year=year, count=len(found)), said):
        rows: list[list[Piece]] = [
            [
                Link(indicator_title(scope, one.indicator), past_address(scope, one.indicator, one.months)),
                past_words(scope, one.months),
                Stack([Note(leaf.id) for leaf in one.leaves]),
            ]
            for one in found
        ]
        columns = [Column(t("Figure"), "wide"), Column(t("Not there")), Column(t("Needed for"))]
        stacked_table(columns, rows, t("Figures of {year} not there yet: {count}", year=year, count=len(found)),
                      "past-figures-table")  # fmt: skip
