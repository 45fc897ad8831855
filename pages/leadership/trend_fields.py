"""Each field by itself: a small line over the months, and the same as a table."""

from collections.abc import Sequence
from textwrap import wrap

from data.exports.words import title_of
from data.language import format_share
from data.scores.trend import TrendPoint, runs
from pages.leadership.months import month_axis, short_month
from pages.leadership.seen import Seen
from pages.parts.card import card
from pages.parts.chart import Chart, draw
from pages.parts.markup import Note, Piece, Strong
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from pages.parts.theme import BLUE
from scoring.table import Leaf, Node, TableKind

ROW, LONGEST = 104, 44  # pixels of one field, and characters of its title


def fields_trend_card(scope: Scope, seen: Seen) -> None:
    """One small line a field, from 0 to 100 per cent each; then every number."""
    t, fields = scope.t, scope.table.tree.children
    points = scope.table.kind is TableKind.POINTS
    said = (
        t("Index of what is measured in each field; lines as above") if points else t("Targets met of those that apply")
    )
    with card("fields-trend", t("Field by field"), said):
        if points:
            _draw(scope, seen, fields)
        reported = [point for point in seen.trend if point.reported]
        columns = [Column(t("Field"), "wide"), *(Column(short_month(scope, one.month), "number") for one in reported)]
        rows: list[list[Piece]] = [
            [Strong(f"{field.id}. {title_of(field, scope.lang)}"), *(_share(scope, one, field) for one in reported)]
            for field in fields
        ]
        stacked_table(columns, rows, t("Field by field"), "fields-months-table")


def _share(scope: Scope, point: TrendPoint, field: Node | Leaf) -> Piece:
    total = point.of(field)
    if total is not None and scope.table.kind is TableKind.TARGETS:
        return f"{total.met} / {total.met + total.unmet + total.unknown}"
    if total is None or total.index is None:
        return Note("–")
    return format_share(total.index, scope.lang, 1)


def _draw(scope: Scope, seen: Seen, fields: Sequence[Node | Leaf]) -> None:
    figure = Chart(rows=len(fields))
    alt = []
    for row, field in enumerate(fields, 1):
        last = _lines(figure, scope, seen, field, row)
        title = "<br>".join(wrap(f"{field.id}. {title_of(field, scope.lang)}: {last}", LONGEST))
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", y=1.95, yref=f"y{row}" if row > 1 else "y", yanchor="top",
            text=title, align="left", showarrow=False,
        )  # fmt: skip
        alt.append(f"{field.id} {title_of(field, scope.lang)}: {last}")
    month_axis(figure, scope, seen)
    figure.update_yaxes(range=[-0.04, 1.95], tickvals=[0, 0.5, 1], tickformat=".0%")
    draw(figure, key="fields-trend-chart", alt="; ".join(alt), lang=scope.lang, height=ROW * len(fields) + 40)


def _lines(figure: Chart, scope: Scope, seen: Seen, field: Node | Leaf, row: int) -> str:
    """The runs of one field; answers its newest value in words."""
    t = scope.t
    last = t("not known")
    for run in runs(seen.trend, field):
        totals = [total for point in run if (total := point.of(field)) is not None]
        values = [total.index for total in totals if total.index is not None]
        figure.add_scatter(
            x=[short_month(scope, point.month) for point in run], y=[float(value) for value in values],
            mode="lines+markers", line={"color": BLUE, "width": 2}, marker={"size": 6}, hoverinfo="skip",
            cliponaxis=False, showlegend=False, row=row, col=1,
        )  # fmt: skip
        last = format_share(values[-1], scope.lang)
    return last
