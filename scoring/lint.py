"""The lint: what is wrong with a criteria table, read off its pieces. All problems at once, each with its place.

Places are key paths as in the criteria file (``tree.0.children.2``); ``data.criteria`` adds the line.
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from scoring.evaluator import domain
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import Interval
from scoring.lint_formulas import answers_of, formula_problems
from scoring.lint_tree import node_problems
from scoring.messages import Message, Problem, _
from scoring.piece import Piece, Term, bounds, holds_multiple
from scoring.table import Combine, Leaf, Node, Table


def lint(table: Table, paths: dict[str, str]) -> list[Problem]:
    """All problems of ``table``; ``paths`` gives the key path of each node and leaf by id."""
    problems = [*_ids(table, paths), *_indicators(table), *_conflicts(table)]
    for _depth, item in table.tree.walk():
        place = paths.get(item.id, "")
        if isinstance(item, Node):
            problems += node_problems(item, table, place)
        else:
            problems += _leaf(item, table, place)
    return [*problems, *node_problems(table.tree, table, "")]


def _ids(table: Table, paths: dict[str, str]) -> Iterator[Problem]:
    for name, count in Counter(item.id for _depth, item in table.tree.walk()).items():
        if count > 1:
            yield Problem(
                "C101",
                Message(_("The id {id} is used {count} times."), {"id": name, "count": count}),
                Message(_("Give each node and leaf an id of its own.")),
                paths.get(name, ""),
            )


def _indicators(table: Table) -> Iterator[Problem]:
    for code, indicator in table.indicators.items():
        place = f"indicators.{code}"
        summed = indicator.formation in (Formation.SUM, Formation.CUMULATIVE)
        if summed and indicator.measure not in (Measure.RATIO, Measure.COUNT, Measure.NUMBER):
            yield Problem(
                "C102",
                Message(_("The months of {code} cannot be added up: it is not a count."), {"code": code}),
                Message(_("Choose latest, once, months_covered or mean_of_months for year.")),
                f"{place}.year",
            )
        if indicator.measure is Measure.CHOICE and len(indicator.options) < 2:
            yield Problem(
                "C103",
                Message(_("The choice {code} has fewer than two options."), {"code": code}),
                Message(_("List its options, each with its number and its words.")),
                f"{place}.options",
            )
        if indicator.measure is Measure.DATE and indicator.deadline is None:
            yield Problem(
                "C104",
                Message(_("The date {code} has no last day on time."), {"code": code}),
                Message(_("Write deadline: and the last day on time, such as 2022-11-09.")),
                f"{place}.deadline",
            )
        if indicator.measure is Measure.RATIO and not (indicator.numerator and indicator.denominator):
            yield Problem(
                "C105",
                Message(_("The ratio {code} does not say what its numerator and denominator count."), {"code": code}),
                Message(_("Write numerator: and denominator: in words.")),
                place,
            )


def _conflicts(table: Table) -> Iterator[Problem]:
    known = {leaf.id for leaf in table.leaves}
    for index, conflict in enumerate(table.conflicts):
        for name in conflict.leaves:
            if name not in known:
                yield Problem(
                    "C106",
                    Message(_("The conflict names {id}, which is no leaf of this table."), {"id": name}),
                    Message(_("Write the id of a leaf.")),
                    f"conflicts.{index}.leaves",
                )


def _leaf(leaf: Leaf, table: Table, place: str) -> Iterator[Problem]:
    unknown = [name for name in leaf.inputs if name not in table.indicators]
    for name in unknown:
        yield Problem(
            "C120",
            Message(
                _("The leaf {id} reads the indicator {code}, which is not declared."), {"id": leaf.id, "code": name}
            ),
            Message(_("Declare it under indicators:, or correct the code.")),
            f"{place}.{_reading(leaf, name)}",
        )
    if not leaf.reference.quote:
        yield Problem(
            "C121",
            Message(_("The leaf {id} has no reference to the law."), {"id": leaf.id}),
            Message(_("Write reference: with the place and the words of the document.")),
            place,
        )
    yield from formula_problems(leaf, table, place)
    if unknown or not leaf.terms:  # a rule that could not be read has been refused already
        return
    if leaf.nothing_arose is None and _can_be_empty(leaf, table):
        yield Problem(
            "C122",
            Message(_("The leaf {id} divides, and does not say what it earns when nothing arose."), {"id": leaf.id}),
            Message(_("Write nothing_arose: full, zero, not_applicable, or another input.")),
            place,
        )
    for term in leaf.terms:
        yield from _coverage(leaf, term, table, f"{place}.{_holder(term)}rule")
    yield from _reachable(leaf, table, place)
    yield from _step(leaf, table, place)


def _holder(term: Term) -> str:
    return "" if term.when is None else f"formulas.{term.when.formula}."


def _reading(leaf: Leaf, code: str) -> str:
    """The key that names the indicator ``code``."""
    for term in leaf.terms:
        if term.when is not None and code == term.when.choice:
            return f"{_holder(term)}when.input"
        if code in term.input.names:
            return f"{_holder(term)}input"
    return "input"


def _can_be_empty(leaf: Leaf, table: Table) -> bool:
    used = [table.indicators[name] for term in leaf.terms for name in term.input.names]
    return any(i.measure is Measure.RATIO for i in used) or any("/" in term.input.source for term in leaf.terms)


def _coverage(leaf: Leaf, term: Term, table: Table, place: str) -> Iterator[Problem]:
    within, grain = domain(term, table.indicators)
    code = term.input.single
    if code and _answered(table.indicators[code]):
        yield from _answers(leaf, term, table, place)
        return
    pieces = sorted((p for p in term.pieces if not p.interval.meet(within).empty), key=_low)
    edge: Interval | None = None
    for piece in pieces:
        part = piece.interval.meet(within)
        if edge is None:
            if part.low != within.low or (within.low is not None and part.low_closed != within.low_closed):
                yield _gap_problem(leaf, within.low, part.low, place)
        elif edge.high is None or part.low is None or part.low < edge.high:
            yield _overlap_problem(leaf, part.low, place)
        elif part.low == edge.high:
            if part.low_closed and edge.high_closed:
                yield _overlap_problem(leaf, part.low, place)
            elif not part.low_closed and not edge.high_closed:
                yield _gap_problem(leaf, edge.high, part.low, place)
        elif holds_multiple(Interval(edge.high, part.low, not edge.high_closed, not part.low_closed), grain):
            yield _gap_problem(leaf, edge.high, part.low, place)
        edge = part
    if edge is None or edge.high != within.high or (within.high is not None and edge.high_closed != within.high_closed):
        yield _gap_problem(leaf, edge.high if edge else within.low, within.high, place)


def _low(piece: Piece) -> tuple[bool, Fraction, bool]:
    low = piece.interval.low
    return (low is not None, low or Fraction(0), not piece.interval.low_closed)


def _answered(indicator: Indicator) -> bool:
    """True where x is one of the answers themselves, not a share or a mean of months."""
    formed = indicator.formation in (Formation.MONTHS_COVERED, Formation.MEAN_OF_MONTHS)
    return not formed and indicator.measure in (Measure.YES_NO, Measure.CHOICE)


def _answers(leaf: Leaf, term: Term, table: Table, place: str) -> Iterator[Problem]:
    indicator = table.indicators[term.input.single or ""]
    for answer in sorted(answers_of(indicator)):
        holding = [piece for piece in term.pieces if answer in piece.interval]
        if not holding:
            yield _gap_problem(leaf, answer, answer, place)
        elif len(holding) > 1:
            yield _overlap_problem(leaf, answer, place)


def _gap_problem(leaf: Leaf, low: Fraction | None, high: Fraction | None, place: str) -> Problem:
    values: dict[str, object] = {
        "id": leaf.id,
        "low": "-∞" if low is None else low,
        "high": "+∞" if high is None else high,
    }
    return Problem(
        "C130",
        Message(_("The rule of {id} says nothing between {low} and {high}."), values),
        Message(_("Add the missing band, or correct from/over/to/under.")),
        place,
    )


def _overlap_problem(leaf: Leaf, at: Fraction | None, place: str) -> Problem:
    return Problem(
        "C131",
        Message(_("The rule of {id} says two things at {x}."), {"id": leaf.id, "x": "-∞" if at is None else at}),
        Message(_("Let each number belong to one band: from/to include the bound, over/under do not.")),
        place,
    )


def _step(leaf: Leaf, table: Table, place: str) -> Iterator[Problem]:
    if (leaf.max / table.step).denominator != 1 or (leaf.lowest / table.step).denominator != 1:
        yield Problem(
            "C133",
            Message(
                _("The bounds of {id} are finer than the rounding step {step}."), {"id": leaf.id, "step": table.step}
            ),
            Message(_("Correct max or lowest, or the step under rounding:.")),
            f"{place}.max",
        )
    if leaf.lowest > leaf.highest:
        yield Problem(
            "C134",
            Message(_("The least points of {id} are more than its maximum."), {"id": leaf.id}),
            Message(_("Correct lowest: or max:.")),
            f"{place}.lowest",
        )
    falls = any(piece.slope < 0 or piece.intercept < 0 for term in leaf.terms for piece in term.pieces)
    if leaf.max == 0 and leaf.lowest == 0 and falls:
        yield Problem(
            "C135",
            Message(
                _("The rule of {id} takes points away, but its lowest is 0: nothing would be taken."), {"id": leaf.id}
            ),
            Message(_("Write lowest: and the most that can be taken away, such as -2.")),
            f"{place}.lowest",
        )


def _reachable(leaf: Leaf, table: Table, place: str) -> Iterator[Problem]:
    each = [_best(formula, table) for _when, formula in leaf.formulas] or [_best(leaf, table)]
    known = [best for best in each if best is not None]
    if len(known) < len(each):
        return
    best = max(known)
    if best != leaf.highest:
        yield Problem(
            "C132",
            Message(
                _("The rule of {id} gives at most {best}, not its maximum {max}."),
                {"id": leaf.id, "best": best, "max": leaf.highest},
            ),
            Message(_("Correct the points of the best band, or max.")),
            f"{place}.max",
        )


def _best(leaf: Leaf, table: Table) -> Fraction | None:
    """The most that the terms of ``leaf`` come to together; ``None`` where there is no bound."""
    highs = [bounds(term.pieces, *domain(term, table.indicators))[1] for term in leaf.terms]
    known = [high for high in highs if high is not None]
    if len(known) < len(highs):
        return None
    return {Combine.SUM: sum(known, Fraction(0)), Combine.MAX: max(known), Combine.MIN: min(known)}[leaf.combine]
