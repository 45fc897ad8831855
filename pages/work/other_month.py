"""A form of another month than the chosen one: one button changes the month, and the file stays where it is."""

import streamlit as st

from data.evidence.checking import VIETNAM
from data.figures.reading import months_with_figures
from data.imports.months import written
from data.imports.preview import Preview
from data.scores.months import offered_months
from data.store.opening import now
from pages.parts.outcome import tell
from pages.parts.plain import plain
from pages.parts.scope import Scope
from pages.work.outcome import Nothing
from scoring.messages import Message, _
from scoring.period import Month


def offer_month(scope: Scope, seen: Preview, form: str) -> None:
    """The button, where the file is for one other month and the table is offered for that month."""
    month = seen.other_month
    if month is None:
        return
    there = months_with_figures(scope.store, scope.person, scope.unit.id)
    if month in offered_months(there, scope.table, (now() + VIETNAM).date()):
        st.button(
            plain(scope.t("Change to the month {month}", month=written(month))),
            type="primary",
            icon=":material/calendar_month:",
            key="change-month",
            on_click=_change,
            args=(scope.unit.id, scope.table.id, month, form),
        )


def _change(unit: str, table: str, month: Month, form: str) -> None:
    """Runs before the script: the address is what the boxes of the sidebar are drawn from."""
    st.query_params.update({"unit": unit, "table": table, "month": str(month)})
    values = {"month": written(month)}
    tell(form, Nothing(Message(_("Now {month} is chosen; this is the preview of the same file."), values)))
