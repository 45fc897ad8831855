"""A row of key figures: each with what it is above it and what it rests on under it."""

from collections.abc import Sequence
from html import escape

import streamlit as st


def key_figures_row(figures: Sequence[tuple[str, str, str]]) -> None:
    """Label, value, and a short sentence, all already written for the reader. They share the row; two on a phone."""
    cells = "".join(
        f"<div><dt>{escape(label)}</dt><dd><strong>{escape(value)}</strong><span>{escape(under)}</span></dd></div>"
        for label, value, under in figures
    )
    st.html(f'<dl class="figures">{cells}</dl>')
