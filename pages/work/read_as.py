"""Problems in words for the screen: how a text was read."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from data.language import _, render
from scoring.messages import Message, Problem

P = TypeVar("P", bound=Problem)
READ_AS = ("F112", "F126")


def plainly_read(one: P) -> P:
    """“1.128 was read as 1.128” says nothing: a whole number is written without its thousands mark."""
    text, number = one.message.values.get("text"), one.message.values.get("number")
    if one.code != "F112" or getattr(number, "denominator", 0) != 1 or str(number) == str(text):
        return one
    return replace(
        one,
        message=Message(_("“{text}” is read as the whole number {number}."), {"text": text, "number": str(number)}),
        remedy=Message(_("Save if that is right; correct it if it means something else.")),
    )


def worth_saying(problems: Iterable[P], lang: str) -> list[P]:
    """Without those that say of a text that it was read as itself."""
    read = [plainly_read(one) for one in problems]
    return [one for one in read if one.code not in READ_AS or not _same(one, lang)]


def _same(one: Problem, lang: str) -> bool:
    text = str(one.message.values.get("text"))
    read = render(Message("{number}", one.message.values), lang)
    return text in (read, f"{read}%")
