"""One sentence: what the month still lacks for this table."""

from collections.abc import Sequence

from data.figures.month_done import month_done
from data.figures.observation import Observation
from pages.parts.scope import Scope, month_name

MOST_NAMED = 3


def month_line(scope: Scope, stored: Sequence[Observation]) -> str:
    """``Tháng 6/2022: đã có 22/23 số liệu của biểu, còn thiếu 1 (…); còn 1 câu trả lời hằng tháng …``"""
    t = scope.t
    found = month_done(scope.table.indicators.values(), stored, scope.month)
    month = month_name(t, scope.month)
    if found.done:
        return t("{month}: all {count} figures of the form and all answers are there.", month=month, count=found.asked)
    missing = len(found.missing)
    if missing:
        named = "; ".join(one.title_en if scope.lang == "en" and one.title_en else one.title
                          for one in found.missing[:MOST_NAMED])  # fmt: skip
        if missing > MOST_NAMED:
            named += "; …"
        words = t(
            "{month}: {there} of the {count} figures of the form are there, {missing} missing ({names})",
            month=month,
            there=found.asked - missing,
            count=found.asked,
            missing=missing,
            names=named,
        )
    else:
        words = t("{month}: all {count} figures of the form are there", month=month, count=found.asked)
    if not (found.monthly or found.yearly):
        return words + "."
    return t(
        "{words}; open: {monthly} monthly answers and {yearly} yearly ones.",
        words=words,
        monthly=found.monthly,
        yearly=found.yearly,
    )
