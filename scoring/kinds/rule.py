"""What all rule kinds share: how their parameters are read, and how points are written in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from scoring.exact import parse_exact
from scoring.expression import Expression, ExpressionError, parse_expression
from scoring.piece import Piece, Term


class Rule(BaseModel):
    """Parameters of a rule as the law writes them. Unknown keys are refused: a typing error is no silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


@dataclass(frozen=True)
class Points:
    """Points as the law prints them: a number, or a part of the maximum ("1/2 điểm tối đa")."""

    number: Fraction
    of_max: bool = False

    def of(self, max_points: Fraction) -> Fraction:
        """The points for a leaf of this maximum."""
        return self.number * max_points if self.of_max else self.number


def parse_points(value: object) -> Points:
    """``"0.5"`` is half a point, ``"max"`` the whole maximum, ``"1/2 max"`` half of it; ``ValueError`` otherwise."""
    if isinstance(value, Points):
        return value
    text = str(value).strip()
    if text.endswith("max"):
        part = text.removesuffix("max").strip()
        return Points(parse_exact(part) if part else Fraction(1), of_max=True)
    return Points(parse_exact(value))


def reading(parse: Callable[[str], Expression], refused: str) -> Callable[[object], Expression]:
    """How a key is read whose text ``parse`` understands; else ``ValueError`` with ``refused``, told at its place."""

    def read(value: object) -> Expression:
        if isinstance(value, Expression):
            return value
        try:
            return parse(str(value))
        except ExpressionError as wrong:
            raise ValueError(refused) from wrong

    return read


PointsText = Annotated[Points, BeforeValidator(parse_points)]
InputText = Annotated[Expression, BeforeValidator(reading(parse_expression, "not_an_expression"))]

FULL = Points(Fraction(1), of_max=True)
NONE = Points(Fraction(0))


@dataclass(frozen=True)
class RuleKind:
    """A registry entry: the parameters' model, and what turns them into terms.

    ``terms(rule, max, input)`` takes the leaf's own input, or ``None`` when the rule names its inputs itself.
    """

    model: type[Rule]
    terms: Callable[[Any, Fraction, Expression | None], tuple[Term, ...]]
    own_inputs: bool = False


def one_term(pieces: Callable[[Any, Fraction], Sequence[Piece]]) -> Callable[..., tuple[Term, ...]]:
    """Most kinds turn one input into points: their terms are their pieces on the leaf's input."""

    def terms(rule: Any, max_points: Fraction, given: Expression | None) -> tuple[Term, ...]:
        if given is None:
            raise ValueError("input_missing")
        return (Term(given, tuple(pieces(rule, max_points))),)

    return terms
