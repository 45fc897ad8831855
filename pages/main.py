"""The Streamlit script: runs from top to bottom for every reader at every click.

``st.navigation`` is called in every run: a run that ended before it would let Streamlit look for pages by itself.
"""

import streamlit as st

from data.language import translator
from data.problems import UserError
from data.store.process import current_store
from pages.parts.choice import chosen
from pages.parts.language import current_language, language_switch
from pages.parts.navigation import menu, navigation, pages_of
from pages.parts.person import ask_person
from pages.parts.problem import show_refusal, show_refused_files
from pages.parts.scope import offer_choice
from pages.parts.theme import apply_look
from pages.work.first_unit import ask_for_unit

lang = current_language()
t = translator(lang)
pages = pages_of(t)
page = navigation(pages, t)
apply_look(page.title)
with st.sidebar:
    sections, choice = st.container(), st.container()
    ask_person(t)
    language_switch(t)
try:
    try:
        store = current_store()
        with choice:
            offer_choice(t, store)
    finally:
        with sections:  # after the choice: its links name what is really shown
            menu(pages, t, page)
    show_refused_files(t, store.criteria, lang)
    if chosen().unit is None and store.criteria.tables:
        ask_for_unit(t, lang, page.title, page.url_path)
    else:
        page.run()
except UserError as refused:
    show_refusal(t, page.title, refused.problems, lang)
