"""What stands for each month of the year: a line with gaps where nothing came, and the same in words."""

from collections.abc import Sequence

from data.figures.past import Entry, MonthFigure, by_month
from data.figures.words import figure_message
from data.language import render
from pages.leadership.leaf_figures import formation_words
from pages.parts.card import card
from pages.parts.chart import Chart, draw
from pages.parts.legend import legend
from pages.parts.markup import Badge, Note, Piece, Strong
from pages.parts.prose import say
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from pages.parts.theme import BLUE
from scoring.indicator import Indicator, Measure

HEIGHT = 250


def months_card(scope: Scope, code: str, found: Sequence[Entry]) -> None:
    """A chart where the figure is a number; months in words where it is an answer."""
    t, indicator = scope.t, scope.table.indicators.get(code)
    months = by_month(found, indicator, scope.month.year)
    title = t("In force in {year}, month by month", year=str(scope.month.year))
    with card("months", title):
        if not any(one.figure for one in months):
            say(t("Nothing has been entered for {year} yet.", year=str(scope.month.year)))
        elif any(one.height is not None for one in months):
            legend([("points", t("In force")), ("open", t("No figure yet"))])
            _chart(scope, indicator, months)
            say(Note(t("A month without a figure is left open: it is missing, not zero.")))
        else:
            _answers(scope, indicator, months)
        if indicator is not None:
            say(Note(formation_words(scope, indicator)))


def _chart(scope: Scope, indicator: Indicator | None, months: Sequence[MonthFigure]) -> None:
    t = scope.t
    names = [t("M{month}", month=str(one.month.number)) for one in months]
    heights = [None if one.height is None else float(one.height) for one in months]  # a drawing, never a result
    figure = Chart()
    figure.add_scatter(
        x=names, y=heights, mode="lines+markers", connectgaps=False, line={"color": BLUE, "width": 2.5},
        marker={"size": 8}, hovertext=[_words(scope, indicator, one) for one in months], hoverinfo="text",
        showlegend=False, cliponaxis=False,
    )  # fmt: skip
    for at, one in enumerate(months):
        if one.figure is None and one.due:
            figure.add_vrect(x0=at - 0.5, x1=at + 0.5, fillcolor="#eef2f8", line_width=0, layer="below")
    figure.update_xaxes(range=[-0.5, len(months) - 0.5], type="category", categoryarray=names, categoryorder="array")
    share = indicator is not None and indicator.measure in (Measure.RATIO, Measure.PERCENT)
    figure.update_yaxes(rangemode="tozero", ticksuffix="%" if share else "")
    alt = "; ".join(f"{name}: {_words(scope, indicator, one)}" for name, one in zip(names, months, strict=True))
    draw(figure, key="history-chart", alt=alt, lang=scope.lang, height=HEIGHT)


def _words(scope: Scope, indicator: Indicator | None, one: MonthFigure) -> str:
    if one.figure is not None:
        return render(figure_message(indicator, one.figure), scope.lang)
    return scope.t("no figure yet") if one.due else "–"


def _answers(scope: Scope, indicator: Indicator | None, months: Sequence[MonthFigure]) -> None:
    t = scope.t
    rows: list[list[Piece]] = []
    for one in months:
        if one.figure is not None:
            rows.append([month_name(t, one.month), Strong(render(figure_message(indicator, one.figure), scope.lang))])
        elif one.due:
            rows.append([month_name(t, one.month), Badge(t("No figure yet"), "warn")])
    stacked_table([Column(t("Month")), Column(t("In force"), "wide")], rows, t("In force"), "months-table")
