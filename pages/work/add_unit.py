"""Adding a unit (đơn vị) that no table names: its name, and a short code that can be made of it."""

import streamlit as st

from data.language import Translate
from data.problems import UserError
from data.store.process import current_store
from data.units.known import add_unit, code_of
from pages.parts.outcome import Outcome, begin_anew, fresh, has_told, refused, tell
from pages.parts.person import acting_person
from pages.work.outcome import told
from scoring.messages import Message, _

FORM = "add-unit"


def add_unit_form(t: Translate, lang: str) -> None:
    """A folded form at the foot of the page; the new unit is chosen at once."""
    name = fresh(FORM)
    words = t("Add a unit that is not in the list")
    with st.expander(words, expanded=has_told(FORM), icon=":material/add_business:", key="add-unit"):
        told(t, lang, FORM)
        boxes(t, name)


def boxes(t: Translate, name: str) -> None:
    """Name, code and button; ``name`` is that of the form (``fresh(FORM)``)."""
    with st.form(name, border=False):
        left, right = st.columns([3, 2])
        left.text_input(t("Full name"), key=f"{name}-name", max_chars=200)
        right.text_input(
            t("Short code (a-z, 0-9, hyphens)"), key=f"{name}-id", placeholder=t("left blank: made of the name")
        )
        st.form_submit_button(t("Add the unit"), on_click=_add, args=(name,))


def _add(name: str) -> None:
    full = str(st.session_state[f"{name}-name"])
    unit = str(st.session_state[f"{name}-id"]).strip() or code_of(full)
    try:
        add_unit(current_store(), acting_person(), unit, full)
    except UserError as error:
        refused(FORM, error, Message(_("The unit was not added.")))
        return
    tell(FORM, Outcome(Message(_("The unit {name} was added and is chosen now."), {"name": " ".join(full.split())})))
    st.query_params["unit"] = unit
    begin_anew(FORM)
