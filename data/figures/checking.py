"""The checks of one figure against its indicator: the same for a row of a workbook and for an entry on screen.

What is typed becomes a :class:`NewFigure` of exact numbers, or all its problems at once. Blank is missing: it gives
no figure, it stores nothing and it erases nothing. A doubt is never resolved silently: either a warning shows how a
text was read, or an error asks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from data.figures.observation import NewFigure
from data.figures.raw import TOLERANCE, Check, FigureProblem, Part, Raw, read_number
from data.figures.typed import Typed, fold, written_number
from scoring.indicator import Indicator, Measure
from scoring.quantity import State

LONGEST_NOTE = 1000
YES = {"co", "dat", "da thuc hien", "yes", "true", "1"}
NO = {"khong", "chua", "khong dat", "chua dat", "chua thuc hien", "no", "false", "0"}


@dataclass(frozen=True)
class Checked:
    """A figure to store, or ``None``: blank (only warnings) or refused (at least one error).

    ``read`` holds the numbers as they were read, per cent in points, for the preview: a ratio's percentage is read
    to compare it and not stored, because numerator and denominator say it exactly.
    """

    figure: NewFigure | None
    problems: tuple[FigureProblem, ...]
    read: Mapping[Part, Fraction] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """True when there is an error."""
        return any(problem.severity == "error" for problem in self.problems)


def check_figure(indicator: Indicator, raw: Raw) -> Checked:
    """``raw`` against what ``indicator`` declares. No exception: whatever was typed has an answer."""
    check = Check(indicator, raw)
    if len(raw.note) > LONGEST_NOTE:
        check.say("F120", Part.NOTE, most=LONGEST_NOTE)
    figure: NewFigure | None = None
    numbers = (Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE)
    if all(raw.part(part).blank for part in numbers):
        check.say("F125" if Typed(raw.note).state else "F101")
    elif indicator.rows is not None:
        check.say("F130", next(part for part in numbers if not raw.part(part).blank), register=indicator.rows.register)
    elif any(_said_state(indicator, raw.part(part)) for part in numbers):
        figure = _state(check, numbers)
    else:
        figure = _BY_MEASURE[indicator.measure](check)
    unreadable = any(raw.part(part).unreadable for part in numbers)
    good = None if check.refused or unreadable else figure
    return Checked(good, tuple(check.problems), MappingProxyType(check.read))


def _said_state(indicator: Indicator, given: Typed) -> State | None:
    """The state that the words say; a date's own words for "there is no such day" are nothing arose."""
    if indicator.none and given.number is None and fold(given.text).rstrip(".") == fold(indicator.none).rstrip("."):
        return State.NOTHING_AROSE
    return given.state


def _state(check: Check, parts: tuple[Part, ...]) -> NewFigure | None:
    """A word for the state; zeros beside "nothing arose" say the same, other numbers contradict it."""
    said = {part: state for part in parts if (state := _said_state(check.indicator, check.raw.part(part)))}
    state = next(iter(said.values()))
    if state is State.NOTHING_AROSE and check.indicator.measure is not Measure.RATIO and not check.indicator.none:
        # No rule says what nothing arising earns here: a count of nothing is 0, a question has an answer.
        check.say("F127", next(iter(said)))
    for part in parts:
        given = check.raw.part(part)
        if part in said:
            if said[part] is not state:
                check.say("F114", part)
        elif not given.blank and not given.unreadable:
            written = written_number(given)
            if written is None or written.number or state is not State.NOTHING_AROSE:
                check.say("F114", part)
    return NewFigure(check.indicator.code, state, note=check.raw.note)


def _ratio(check: Check) -> NewFigure | None:
    """Numerator and denominator, both counted. Their percentage is only compared: it cannot be added up over months."""
    raw = check.raw
    if raw.numerator.blank and raw.denominator.blank:
        check.say("F110")
        return None
    for part in (Part.NUMERATOR, Part.DENOMINATOR):
        if raw.part(part).blank:
            check.say("F107", part)
    numerator = read_number(check, Part.NUMERATOR, whole=True, least=Fraction(0))
    denominator = read_number(check, Part.DENOMINATOR, whole=True, least=Fraction(0))
    if numerator is None or denominator is None:
        return None
    if denominator == 0 and numerator != 0:
        check.say("F108", Part.DENOMINATOR, numerator=numerator)
    elif check.indicator.part_of_whole and numerator > denominator:
        check.say("F105", Part.NUMERATOR, numerator=numerator, denominator=denominator)
    else:
        _agreed(check, numerator, denominator)
    if denominator == 0:
        return NewFigure(check.indicator.code, State.NOTHING_AROSE, note=raw.note)
    return NewFigure(check.indicator.code, numerator=numerator, denominator=denominator, note=raw.note)


