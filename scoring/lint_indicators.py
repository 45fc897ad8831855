"""The lint of the indicators: what each kind of number must say of itself."""

from collections.abc import Iterator
from datetime import date

from scoring.indicator import Formation, Indicator, Measure
from scoring.lint_damage import Damage
from scoring.messages import Message, Problem, _
from scoring.table import Table
from scoring.working_days import WorkingDays


def indicator_problems(table: Table, damage: Damage) -> Iterator[Problem]:
    """What is wrong with each indicator of ``table``, where the keys that say so could be read."""
    for code, indicator in table.indicators.items():
        place = f"indicators.{code}"
        for keys, problem in _problems(code, indicator, place):
            if not damage.hits(*(f"{place}.{key}" for key in ("measure", *keys))):
                yield problem


def _problems(code: str, indicator: Indicator, place: str) -> Iterator[tuple[tuple[str, ...], Problem]]:
    """Each problem, with the keys on which it hangs beside the measure."""
    summed = indicator.formation in (Formation.SUM, Formation.CUMULATIVE)
    if summed and indicator.measure not in (Measure.RATIO, Measure.COUNT, Measure.NUMBER):
        yield (
            ("year",),
            Problem(
                "C102",
                Message(_("The months of {code} cannot be added up: it is not a count."), {"code": code}),
                Message(_("Choose latest, once, months_covered or mean_of_months for year.")),
                f"{place}.year",
            ),
        )
    if indicator.measure is Measure.CHOICE and len(indicator.options) < 2:
        yield (
            ("options",),
            Problem(
                "C103",
                Message(_("The choice {code} has fewer than two options."), {"code": code}),
                Message(_("List its options, each with its number and its words.")),
                f"{place}.options",
            ),
        )
    if indicator.measure is Measure.DATE and indicator.deadline is None:
        yield (
            ("deadline",),
            Problem(
                "C104",
                Message(_("The date {code} has no last day on time."), {"code": code}),
                Message(_("Write deadline: and the last day on time, such as 2022-11-09.")),
                f"{place}.deadline",
            ),
        )
    if indicator.working_days is not None and indicator.deadline is not None:
        yield from _calendar(code, indicator.deadline, indicator.working_days, place)
    if indicator.measure is Measure.RATIO and not (indicator.numerator and indicator.denominator):
        yield (
            ("numerator", "denominator"),
            Problem(
                "C105",
                Message(_("The ratio {code} does not say what its numerator and denominator count."), {"code": code}),
                Message(_("Write numerator: and denominator: in words.")),
                place,
            ),
        )


def _calendar(code: str, deadline: int, calendar: WorkingDays, place: str) -> Iterator[tuple[tuple[str, ...], Problem]]:
    last = calendar.day_at(deadline, 0)
    values: dict[str, object] = {
        "code": code,
        "year": str(date.fromordinal(deadline).year),
        "day": date.fromordinal(deadline),
        "last": None if last is None else date.fromordinal(last),
    }
    if not calendar.holds(deadline):
        yield (
            ("deadline", "days"),
            Problem(
                "C160",
                Message(_("The working days of {year} are not known, so {code} cannot count them."), values),
                Message(_("Correct the deadline, or let a count report the working days.")),
                f"{place}.deadline",
            ),
        )
    elif not calendar.sure(deadline):
        yield (
            ("deadline", "days"),
            Problem(
                "C161",
                Message(
                    _("{code} counts working days of {year}, whose official days off are not known to this version."),
                    values,
                ),
                Message(_("Look at the announced days off of that year before you rely on the number of days.")),
                f"{place}.deadline",
                severity="warning",
            ),
        )
    if calendar.holds(deadline) and last not in (None, deadline):
        yield (
            ("deadline", "days"),
            Problem(
                "C192",
                Message(_("The deadline {day} of {code} is a day off: in working days it lasts until {last}."), values),
                Message(_("Leave it where the law counts working days; else write days: calendar.")),
                f"{place}.deadline",
                severity="warning",
            ),
        )
