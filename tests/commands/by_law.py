"""The demo store's score computed from the law's own parameters and the demo file alone.

Nothing of the product's arithmetic is used: no pieces, no evaluator, no store, no import. What the import must refuse
(a numerator over its denominator) is missing here too.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from data.criteria.schema import GateKeys, IndicatorKeys, InsteadKeys, NodeKeys, TableKeys
from data.criteria.yaml_text import read_yaml
from scoring.indicator import Formation, Measure
from scoring.kinds import KINDS
from scoring.kinds.checklist import Checklist
from tests.scoring.reference import points_of

ROOT = Path(__file__).parents[2]
STEP = Fraction(1, 100)
ZERO = Fraction(0)
ANSWERS = {"có": Fraction(1), "không": ZERO}
Known = tuple[str, Fraction | None]  # measured, missing, nothing_arose; and x when measured
Figures = Mapping[str, Known]


@cache
def table_keys(name: str) -> TableKeys:
    """The criteria file as written."""
    return TableKeys.model_validate(read_yaml((ROOT / "criteria" / f"{name}.yaml").read_text(encoding="utf-8")).content)


@cache
def demo() -> Any:
    """The demo file as written."""
    return read_yaml((ROOT / "data" / "demo" / "dien-bien-2022.yaml").read_text(encoding="utf-8")).content


def points_by_law(name: str, month: int) -> dict[str, Fraction | None]:
    """Points of each leaf as of ``month``; ``None`` for a leaf that is missing or does not apply."""
    figures = _figures(name, month)
    return {leaf.id: _leaf(leaf, figures) for leaf in _leaves(table_keys(name).tree)}


def total_by_law(name: str, month: int, node: str = "") -> tuple[Fraction, Fraction]:
    """Points of the whole table (or of one node) as of ``month``, and the maximum of what is measured: the index."""
    keys, figures = table_keys(name), _figures(name, month)
    if node:
        return _node(next(one for one in keys.tree if one.id == node), figures, bonus=False)
    parts = [_node(one, figures, bonus=False) for one in keys.tree]
    return _held(parts, keys.cap, keys.lowest, keys.gate, figures)


def _figures(name: str, month: int) -> Figures:
    return {code: _year(code, indicator, month) for code, indicator in table_keys(name).indicators.items()}


def _leaves(nodes: tuple[NodeKeys, ...]) -> Iterator[NodeKeys]:
    for node in nodes:
        yield from _leaves(node.children) if node.children else (node,)


def _node(node: NodeKeys, figures: Figures, *, bonus: bool) -> tuple[Fraction, Fraction]:
    """Points, and the measured part of the maximum; bonus points have no part in it."""
    bonus = bonus or node.bonus
    if not node.children:
        points = _leaf(node, figures)
        return (ZERO, ZERO) if points is None else (points, ZERO if bonus else node.max or ZERO)
    cap = node.max if bonus and node.cap is None else node.cap
    return _held([_node(child, figures, bonus=bonus) for child in node.children], cap, node.lowest, node.gate, figures)


def _held(
    parts: list[tuple[Fraction, Fraction]],
    cap: Fraction | None,
    lowest: Fraction | None,
    gate: GateKeys | None,
    figures: Figures,
) -> tuple[Fraction, Fraction]:
    points, measured = sum((one for one, _ in parts), ZERO), sum((one for _, one in parts), ZERO)
    points = points if lowest is None else max(points, lowest)
    if cap is not None:
        points, measured = min(points, cap), min(measured, cap)
    state, x = _value(gate.input.source, figures) if gate is not None else ("open", None)
    if gate is None or state == "not_applicable" or (state == "nothing_arose" and gate.nothing_arose == "open"):
        return points, measured
    if state == "missing":
        return ZERO, measured if gate.missing == "closed" else ZERO
    return (ZERO if x is None or _closes(gate, x) else points), measured


def _closes(gate: GateKeys, x: Fraction) -> bool:
    return (
        (gate.at_most is not None and x <= gate.at_most)
        or (gate.under is not None and x < gate.under)
        or (gate.at_least is not None and x >= gate.at_least)
        or (gate.over is not None and x > gate.over)
        or (gate.equal is not None and x == gate.equal)
    )


def _leaf(leaf: NodeKeys, figures: Figures) -> Fraction | None:
    if leaf.formulas:
        answer = figures[leaf.formulas[0].when.input][1]
        applying = [one for one in leaf.formulas if answer is not None and answer in one.when.is_]
        if not applying:
            return None
        (formula,) = applying
        return _ruled(leaf, formula.rule, formula.input and formula.input.source, figures)
    return _ruled(leaf, leaf.rule or {}, leaf.input and leaf.input.source, figures)


def _ruled(leaf: NodeKeys, keys: Mapping[str, Any], source: str | None, figures: Figures) -> Fraction | None:
    parameters = dict(keys)
    rule = KINDS[parameters.pop("kind")].model.model_validate(parameters)
    most, least = leaf.max or ZERO, leaf.lowest or ZERO
    sources = [i.input.source for i in rule.items] if isinstance(rule, Checklist) else [str(source)]
    known = [_value(source, figures) for source in sources]
    states = {state for state, _x in known}
    if states == {"nothing_arose"}:
        policy = leaf.nothing_arose
        if isinstance(policy, InsteadKeys):
            known = [_value(policy.input.source, figures)]
            states = {state for state, _x in known}
        else:
            return {"full": most, "zero": ZERO}.get(str(policy))
    if states != {"measured"}:
        return None
    pairs = [(x.numerator, x.denominator) for _state, x in known if x is not None]
    points = points_of(rule, pairs, most, least, STEP)
    assert isinstance(points, Fraction), leaf.id
    return points


def _value(source: str, figures: Figures) -> Known:
    names = [name for name in re.findall(r"[A-Z][A-Z0-9_]*", source) if name in figures]
    states = {figures[name][0] for name in names}
    for state in ("missing", "nothing_arose"):
        if state in states:
            return state, None
    exact = re.sub(r"(?<![\w.])(\d+(?:\.\d+)?)", r"Fraction('\1')", source)
    values = {name: figures[name][1] for name in names} | {"Fraction": Fraction, "larger": max, "smaller": min}
    try:
        return "measured", Fraction(eval(exact, {}, values))  # noqa: S307 - the shipped tables' own expressions
    except ZeroDivisionError:
        return "nothing_arose", None


def _year(code: str, indicator: IndicatorKeys, month: int) -> Known:
    texts = _in_force(code, indicator)
    months = {
        at: read for at, text in sorted(texts.items()) if at <= month and (read := _month(text, indicator)) is not None
    }
    every, once = indicator.every, indicator.year is Formation.ONCE
    due = list(range(every, month + 1, every))
    newest = indicator.year in (Formation.LATEST, Formation.CUMULATIVE)
    if newest and due and any(at >= due[-1] for at in months):
        due = []  # a later report than the last one owed is newer still
    owed = [] if once else due[-1:] if newest else due
    if any(at not in months for at in owed) or not months:
        return "missing", None
    if indicator.year is Formation.MONTHS_COVERED:
        return "measured", Fraction(sum(1 for at in due if months[at][0]), len(due))
    if once or newest:
        months = {max(months): months[max(months)]}
    assert indicator.year is not Formation.MEAN_OF_MONTHS, "write it down here first"
    top = sum((top for top, _bottom in months.values()), ZERO)
    if indicator.measure is Measure.DATE and indicator.deadline is not None:
        return "measured", top - indicator.deadline.toordinal()
    if indicator.measure in (Measure.COUNT, Measure.NUMBER):
        return "measured", top
    bottom = sum((bottom for _top, bottom in months.values()), ZERO)
    return ("measured", top / bottom) if bottom else ("nothing_arose", None)


def _in_force(code: str, indicator: IndicatorKeys) -> dict[int, str]:
    """What was reported last for each month: in a workbook, in a later one of the same month, or on screen.

    What came late came as it stands in the month's row; a first try that was refused left nothing.
    """
    texts = {at: text for at, text in enumerate(demo()["monthly"].get(code, []), start=1) if text}
    for later in demo()["corrections"]:
        if code in later["figures"]:
            texts[int(later["month"])] = later["figures"][code]
    for at, typed, answer in demo()["typed"]:
        if typed == code:
            option = next((o.value for o in indicator.options if o.title == answer), ANSWERS.get(answer))
            texts[int(at)] = answer if option is None else str(option)
    return texts


def _month(text: str, indicator: IndicatorKeys) -> tuple[Fraction, Fraction] | None:
    if indicator.measure is Measure.DATE:
        day, month, year = (int(part) for part in text.split("/"))
        return Fraction(date(year, month, day).toordinal()), Fraction(1)
    if "/" in text and indicator.measure is Measure.RATIO:
        top, bottom = (Fraction(part) for part in text.split("/"))
        return None if indicator.part_of_whole and top > bottom else (top, bottom)
    return Fraction(text), Fraction(100 if indicator.measure is Measure.PERCENT else 1)
