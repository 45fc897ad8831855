"""Readings: what an input reads of an indicator beside its figure of the year so far. ``READINGS`` is all of them.

``last_year(TTHC_SO_HOA)`` stands among the year's figures under that very name, so that the evaluator need not know
where a figure comes from. Whoever has the months (the store, a test) forms it here by ``figures_read``. Each entry
says what the reading needs, which indicators it suits, and what kind of number it gives: domain, grain, measure.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from scoring.beside import best_of_bloc, rank_in_bloc
from scoring.covered import periods_covered
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import Interval, point
from scoring.last_year import figure_of_last_year
from scoring.messages import Message, Title, _
from scoring.quantity import Quantity, State
from scoring.units import MONTHS, QUARTERS, RANK
from scoring.year import Months, year_figure


class Needs(StrEnum):
    """What a reading is formed from."""

    THIS_YEAR = "this_year"  # the unit's own months of the year
    LAST_YEAR = "last_year"  # its months of the year before
    BLOC = "bloc"  # the months of all units that it stands beside
    CALENDAR = "calendar"  # the month asked for, and nothing that is reported


ByCode = Mapping[str, Months]  # what came of each indicator; one of which nothing came need not be there


@dataclass(frozen=True)
class Behind:
    """What stands behind a unit's figures as of ``month`` (1-12): its months of the year and of the year before, and by
    unit those of the year of the others in its bloc (a unit of which nothing came is there too)."""

    month: int
    year: ByCode = field(default_factory=dict)
    before: ByCode = field(default_factory=dict)
    others: Mapping[str, ByCode] = field(default_factory=dict)

    def own(self, one: Indicator) -> Months:
        """The indicator's months of the year."""
        return self.year.get(one.code, {})

    def last(self, one: Indicator) -> Months:
        """Those of the year before."""
        return self.before.get(one.code, {})

    def beside(self, one: Indicator) -> dict[str, Months]:
        """Those of each other unit of the bloc."""
        return {unit: months.get(one.code, {}) for unit, months in self.others.items()}


@dataclass(frozen=True)
class Reading:
    """One entry of the registry.

    ``gives`` is the reading as an indicator of its own: measure, domain, grain, as the lint, the gap and the words need
    it. ``empty``: nothing may have arisen, where that can be of the indicator itself. ``static``: no figure that the
    unit still reports this year changes it. ``words`` name it; ``wants`` says which indicators it ``suits``.
    """

    needs: Needs
    words: str
    wants: str
    suits: Callable[[Indicator], bool]
    gives: Callable[[Indicator], Indicator]
    forms: Callable[[Indicator, Behind], Quantity]
    empty: bool = True
    static: bool = False
    of_indicator: bool = True


NUMBERS = (Measure.RATIO, Measure.PERCENT, Measure.COUNT, Measure.NUMBER)
COUNTABLE = (Measure.YES_NO, Measure.COUNT, Measure.NUMBER)


def _past(one: Indicator) -> Indicator:
    """The same number; what is past is not put right any more."""
    return replace(one, repairable=False)


def _mean(one: Indicator) -> Indicator:
    return replace(one, formation=Formation.MEAN_OF_MONTHS, repairable=False)


def _whole(one: Indicator, unit: str, least: int, most: int | None, formation: Formation) -> Indicator:
    within = Interval(Fraction(least), None if most is None else Fraction(most))
    return Indicator(one.code, one.title, Measure.COUNT, unit, one.title_en, formation=formation, within=within)


def _apart(one: Indicator) -> bool:
    """True where each report speaks of its own months alone."""
    return one.formation not in (Formation.ONCE, Formation.CUMULATIVE)


