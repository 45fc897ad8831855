"""A button that downloads from an own route. Never ``st.download_button``: its address needs no login."""

import streamlit as st

from pages.parts.markup import anchor


def download_link(label: str, address: str, *, primary: bool = False) -> None:
    """A link that looks like a button; the browser saves the answer under the name the route gives it."""
    st.html(anchor(label, address, download=True, kind="button primary" if primary else "button"))
