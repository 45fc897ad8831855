"""Inputs of a rule: a declared expression over indicators, parsed once, evaluated exactly.

``TTHC_CONG_KHAI`` is the figure of one indicator; ``SO_HOA - 1`` and ``larger(A, B)`` are expressions. Only names,
exact numbers, ``+ - * /`` and the functions of ``FUNCTIONS`` exist: a criteria file is data, never a program.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache

from scoring.exact import parse_exact
from scoring.interval import EVERYTHING, Interval, point
from scoring.quantity import ABSENT, Quantity, State, combined_state

FUNCTIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "larger": max,
    "smaller": min,
}

_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


class ExpressionError(ValueError):
    """The text is not an expression of this language; ``args[0]`` is the offending part."""


@dataclass(frozen=True)
class Expression:
    """A parsed input: its source, the indicators it reads, and its syntax tree."""

    source: str
    names: tuple[str, ...]
    tree: ast.expr = field(repr=False, compare=False, hash=False)

    @cached_property
    def single(self) -> str | None:
        """The indicator's code when the input is one indicator and nothing else."""
        return self.tree.id if isinstance(self.tree, ast.Name) else None

    @cached_property
    def shifted(self) -> tuple[str, Fraction] | None:
        """The code and the constant of ``CODE``, ``CODE + 0.2`` or ``CODE - 1``; ``None`` for anything else."""
        if isinstance(self.tree, ast.Name):
            return self.tree.id, Fraction(0)
        if (
            isinstance(self.tree, ast.BinOp)
            and isinstance(self.tree.op, ast.Add | ast.Sub)
            and isinstance(self.tree.left, ast.Name)
            and isinstance(self.tree.right, ast.Constant)
        ):
            by = _constant(self.tree.right, self.source)
            return self.tree.left.id, by if isinstance(self.tree.op, ast.Add) else -by
        return None


def parse_expression(source: str) -> Expression:
    """Parse ``source``; :class:`ExpressionError` for anything outside the language, or over 200 characters."""
    if len(source) > 200:
        raise ExpressionError(source[:40])
    try:
        tree = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError) as wrong:
        raise ExpressionError(source) from wrong
    names: list[str] = []
    _check(tree, source, names)
    return Expression(source.strip(), tuple(dict.fromkeys(names)), tree)


def _check(node: ast.expr, source: str, names: list[str]) -> None:
    if isinstance(node, ast.Name):
        names.append(node.id)
    elif isinstance(node, ast.Constant):
        _constant(node, source)
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        _check(node.left, source, names)
        _check(node.right, source, names)
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in FUNCTIONS
        and len(node.args) == 2
        and not node.keywords
    ):
        for argument in node.args:
            _check(argument, source, names)
    else:
        raise ExpressionError(ast.get_source_segment(source, node) or source)


@lru_cache(maxsize=1_000)  # a year's scoring would read the same few texts hundreds of times
def _constant(node: ast.Constant, source: str) -> Fraction:
    # The literal is read from the text again: Python would have made a float of 0.2 by now.
    text = ast.get_source_segment(source.strip(), node) or str(node.value)
    try:
        return parse_exact(text)
    except ValueError as wrong:
        raise ExpressionError(text) from wrong


def evaluate(expression: Expression, figures: Mapping[str, Quantity]) -> Quantity:
    """The expression's exact value for the year's ``figures`` by indicator code.

    A missing indicator makes the result missing (never zero), with the interval that can be vouched for when the
    expression is that one indicator. A division by zero means that nothing arose. Unknown codes count as missing.
    """
    return _evaluate(expression.tree, expression.source, figures)


def _evaluate(node: ast.expr, source: str, figures: Mapping[str, Quantity]) -> Quantity:
    if isinstance(node, ast.Name):
        return figures.get(node.id, ABSENT)
    if isinstance(node, ast.Constant):
        value = _constant(node, source)
        return Quantity(State.MEASURED, value, bounds=point(value))
    if isinstance(node, ast.BinOp):
        left, right = (_evaluate(side, source, figures) for side in (node.left, node.right))
        return _apply(_OPERATORS[type(node.op)], left, right, _shifted(node, left, right))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        left, right = (_evaluate(side, source, figures) for side in node.args)
        return _apply(FUNCTIONS[node.func.id], left, right, EVERYTHING)
    raise ExpressionError(source)


def _apply(
    operate: Callable[[Fraction, Fraction], Fraction], left: Quantity, right: Quantity, bounds: Interval
) -> Quantity:
    state = combined_state((left, right))
    if state is not State.MEASURED or left.x is None or right.x is None:
        missing = tuple(dict.fromkeys(left.missing_months + right.missing_months))
        return Quantity(state, bounds=bounds, missing_months=missing)
    try:
        x = operate(left.x, right.x)
    except ZeroDivisionError:
        return Quantity(State.NOTHING_AROSE)
    return Quantity(State.MEASURED, x, bounds=point(x))


def _shifted(node: ast.BinOp, left: Quantity, right: Quantity) -> Interval:
    """Bounds of ``figure + constant`` and ``figure - constant``; anything else is not bounded here."""
    if isinstance(node.op, ast.Add | ast.Sub) and isinstance(node.right, ast.Constant) and right.x is not None:
        return left.bounds.moved(right.x if isinstance(node.op, ast.Add) else -right.x)
    return EVERYTHING