READINGS: dict[str, Reading] = {
    "last_year": Reading(
        Needs.LAST_YEAR,
        _("{title}, the year before"),
        _("any figure but a date: its last day on time is one of this year"),
        suits=lambda one: one.measure is not Measure.DATE,
        gives=_past,
        forms=lambda one, behind: figure_of_last_year(one, behind.last(one), 12),
        static=True,
    ),
    "last_year_so_far": Reading(
        Needs.LAST_YEAR,
        _("{title}, the year before as of the same month"),
        _("a figure that comes more than once a year, and no date"),
        suits=lambda one: one.measure is not Measure.DATE and one.formation is not Formation.ONCE,
        gives=_past,
        forms=lambda one, behind: figure_of_last_year(one, behind.last(one), behind.month),
        static=True,
    ),
    "month": Reading(
        Needs.CALENDAR,
        _("number of the month"),
        "",
        suits=lambda one: True,
        gives=lambda one: _whole(one, "", 1, 12, Formation.LATEST),
        forms=lambda one, behind: Quantity(
            State.MEASURED, Fraction(behind.month), bounds=point(Fraction(behind.month))
        ),
        empty=False,
        static=True,
        of_indicator=False,
    ),
    "mean_of_months": Reading(
        Needs.THIS_YEAR,
        _("{title}, mean of the months"),
        _("a number of which each month reports its own: not once a year, not the year so far"),
        suits=lambda one: one.measure in NUMBERS and _apart(one),
        gives=_mean,
        forms=lambda one, behind: year_figure(_mean(one), behind.own(one), behind.month),
    ),
    "months_covered": Reading(
        Needs.THIS_YEAR,
        _("{title}, number of months covered"),
        _("a yes/no, a count or a number that each month reports of itself"),
        suits=lambda one: one.measure in COUNTABLE and _apart(one) and one.every == 1,
        gives=lambda one: _whole(one, MONTHS, 0, 12, Formation.SUM),
        forms=lambda one, behind: periods_covered(one, behind.own(one), behind.month, 1),
    ),
    "quarters_covered": Reading(
        Needs.THIS_YEAR,
        _("{title}, number of quarters covered"),
        _("a yes/no, a count or a number that each month or quarter reports of itself"),
        suits=lambda one: one.measure in COUNTABLE and _apart(one) and one.every in (1, 3),
        gives=lambda one: _whole(one, QUARTERS, 0, 4, Formation.SUM),
        forms=lambda one, behind: periods_covered(one, behind.own(one), behind.month, 3),
    ),
    "best_of_bloc": Reading(
        Needs.BLOC,
        _("{title}, the largest in the bloc"),
        _("a number: ratio, percent, count, number"),
        suits=lambda one: one.measure in NUMBERS,
        gives=_past,
        forms=lambda one, behind: best_of_bloc(one, behind.own(one), behind.beside(one), behind.month),
        static=True,
    ),
    "rank_in_bloc": Reading(
        Needs.BLOC,
        _("{title}, rank in the bloc"),
        _("a number: ratio, percent, count, number"),
        suits=lambda one: one.measure in NUMBERS,
        gives=lambda one: _whole(one, RANK, 1, None, Formation.LATEST),
        forms=lambda one, behind: rank_in_bloc(one, behind.own(one), behind.beside(one), behind.month),
    ),
}

_NONE = Indicator("", "", Measure.COUNT)  # what month() reads


def key_of(name: str, code: str = "") -> str:
    """The name under which a reading stands among the figures: ``last_year(TTHC_SO_HOA)``, ``month()``."""
    return f"{name}({code})"


def code_of(key: str) -> str:
    """The indicator behind a figure's name: of a code itself, of ``last_year(A)`` A; empty for ``month()``."""
    _name, bracket, rest = key.partition("(")
    return rest.removesuffix(")") if bracket else key


def reading_of(key: str) -> Reading | None:
    """The reading that a figure's name stands for; ``None`` for an indicator's own year so far."""
    name, bracket, _rest = key.partition("(")
    return READINGS[name] if bracket else None


def given_by(key: str, indicators: Mapping[str, Indicator]) -> Indicator | None:
    """The reading as an indicator of its own, its code the reading's name; ``None`` where its indicator is unknown."""
    reading = reading_of(key)
    of = indicators.get(code_of(key)) if reading is None or reading.of_indicator else _NONE
    return of if of is None or reading is None else replace(reading.gives(of), code=key)


def with_readings(indicators: Mapping[str, Indicator], keys: Iterable[str]) -> dict[str, Indicator]:
    """The indicators, and beside them the readings ``keys`` of them as indicators of their own."""
    given = {key: given_by(key, indicators) for key in keys}
    return {**indicators, **{key: one for key, one in given.items() if one is not None}}


def codes_behind(keys: Iterable[str], needs: Needs) -> tuple[str, ...]:
    """The indicators of which readings among ``keys`` need the year before, or the bloc; each once."""
    found = [(key, reading_of(key)) for key in keys]
    return tuple(dict.fromkeys(code_of(key) for key, one in found if one is not None and one.needs is needs))


def name_of(key: str, indicators: Mapping[str, Indicator]) -> Title | Message | str:
    """What a figure is called in a sentence; its code where that is not declared."""
    reading, of = reading_of(key), indicators.get(code_of(key))
    if reading is None or (reading.of_indicator and of is None):
        return of.name if of is not None else key
    return Message(reading.words, {"title": of.name} if of is not None else {})


def is_suited(key: str, indicators: Mapping[str, Indicator]) -> bool:
    """Whether the reading makes sense for its indicator; so does an indicator's own year, and one that is not known."""
    reading, of = reading_of(key), indicators.get(code_of(key))
    return reading is None or of is None or reading.suits(of)


def can_be_empty(key: str, indicators: Mapping[str, Indicator]) -> bool:
    """Whether nothing may have arisen for this figure: only what is counted over something can be 0 of 0."""
    reading, of = reading_of(key), indicators.get(code_of(key))
    return of is not None and of.measure is Measure.RATIO and (reading is None or reading.empty)


def figures_read(keys: Iterable[str], indicators: Mapping[str, Indicator], behind: Behind) -> dict[str, Quantity]:
    """The figures under ``keys``, codes and readings alike. One whose indicator is not declared has no entry: it counts
    as missing.
    """
    found: dict[str, Quantity] = {}
    for key in keys:
        reading = reading_of(key)
        of = indicators.get(code_of(key)) if reading is None or reading.of_indicator else _NONE
        if of is not None:
            figure = year_figure(of, behind.own(of), behind.month) if reading is None else reading.forms(of, behind)
            found[key] = figure
    return found
