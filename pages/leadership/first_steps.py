"""An office that has reported nothing yet: what to do first. No zeros that look like results."""

from data.exports.words import title_of
from data.language import format_number
from pages.leadership.seen import Seen
from pages.parts.address import page_address, template_address
from pages.parts.card import card
from pages.parts.markup import Link, Piece, Stack, Strong
from pages.parts.prose import buttons, say
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.table import Leaf, TableKind


def first_steps(scope: Scope, seen: Seen) -> None:
    """The three steps to a first result, and what the table will ask for."""
    t = scope.t
    with card("first-steps", t("No figures yet"), t("There is nothing to score for {year} so far.", year=_year(scope))):
        say(
            t("1. Download the workbook of {month}; codes and names are filled in.", month=month_name(t, scope.month)),
            t("2. Fill in the figures and submit the file; you see every problem before anything is stored."),
            t("3. Answer on screen what is no number, and attach the documents that prove it."),
        )
        buttons(_links(scope))
    with card("asked-for", t("What this table asks for")):
        _fields(scope)


def nothing_this_month(scope: Scope) -> None:
    """A month that nobody has reported: what stands below comes from earlier months."""
    t, month = scope.t, month_name(scope.t, scope.month)
    with card("no-month", t("{month} has no figures yet", month=month)):
        say(t("What stands below comes from earlier months. What needs this month counts as missing, not as zero."))
        buttons(_links(scope))


def _links(scope: Scope) -> list[Link]:
    t = scope.t
    return [
        Link(t("Download the month's workbook"), template_address(scope), download=True),
        Link(t("Go to Submit figures"), page_address(scope, "figures")),
    ]


def _fields(scope: Scope) -> None:
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    rows: list[list[Piece]] = [
        [
            Stack([Strong(part.id), title_of(part, scope.lang)]),
            str(1 if isinstance(part, Leaf) else sum(1 for _leaf in part.leaves())),
            *([format_number(part.max or 0, scope.lang)] if points else []),
        ]
        for part in scope.table.tree.children
    ]
    columns = [Column(t("Field"), "wide"), Column(t("Criteria"), "number")]
    columns += [Column(t("Largest score"), "number")] if points else []
    stacked_table(columns, rows, t("What this table asks for"), "asked-for-table")


def _year(scope: Scope) -> str:
    return str(scope.month.year)
