"""How many targets are met, not met and not known as of each month."""

from pages.leadership.grounds import ground
from pages.leadership.months import month_axis, short_month
from pages.leadership.seen import Seen
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.chart import Chart, Drawing, drawing, show
from pages.parts.legend import Ground, legend_markup
from pages.parts.markup import Link
from pages.parts.prose import say
from pages.parts.scope import Scope


def targets_card(
    scope: Scope, seen: Seen, *, height: int = 340, key: str = "targets-trend", leads_on: bool = False
) -> None:
    """One column a month that was reported."""
    t = scope.t
    kinds: list[tuple[Ground, str]] = [("met", t("Met")), ("open", t("No figure yet")), ("lost", t("Not met"))]
    title = t("Targets in {year}", year=str(scope.month.year))
    with card(key, title, t("As of each month, from the figures in force today"), legend_markup(kinds)):
        show(seen.once.made(scope, f"{key}-{height}", lambda: _drawing(scope, seen, height)), f"{key}-chart")
        if leads_on:
            say(Link(t("Month by month, and field by field"), page_address(scope, "trend")))


def _drawing(scope: Scope, seen: Seen, height: int) -> Drawing:
    t, known = scope.t, [point for point in seen.trend if point.reported]
    months = [short_month(scope, point.month) for point in known]
    counts: list[tuple[Ground, list[int]]] = [
        ("met", [point.total.met for point in known]),
        ("open", [point.total.unknown for point in known]),
        ("lost", [point.total.unmet for point in known]),
    ]
    figure = Chart()
    for kind, sizes in counts:
        figure.add_bar(
            x=months, y=sizes, marker=ground(kind), text=[str(size) if size else "" for size in sizes],
            textposition="inside", textangle=0, hoverinfo="skip", showlegend=False,
            insidetextfont={"color": "#ffffff" if kind == "met" else "#3a4763"},
        )  # fmt: skip
    figure.update_layout(barmode="stack", bargap=0.3)
    month_axis(figure, scope, seen, middle=len(scope.table.leaves) / 2)
    figure.update_yaxes(visible=False)
    alt = "; ".join(
        t("{month}: {met} met, {unmet} not met, {unknown} not known", month=month, met=point.total.met,
          unmet=point.total.unmet, unknown=point.total.unknown)
        for month, point in zip(months, known, strict=True)
    )  # fmt: skip
    return drawing(figure, alt=alt, lang=scope.lang, height=height)
