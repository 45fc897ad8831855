"""The tests' own reading of the law: points straight from a rule's parameters.

It shares nothing with the engine but the parameters as they are written: no pieces, no terms, no evaluator, and its own
comparison (whole numbers, cross-multiplied) and rounding. What the law does not say is ``SILENT``.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any

from scoring.kinds.bands import Band, Bands
from scoring.kinds.checklist import Checklist
from scoring.kinds.count_tiers import CountTiers
from scoring.kinds.deduction import Deduction
from scoring.kinds.interpolate import Interpolate
from scoring.kinds.judgement import Judgement
from scoring.kinds.options import Options
from scoring.kinds.per_item import PerItem
from scoring.kinds.proportional import Proportional
from scoring.kinds.rule import Points, Rule
from scoring.kinds.target import Target
from scoring.kinds.yes_no import YesNo

Pair = tuple[int, int]  # numerator and denominator (> 0) as the office counted them, never reduced
SILENT = "silent"


def points_of(rule: Rule, figures: Sequence[Pair], most: Fraction, least: Fraction, step: Fraction) -> Fraction | str:
    """Points for ``figures`` (one a checklist item, else one), held between least and most, rounded once to step."""
    if isinstance(rule, Checklist):
        answers = [_answer(pair, written(item.points, most), Fraction(0))
                   for item, pair in zip(rule.items, figures, strict=True)]  # fmt: skip
        if None in answers:
            return SILENT
        raw: Fraction | None = sum((answer for answer in answers if answer is not None), Fraction(0))
    else:
        raw = _READINGS[type(rule)](rule, figures[0], most)
    return SILENT if raw is None else rounded(max(least, min(most, raw)), step)


def written(points: Points, most: Fraction) -> Fraction:
    """A number of points, or a part of the maximum."""
    return points.number * most if points.of_max else points.number


def rounded(points: Fraction, step: Fraction) -> Fraction:
    """Half away from zero."""
    half = Fraction(1, 2)
    return (floor(points / step + half) if points >= 0 else ceil(points / step - half)) * step


def compare(pair: Pair, bound: Fraction) -> int:
    """-1, 0 or 1 as the figure lies below, on or above the bound: 7999/10000 is not 80 %, 4/5 is."""
    left, right = pair[0] * bound.denominator, bound.numerator * pair[1]
    return (left > right) - (left < right)


def _bands(rule: Bands, pair: Pair, most: Fraction) -> Fraction | None:
    for band in rule.bands:
        if _in_band(band, pair):
            return written(band.points, most)
    return None


def _in_band(band: Band, pair: Pair) -> bool:
    if band.from_ is not None and compare(pair, band.from_) < 0:
        return False
    if band.over is not None and compare(pair, band.over) <= 0:
        return False
    if band.to is not None and compare(pair, band.to) > 0:
        return False
    return not (band.under is not None and compare(pair, band.under) >= 0)


def _proportional(rule: Proportional, pair: Pair, most: Fraction) -> Fraction:
    if rule.floor is not None and compare(pair, rule.floor) < 0:
        return Fraction(0)
    if compare(pair, rule.full_from) >= 0:
        return most
    return max(Fraction(0), Fraction(*pair) * most / rule.full_from) if pair[0] > 0 else Fraction(0)


def _answer(pair: Pair, yes: Fraction, no: Fraction) -> Fraction | None:
    if compare(pair, Fraction(1)) == 0:
        return yes
    return no if pair[0] == 0 else None


def _yes_no(rule: YesNo, pair: Pair, most: Fraction) -> Fraction | None:
    return _answer(pair, written(rule.yes, most), written(rule.no, most))


def _options(rule: Options, pair: Pair, most: Fraction) -> Fraction | None:
    for answer in rule.options:
        if compare(pair, answer.value) == 0:
            return written(answer.points, most)
    return None


def _count_tiers(rule: CountTiers, pair: Pair, most: Fraction) -> Fraction:
    for tier in rule.tiers:
        if compare(pair, tier.at_least) >= 0:
            return written(tier.points, most)
    return written(rule.otherwise, most)


def _judgement(_rule: Judgement, pair: Pair, _most: Fraction) -> Fraction:
    return Fraction(*pair)


def _target(rule: Target, pair: Pair, most: Fraction) -> Fraction:
    met = [
        rule.at_least is not None and compare(pair, rule.at_least) >= 0,
        rule.over is not None and compare(pair, rule.over) > 0,
        rule.at_most is not None and compare(pair, rule.at_most) <= 0,
        rule.under is not None and compare(pair, rule.under) < 0,
        rule.equal is not None and compare(pair, rule.equal) == 0,
    ]
    return most if any(met) else Fraction(0)


def _interpolate(rule: Interpolate, pair: Pair, most: Fraction) -> Fraction:
    start, end = written(rule.from_points, most), written(rule.to_points, most)
    if compare(pair, rule.from_) < 0:
        return start if rule.below is None else written(rule.below, most)
    if compare(pair, rule.to) >= 0:
        return end if rule.above is None else written(rule.above, most)
    way = (Fraction(*pair) - rule.from_) / (rule.to - rule.from_)
    return start * (1 - way) + end * way


def _per_item(rule: PerItem, pair: Pair, most: Fraction) -> Fraction:
    if pair[0] <= 0:
        return Fraction(0)
    return min(Fraction(*pair) * written(rule.points, most), written(rule.cap, most))


def _deduction(rule: Deduction, pair: Pair, most: Fraction) -> Fraction:
    over = Fraction(*pair) - rule.free
    if over <= 0:
        return most
    taken = over * written(rule.each, most)
    return most - (taken if rule.most is None else min(taken, written(rule.most, most)))


_READINGS: dict[type[Rule], Any] = {
    Bands: _bands,
    Proportional: _proportional,
    YesNo: _yes_no,
    Options: _options,
    CountTiers: _count_tiers,
    Interpolate: _interpolate,
    PerItem: _per_item,
    Deduction: _deduction,
    Judgement: _judgement,
    Target: _target,
}
