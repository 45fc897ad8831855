"""The look: tab icon, logo and the colours of charts (the rest is in config.toml and static/look.css)."""

from pathlib import Path

import streamlit as st

from data.language import PRODUCT

STATIC = Path(__file__).resolve().parents[1] / "static"
SERVED = "/app/static"  # the address under which it is served: given as files, both would be read at every run

NAVY, BLUE, GREEN, AMBER, RED, GREY = "#102a4e", "#0b57b0", "#15834a", "#d98300", "#c62d3a", "#667085"
TRACK, GRID, TEXT = "#e6ecf5", "#e4e9f2", "#14213d"
FONT = "Be Vietnam Pro, sans-serif"


def apply_look(title: str) -> None:
    """Once a run, before anything is drawn. The icon is a local file: without it the tab icon would be fetched from
    an outside host, made of the page's ``:material/...:`` icon."""
    st.set_page_config(page_title=f"{title} · {PRODUCT}", page_icon=f"{SERVED}/icon.png", layout="wide")
    st.logo(f"{SERVED}/mark.svg", size="large")
