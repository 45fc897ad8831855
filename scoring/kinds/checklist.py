"""Rule kind ``checklist``: points of the fulfilled items, added up ("tham gia 1/2, chủ trì 1/2 điểm tối đa")."""

from fractions import Fraction

from pydantic import Field

from scoring.expression import Expression
from scoring.kinds import yes_no
from scoring.kinds.rule import InputText, PointsText, Rule
from scoring.piece import Term


class Item(Rule):
    """One item: its own yes/no indicator, its points, the law's words."""

    input: InputText
    points: PointsText
    words: str = ""


class Checklist(Rule):
    """The items in the order of the law."""

    items: tuple[Item, ...] = Field(min_length=2)


def terms(rule: Checklist, max_points: Fraction, _input: Expression | None) -> tuple[Term, ...]:
    """One yes/no term an item; the leaf adds them up."""
    found = []
    for item in rule.items:
        answer = yes_no.YesNo(yes=item.points, yes_words=item.words, no_words=item.words)
        found.append(Term(item.input, tuple(yes_no.pieces(answer, max_points)), item.words))
    return tuple(found)
