"""The key to a chart, as text beside small grounds of colour: it wraps on a phone, which Plotly's own does not."""

from collections.abc import Sequence
from html import escape
from typing import Literal

import streamlit as st

Ground = Literal["points", "met", "lost", "open", "bonus", "mark"]


def legend(entries: Sequence[tuple[Ground, str]]) -> None:
    """Draws :func:`legend_markup`."""
    st.html(legend_markup(entries))


def legend_markup(entries: Sequence[tuple[Ground, str]]) -> str:
    """One line: each ground with what it stands for."""
    spans = "".join(f'<span><i class="ground {ground}"></i>{escape(text)}</span>' for ground, text in entries)
    return f'<div class="legend" aria-hidden="true">{spans}</div>'
