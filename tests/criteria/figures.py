"""Figures that an office could enter, drawn at random for any indicator: month by month, some not yet come."""

from fractions import Fraction
from random import Random

from scoring.indicator import Formation, Indicator, Measure
from scoring.quantity import State
from scoring.year import Figure, months_owed

DECEMBER = 12


def any_figure(indicator: Indicator, random: Random, *, away: bool = True) -> Figure:
    """One month's figure as the checks let it pass; ``away``: it may be said not to apply."""
    if away and random.random() < 0.04:
        return Figure(State.NOT_APPLICABLE)
    if indicator.measure is Measure.RATIO:
        whole = random.choice([0, 0, 1, 3, 7, 20, 126, 5234, 9_480_000_000])
        most = whole if indicator.part_of_whole else whole * 2
        part = random.choice([0, most, most // 2, most * 8 // 10, most * 9 // 10, random.randint(0, most)])
        if not whole:
            return Figure(State.NOTHING_AROSE)
        return Figure(State.MEASURED, Fraction(part), Fraction(whole))
    if indicator.measure is Measure.DATE:
        if indicator.none and random.random() < 0.2:
            return Figure(State.NOTHING_AROSE)
        return Figure(State.MEASURED, value=Fraction((indicator.deadline or 0) + random.randint(-40, 40)))
    if indicator.measure is Measure.CHOICE:
        return Figure(State.MEASURED, value=random.choice(indicator.options).value)
    numbers = {
        Measure.PERCENT: Fraction(random.randint(0, 100_000), 1000),
        Measure.COUNT: Fraction(random.choice([0, 0, 1, 2, 3, 5, 9, 40])),
        Measure.NUMBER: _number(indicator, random),
        Measure.YES_NO: Fraction(random.randint(0, 1)),
    }
    return Figure(State.MEASURED, value=numbers[indicator.measure])


def _number(indicator: Indicator, random: Random) -> Fraction:
    least = Fraction(-50) if indicator.least is None else indicator.least
    most = least + 150 if indicator.most is None else indicator.most
    return least + (most - least) * random.randint(0, 400) / 400


def any_months(
    indicator: Indicator, random: Random, *, full: float | None = None, away: bool = True
) -> dict[int, Figure]:
    """A year of it; of what is due each month comes with the chance ``full`` (drawn, unless given)."""
    chance = random.choice([0.5, 0.95, 1, 1]) if full is None else full
    due = months_owed(indicator, DECEMBER)
    if indicator.formation is Formation.ONCE:
        due = (random.randint(1, DECEMBER),)
    return {at: any_figure(indicator, random, away=away) for at in due if random.random() < chance}
