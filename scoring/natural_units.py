"""What a step to more points means in natural units: cases put right, new cases, days, answers.

From 850 of 1,000 to 90 % takes 50 bad cases put right, or 500 new ones that are all good.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from scoring.evaluator import TermScore
from scoring.indicator import Formation, Indicator, Measure

if TYPE_CHECKING:
    from scoring.gap import Step

Gives = Callable[[Fraction], Fraction | None]  # the leaf's points when the term's x is this


def natural(
    step: "Step", term: TermScore, indicators: Mapping[str, Indicator], gives: Gives, *, sloped: bool
) -> "Step | None":
    """Add what the step means in cases, where the input is one indicator (plus or minus a constant).

    ``None`` when it counts cases and no way is open: past ones stay as they are, the year brings too few new ones, or
    whole cases jump over what was aimed at (four fifths of seven).
    """
    shifted = term.term.input.shifted
    if shifted is None or shifted[0] not in indicators or len(term.read) != 1:
        return step
    code, by = shifted
    indicator, own = indicators[code], term.read[0][1]
    if own.x is None:
        return step
    step = replace(step, input=code, x=step.x - by)
    if own.numerator is not None and own.denominator:
        aimed = step.points

        def there(top: Fraction, bottom: Fraction) -> bool:
            found = gives(top / bottom + by)
            return found is not None and found >= aimed

        return _in_cases(step, own.numerator, own.denominator, indicator, there, sloped=sloped)
    if step.down and indicator.measure is Measure.COUNT and _stays(indicator):
        return None
    if indicator.measure in (Measure.COUNT, Measure.DATE, Measure.YES_NO):
        change = step.x - own.x
        whole = floor(change) if step.down else ceil(change)
        if step.strict and whole == change:
            whole += -1 if step.down else 1
        return replace(step, change=whole)
    return step


def _stays(indicator: Indicator) -> bool:
    """True for a count that grows over the year: what happened in a month past cannot be fewer."""
    return indicator.formation in (Formation.SUM, Formation.CUMULATIVE) and not indicator.repairable


def _in_cases(
    step: "Step",
    numerator: Fraction,
    denominator: Fraction,
    indicator: Indicator,
    there: Callable[[Fraction, Fraction], bool],
    *,
    sloped: bool,
) -> "Step | None":
    """``there`` tells whether the leaf earns the step's points with so many good cases of so many."""
    needed = step.x * denominator - numerator
    if numerator.denominator != 1 or denominator.denominator != 1 or step.down:
        return step
    repaired: int | None = _least(needed, step.strict)
    if indicator.part_of_whole and (not indicator.repairable or numerator + (repaired or 0) > denominator):
        repaired = None
    if repaired is not None and not there(numerator + repaired, denominator):
        repaired = None
    added = _least(needed / (1 - step.x), step.strict) if indicator.part_of_whole and step.x < 1 else None
    if added is not None and added > _new_cases(indicator, denominator):
        added = None
    if added is not None and not there(numerator + added, denominator + added):
        added = None
    if repaired is None and added is None:
        return None
    step = replace(step, repaired=repaired, added=added)
    if not sloped:
        return step
    if repaired is not None:
        return replace(step, lands=(numerator + repaired) / denominator)
    return replace(step, lands=(numerator + (added or 0)) / (denominator + (added or 0)))


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
    whole = ceil(needed)
    return whole + 1 if strict and whole == needed else whole
