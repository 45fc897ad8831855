"""Each field as a bar over its maximum: earned, lost, still open."""

from textwrap import wrap

from data.exports.words import title_of
from data.language import format_number
from data.scores.standing import FieldStanding, fields
from pages.leadership.grounds import ground
from pages.leadership.seen import Seen
from pages.parts.card import card
from pages.parts.chart import Chart, draw
from pages.parts.legend import Ground, legend
from pages.parts.scope import Scope
from scoring.table import TableKind

LONGEST = 42  # characters of a title in one line: as many as a phone shows beside the number
LINE, BAR = 17, 34  # pixels of a line of title, and of a bar with its air


def fields_card(scope: Scope, seen: Seen) -> int:
    """The card; answers how many pixels high its chart is."""
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    title = t("Points by field") if points else t("Targets by field")
    said = t("Points of the maximum that applies") if points else t("Targets met of those that apply")
    kinds: list[tuple[Ground, str]] = [
        ("points", t("Earned")) if points else ("met", t("Met")),
        ("open", t("Not measured yet") if points else t("No figure yet")),
        ("lost", t("Lost") if points else t("Not met")),
    ]
    with card("fields", title, said):
        legend(kinds)
        return _bars(scope, fields(seen.scored, seen.coverage), kinds)


def _bars(scope: Scope, standings: list[FieldStanding], kinds: list[tuple[Ground, str]]) -> int:
    titles = [wrap(f"{one.part.id}. {title_of(one.part, scope.lang)}", LONGEST) for one in standings]
    rows, top = [], 0
    for title in titles:
        top += LINE * len(title)
        rows.append(top + BAR / 2 - 5)
        top += BAR
    figure = Chart()
    for at, (kind, name) in enumerate(kinds):
        share = [_parts(scope, one)[at] for one in standings]
        figure.add_bar(y=rows, x=share, width=13, orientation="h", marker=ground(kind), name=name, hoverinfo="skip")
    for row, title, one in zip(rows, titles, standings, strict=True):
        place = {"y": row - 9, "yanchor": "bottom", "showarrow": False, "xref": "paper"}
        figure.add_annotation(x=0, xanchor="left", text="<br>".join(title), align="left", **place)
        figure.add_annotation(x=1, xanchor="right", text=f"<b>{_result(scope, one)}</b>", **place)
    figure.update_layout(barmode="stack", showlegend=False)
    figure.update_xaxes(range=[0, 1], visible=False)
    figure.update_yaxes(range=[top, 0], visible=False)
    alt = "; ".join(f"{one.part.id} {title_of(one.part, scope.lang)}: {_result(scope, one)}" for one in standings)
    draw(figure, key="fields-chart", alt=alt, lang=scope.lang, height=top + 16)
    return top + 16


def _parts(scope: Scope, one: FieldStanding) -> tuple[float, float, float]:
    """Earned, open and lost, each as a share of the field's own maximum: for drawing."""
    total = one.total
    if scope.table.kind is TableKind.TARGETS:
        count = total.met + total.unmet + total.unknown or 1
        return total.met / count, total.unknown / count, total.unmet / count
    whole = float(total.applicable_max) or 1.0
    return max(float(total.points), 0.0) / whole, float(one.open) / whole, float(total.lost) / whole


def _result(scope: Scope, one: FieldStanding) -> str:
    t, total = scope.t, one.total
    if scope.table.kind is TableKind.TARGETS:
        return f"{total.met} / {total.met + total.unmet + total.unknown}"
    if not total.measured_max:
        return t("not known of {max}", max=total.applicable_max)
    return f"{format_number(total.points, scope.lang)} / {format_number(total.applicable_max, scope.lang)}"
