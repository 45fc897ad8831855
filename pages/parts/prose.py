"""Sentences on a page, shown as they are: never read as Markdown, which would take links and images from them."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.parts.markup import Link, Piece, anchor, markup


def say(*pieces: Piece) -> None:
    """Each piece a paragraph."""
    st.html(said(*pieces))


def said(*pieces: Piece) -> str:
    """The HTML of it."""
    return "".join(f'<p class="said">{markup(piece)}</p>' for piece in pieces)


def quote(text: str, *, ours: bool = False) -> None:
    """Words of a document; ``ours`` for a reading that the document does not print: it must never look like law."""
    kind = "quote ours" if ours else "quote"
    tag = "div" if ours else "blockquote"
    st.html(f'<{tag} class="{kind}">{escape(text)}</{tag}>')


def buttons(links: Sequence[Link]) -> None:
    """Links that look like buttons, side by side; the first one is what the reader most likely wants."""
    drawn = (
        anchor(link.text, link.address, download=link.download, kind="button" if at else "button primary")
        for at, link in enumerate(links)
    )
    st.html(f'<div class="buttons">{"".join(drawn)}</div>')
