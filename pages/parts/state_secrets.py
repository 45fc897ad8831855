"""The line that stands at every place where a file is handed in: no state secrets (Luật Bảo vệ bí mật nhà nước)."""

import streamlit as st

from data.language import Translate


def no_state_secrets(t: Translate) -> None:
    """Draws the line."""
    st.warning(t("Do not put secret documents or figures of the state into this software."), icon=":material/lock:")
