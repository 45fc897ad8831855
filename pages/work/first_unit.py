"""Step one of an office that is new here: which unit is meant. Nobody's department is guessed by the alphabet."""

from urllib.parse import urlencode

import streamlit as st

from data.language import DEFAULT, Translate
from data.store.process import current_store
from data.units.known import units
from pages.parts.card import card
from pages.parts.header import page_header
from pages.parts.markup import Link
from pages.parts.outcome import fresh
from pages.parts.person import acting_person
from pages.parts.prose import say
from pages.parts.scope import LONGEST, not_found, unit_name
from pages.parts.theme import STATIC
from pages.work.add_unit import FORM, boxes
from pages.work.outcome import told


def ask_for_unit(t: Translate, lang: str, title: str, page: str) -> None:
    """Instead of every page, while none is chosen and nothing says which is meant. ``page``: its address."""
    st.html(STATIC / "work.css")
    page_header(title)
    given = st.query_params.get("unit", "")
    if given:
        not_found([t("The link names the unit “{given}”: there is none.", given=given[:LONGEST])])
    with card(
        "choose-unit",
        t("Choose your unit, or add it"),
        t("Everything here is about one unit: its figures, its score, its documents."),
    ):
        told(t, lang, FORM)
        boxes(t, fresh(FORM))
    known = units(current_store(), acting_person())
    if known:
        with card("shipped-units", t("Units whose plans come with the product")):
            say(*(Link(unit_name(one, lang), _address(page, one.id, lang)) for one in known))


def _address(page: str, unit: str, lang: str) -> str:
    return f"/{page}?{urlencode({'unit': unit, **({'lang': lang} if lang != DEFAULT else {})})}"
