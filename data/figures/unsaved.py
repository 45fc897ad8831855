"""Answers given on screen and not stored yet: how many, and the notes that stand there without an answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.figures.answers import NUMBERS, Answer, check_answers


@dataclass(frozen=True)
class Unsaved:
    """``count`` answers say something new, refused ones included; ``lone_notes`` are the titles of their questions."""

    count: int
    lone_notes: tuple[str, ...]


def unsaved(answers: Iterable[Answer]) -> Unsaved:
    """A note alone stores nothing: it belongs to an answer."""
    given = list(answers)
    checked = [check_answers([answer]) for answer in given]
    count = sum(1 for one in checked if one.figures or one.refused)
    alone = [
        answer.question.indicator.title
        for answer in given
        if answer.raw.note and answer.question.stored is None and all(answer.raw.part(part).blank for part in NUMBERS)
    ]
    return Unsaved(count, tuple(alone))
