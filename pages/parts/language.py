"""The reader's language: in the address (``?lang=en``), so that links keep it; Vietnamese when it says nothing."""

import streamlit as st

from data.language import LANGUAGES, Translate, pick

KEY = "lang"


def current_language() -> str:
    return pick(st.query_params.get(KEY))


def language_switch(t: Translate) -> None:
    """Both languages side by side, each in its own words: one click, at the foot of the sidebar."""
    st.session_state[KEY] = current_language()
    st.segmented_control(
        t("Language"),
        list(LANGUAGES),
        key=KEY,
        format_func=LANGUAGES.__getitem__,
        required=True,
        label_visibility="collapsed",
        width="stretch",
        on_change=_remember,
    )


def _remember() -> None:
    """Runs before the script: the address has the new language already when the first word is drawn."""
    st.query_params[KEY] = st.session_state[KEY]
