"""The heat map's rows: the whole table, its fields, their leaves."""

from data.exports.words import title_of
from data.scores.heat import HeatRow, heat_rows
from pages.leadership.heat_cells import cell_of
from pages.leadership.months import short_month
from pages.leadership.seen import Seen
from pages.parts.address import page_address
from pages.parts.heat import Cell, Line, heat_table
from pages.parts.markup import Link, Piece, Strong
from pages.parts.scope import Scope


def heat_lines(scope: Scope, seen: Seen, field: str | None) -> None:
    """All fields, or one with its leaves; months without figures of their own are marked in the head."""
    t = scope.t
    heads = []
    for one in seen.months:
        name = short_month(scope, one.month)
        silent = t("{month}, without figures of its own", month=name)
        heads.append(Cell(name, name if one.reported else silent, "" if one.reported else "silent"))
    lines = [
        Line(_head(scope, row), [cell_of(t, cell) for cell in row.cells], detail=row.leaf)
        for row in heat_rows(seen.months, field)
    ]
    heat_table(heads, lines, t("Criteria by month"), "heat-table", opened=field is not None)


def _head(scope: Scope, row: HeatRow) -> Piece:
    """The whole table; a field, which opens; a leaf, with the way to its own page."""
    part, title = row.part, title_of(row.part, scope.lang)
    if part is scope.table.tree:
        return Strong(scope.t("Whole table"))
    if row.leaf:
        return Link(f"{part.id} {title}", page_address(scope, "score", leaf=part.id))
    return Link(f"{part.id}. {title}", page_address(scope, "heatmap", field=part.id))
