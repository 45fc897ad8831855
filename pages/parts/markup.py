"""Small pieces of HTML for tables and headers. The one place where HTML is made: every text is escaped here."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import Literal

Tone = Literal["good", "warn", "bad", "info", "quiet"]


@dataclass(frozen=True)
class Badge:
    """A short word on a coloured ground. The word says it all: the colour only helps the eye."""

    text: str
    tone: Tone = "quiet"


@dataclass(frozen=True)
class Bar:
    """A share between 0 and 1 as a bar; ``text`` (already written for the reader) stands beside it."""

    share: Fraction
    text: str
    tone: Tone = "info"


@dataclass(frozen=True)
class Link:
    """A link within the product. ``download``: the browser saves the answer instead of showing it."""

    text: str
    address: str
    download: bool = False


@dataclass(frozen=True)
class Note:
    """Small grey text: a source, a reason, a date."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Heavier text: a total, a code."""

    text: str


@dataclass(frozen=True)
class Stack:
    """Several pieces, one under the other."""

    parts: Sequence["Piece"]


Piece = str | Badge | Bar | Link | Note | Strong | Stack


def markup(piece: Piece) -> str:
    """The HTML of one piece. ValueError for a link that leaves the product."""
    match piece:
        case str():
            return escape(piece)
        case Badge(text, tone):
            return f'<span class="badge {tone}">{escape(text)}</span>'
        case Bar(share, text, tone):
            width = max(0, min(100, round(share * 100)))  # a drawing: whole per cent are finer than a pixel here
            return (
                f'<span class="bar {tone}"><span class="track"><span class="fill" style="width:{width}%"></span></span>'
                f"<span>{escape(text)}</span></span>"
            )
        case Link(text, address, download):
            return anchor(text, address, download=download)
        case Note(text):
            return f'<span class="note">{escape(text)}</span>'
        case Strong(text):
            return f"<strong>{escape(text)}</strong>"
        case Stack(parts):
            return "".join(f"<div>{markup(part)}</div>" for part in parts)


def heading(title: str, caption: str = "", *, level: int) -> str:
    """A title (``level`` 1 for the page, 2 for a card) and the grey line under it."""
    under = f'<p class="caption">{escape(caption)}</p>' if caption else ""
    return f'<h{level} class="title">{escape(title)}</h{level}>{under}'


def anchor(text: str, address: str, *, download: bool = False, kind: str = "link") -> str:
    """An ``<a>`` to an address of ours ("/downloads/..."), in the same tab."""
    if not address.startswith("/") or address.startswith(("//", "/\\")):
        raise ValueError(f"not an address within the product: {address!r}")
    save = " download" if download else ""
    return f'<a class="{kind}" href="{escape(address)}" target="_self"{save}>{escape(text)}</a>'
