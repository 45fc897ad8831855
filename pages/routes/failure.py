"""What a reader sees when a page fails: our words in his language, a number, and no traceback.

Streamlit's own box is English and cannot be translated. The traceback goes to the server's log under the same number.
"""

import logging
import secrets

import streamlit as st

from data.language import pick, translator


def show_failure(problem: Exception) -> bool:
    """Log ``problem`` and draw the message; True tells Streamlit that nothing more is to be shown."""
    number = secrets.token_hex(4)
    logging.getLogger("thuoc.pages").exception("page failed, number %s", number, exc_info=problem)
    t = translator(pick(st.query_params.get("lang")))
    st.error(
        t(
            "Something went wrong on our side. What was not yet confirmed is not stored. Try again; "
            "if it happens again, give this number to whoever runs the product: {number}",
            number=number,
        )
    )
    return True
