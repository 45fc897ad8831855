"""All figures of a table with how often each was entered this year: where to begin looking."""

from collections.abc import Mapping, Sequence

from data.evidence.checking import VIETNAM
from data.figures.past import Entered
from data.language import format_moment
from pages.leadership.leaf_figures import indicator_title
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column


def index_card(scope: Scope, codes: Sequence[str], counted: Mapping[str, Entered]) -> None:
    """One row an indicator; those that the table does not have (another table does, or did) come last."""
    t, year = scope.t, str(scope.month.year)
    with card("figures-index", t("All figures of {year}", year=year)):
        if not counted:
            say(t("Nothing has been entered for {year} yet.", year=year))
        columns = [
            Column(t("Figure"), "wide"),
            Column(t("Months there"), "number"),
            Column(t("Corrections"), "number"),
            Column(t("Last entered")),
        ]
        rows = [_row(scope, code, counted.get(code)) for code in codes]
        stacked_table(columns, rows, t("All figures of {year}", year=year), "figures-index")


def _row(scope: Scope, code: str, found: Entered | None) -> list[Piece]:
    t, indicator = scope.t, scope.table.indicators.get(code)
    title = indicator_title(scope, indicator) if indicator is not None else code
    under = code if indicator is not None else t("not in this table")
    name = Stack([Link(title, page_address(scope, "history", indicator=code)), Note(under)])
    if found is None:
        return [name, Badge(t("No figure yet"), "warn"), "", ""]
    at = t("{at} (+07)", at=format_moment(found.newest + VIETNAM))
    return [name, str(found.months), str(found.corrected), Note(at)]
