"""Rule kind ``target``: a plan's threshold is met or it is not ("tối thiểu 80%", "trên 50%", "không vượt quá").

Met is the leaf's maximum (1 in a targets table), not met is nothing. ``over`` and ``under`` are strict.
"""

from fractions import Fraction
from typing import Any

from pydantic import model_validator

from scoring.exact import Exact
from scoring.interval import Interval
from scoring.kinds.rule import Rule
from scoring.piece import Piece

_NAMES = ("at_least", "over", "at_most", "under", "equal")


class Target(Rule):
    """Exactly one comparison, with the law's words for it."""

    at_least: Exact | None = None
    over: Exact | None = None
    at_most: Exact | None = None
    under: Exact | None = None
    equal: Exact | None = None
    words: str = ""

    @model_validator(mode="after")
    def _one(self) -> Any:
        if sum(getattr(self, name) is not None for name in _NAMES) != 1:
            raise ValueError("one_comparison")
        return self


def pieces(rule: Target, max_points: Fraction) -> list[Piece]:
    """The interval that meets the target, and what lies on either side of it."""
    met = _met(rule)
    found = [Piece(met, max_points, words=rule.words)]
    if met.low is not None:
        found.insert(0, Piece(Interval(None, met.low, True, not met.low_closed), Fraction(0), words=rule.words))
    if met.high is not None:
        found.append(Piece(Interval(met.high, None, not met.high_closed, True), Fraction(0), words=rule.words))
    return found


def _met(rule: Target) -> Interval:
    if rule.equal is not None:
        return Interval(rule.equal, rule.equal)
    if rule.at_least is not None or rule.over is not None:
        return Interval(rule.at_least if rule.at_least is not None else rule.over, None, rule.over is None)
    return Interval(None, rule.at_most if rule.at_most is not None else rule.under, True, rule.under is None)
