"""One bar from nothing to the applicable maximum: what is sure, what is still possible, what is out of reach."""

from data.language import _, render
from data.scores.standing import lost_as_it_stands, open_points
from pages.leadership.grounds import ground
from pages.leadership.seen import Seen
from pages.parts.card import card
from pages.parts.chart import Chart, Drawing, drawing, show
from pages.parts.legend import Ground, legend
from pages.parts.scope import Scope
from scoring.explanation import explain_total
from scoring.table import TableKind


def range_card(scope: Scope, seen: Seen) -> None:
    """The drawing with its sentence."""
    t, total = scope.t, seen.scored.score.total
    said = render(explain_total(total, scope.table), scope.lang)
    parts: list[tuple[Ground, str, float]]
    if scope.table.kind is TableKind.TARGETS:
        title = t("Targets met, open and not met")
        parts = [
            ("met", t("Met: {count}", count=total.met), float(total.met)),
            ("open", t("No figure yet: {count}", count=total.unknown), float(total.unknown)),
            ("lost", t("Not met: {count}", count=total.unmet), float(total.unmet)),
        ]
    else:
        title, lost = t("Between what is sure and what is possible"), lost_as_it_stands(total)
        less = _("Lost as things stand, less the bonus: {points}")
        lost_said = less if total.bonus else _("Lost as things stand: {points}")
        open_drawn = float(total.possible) - max(float(total.sure), 0.0)  # the bar begins at nothing
        parts = [
            ("points", t("Sure: {points}", points=total.sure), max(float(total.sure), 0.0)),
            ("open", t("Still open: {points}", points=open_points(total)), open_drawn),
            ("lost", t(lost_said, points=lost), float(lost)),
        ]
    with card("range", title, said):
        show(seen.once.made(scope, "range", lambda: _bar(scope, parts, said)), key="range-chart")
        legend([(kind, text) for kind, text, _size in parts])


def _bar(scope: Scope, parts: list[tuple[Ground, str, float]], alt: str) -> Drawing:
    figure = Chart()
    for kind, text, size in parts:
        figure.add_bar(
            y=[""], x=[size], orientation="h", marker=ground(kind), name=text, hovertemplate=f"{text}<extra></extra>"
        )
    figure.update_layout(barmode="stack", showlegend=False, bargap=0)
    whole = sum(size for _kind, _text, size in parts) or 1
    figure.update_xaxes(range=[0, whole * 1.015], showgrid=False)  # room for the number at the end
    figure.update_yaxes(showticklabels=False, showgrid=False)
    return drawing(figure, alt=alt, lang=scope.lang, height=88)
