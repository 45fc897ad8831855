"""Inputs of a rule: a declared expression over indicators, parsed once, evaluated exactly.

``TTHC_CONG_KHAI`` is the figure of one indicator for the year so far, ``last_year(TTHC_CONG_KHAI)`` another reading of
it (``scoring.readings``); ``SO_HOA - 1`` and ``larger(A, B)`` are expressions. Only names, readings, exact numbers,
``+ - * /`` and the functions of ``FUNCTIONS`` exist: a criteria file is data, never a program.

Over the rows of a register (``scoring.rows``) the same language stands for one row: names are columns, there are no
readings and no division (each row must come to an exact decimal), and ``days_late(SENT, DEADLINE)`` reads two days.
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache, reduce

from scoring.bounded import bounds_between
from scoring.exact import parse_exact
from scoring.interval import EVERYTHING, Interval, point
from scoring.quantity import ABSENT, Quantity, State, combined_state
from scoring.readings import READINGS, code_of, key_of, reading_of

FUNCTIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "larger": max,  # of two or more
    "smaller": min,
}

DAYS_LATE = "days_late"  # of a day and its deadline, in one row
_AFTER = " after "

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
    """A parsed input: its source, the figures it reads (codes, and readings such as ``last_year(CODE)``), its tree."""

    source: str
    names: tuple[str, ...]
    tree: ast.expr = field(repr=False, compare=False, hash=False)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The indicators behind the names, each once."""
        return tuple(dict.fromkeys(code for name in self.names if (code := code_of(name))))

    @cached_property
    def single(self) -> str | None:
        """The name when the input is one figure and nothing else."""
        return _name(self.tree)

    @cached_property
    def compares(self) -> bool:
        """Whether a reading is among its figures."""
        return any(reading_of(name) is not None for name in self.names)

    @property
    def divides(self) -> bool:
        """Whether it divides by what could be zero: by anything but a number of its own."""
        divided = [
            node.right for node in ast.walk(self.tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
        ]
        return any(not (isinstance(by, ast.Constant) and constant_of(by, self.source)) for by in divided)

    @property
    def whole(self) -> bool:
        """Whether its own numbers are whole ones."""
        numbers = (node for node in ast.walk(self.tree) if isinstance(node, ast.Constant))
        return all(constant_of(node, self.source).denominator == 1 for node in numbers)

    @cached_property
    def shifted(self) -> tuple[str, Fraction] | None:
        """The name and the constant of ``CODE``, ``CODE + 0.2`` or ``CODE - 1``; ``None`` for anything else."""
        if (single := self.single) is not None:
            return single, Fraction(0)
        if (
            isinstance(self.tree, ast.BinOp)
            and isinstance(self.tree.op, ast.Add | ast.Sub)
            and isinstance(self.tree.right, ast.Constant)
            and (name := _name(self.tree.left)) is not None
        ):
            by = constant_of(self.tree.right, self.source)
            return name, by if isinstance(self.tree.op, ast.Add) else -by
        return None


def parse_expression(source: str) -> Expression:
    """Parse ``source``; :class:`ExpressionError` for anything outside the language, or over 200 characters."""
    return _parsed(source, of_rows=False)


def parse_row_expression(source: str) -> Expression:
    """Parse what is reckoned in each row of a register; :class:`ExpressionError` as above."""
    return _parsed(source, of_rows=True)


def days_late_of(name: str) -> tuple[str, str] | None:
    """The day and the deadline where ``name`` is that of days late; ``None`` for a column."""
    day, found, deadline = name.partition(_AFTER)
    return (day, deadline) if found else None


def _parsed(source: str, *, of_rows: bool) -> Expression:
    if len(source) > 200:
        raise ExpressionError(source[:40])
    try:
        tree = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError) as wrong:
        raise ExpressionError(source) from wrong
    names: list[str] = []
    _check(tree, source, names, of_rows=of_rows)
    return Expression(source.strip(), tuple(dict.fromkeys(names)), tree)


def _name(node: ast.expr) -> str | None:
    """The name of the figure that ``node`` is, under which it stands among the year's; ``None`` where it is none."""
    if isinstance(node, ast.Name):
        return node.id
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return None
    if node.func.id == DAYS_LATE:
        return _days_late(node)
    if node.func.id not in READINGS:
        return None
    named = [argument.id for argument in node.args if isinstance(argument, ast.Name)]
    wanted = 1 if READINGS[node.func.id].of_indicator else 0
    if node.keywords or len(node.args) != wanted or len(named) != wanted:
        return None
    return key_of(node.func.id, *named)


def _days_late(node: ast.Call) -> str | None:
    columns = [argument.id for argument in node.args if isinstance(argument, ast.Name)]
    return None if node.keywords or len(node.args) != 2 or len(columns) != 2 else _AFTER.join(columns)


