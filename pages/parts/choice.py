"""What is being looked at: unit, criteria table, month. Chosen once in the sidebar, valid on every page.

The address is the only memory (``?unit=...&table=...&month=...``): a link shows the next reader the same thing, and a
reload or another page keeps it. An address that says nothing, or something unknown, gives the first one offered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from data.language import Translate

Option = tuple[str, str]  # id as in the address, label as shown
KEYS = ("unit", "table", "month")


@dataclass(frozen=True)
class Choice:
    """The ids chosen; None where nothing is offered (an empty store)."""

    unit: str | None
    table: str | None
    month: str | None


def choose(
    t: Translate, *, units: Sequence[Option], tables: Sequence[Option], months: Sequence[Option], ask_unit: bool = False
) -> Choice:
    """Draws the three boxes where the caller stands (the sidebar). The first option of each is the default.

    ``ask_unit``: no unit is meant before one is chosen.
    """
    if not (units or tables or months):
        return Choice(None, None, None)
    with st.container(key="choice"):
        return Choice(
            unit=_box(t("Unit"), "unit", units, asks=t("Choose your unit") if ask_unit else ""),
            table=_box(t("Criteria table"), "table", tables),
            month=_box(t("Month"), "month", months),
        )


def chosen() -> Choice:
    """The choice of this run, for a page. Only after ``choose`` has drawn (``pages/main.py`` does)."""
    return Choice(**{key: st.session_state.get(key) for key in KEYS})


def _box(label: str, key: str, options: Sequence[Option], asks: str = "") -> str | None:
    if not options:
        return None
    labels = dict(options)
    asked = st.query_params.get(key)
    st.session_state[key] = asked if asked in labels else None if asks else options[0][0]
    shown = sorted(labels) if key == "month" else list(labels)  # months as in the calendar, whichever comes first
    return st.selectbox(
        label, shown, key=key, format_func=labels.__getitem__, on_change=_remember, placeholder=asks or None
    )


def _remember() -> None:
    """Runs before the script: writes the whole choice, so that the link no longer depends on what is first offered."""
    st.query_params.update({key: st.session_state[key] for key in KEYS if st.session_state.get(key)})
