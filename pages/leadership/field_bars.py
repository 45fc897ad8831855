"""Each field as a bar over its maximum: earned, lost, still open; a bonus up to its ceiling, penalties as lost."""

from textwrap import wrap

from data.exports.words import title_of
from data.scores.standing import FieldStanding
from pages.leadership.goal import goal, goal_box
from pages.leadership.grounds import ground
from pages.leadership.seen import Seen
from pages.leadership.words import total_words
from pages.parts.card import card
from pages.parts.chart import Chart, Drawing, drawing, show
from pages.parts.legend import Ground, legend_markup
from pages.parts.scope import Scope
from pages.parts.theme import TEXT
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
    standings, wanted = seen.fields, goal() if points else None
    if any(one.total.bonus_max for one in standings):
        kinds.append(("bonus", t("Bonus not earned, up to the ceiling")))
    marked: list[tuple[Ground, str]] = [("mark", t("Goal {share}", share=f"{wanted}%"))] if wanted else []
    with card("fields", title, said, legend_markup([*kinds, *marked])):
        drawn = seen.once.made(scope, "fields", lambda: _bars(scope, standings, kinds, wanted))
        show(drawn, key="fields-chart")
        if points:
            goal_box(scope, standings)
        return drawn.height


def _bars(scope: Scope, standings: list[FieldStanding], kinds: list[tuple[Ground, str]], wanted: int | None) -> Drawing:
    titles = [wrap(f"{one.part.id}. {title_of(one.part, scope.lang)}", LONGEST) for one in standings]
    rows, top = [], 0
    for title in titles:
        top += LINE * len(title)
        rows.append(top + BAR / 2 - 5)
        top += BAR
    figure = Chart()
    for at, (kind, name) in enumerate(kinds):
        share = [_parts(scope, one)[at] or None for one in standings]  # nothing has no frame either
        figure.add_bar(y=rows, x=share, width=13, orientation="h", marker=ground(kind), name=name, hoverinfo="skip")
    for row, title, one in zip(rows, titles, standings, strict=True):
        place = {"y": row - 9, "yanchor": "bottom", "showarrow": False, "xref": "paper"}
        figure.add_annotation(x=0, xanchor="left", text="<br>".join(title), align="left", **place)
        figure.add_annotation(x=1, xanchor="right", text=f"<b>{_result(scope, one)}</b>", **place)
        if wanted:
            ends = {"x0": wanted / 100, "x1": wanted / 100, "y0": row - 10, "y1": row + 10}
            figure.add_shape(type="line", line={"color": TEXT, "width": 2.5}, **ends)
    figure.update_layout(barmode="stack", showlegend=False)
    figure.update_xaxes(range=[0, 1], visible=False)
    figure.update_yaxes(range=[top, 0], visible=False)
    alt = "; ".join(f"{one.part.id} {title_of(one.part, scope.lang)}: {_result(scope, one)}" for one in standings)
    return drawing(figure, alt=alt, lang=scope.lang, height=top + 16)


def _parts(scope: Scope, one: FieldStanding) -> tuple[float, float, float, float]:
    """Earned, open, lost and bonus not earned, each as a share of the field's own maximum: for drawing."""
    total = one.total
    if scope.table.kind is TableKind.TARGETS:
        count = total.met + total.unmet + total.unknown or 1
        return total.met / count, total.unknown / count, total.unmet / count, 0
    share = one.shares
    return float(share.earned), float(share.open), float(share.lost), float(share.bonus)


def _result(scope: Scope, one: FieldStanding) -> str:
    total = one.total
    if scope.table.kind is TableKind.TARGETS:
        return f"{total.met} / {total.met + total.unmet + total.unknown}"
    return total_words(scope, total)
