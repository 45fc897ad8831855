"""Rule kind ``per_item``: points for each item, up to a cap ("mỗi ứng dụng 1 điểm, tổng không quá 5 điểm")."""

from fractions import Fraction
from typing import Any

from pydantic import model_validator

from scoring.interval import EVERYTHING, Interval
from scoring.kinds.rule import FULL, PointsText, Rule
from scoring.piece import Piece


class PerItem(Rule):
    """``points`` for each item, and the ``cap`` that all of them together cannot pass (the maximum unless said)."""

    points: PointsText
    cap: PointsText = FULL
    words: str = ""
    cap_words: str = ""

    @model_validator(mode="after")
    def _positive(self) -> Any:
        if self.points.number <= 0:
            raise ValueError("each_not_positive")
        if self.cap.number <= 0:
            raise ValueError("ceiling_not_positive")
        return self


def pieces(rule: PerItem, max_points: Fraction) -> list[Piece]:
    """Nothing below zero items, ``points * x`` until the cap, the cap from there on."""
    zero, each, cap = Fraction(0), rule.points.of(max_points), rule.cap.of(max_points)
    if each <= 0 or cap <= 0:  # a part of a maximum of 0: only tracked
        return [Piece(EVERYTHING, zero, words=rule.words)]
    full = cap / each
    return [
        Piece(Interval(None, zero, True, False), zero, words=rule.words),
        Piece(Interval(zero, full, True, False), zero, each, rule.words),
        Piece(Interval(full, None), cap, words=rule.cap_words or rule.words),
    ]
