"""The year so far, month by month."""

from data.language import format_share
from data.scores.trend import TrendPoint
from pages.leadership.grounds import ground
from pages.leadership.seen import Seen
from pages.parts.card import card
from pages.parts.chart import Chart, draw
from pages.parts.legend import Ground, legend
from pages.parts.scope import Scope
from pages.parts.theme import BLUE
from scoring.table import TableKind

LOWEST, HIGHEST = 260, 430  # pixels: as high as the card of the fields beside it, within reason


def trend_card(scope: Scope, seen: Seen, height: int) -> None:
    """The index with its range, or the number of targets met, as of each month."""
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    title = (
        t("The index in {year}", year=str(scope.month.year))
        if points
        else t("Targets in {year}", year=str(scope.month.year))
    )
    said = t("As of each month, from the figures in force today")
    with card("trend", title, said):
        if points:
            legend([("points", t("Index of what is measured")), ("open", t("Between sure and possible"))])
            _index(scope, seen.trend, height)
        else:
            _targets(scope, seen.trend, height)


def _index(scope: Scope, points: tuple[TrendPoint, ...], height: int) -> None:
    months = [_short(scope, point) for point in points]
    figure = Chart()
    sure = [float(point.total.index_sure or 0) * 100 for point in points]
    possible = [float(point.total.index_possible or 0) * 100 for point in points]
    figure.add_scatter(x=months, y=sure, mode="lines", line={"width": 0}, hoverinfo="skip", showlegend=False)
    figure.add_scatter(
        x=months, y=possible, mode="lines", line={"width": 0}, fill="tonexty", hoverinfo="skip", showlegend=False,
        fillpattern={"shape": "/", "fgcolor": "#b9c6dc", "bgcolor": "#eef2f8", "size": 6, "solidity": 0.3},
    )  # fmt: skip
    index = [None if point.total.index is None else float(point.total.index) * 100 for point in points]
    words = [_index_words(scope, point) for point in points]
    figure.add_scatter(
        x=months, y=index, mode="lines+markers+text", line={"color": BLUE, "width": 2.5}, marker={"size": 7},
        text=words, textposition="top center", cliponaxis=False, hoverinfo="skip", showlegend=False,
    )  # fmt: skip
    figure.update_xaxes(range=[-0.45, len(points) - 0.55])
    figure.update_yaxes(range=[0, 108], ticksuffix="%", dtick=25)
    alt = "; ".join(f"{month}: {word}" for month, word in zip(months, words, strict=True))
    draw(figure, key="trend-chart", alt=alt, lang=scope.lang, height=min(max(height, LOWEST), HIGHEST))


def _targets(scope: Scope, points: tuple[TrendPoint, ...], height: int) -> None:
    t, months = scope.t, [_short(scope, point) for point in points]
    kinds: list[tuple[Ground, str, list[int]]] = [
        ("met", t("Met"), [point.total.met for point in points]),
        ("open", t("No figure yet"), [point.total.unknown for point in points]),
        ("lost", t("Not met"), [point.total.unmet for point in points]),
    ]
    legend([(kind, name) for kind, name, _counts in kinds])
    figure = Chart()
    for kind, name, counts in kinds:
        shown = [str(count) if count else "" for count in counts]
        colour = "#ffffff" if kind == "met" else "#3a4763"
        figure.add_bar(
            x=months, y=counts, name=name, marker=ground(kind), text=shown, textposition="inside", hoverinfo="skip",
            textangle=0, insidetextfont={"color": colour},
        )  # fmt: skip
    figure.update_layout(barmode="stack", showlegend=False, bargap=0.35)
    figure.update_yaxes(visible=False)
    alt = "; ".join(
        t("{month}: {met} met, {unmet} not met, {unknown} not known", month=month, met=p.total.met,
          unmet=p.total.unmet, unknown=p.total.unknown)
        for month, p in zip(months, points, strict=True)
    )  # fmt: skip
    draw(figure, key="trend-chart", alt=alt, lang=scope.lang, height=min(max(height, LOWEST), HIGHEST))


def _short(scope: Scope, point: TrendPoint) -> str:
    t = scope.t
    return t("M{month}", month=str(point.month.number))


def _index_words(scope: Scope, point: TrendPoint) -> str:
    t, index = scope.t, point.total.index
    return t("not known") if index is None else format_share(index, scope.lang)
