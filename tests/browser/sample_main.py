"""``pages/main.py`` of the copy that shows the sample page: the same frame, units, tables and months of its own."""

import streamlit as st

from data.language import translator
from pages.parts.choice import choose
from pages.parts.language import current_language, language_switch
from pages.parts.navigation import menu, navigation, pages_of
from pages.parts.theme import apply_look

t = translator(current_language())
pages = pages_of(t)
page = navigation(pages, t)
apply_look(page.title)
with st.sidebar:
    sections = st.container()
    choose(
        t,
        units=[("so-a", "Sở A"), ("so-b", "Sở B")],
        tables=[("t1", "Bảng 1"), ("t2", "Bảng 2")],
        months=[("2022-06", "06/2022"), ("2022-05", "05/2022")],
    )
    with sections:
        menu(pages, t, page)
    language_switch(t)
page.run()
