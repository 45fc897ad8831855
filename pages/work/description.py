"""The boxes of a document's description, as the evidence list prints it."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from data.evidence.document import Description
from data.language import _, translator
from pages.parts.language import current_language
from pages.parts.scope import Scope
from scoring.messages import Problem

BOXES = {
    "number": _("Number and symbol"),
    "issued_on": _("Issued on"),
    "issuer": _("Issuer"),
    "abstract": _("Abstract"),
    "leaf": _("Criteria that it proves"),
    "page": _("Page"),
}


def description_boxes(scope: Scope, key: str, before: Description | None = None) -> None:
    """Số, ký hiệu; ngày ban hành; cơ quan ban hành; trích yếu. ``before`` stands in them already."""
    t, said = scope.t, before or Description()
    number, day = st.columns(2)
    number.text_input(t("Number and symbol"), value=said.number, key=f"{key}-number")
    day.date_input(t("Issued on"), value=said.issued_on, format="DD/MM/YYYY", key=f"{key}-day")
    st.text_input(t("Issuer"), value=said.issuer, key=f"{key}-issuer")
    st.text_area(t("Abstract"), value=said.abstract, key=f"{key}-abstract", height=96)


def given_description(key: str) -> Description:
    """What stands in the boxes now."""
    state = st.session_state
    number, issuer, abstract = (str(state[f"{key}-{name}"] or "") for name in ("number", "issuer", "abstract"))
    return Description(number, state[f"{key}-day"], issuer, abstract)


def in_words(problems: Sequence[Problem]) -> list[Problem]:
    """The problems with the box's own words as their place; what has no box has no place here."""
    t = translator(current_language())
    return [replace(one, place=t(BOXES[one.place]) if one.place in BOXES else "") for one in problems]
