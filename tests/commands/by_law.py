"""The demo store's score computed from the law's own parameters and the demo file alone.

Nothing of the product's arithmetic is used: no pieces, no evaluator, no store, no import. What the import must refuse
(a numerator over its denominator) is missing here too.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from data.criteria.schema import IndicatorKeys, InsteadKeys, NodeKeys, TableKeys
from data.criteria.yaml_text import read_yaml
from scoring.indicator import Formation, Measure
from scoring.kinds import KINDS
from scoring.kinds.checklist import Checklist
from tests.scoring.reference import points_of

ROOT = Path(__file__).parents[2]
STEP = Fraction(1, 100)
ANSWERS = {"có": Fraction(1), "không": Fraction(0)}
Known = tuple[str, Fraction | None]  # measured, missing, nothing_arose; and x when measured


def table_keys(name: str) -> TableKeys:
    """The criteria file as written."""
    return TableKeys.model_validate(read_yaml((ROOT / "criteria" / f"{name}.yaml").read_text(encoding="utf-8")).content)


def points_by_law(name: str, month: int) -> dict[str, Fraction | None]:
    """Points of each leaf as of ``month``; ``None`` for a leaf that is missing or does not apply."""
    keys = table_keys(name)
    figures = {code: _year(code, indicator, month) for code, indicator in keys.indicators.items()}
    return {leaf.id: _leaf(leaf, figures) for leaf in _leaves(keys.tree)}


def _leaves(nodes: tuple[NodeKeys, ...]) -> Iterator[NodeKeys]:
    for node in nodes:
        yield from _leaves(node.children) if node.children else (node,)


def _leaf(leaf: NodeKeys, figures: dict[str, Known]) -> Fraction | None:
    parameters: dict[str, Any] = dict(leaf.rule or {})
    rule = KINDS[parameters.pop("kind")].model.model_validate(parameters)
    most = leaf.max or Fraction(0)
    sources = (
        [i.input.source for i in rule.items] if isinstance(rule, Checklist) else [str(leaf.input and leaf.input.source)]
    )
    known = [_value(source, figures) for source in sources]
    states = {state for state, _x in known}
    if states == {"nothing_arose"}:
        policy = leaf.nothing_arose
        if isinstance(policy, InsteadKeys):
            known = [_value(policy.input.source, figures)]
            states = {state for state, _x in known}
        else:
            return {"full": most, "zero": Fraction(0)}.get(str(policy))
    if states != {"measured"}:
        return None
    pairs = [(x.numerator, x.denominator) for _state, x in known if x is not None]
    points = points_of(rule, pairs, most, Fraction(0), STEP)
    assert isinstance(points, Fraction), leaf.id
    return points


def _value(source: str, figures: dict[str, Known]) -> Known:
    names = [name for name in figures if name in source.replace("(", " ").replace(")", " ").split()]
    states = {figures[name][0] for name in names}
    for state in ("missing", "nothing_arose"):
        if state in states:
            return state, None
    values = {name: figures[name][1] for name in names}
    return "measured", Fraction(eval(source, {}, values))  # noqa: S307 - the shipped tables' own expressions


def _year(code: str, indicator: IndicatorKeys, month: int) -> Known:
    demo: Any = read_yaml((ROOT / "data" / "demo" / "dien-bien-2022.yaml").read_text(encoding="utf-8")).content
    texts = {at: text for at, text in enumerate(demo["monthly"].get(code, []), start=1) if text and at <= month}
    for at, typed, answer in demo["typed"]:
        if typed == code and int(at) <= month:
            option = next((o.value for o in indicator.options if o.title == answer), None)
            texts[int(at)] = str(ANSWERS[answer] if option is None else option)
    months = {at: read for at, text in sorted(texts.items()) if (read := _month(text, indicator)) is not None}
    once = indicator.year is Formation.ONCE
    owed = {Formation.LATEST: [month], Formation.CUMULATIVE: [month], Formation.ONCE: []}
    if any(at not in months for at in owed.get(indicator.year, range(1, month + 1))) or not months:
        return "missing", None
    if indicator.year is Formation.MONTHS_COVERED:
        return "measured", Fraction(sum(1 for top, _bottom in months.values() if top), month)
    if once or indicator.year in owed:
        months = {max(months): months[max(months)]}
    if indicator.measure in (Measure.COUNT, Measure.NUMBER):
        return "measured", sum((top for top, _bottom in months.values()), Fraction(0))
    top = sum((top for top, _bottom in months.values()), Fraction(0))
    bottom = sum((bottom for _top, bottom in months.values()), Fraction(0))
    return ("measured", top / bottom) if bottom else ("nothing_arose", None)


def _month(text: str, indicator: IndicatorKeys) -> tuple[Fraction, Fraction] | None:
    if "/" in text and indicator.measure is Measure.RATIO:
        top, bottom = (Fraction(part) for part in text.split("/"))
        return None if indicator.part_of_whole and top > bottom else (top, bottom)
    return Fraction(text), Fraction(100 if indicator.measure is Measure.PERCENT else 1)