def _agreed(check: Check, numerator: Fraction, denominator: Fraction) -> None:
    """The percentage written beside numerator and denominator must be theirs; they also tell 0.866 from 86.6."""
    given = check.raw.value
    if given.blank or given.unreadable:
        return
    written = written_number(given)
    if written is None:
        check.say("F123" if given.day else "F102")
        return
    points = 100 * numerator / denominator if denominator else Fraction(0)
    for reading in written.readings:
        if abs(reading - points) <= TOLERANCE:
            check.read[Part.VALUE] = reading
            return
    if not written.percent and abs(written.number * 100 - points) <= TOLERANCE:
        check.read[Part.VALUE] = written.number * 100
        check.say("F126", number=written.number * 100)
        return
    check.say("F109", points=points)


def _percent(check: Check) -> NewFigure | None:
    """A survey's percentage in points. Counts beside it are compared with it and not stored."""
    value = read_number(check, Part.VALUE, least=Fraction(0))
    if check.raw.value.blank:
        check.say("F124")
    if value is not None and check.indicator.part_of_whole and value > 100:
        check.say("F106", number=value)
    counts = {p: check.raw.part(p) for p in (Part.NUMERATOR, Part.DENOMINATOR) if not check.raw.part(p).blank}
    for part in counts:
        read_number(check, part, least=Fraction(0))
    numerator, denominator = check.read.get(Part.NUMERATOR), check.read.get(Part.DENOMINATOR)
    if value is not None and numerator is not None and denominator:
        points = 100 * numerator / denominator
        if abs(value - points) > TOLERANCE:
            check.say("F109", points=points)
    if counts and not check.raw.value.blank:
        check.say("F121", next(iter(counts)))
    return None if value is None else NewFigure(check.indicator.code, value=value, note=check.raw.note)


def _single(check: Check) -> NewFigure | None:
    """A count (whole, not negative) or any decimal number, in the value column."""
    counted = check.indicator.measure is Measure.COUNT
    _only_value(check)
    value = read_number(check, Part.VALUE, whole=counted, least=Fraction(0) if counted else None)
    least, most = check.indicator.least, check.indicator.most
    if value is not None and ((least is not None and value < least) or (most is not None and value > most)):
        check.say("F128", number=value, least=least, most=most)
    return None if value is None else NewFigure(check.indicator.code, value=value, note=check.raw.note)


def _yes_no(check: Check) -> NewFigure | None:
    _only_value(check)
    said = fold(check.raw.value.text)
    if said not in YES | NO:
        check.say("F117")
        return None
    return NewFigure(check.indicator.code, value=Fraction(int(said in YES)), note=check.raw.note)


def _choice(check: Check) -> NewFigure | None:
    """One of the declared options, by its words or by its number."""
    _only_value(check)
    written = written_number(check.raw.value)
    said = fold(check.raw.value.text)
    for option in check.indicator.options:
        if fold(option.title) == said or (written is not None and written.number == option.value):
            return NewFigure(check.indicator.code, value=option.value, note=check.raw.note)
    check.say("F118", options=tuple(option.title for option in check.indicator.options))
    return None


def _date(check: Check) -> NewFigure | None:
    _only_value(check)
    day = check.raw.value.day or _written_day(check.raw.value.text)
    if day is None or not 2000 <= day.year <= 2100:
        check.say("F119")
        return None
    calendar = check.indicator.working_days
    if calendar is not None and not calendar.holds(day.toordinal()):
        check.say("F129", first=date.fromordinal(calendar.first), last=date.fromordinal(calendar.last))
        return None
    return NewFigure(check.indicator.code, value=Fraction(day.toordinal()), note=check.raw.note)


def _written_day(text: str) -> date | None:
    """``31/10/2026`` (also with - or .) or ``2026-10-31``; ``None`` for anything else, two-digit years included."""
    parts = text.replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.strip().isdecimal() and part.isascii() for part in parts):
        return None
    first, month, last = (int(part) for part in parts)
    year, day = (first, last) if len(parts[0].strip()) == 4 else (last, first)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _only_value(check: Check) -> None:
    """Numerator and denominator have no meaning here: with a value they are left aside, without one they are asked."""
    filled = [part for part in (Part.NUMERATOR, Part.DENOMINATOR) if not check.raw.part(part).blank]
    if filled:
        check.say("F124" if check.raw.value.blank else "F121", filled[0])


_BY_MEASURE: dict[Measure, Callable[[Check], NewFigure | None]] = {
    Measure.RATIO: _ratio,
    Measure.PERCENT: _percent,
    Measure.COUNT: _single,
    Measure.NUMBER: _single,
    Measure.YES_NO: _yes_no,
    Measure.CHOICE: _choice,
    Measure.DATE: _date,
}