def _check(node: ast.expr, source: str, names: list[str], *, of_rows: bool) -> None:
    if (name := _name(node)) is not None and (isinstance(node, ast.Name) or (days_late_of(name) is None) != of_rows):
        names.append(name)
    elif isinstance(node, ast.Constant):
        constant_of(node, source)
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS and not (of_rows and isinstance(node.op, ast.Div)):
        _check(node.left, source, names, of_rows=of_rows)
        _check(node.right, source, names, of_rows=of_rows)
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in FUNCTIONS
        and len(node.args) >= 2
        and not node.keywords
    ):
        for argument in node.args:
            _check(argument, source, names, of_rows=of_rows)
    else:
        raise ExpressionError(ast.get_source_segment(source, node) or source)


@lru_cache(maxsize=1_000)  # a year's scoring would read the same few texts hundreds of times
def constant_of(node: ast.Constant, source: str) -> Fraction:
    """The exact number that stands at ``node`` of ``source``."""
    # The literal is read from the text again: Python would have made a float of 0.2 by now.
    text = ast.get_source_segment(source.strip(), node) or str(node.value)
    try:
        return parse_exact(text)
    except ValueError as wrong:
        raise ExpressionError(text) from wrong


def evaluate(expression: Expression, figures: Mapping[str, Quantity]) -> Quantity:
    """The expression's exact value for the year's ``figures`` by name (an indicator's code, or a reading).

    A missing figure makes the result missing (never zero), with the interval that can be vouched for when the
    expression is that one figure; of an expression with readings, also when all its other figures are known. A division
    by zero means that nothing arose. Unknown names count as missing.
    """
    if expression.single is not None:
        return figures.get(expression.single, ABSENT)
    return _evaluate(expression.tree, expression.source, figures, bounded=expression.compares)


def _evaluate(node: ast.expr, source: str, figures: Mapping[str, Quantity], *, bounded: bool) -> Quantity:
    if (name := _name(node)) is not None:
        return figures.get(name, ABSENT)
    if isinstance(node, ast.Constant):
        value = constant_of(node, source)
        return Quantity(State.MEASURED, value, bounds=point(value))
    if isinstance(node, ast.BinOp):
        left, right = (_evaluate(side, source, figures, bounded=bounded) for side in (node.left, node.right))
        bounds = bounds_between(node.op, left, right) if bounded else _shifted(node, left, right)
        return _apply(_OPERATORS[type(node.op)], left, right, bounds)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        parts = (_evaluate(side, source, figures, bounded=bounded) for side in node.args)
        return _of_several(node.func.id, parts, bounded=bounded)
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


def _of_several(function: str, parts: Iterator[Quantity], *, bounded: bool) -> Quantity:
    def two(left: Quantity, right: Quantity) -> Quantity:
        bounds = bounds_between(function, left, right) if bounded else EVERYTHING
        return _apply(FUNCTIONS[function], left, right, bounds)

    return reduce(two, parts)


def line_in(expression: Expression, name: str, figures: Mapping[str, Quantity]) -> tuple[Fraction, Fraction] | None:
    """Slope and constant of the expression as a straight line in the figure ``name``, all others as they are known.

    ``None`` where it is no straight line, is level, or another figure is not known.
    """
    found = _line(expression.tree, expression.source, name, figures)
    return None if found is None or not found[0] else found


def _line(node: ast.expr, source: str, name: str, figures: Mapping[str, Quantity]) -> tuple[Fraction, Fraction] | None:
    if _name(node) == name:
        return Fraction(1), Fraction(0)
    if isinstance(node, ast.BinOp):
        left, right = (_line(side, source, name, figures) for side in (node.left, node.right))
        return None if left is None or right is None else _lines(node.op, left, right)
    inside = ast.walk(node) if isinstance(node, ast.Call) and _name(node) is None else ()
    if any(_name(part) == name for part in inside if isinstance(part, ast.expr)):
        return None
    x = _evaluate(node, source, figures, bounded=False).x
    return None if x is None else (Fraction(0), x)


def _lines(
    op: ast.operator, left: tuple[Fraction, Fraction], right: tuple[Fraction, Fraction]
) -> tuple[Fraction, Fraction] | None:
    if isinstance(op, ast.Add):
        return left[0] + right[0], left[1] + right[1]
    if isinstance(op, ast.Sub):
        return left[0] - right[0], left[1] - right[1]
    if isinstance(op, ast.Div):
        return None if right[0] or not right[1] else (left[0] / right[1], left[1] / right[1])
    if left[0] and right[0]:
        return None
    return left[0] * right[1] + right[0] * left[1], left[1] * right[1]


def _shifted(node: ast.BinOp, left: Quantity, right: Quantity) -> Interval:
    """Bounds of ``figure + constant`` and ``figure - constant``; anything else is not bounded here."""
    if isinstance(node.op, ast.Add | ast.Sub) and isinstance(node.right, ast.Constant) and right.x is not None:
        return left.bounds.moved(right.x if isinstance(node.op, ast.Add) else -right.x)
    return EVERYTHING
