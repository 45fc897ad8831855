"""A row of choices that narrows what a page shows. The address keeps the choice: a link shows the same to the next."""

from collections.abc import Mapping

import streamlit as st

from pages.parts.address import asked


def narrow(label: str, key: str, words: Mapping[str, str]) -> str:
    """Draws the choices, id to words as shown, and answers the chosen id; the first one when the address says nothing.

    ``key`` is the parameter of the address, and unique on the page.
    """
    st.session_state[key] = asked(key, tuple(words))
    st.segmented_control(
        label,
        list(words),
        key=key,
        format_func=words.__getitem__,
        required=True,
        label_visibility="collapsed",
        on_change=_remember,
        args=(key,),
    )
    chosen: str = st.session_state[key]
    return chosen


def _remember(key: str) -> None:
    """Runs before the script: the address has the new choice already."""
    st.query_params[key] = st.session_state[key]
