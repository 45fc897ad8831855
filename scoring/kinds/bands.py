"""Rule kind ``bands``: points for each band of a number ("từ 80% đến dưới 100%: 0,5 điểm").

Most bands are fixed. A band may have a formula instead: so many points times the figure ("từ 80%: tỷ lệ × điểm tối
đa"), or a straight line from one end of the band to the other.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from pydantic import Field, model_validator

from scoring.exact import Exact
from scoring.interval import Interval
from scoring.kinds.rule import PointsText, Rule
from scoring.piece import Piece


class Band(Rule):
    """One line of the scale: ``from``/``to`` belong to the band, ``over``/``under`` do not ("trên 90%" is over).

    It has fixed ``points``; or ``times``, the points for the whole figure (of which a share earns its share); or the
    points at its lower and at its upper end, and a line between them.
    """

    from_: Exact | None = Field(default=None, alias="from")
    over: Exact | None = None
    to: Exact | None = None
    under: Exact | None = None
    points: PointsText | None = None
    times: PointsText | None = None
    from_points: PointsText | None = None
    to_points: PointsText | None = None
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

    @model_validator(mode="after")
    def _one_way(self) -> Any:
        line = self.from_points is not None or self.to_points is not None
        if [self.points is not None, self.times is not None, line].count(True) != 1:
            raise ValueError("band_one_way")
        low, high = self.interval.low, self.interval.high
        if line and (None in (self.from_points, self.to_points, low, high) or low == high):
            raise ValueError("line_without_ends")
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
    """One piece a band, in the order of the law. Gaps and overlaps are the lint's business, not ours."""
    return [replace(_piece(band, max_points), at=f"bands.{at}") for at, band in enumerate(rule.bands)]


def _piece(band: Band, max_points: Fraction) -> Piece:
    low, high = band.interval.low, band.interval.high
    if band.points is not None:
        return Piece(band.interval, band.points.of(max_points), words=band.words)
    if band.times is not None:
        return Piece(band.interval, Fraction(0), band.times.of(max_points), band.words)
    if band.from_points is None or band.to_points is None or low is None or high is None:
        raise TypeError(band)  # refused when it was read
    first, last = band.from_points.of(max_points), band.to_points.of(max_points)
    slope = (last - first) / (high - low)
    return Piece(band.interval, first - slope * low, slope, band.words)
