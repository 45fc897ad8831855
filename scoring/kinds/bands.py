"""Rule kind ``bands``: fixed points for each band of a number ("từ 80% đến dưới 100%: 0,5 điểm")."""

from fractions import Fraction
from typing import Any

from pydantic import Field, model_validator

from scoring.exact import Exact
from scoring.interval import Interval
from scoring.kinds.rule import PointsText, Rule
from scoring.piece import Piece


class Band(Rule):
    """One line of the scale: ``from``/``to`` belong to the band, ``over``/``under`` do not ("trên 90%" is over)."""

    from_: Exact | None = Field(default=None, alias="from")
    over: Exact | None = None
    to: Exact | None = None
    under: Exact | None = None
    points: PointsText
    words: str = ""

    @model_validator(mode="after")
    def _one_bound_a_side(self) -> Any:
        if self.from_ is not None and self.over is not None:
            raise ValueError("two_lower_bounds")
        if self.to is not None and self.under is not None:
            raise ValueError("two_upper_bounds")
        if self.interval.empty:
            raise ValueError("band_empty")
        return self

    @property
    def interval(self) -> Interval:
        """The band as an interval of x."""
        low = self.from_ if self.from_ is not None else self.over
        high = self.to if self.to is not None else self.under
        return Interval(low, high, self.over is None, self.under is None)


class Bands(Rule):
    """The bands in the order of the law."""

    bands: tuple[Band, ...] = Field(min_length=1)


def pieces(rule: Bands, max_points: Fraction) -> list[Piece]:
    """One flat piece a band, in the order of the law. Gaps and overlaps are the lint's business, not ours."""
    return [Piece(band.interval, band.points.of(max_points), words=band.words) for band in rule.bands]
