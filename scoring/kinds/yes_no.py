"""Rule kind ``yes_no``: done or not done ("Đạt yêu cầu: 1 / Không đạt yêu cầu: 0")."""

from fractions import Fraction

from scoring.interval import point
from scoring.kinds.rule import FULL, NONE, PointsText, Rule
from scoring.piece import Piece


class YesNo(Rule):
    """Points for yes (the maximum unless said otherwise) and for no (none unless said otherwise)."""

    yes: PointsText = FULL
    no: PointsText = NONE
    yes_words: str = ""
    no_words: str = ""


def pieces(rule: YesNo, max_points: Fraction) -> list[Piece]:
    """Two points on the line: yes is 1, no is 0. Nothing between them exists."""
    return [
        Piece(point(Fraction(1)), rule.yes.of(max_points), words=rule.yes_words),
        Piece(point(Fraction(0)), rule.no.of(max_points), words=rule.no_words),
    ]
