"""The index month by month, with what is sure and what is still possible: gaps stay gaps."""

from data.language import format_share
from data.scores.trend import TrendPoint, runs
from pages.leadership.grounds import ground
from pages.leadership.months import month_axis, short_month
from pages.leadership.seen import Seen
from pages.parts.address import page_address
from pages.parts.card import card, stack
from pages.parts.chart import Chart, Drawing, drawing, show
from pages.parts.legend import legend_markup
from pages.parts.markup import Link, Note
from pages.parts.prose import said
from pages.parts.scope import Scope
from pages.parts.theme import BLUE

MOST = 6  # months with a number at each point: more would lie over each other on a phone


def index_card(
    scope: Scope, seen: Seen, *, height: int = 340, key: str = "index-trend", leads_on: bool = False
) -> None:
    """The whole table. A line joins only months that measure the same; a month nobody reported has none."""
    t = scope.t
    title = t("The index in {year}", year=str(scope.month.year))
    key_to_it = legend_markup([("points", t("Index of what is measured")), ("open", t("Between sure and possible"))])
    with card(key, title, t("As of each month, from the figures in force today"), key_to_it):
        show(seen.once.made(scope, f"{key}-{height}", lambda: _drawing(scope, seen, height)), f"{key}-chart")
        joined = t("A line joins two months only where the same criteria are measured: elsewhere nothing rose or fell.")
        leads = [said(Link(t("Month by month, and field by field"), page_address(scope, "trend")))] if leads_on else []
        stack(said(Note(joined)), *leads)


def _drawing(scope: Scope, seen: Seen, height: int) -> Drawing:
    known = [point for point in seen.trend if point.reported]
    place = "top center" if len(known) <= MOST else "top left"  # the last month stands at the edge
    figure = Chart()
    figure.add_bar(
        x=[short_month(scope, point.month) for point in known], y=[float(point.index_open) for point in known],
        base=[float(point.total.index_sure or 0) for point in known], width=0.6, marker=ground("open"),
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip
    for run in runs(seen.trend):
        labelled = run if len(known) <= MOST else [point for point in run if point is known[-1]]
        figure.add_scatter(
            x=[short_month(scope, point.month) for point in run], y=[float(point.index or 0) for point in run],
            text=[index_words(scope, point) if point in labelled else "" for point in run],
            mode="lines+markers+text", textposition=place, cliponaxis=False, showlegend=False,
            line={"color": BLUE, "width": 2.5}, marker={"size": 8}, hoverinfo="skip",
        )  # fmt: skip
    month_axis(figure, scope, seen, middle=0.5)
    figure.update_yaxes(range=[0, 1.12], tickformat=".0%", dtick=0.25)
    alt = "; ".join(f"{short_month(scope, point.month)}: {index_words(scope, point)}" for point in seen.trend)
    return drawing(figure, alt=alt, lang=scope.lang, height=height)


def index_words(scope: Scope, point: TrendPoint) -> str:
    """The index of a month; in words where nobody reported it, or nothing is measured."""
    t = scope.t
    if not point.reported:
        return t("not reported")
    return t("not known") if point.index is None else format_share(point.index, scope.lang)
