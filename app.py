"""The web server: Streamlit pages, own routes and own middleware in one ASGI app.

``streamlit run app.py`` and ``thuoc serve`` both start this. The Streamlit script is ``pages/main.py`` and not this
file: the old page scanner looks for a folder ``pages`` beside the *script*, finds none, and so cannot serve a file of
``pages/`` on its own.
"""

from pathlib import Path

import streamlit as st

from pages.routes import MIDDLEWARE, ROUTES
from pages.routes.failure import show_failure

SCRIPT = Path(__file__).resolve().parent / "pages" / "main.py"

app = st.App(SCRIPT, routes=ROUTES, middleware=MIDDLEWARE, on_script_error=show_failure)
