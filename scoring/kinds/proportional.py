"""Rule kind ``proportional``: the share of a goal that was reached, times the maximum ("Điểm = a/b x điểm tối đa").

With ``full_from`` the maximum comes earlier ("từ 80% trở lên đạt điểm tối đa"); with ``floor`` nothing is given below
("dưới 70%: 0 điểm"), and the floor itself earns.
"""

from fractions import Fraction
from typing import Any

from pydantic import model_validator

from scoring.exact import Exact
from scoring.interval import Interval
from scoring.kinds.rule import Rule
from scoring.piece import Piece


class Proportional(Rule):
    """``full_from`` is the x that earns the maximum; ``floor`` the least x that earns at all."""

    full_from: Exact = Fraction(1)
    floor: Exact | None = None
    words: str = ""
    full_words: str = ""
    floor_words: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> Any:
        if self.full_from <= 0:
            raise ValueError("full_from_not_positive")
        if self.floor is not None and not 0 < self.floor <= self.full_from:
            raise ValueError("floor_above_full")
        return self


def pieces(rule: Proportional, max_points: Fraction) -> list[Piece]:
    """Nothing below the floor, ``x / full_from * max`` up to ``full_from``, the maximum from there on."""
    zero = Fraction(0)
    rising = Interval(rule.floor or zero, rule.full_from, True, False)
    below = rule.floor_words if rule.floor is not None else rule.words
    found = [
        Piece(Interval(None, rule.floor or zero, True, False), zero, words=below),
        Piece(rising, zero, max_points / rule.full_from, rule.words),
        Piece(Interval(rule.full_from, None), max_points, words=rule.full_words or rule.words),
    ]
    return [piece for piece in found if not piece.interval.empty]
