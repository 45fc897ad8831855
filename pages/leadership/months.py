"""The months on the axis of a chart: all up to the one looked at; those without figures of their own say so."""

from pages.leadership.seen import Seen
from pages.parts.chart import Chart
from pages.parts.scope import Scope
from pages.parts.theme import GREY
from scoring.period import Month

FEWEST = 6  # months that the axis has room for at least: one column alone must not fill it
ROOMY = 8  # months whose names stand side by side on a phone in full size


def short_month(scope: Scope, month: Month) -> str:
    """``T5``."""
    t = scope.t
    return t("M{month}", month=str(month.number))


def month_axis(figure: Chart, scope: Scope, seen: Seen, *, middle: float | None = None) -> None:
    """All months in order; with ``middle`` (a place on the other axis), a month nobody reported says so there."""
    t = scope.t
    names = [short_month(scope, one.month) for one in seen.months]
    figure.update_xaxes(
        type="category", categoryorder="array", categoryarray=names, range=[-0.5, max(len(names), FEWEST) - 0.5],
        tickmode="array", tickvals=names, showgrid=False, tickfont={"size": 12 if len(names) <= ROOMY else 10},
    )  # fmt: skip
    for one, name in zip(seen.months, names, strict=True):
        if middle is not None and not one.reported:
            figure.add_annotation(
                x=name, y=middle, text=t("no figures"), textangle=-90, showarrow=False, font={"size": 11, "color": GREY}
            )
