"""Rule kind ``options``: one of several answers ("kịp thời: 1 / không kịp thời: 0,5 / không ban hành: 0")."""

from fractions import Fraction
from typing import Any

from pydantic import Field, model_validator

from scoring.exact import Exact
from scoring.interval import point
from scoring.kinds.rule import PointsText, Rule
from scoring.piece import Piece


class Answer(Rule):
    """One answer: the number that the indicator stores for it, its points, and the law's words."""

    value: Exact
    points: PointsText
    words: str = ""


class Options(Rule):
    """The answers in the order of the law; each number once."""

    options: tuple[Answer, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _each_once(self) -> Any:
        if len({answer.value for answer in self.options}) < len(self.options):
            raise ValueError("option_twice")
        return self


def pieces(rule: Options, max_points: Fraction) -> list[Piece]:
    """One point on the line for each answer."""
    return [
        Piece(point(answer.value), answer.points.of(max_points), words=answer.words, at=f"options.{at}")
        for at, answer in enumerate(rule.options)
    ]
