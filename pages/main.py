"""The Streamlit script: runs from top to bottom for every reader at every click.

``st.navigation`` is called in every run: a run that ended before it would let Streamlit look for pages by itself.
"""

import streamlit as st

from data.language import translator
from pages.parts.choice import choose
from pages.parts.language import current_language, language_switch
from pages.parts.navigation import menu, navigation
from pages.parts.theme import apply_look

lang = current_language()
t = translator(lang)
page = navigation(t)
apply_look(page.title)
with st.sidebar:
    menu(t, page)
    choose(t, units=[], tables=[], months=[])
    language_switch(t)
page.run()
