"""The row of key figures."""

from data.evidence.coverage import Count
from data.language import format_number, format_share
from data.scores.needs import Need, count_by_need, won_by_office
from data.scores.trend import index_change
from pages.leadership.seen import Seen
from pages.parts.figures import key_figures_row
from pages.parts.scope import Scope
from scoring.table import TableKind


def key_figures(scope: Scope, seen: Seen) -> None:
    """What a table of points, or one of targets, comes to."""
    key_figures_row(seen.once.made(scope, "key-figures", lambda: _figures(scope, seen)))


def _figures(scope: Scope, seen: Seen) -> list[tuple[str, str, str]]:
    said = _points(scope, seen) if scope.table.kind is TableKind.POINTS else _targets(scope, seen)
    return [*said, _evidence(scope, seen.evidence)]


def _points(scope: Scope, seen: Seen) -> list[tuple[str, str, str]]:
    t, lang, total, here = scope.t, scope.lang, seen.scored.score.total, seen.standing
    reach = f"{format_number(total.sure, lang)}–{format_number(total.possible, lang)}"
    return [
        _measured(scope, seen),
        (t("Sure – still possible"), reach, t("of {max} points that apply", max=total.applicable_max)),
        (t("Points lost"), format_number(total.lost, lang), t("on {count} criteria", count=here.losing)),
        _still_to_win(scope, seen),
        (
            t("Criteria without points"),
            f"{here.missing} / {here.leaves}",
            t("{count} wait for survey or appraiser", count=here.waiting),
        ),
    ]


def _still_to_win(scope: Scope, seen: Seen) -> tuple[str, str, str]:
    """Of what is lost, the part that the office can still act on, and on how many leaves."""
    t, won, count = scope.t, won_by_office(seen.needs), count_by_need(seen.needs)[Need.OFFICE]
    if scope.table.kind is TableKind.TARGETS:
        return t("Can still be met"), format_number(won, scope.lang), t("of the targets not met")
    return t("The office can still win"), format_number(won, scope.lang), t("on {count} criteria", count=count)


def _measured(scope: Scope, seen: Seen) -> tuple[str, str, str]:
    """Points of what is scored so far, and how much of the table that is: the index alone would look like the whole."""
    t, lang, total = scope.t, scope.lang, seen.scored.score.total
    label = t("Points of what is scored so far")
    if total.index is None:
        return label, t("not known"), t("nothing is scored yet")
    value = f"{format_number(total.points, lang)} / {format_number(total.measured_max, lang)}"
    index = format_share(total.index, lang, pad=True)
    share = format_share(total.measured_max / total.applicable_max, lang)
    if total.measured_max == total.applicable_max:
        said = t("{index}; the whole table is scored", index=index)
    else:
        said = t("{index} of the part scored; that part is {share} of the table", index=index, share=share)
    return label, value, " · ".join(part for part in (said, _change(scope, seen)) if part)


def _change(scope: Scope, seen: Seen) -> str:
    """Against the month before, where both measure the same; else that they cannot be compared."""
    t, change = scope.t, index_change(seen.trend)
    if len(seen.trend) < 2:
        return ""
    month = str(seen.trend[-2].month.number)
    if change is None:
        return t("not comparable with month {month}", month=month)
    if not change:
        return t("as in month {month}", month=month)
    points = format_number(abs(change) * 100, scope.lang)
    if change > 0:
        return t("{points} percentage points up on month {month}", points=points, month=month)
    return t("{points} percentage points down on month {month}", points=points, month=month)


def _targets(scope: Scope, seen: Seen) -> list[tuple[str, str, str]]:
    t, total = scope.t, seen.scored.score.total
    known = total.met + total.unmet
    applicable, reported = known + total.unknown, sum(one.reported for one in seen.months)
    return [
        (t("Targets met"), f"{total.met} / {applicable}", t("{known} of {all} are known", known=known, all=applicable)),
        (t("Targets not met"), str(total.unmet), t("with the figures so far")),
        _still_to_win(scope, seen),
        (t("No figure yet"), str(total.unknown), t("not known, not counted as failed")),
        (t("Months reported"), f"{reported} / {len(seen.months)}", t("from January to the month chosen")),
    ]


def _evidence(scope: Scope, count: Count) -> tuple[str, str, str]:
    t = scope.t
    share = t("none required") if count.share is None else format_share(count.share, scope.lang)
    said = t("{answered} of {required} required documents", answered=count.answered, required=count.required)
    return t("Evidence there"), share, said
