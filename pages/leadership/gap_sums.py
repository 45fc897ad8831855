"""What is not earned, in sums that add up to the maximum less the points; and a chart of it by field."""

from data.exports.words import title_of
from data.language import format_exact
from data.scores.balance import Balance, balance, falls
from data.scores.needs import out_of_reach, won_by_office
from pages.leadership.grounds import ground
from pages.leadership.seen import Seen
from pages.parts.card import card
from pages.parts.chart import Chart, draw
from pages.parts.figures import key_figures_row
from pages.parts.legend import Ground, legend
from pages.parts.markup import Strong
from pages.parts.prose import say
from pages.parts.scope import Scope
from scoring.table import TableKind


def sums_card(scope: Scope, seen: Seen) -> None:
    """The figures, the sum written out, and, of a table of points, the fall from the maximum to the points."""
    t, found, points = scope.t, balance(seen.scored), scope.table.kind is TableKind.POINTS
    sums, won = found.sums, won_by_office(seen.needs)
    figures = [
        (t("Lost on what is measured"), sums.lost, t("{points} of it can still be won by the office", points=won))
        if points
        else (t("Targets not met"), sums.lost, t("{count} of them can still be met", count=won)),
        (t("Waiting for others"), sums.waiting, t("survey or appraiser has not answered yet")),
        (t("Figures missing"), sums.missing, t("to come from the unit; not counted as failed")),
    ]
    figures += [(t("Out of reach this year"), out_of_reach(seen.needs), t("by past cases that stay as they are"))]
    figures += [(t("Caps and conditions"), sums.held, t("told with the fields below"))] if sums.held else []
    key_figures_row([(label, format_exact(size, scope.lang), under) for label, size, under in figures])
    with card("balance", t("From the maximum down to the points") if points else t("From all targets to those met")):
        say(Strong(_sum_line(scope, found)))
        if points:
            _fall(scope, seen, found)


def _sum_line(scope: Scope, found: Balance) -> str:
    """``lost 14 + waiting 30 + missing 46 = 90 = 100 − 10``: nothing is left over."""
    t, sums, points = scope.t, found.sums, scope.table.kind is TableKind.POINTS
    parts = [
        t("lost {points}", points=sums.lost) if points else t("not met {count}", count=sums.lost),
        t("waiting {points}", points=sums.waiting),
        t("missing {points}", points=sums.missing),
        *([t("caps and conditions {points}", points=sums.held)] if sums.held else []),
    ]
    values = {"parts": " + ".join(parts), "whole": sums.whole, "max": found.maximum, "earned": found.earned}
    if points:
        return t("{parts} = {whole} points = maximum {max} − {earned} earned", **values)
    return t("{parts} = {whole} targets = {max} that apply − {earned} met", **values)


def _fall(scope: Scope, seen: Seen, found: Balance) -> None:
    t, lang, steps = scope.t, scope.lang, falls(seen.scored)
    names = [t("Max"), *(one.part.id for one in steps), t("Points")]
    heights: list[tuple[Ground | None, list[float]]] = [
        (None, [0.0, *(max(float(one.end), 0.0) for one in steps), 0.0]),
        ("points", [float(found.maximum), *(0.0 for _one in steps), float(found.earned)]),
        ("open", [0.0, *(float(one.open) for one in steps), 0.0]),
        ("lost", [0.0, *(float(one.lost) for one in steps), 0.0]),
    ]
    tops = [float(found.maximum), *(float(one.start) for one in steps), float(found.earned)]
    said = [f"-{format_exact(one.whole, lang)}" if one.whole else "0" for one in steps]
    figure = Chart()
    for kind, sizes in heights:
        marker = ground(kind) if kind else {"color": "rgba(0,0,0,0)"}
        figure.add_bar(x=names, y=sizes, marker=marker, hoverinfo="skip", showlegend=False)
    labels = [format_exact(found.maximum, lang), *said, format_exact(found.earned, lang)]
    for name, top, label in zip(names, tops, labels, strict=True):
        figure.add_annotation(x=name, y=top, text=label, showarrow=False, yanchor="bottom", font={"size": 11})
    figure.update_layout(barmode="stack", bargap=0.25)
    figure.update_xaxes(type="category", tickangle=0, showgrid=False)
    figure.update_yaxes(range=[0, float(found.maximum) * 1.08], visible=False)
    lines = [f"{one.part.id} {title_of(one.part, lang)}: {words}" for one, words in zip(steps, said, strict=True)]
    alt = "; ".join([f"{names[0]}: {labels[0]}", *lines, f"{names[-1]}: {labels[-1]}"])
    legend([("points", t("Points")), ("open", t("Waiting or missing")), ("lost", t("Lost"))])
    draw(figure, key="fall-chart", alt=alt, lang=lang, height=260)
