"""Every criteria file there is: the tables that were loaded, and the files that were refused, with their problems."""

from dataclasses import replace

from data.criteria.folder import Criteria, CriteriaFile
from data.exports.words import title_of
from data.language import Translate
from data.units.known import find_unit
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.problem import show_problems
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.table import Table, TableKind


def files_cards(t: Translate, lang: str, criteria: Criteria, scope: Scope | None) -> None:
    """Loaded tables with the file of each; then one card a file with problems."""
    loaded = [file for file in criteria.files if file.table is not None]
    with card("loaded", t("All tables that are loaded"), t("{count} files", count=len(loaded))):
        if loaded:
            columns = [Column(t("Table"), "wide"), Column(t("Edition")), Column(t("Kind")), Column(t("File"))]
            rows = [_row(t, lang, file, scope) for file in loaded]
            stacked_table(columns, rows, t("All tables that are loaded"), "loaded-table")
        else:
            say(t("No table could be loaded."))
    for at, file in enumerate(file for file in criteria.files if file.problems):
        title = t("Refused: {name}", name=file.path.name)
        if file.table is not None:
            title = t("Loaded with warnings: {name}", name=file.path.name)
        with card(f"problems-{at}", title, t("{count} problems; each with its line and key", count=len(file.problems))):
            show_problems(t, file.problems, lang, f"problems-table-{at}")


def _row(t: Translate, lang: str, file: CriteriaFile, scope: Scope | None) -> list[Piece]:
    table = file.table
    assert table is not None
    name: Piece = Strong(title_of(table, lang))
    if scope is not None:
        name = Link(title_of(table, lang), table_address(scope, table))
    marks = [Badge(t("template"), "warn")] if table.template else []
    marks += [Badge(t("excerpt"), "warn")] if table.excerpt else []
    kind = t("table of points") if table.kind is TableKind.POINTS else t("table of targets")
    count = t("{count} criteria", count=len(table.leaves))
    issued = [Note(part) for part in (table.decision, table.issued_by) if part]
    return [Stack([name, *marks, *issued]), table.edition, Stack([kind, Note(count)]), Note(file.path.name)]


def table_address(scope: Scope, table: Table) -> str:
    """The table for a unit that it was issued for; the unit looked at where it was issued for none by name."""
    unit = scope.unit
    if table.units and all(one.id != unit.id for one in table.units):
        unit = find_unit(scope.store, scope.person, table.units[0].id)
    first = next((month for month in [scope.month] if table.holds_in(month)), None)
    if first is None and table.valid_from is not None:
        first = replace(scope.month, year=table.valid_from.year, number=table.valid_from.month)
    return page_address(replace(scope, unit=unit, table=table, month=first or scope.month), "criteria")
