"""What hangs on a figure: the leaves of every table of the unit that read it, and the evidence attached to them."""

from collections.abc import Sequence
from dataclasses import replace

from data.criteria.lookup import Use, uses
from data.evidence.reading import links
from data.exports.words import title_of
from data.units.known import tables_for
from pages.leadership.leaf_evidence import documents_of
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Link, Note, Piece, Stack, Strong
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.table import Leaf


def uses_cards(scope: Scope, code: str) -> None:
    """One row a leaf or gate, with its documents of the year."""
    t = scope.t
    found = uses(tables_for(scope.store, scope.unit.id), code)
    with card("uses", t("Where this figure counts"), t("Entered once, it feeds every table of the unit that uses it.")):
        if not found:
            say(t("No table of this unit reads this figure any more; what was recorded stays."))
            return
        columns = [
            Column(t("Criterion"), "wide"),
            Column(t("Table")),
            Column(t("Evidence of {year}", year=str(scope.month.year)), "wide"),
        ]
        stacked_table(columns, _rows(scope, found), t("Where this figure counts"), "uses-table")


def _rows(scope: Scope, found: Sequence[Use]) -> list[list[Piece]]:
    t = scope.t
    attached = links(scope.store, scope.person, scope.unit.id, scope.month.year)
    rows: list[list[Piece]] = []
    for use in found:
        of_table = replace(scope, table=use.table)
        title = title_of(use.part, scope.lang)
        if isinstance(use.part, Leaf):
            name: Piece = Link(title, page_address(of_table, "score", leaf=use.part.id))
            mine = [one for one in attached if (one.table, one.leaf) == (use.table.id, use.part.id)]
            documents = documents_of(scope, mine) if mine else Note(t("no document"))
        else:
            name, documents = Stack([title, Note(t("condition of the whole part"))]), ""
        rows.append([Stack([Strong(use.part.id), name]), Note(title_of(use.table, scope.lang)), documents])
    return rows
