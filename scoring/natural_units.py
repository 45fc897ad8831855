"""What a step to more points means in natural units: cases put right, new cases, days, answers.

From 850 of 1,000 to 90 % takes 50 bad cases put right, or 500 new ones that are all good.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from scoring.exact import next_multiple
from scoring.indicator import Formation, Indicator, Measure
from scoring.moving import Moving
from scoring.readings import Needs, reading_of

if TYPE_CHECKING:
    from scoring.gap import Step

ONE = Fraction(1)  # case, day, answer
Earns = Callable[[Fraction], Fraction | None]  # the leaf's points, were the figure that moves this


def natural(
    step: "Step", line: Moving, indicators: Mapping[str, Indicator], earns: Earns, *, sloped: bool
) -> "Step | None":
    """Add what the step means in cases, where the input hangs on one figure of this year along a straight line.

    ``None`` when it counts cases and no way is open: past ones stay as they are, the year brings too few new ones, or
    whole cases jump over what was aimed at (four fifths of seven). ``indicators`` are those of ``Table.reads``.
    """
    if line.name not in indicators:
        return step
    indicator, own = indicators[line.name], line.own
    if own.x is None:
        return step
    reading = reading_of(line.name)
    if reading is not None and reading.static:
        return None
    step = replace(step, input=line.name, x=line.back(step.x), down=step.down if line.slope > 0 else not step.down)
    if not line.alone:
        step = _on_grain(step, indicator)
        if step.x not in indicator.domain or (not step.strict and not _enough(earns(step.x), step)):
            return None
    if own.most is not None and step.x > own.most:
        return None
    if reading is not None and reading.needs is Needs.BLOC:
        return step  # how many cases a better rank takes hangs on the others
    if own.numerator is not None and own.denominator:
        return _in_cases(step, own.numerator, own.denominator, indicator, earns, sloped=sloped)
    if step.down and indicator.measure is Measure.COUNT and _stays(indicator):
        return None
    if indicator.measure in (Measure.COUNT, Measure.DATE, Measure.YES_NO):
        whole = int(next_multiple(step.x - own.x, ONE, strict=step.strict, down=step.down))
        return replace(step, change=whole) if _enough(earns(own.x + whole), step) else None
    return step


def _enough(points: Fraction | None, step: "Step") -> bool:
    return points is not None and points >= step.points


def _on_grain(step: "Step", indicator: Indicator) -> "Step":
    """Of a count the next whole number: a threshold that hangs on the year before may lie between two."""
    if indicator.step is None or (step.x / indicator.step).denominator == 1:
        return step
    return replace(step, x=next_multiple(step.x, indicator.step, strict=False, down=step.down), strict=False)


def _stays(indicator: Indicator) -> bool:
    """True for a count that grows over the year: what happened in a month past cannot be fewer."""
    return indicator.formation in (Formation.SUM, Formation.CUMULATIVE) and not indicator.repairable


def _in_cases(
    step: "Step",
    numerator: Fraction,
    denominator: Fraction,
    indicator: Indicator,
    earns: Earns,
    *,
    sloped: bool,
) -> "Step | None":
    needed = step.x * denominator - numerator
    if numerator.denominator != 1 or denominator.denominator != 1 or step.down:
        return step
    repaired: int | None = _least(needed, step.strict)
    if indicator.part_of_whole and (not indicator.repairable or numerator + (repaired or 0) > denominator):
        repaired = None
    if repaired is not None and not _enough(earns((numerator + repaired) / denominator), step):
        repaired = None
    added = _least(needed / (1 - step.x), step.strict) if indicator.part_of_whole and step.x < 1 else None
    if added is not None and added > _new_cases(indicator, denominator):
        added = None
    if added is not None and not _enough(earns((numerator + added) / (denominator + added)), step):
        added = None
    if repaired is None and added is None:
        return None
    step = replace(step, repaired=repaired, added=added)
    if not sloped:
        return step
    # Whole cases bring x further than was aimed at: told is where they bring it, and what that earns either way.
    landed = [] if repaired is None else [(numerator + repaired) / denominator]
    landed += [] if added is None else [(numerator + added) / (denominator + added)]
    earned = [points for x in landed if (points := earns(x)) is not None]
    return replace(step, lands=landed[0], points=min(earned, default=step.points))


def _new_cases(indicator: Indicator, denominator: Fraction) -> Fraction:
    """How many new cases can be hoped for: the year's other months; none for a stock or a plan that can be put right;
    elsewhere half as many as there were so far. Advice beyond that ("2.985 new documents") is no advice.
    """
    if indicator.formation is Formation.MONTHS_COVERED:
        return 12 // indicator.every - denominator
    if indicator.repairable and indicator.formation is not Formation.SUM:
        return Fraction(0)
    return denominator / 2


def _least(needed: Fraction, strict: bool) -> int:
    return int(next_multiple(needed, ONE, strict=strict, down=False))
