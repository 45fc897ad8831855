"""Rule kind ``interpolate``: points in a straight line from one bound to the other ("(tỷ lệ - 50)/(100 - 50) x max").

The points may also fall along the line: fewer late cases, more points. Outside the bounds they stay as they are at the
nearer bound, unless the law gives others.
"""

from fractions import Fraction
from typing import Any

from pydantic import Field, model_validator

from scoring.exact import Exact
from scoring.interval import Interval
from scoring.kinds.rule import FULL, NONE, PointsText, Rule
from scoring.piece import Piece


class Interpolate(Rule):
    """The bounds, the points at each, and those beyond. ``from`` belongs to the line, ``to`` to what lies above."""

    from_: Exact = Field(alias="from")
    to: Exact
    from_points: PointsText = NONE
    to_points: PointsText = FULL
    below: PointsText | None = None
    above: PointsText | None = None
    words: str = ""
    below_words: str = ""
    above_words: str = ""

    @model_validator(mode="after")
    def _rising(self) -> Any:
        if self.from_ >= self.to:
            raise ValueError("bounds_not_rising")
        return self


def pieces(rule: Interpolate, max_points: Fraction) -> list[Piece]:
    """Level below ``from``, the line up to just under ``to``, level from ``to`` on."""
    low, high = rule.from_points.of(max_points), rule.to_points.of(max_points)
    below = low if rule.below is None else rule.below.of(max_points)
    above = high if rule.above is None else rule.above.of(max_points)
    slope = (high - low) / (rule.to - rule.from_)
    line = Interval(rule.from_, rule.to, True, False)
    return [
        Piece(Interval(None, rule.from_, True, False), below, words=rule.below_words or rule.words),
        Piece(line, low - slope * rule.from_, slope, rule.words),
        Piece(Interval(rule.to, None), above, words=rule.above_words or rule.words),
    ]
