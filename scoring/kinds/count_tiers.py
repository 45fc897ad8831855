"""Rule kind ``count_tiers``: points by how often something was done ("4 lần/năm: 20; 3: 15; còn lại: 0")."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from pydantic import Field, model_validator

from scoring.exact import Exact
from scoring.interval import Interval
from scoring.kinds.rule import NONE, PointsText, Rule
from scoring.piece import Piece


class Tier(Rule):
    """``at_least`` so many times earn ``points``."""

    at_least: Exact
    points: PointsText
    words: str = ""


class CountTiers(Rule):
    """Tiers from the highest count to the lowest, as decisions print them; ``otherwise`` for fewer than the last."""

    tiers: tuple[Tier, ...] = Field(min_length=1)
    otherwise: PointsText = NONE
    otherwise_words: str = ""

    @model_validator(mode="after")
    def _falling(self) -> Any:
        counts = [tier.at_least for tier in self.tiers]
        if any(count.denominator != 1 for count in counts):
            raise ValueError("count_not_whole")
        if any(low >= high for high, low in pairwise(counts)):
            raise ValueError("tiers_not_falling")
        return self


def pieces(rule: CountTiers, max_points: Fraction) -> list[Piece]:
    """One flat piece a tier, from its count up to just under the next higher tier."""
    found: list[Piece] = []
    above: Fraction | None = None
    for at, tier in enumerate(rule.tiers):
        here = Interval(tier.at_least, above, True, False)
        found.append(Piece(here, tier.points.of(max_points), words=tier.words, at=f"tiers.{at}"))
        above = tier.at_least
    rest = Interval(None, above, True, False)
    return [*found, Piece(rest, rule.otherwise.of(max_points), words=rule.otherwise_words)]
