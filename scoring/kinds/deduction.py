"""Rule kind ``deduction``: the maximum, less so much for each occurrence or each day late ("chậm 01 ngày trừ 0,05").

A penalty is the same with a maximum of 0 and a ``lowest`` below it: it starts from nothing and takes away. However many
occurrences there are, the leaf never falls below its ``lowest``: the leaf's bounds hold it, as they hold every rule.
"""

from fractions import Fraction
from typing import Any

from pydantic import model_validator

from scoring.exact import Exact
from scoring.interval import EVERYTHING, Interval
from scoring.kinds.rule import PointsText, Rule
from scoring.piece import Piece


class Deduction(Rule):
    """``each`` is taken for every one beyond the ``free`` ones, ``most`` at most altogether (no ceiling unless said).

    Of a date, one occurrence is one day after the last day on time, as the indicator counts them; early costs nothing.
    """

    each: PointsText
    free: Exact = Fraction(0)
    most: PointsText | None = None
    words: str = ""
    none_words: str = ""
    most_words: str = ""

    @model_validator(mode="after")
    def _positive(self) -> Any:
        if self.each.number <= 0:
            raise ValueError("each_not_positive")
        if self.most is not None and self.most.number <= 0:
            raise ValueError("ceiling_not_positive")
        if self.free < 0:
            raise ValueError("free_negative")
        return self


def pieces(rule: Deduction, max_points: Fraction) -> list[Piece]:
    """The maximum up to ``free``, falling by ``each`` until the ceiling is taken, level from there on."""
    each = rule.each.of(max_points)
    most = None if rule.most is None else rule.most.of(max_points)
    if each <= 0 or (most is not None and most <= 0):  # a part of a maximum of 0 takes nothing
        return [Piece(EVERYTHING, max_points, words=rule.words)]
    end = None if most is None else rule.free + most / each
    found = [
        Piece(Interval(None, rule.free), max_points, words=rule.none_words or rule.words),
        Piece(Interval(rule.free, end, False, end is None), max_points + each * rule.free, -each, rule.words),
    ]
    if end is not None and most is not None:
        found.append(Piece(Interval(end, None), max_points - most, words=rule.most_words or rule.words))
    return found
