"""The month by who leads the criteria, and by the source that the table names: who still owes what."""

from collections.abc import Sequence

from data.figures.observation import Observation
from data.figures.reporting import Supplier, by_lead, by_source
from pages.leadership.leaf_figures import indicator_title
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.indicator import Indicator

MOST_NAMED = 5


def suppliers_card(scope: Scope, stored: Sequence[Observation]) -> None:
    """Two lists of the same figures; the first only where the table says who leads."""
    t, month = scope.t, month_name(scope.t, scope.month)
    leads = by_lead(scope.table, stored, scope.month)
    if leads:
        title = t("{month} by who leads", month=month)
        _card(scope, "leads", title, t("Who leads"), t("nobody named in the table"), leads)
    title = t("{month} by source", month=month)
    _card(scope, "sources", title, t("Supplied by"), t("the table names no source"),
          by_source(scope.table, stored, scope.month))  # fmt: skip


def _card(scope: Scope, key: str, title: str, head: str, nobody: str, found: Sequence[Supplier]) -> None:
    t = scope.t
    with card(f"reporting-{key}", title):
        columns = [
            Column(head, "wide"),
            Column(t("Of the month")),
            Column(t("Once in the year")),
            Column(t("Not there"), "wide"),
        ]
        rows = [_row(scope, one, nobody) for one in found]
        stacked_table(columns, rows, title, f"reporting-{key}-table")


def _row(scope: Scope, one: Supplier, nobody: str) -> list[Piece]:
    lacking = [*one.missing, *(missing for missing in one.missing_once if missing not in one.missing)]
    return [
        Strong(one.name) if one.name else Note(nobody),
        _count(scope, one.asked, len(one.missing)),
        _count(scope, one.once, len(one.missing_once)),
        Stack(_named(scope, lacking)),
    ]


def _count(scope: Scope, asked: int, missing: int) -> Piece:
    """``3 trên 5``, marked where something is missing; a dash where nothing is asked."""
    t = scope.t
    if not asked:
        return Note("–")
    words = t("{given} of {count}", given=asked - missing, count=asked)
    return Badge(words, "warn" if missing < asked else "bad") if missing else words


def _named(scope: Scope, lacking: Sequence[Indicator]) -> list[Piece]:
    links: list[Piece] = [
        Link(indicator_title(scope, one), page_address(scope, "figures", indicator=one.code))
        for one in lacking[:MOST_NAMED]
    ]
    more = len(lacking) - MOST_NAMED
    return [*links, Note(scope.t("and {count} more figures", count=more))] if more > 0 else links
