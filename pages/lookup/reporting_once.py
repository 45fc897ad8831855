"""What comes once a year and has not come: owed by no single month, and so easily forgotten."""

from collections.abc import Sequence

from pages.leadership.leaf_figures import indicator_title
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Link, Note, Piece, Stack
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.indicator import Indicator


def once_card(scope: Scope, missing: Sequence[Indicator]) -> None:
    """One row an indicator, with who supplies it."""
    t, year = scope.t, str(scope.month.year)
    title = t("Once in the year, not there yet: {count}", count=len(missing))
    with card("reporting-once", title, t("Any month of {year} may bring them.", year=year)):
        if not missing:
            say(t("Nothing that this table asks once a year is missing for {year}.", year=year))
            return
        rows: list[list[Piece]] = [
            [Stack([Link(indicator_title(scope, one), page_address(scope, "figures", indicator=one.code))]),
             Note(one.source)]
            for one in missing
        ]  # fmt: skip
        columns = [Column(t("Figure or answer"), "wide"), Column(t("Supplied by"), "wide")]
        stacked_table(columns, rows, title, "reporting-once-table")
