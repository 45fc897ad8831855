"""Rule kind ``judgement``: the points are the figure itself, given by a person or a survey with a reason."""

from fractions import Fraction

from scoring.interval import Interval
from scoring.kinds.rule import Rule
from scoring.piece import Piece


class Judgement(Rule):
    """``words`` say what is judged."""

    words: str = ""


def pieces(rule: Judgement, max_points: Fraction) -> list[Piece]:
    """Points as given between nothing and the maximum; the leaf's bounds hold back anything beyond."""
    return [Piece(Interval(), Fraction(0), Fraction(1), rule.words)]
