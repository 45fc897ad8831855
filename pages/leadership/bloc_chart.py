"""Each unit of the bloc on one scale: its index, and the range in which the year's index can still end."""

from html import escape
from textwrap import wrap

from data.exports.bloc_words import index_words, member_name, reach_words
from data.scores.bloc import BlocLine
from pages.leadership.bloc_seen import BlocSeen
from pages.leadership.grounds import ground
from pages.parts.card import card
from pages.parts.chart import Chart, draw
from pages.parts.legend import legend
from pages.parts.scope import Scope
from pages.parts.theme import BLUE, GREY, NAVY, TEXT, TRACK

LONGEST = 36  # characters of a name in one line: as many as a phone shows beside the number
LINE, BAR = 17, 27  # pixels of a line of name, and of a bar with its air


def ranges_card(scope: Scope, seen: BlocSeen) -> None:
    """The best first; the chosen unit in heavy letters with a larger mark."""
    t = scope.t
    with card("bloc-ranges", t("Index and range of each unit"), t("As of the month chosen, best first; 0 to 100%")):
        legend([("points", t("Index")), ("open", t("Between sure and possible"))])
        _draw(scope, seen)


def _draw(scope: Scope, seen: BlocSeen) -> None:
    lines = seen.scored.lines
    names = [wrap(_name(scope, seen, line), LONGEST) for line in lines]
    rows, top = [], 0
    for name in names:
        top += LINE * len(name)
        rows.append(top + BAR / 2 - 5)
        top += BAR
    figure = Chart()
    most = max(1.0, *(float(line.scored.score.total.index_possible or 0) for line in lines))
    figure.add_bar(y=rows, x=[most] * len(rows), width=4, orientation="h", marker={"color": TRACK}, hoverinfo="skip")
    figure.add_bar(
        y=rows, base=[float(line.scored.score.total.index_sure or 0) for line in lines],
        x=[float(line.open) for line in lines], width=13, orientation="h", marker=ground("open"), hoverinfo="skip",
    )  # fmt: skip
    known = [(row, line) for row, line in zip(rows, lines, strict=True) if line.index is not None]
    own = [line.member.id == scope.unit.id for _row, line in known]
    figure.add_scatter(
        y=[row for row, _line in known], x=[float(line.index or 0) for _row, line in known], mode="markers",
        marker={"opacity": 1, "size": [15 if one else 11 for one in own],
                "color": [NAVY if one else BLUE for one in own],
                "symbol": ["diamond" if one else "circle" for one in own]},
        hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip
    for row, name, line in zip(rows, names, lines, strict=True):
        chosen = line.member.id == scope.unit.id
        place = {"y": row - 9, "yanchor": "bottom", "showarrow": False, "xref": "paper"}
        heavy = "<b>{}</b>" if chosen else "{}"
        text = "<br>".join(heavy.format(escape(part)) for part in name)  # a name typed by people makes no link
        figure.add_annotation(x=0, xanchor="left", text=text, align="left", **place)
        known_index = line.index is not None
        number, colour = index_words(line, scope.lang), TEXT if known_index else GREY
        number = f"<b>{number}</b>" if known_index else number
        figure.add_annotation(x=1, xanchor="right", text=number, font={"color": colour}, **place)
    figure.update_layout(barmode="overlay", showlegend=False)
    figure.update_xaxes(range=[0, most], tickformat=".0%", dtick=0.25, ticklabeloverflow="allow")
    figure.update_yaxes(range=[top, 0], visible=False)
    alt = "; ".join(_alt(scope, seen, line) for line in lines)
    draw(figure, key="bloc-ranges-chart", alt=alt, lang=scope.lang, height=top + 40)


def _name(scope: Scope, seen: BlocSeen, line: BlocLine) -> str:
    rank = "–" if line.rank is None else str(line.rank)
    return f"{rank}. {member_name(seen.known, line.member, scope.lang)}"


def _alt(scope: Scope, seen: BlocSeen, line: BlocLine) -> str:
    """What a screen reader says of one unit."""
    t, unit = scope.t, _name(scope, seen, line)
    if line.member.id == scope.unit.id:
        unit += f" ({t('chosen unit')})"
    words = {"index": index_words(line, scope.lang), "reach": reach_words(line, scope.lang)}
    return t("{unit}: {index}, sure – possible {reach}", unit=unit, **words)
