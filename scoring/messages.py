"""Sentences for people: an English catalogue entry and the values that stand in it.

The kernel never formats: the same message is shown in Vietnamese and in English, on screen and on paper, by
``data.language``. Values stay exact until then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


def _(text: str) -> str:
    """Mark ``text`` as a catalogue entry; returns it unchanged (translation happens where it is shown)."""
    return text


@dataclass(frozen=True)
class Message:
    """A catalogue entry with ``{placeholders}`` and their exact values (numbers, dates, texts, nested messages)."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Percent:
    """A share to be shown as a percentage: ``Percent(Fraction(433, 500))`` is shown as 86,6%.

    It must never be shown as a round figure that it has not reached: 94.996 % is not shown as 95 %.
    """

    share: Fraction


@dataclass(frozen=True)
class Title:
    """A name that a criteria file gives: as the law prints it, and in English (empty where the file has none)."""

    law: str
    en: str = ""


@dataclass(frozen=True)
class Problem:
    """One thing wrong with what a user gave: stable code, what is wrong, and what to do about it.

    ``place`` says where: a key path in a criteria file, a cell of a sheet. ``severity`` is ``error`` or ``warning``.
    ``quotes`` is the text of the file that it is about, which stands at ``place`` or below it.
    """

    code: str
    message: Message
    remedy: Message
    place: str = ""
    severity: str = "error"
    quotes: str = field(default="", kw_only=True)
