"""The row of key figures."""

from data.evidence.coverage import Count
from data.language import format_number, format_share
from data.scores.standing import standing
from data.scores.trend import index_change
from pages.leadership.seen import Seen
from pages.parts.figures import key_figures_row
from pages.parts.scope import Scope
from scoring.table import TableKind


def key_figures(scope: Scope, seen: Seen) -> None:
    """What a table of points, or one of targets, comes to."""
    drawn = _points(scope, seen) if scope.table.kind is TableKind.POINTS else _targets(scope, seen)
    key_figures_row([*drawn, _evidence(scope, seen.coverage.total)])


def _points(scope: Scope, seen: Seen) -> list[tuple[str, str, str]]:
    t, lang, total, here = scope.t, scope.lang, seen.scored.score.total, standing(seen.scored)
    index = t("not known") if total.index is None else format_share(total.index, lang, pad=True)
    reach = f"{format_number(total.sure, lang)}–{format_number(total.possible, lang)}"
    return [
        (t("Index of what is measured"), index, _measured(scope, seen)),
        (t("Sure – still possible"), reach, t("of {max} points that apply", max=total.applicable_max)),
        (t("Points lost"), format_number(total.lost, lang), t("on {count} criteria", count=here.losing)),
        (
            t("Criteria without points"),
            f"{here.missing} / {here.leaves}",
            t("{count} wait for survey or appraiser", count=here.waiting),
        ),
    ]


def _measured(scope: Scope, seen: Seen) -> str:
    t, total, change = scope.t, seen.scored.score.total, index_change(seen.trend)
    said = t("{points} of {max} points measured", points=total.points, max=total.measured_max)
    if change is None:
        return said
    sign = "+" if change > 0 else ""
    return f"{said} · {t('{change} % points in the month', change=sign + format_number(change * 100, scope.lang))}"


def _targets(scope: Scope, seen: Seen) -> list[tuple[str, str, str]]:
    t, total = scope.t, seen.scored.score.total
    known = total.met + total.unmet
    applicable = known + total.unknown
    return [
        (t("Targets met"), f"{total.met} / {applicable}", t("{known} of {all} are known", known=known, all=applicable)),
        (t("Targets not met"), str(total.unmet), t("with the figures so far")),
        (t("No figure yet"), str(total.unknown), t("not known, not counted as failed")),
    ]


def _evidence(scope: Scope, count: Count) -> tuple[str, str, str]:
    t = scope.t
    share = t("none required") if count.share is None else format_share(count.share, scope.lang)
    said = t("{answered} of {required} required documents", answered=count.answered, required=count.required)
    return t("Evidence there"), share, said
