"""What was given for one figure, and the reading of its numbers: every problem is noted, none raised."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from data.figures.refusals import REFUSALS
from data.figures.typed import Typed, Written, written_number
from scoring.exact import decimal_text
from scoring.indicator import Indicator, Measure
from scoring.messages import Message, Problem, _

LARGEST = Fraction(10**15)  # a thousand billion đồng, the largest sums of a province, times a thousand
DECIMALS = 6
TOLERANCE = Fraction(5, 100)  # points of per cent between a printed percentage and its numerator over denominator


class Part(StrEnum):
    """The places of a form where a figure is given."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"
    NOTE = "note"


@dataclass(frozen=True)
class FigureProblem(Problem):
    """A problem of one figure: in which part of it, and what stood there."""

    part: Part = Part.VALUE
    value: str = ""


@dataclass(frozen=True)
class Raw:
    """What was given for one indicator of one unit and month."""

    numerator: Typed = field(default_factory=Typed)
    denominator: Typed = field(default_factory=Typed)
    value: Typed = field(default_factory=Typed)
    note: str = ""

    def part(self, part: Part) -> Typed:
        """What stands in ``part``; a note is text."""
        places = {Part.NUMERATOR: self.numerator, Part.DENOMINATOR: self.denominator, Part.VALUE: self.value}
        return places.get(part) or Typed(self.note)


@dataclass
class Check:
    """One check under way: the problems found and the numbers read so far."""

    indicator: Indicator
    raw: Raw
    problems: list[FigureProblem] = field(default_factory=list)
    read: dict[Part, Fraction] = field(default_factory=dict)

    def say(self, code: str, part: Part = Part.VALUE, **values: object) -> None:
        """Note one problem; ``{text}`` of its sentences is what stands in ``part``."""
        severity, what, cure = REFUSALS[code]
        given = self.raw.part(part)
        text = given.text
        shown = text[:80] if given.number is None or given.percent else all_digits(given.number)
        known: dict[str, object] = {"text": shown, "unit": self.indicator.unit or "–"}
        known |= {name: all_digits(value) if isinstance(value, Fraction) else value for name, value in values.items()}
        self.problems.append(FigureProblem(code, Message(what, known), Message(cure, known), "", severity, part, text))

    @property
    def refused(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)


def all_digits(number: Fraction) -> Fraction | Message:
    """``number`` for a sentence that asks which one is meant: never rounded, unless its decimals have no end."""
    if number.denominator == 1 or (number * 10**12).denominator != 1:
        return number
    whole, _mark, decimals = decimal_text(abs(number), 12).partition(".")
    values = {"sign": "-" if number < 0 else "", "whole": int(whole), "decimals": decimals}
    return Message(_("{sign}{whole}.{decimals}"), values)


def read_number(check: Check, part: Part, *, whole: bool = False, least: Fraction | None = None) -> Fraction | None:
    """The exact number of ``part`` within all bounds, or ``None`` with its problem said (blank: nothing is said)."""
    given = check.raw.part(part)
    if given.blank or given.unreadable:
        return None
    written = written_number(given)
    if written is None:
        check.say("F123" if given.day else "F102", part)
        return None
    number = _in_points(check, part, written) if in_points(check.indicator, part) else _in_units(check, part, written)
    if number is None:
        return None
    check.read[part] = number
    wrong = [
        (abs(number) > LARGEST, "F115"),
        (least is not None and number < least, "F103"),
        (whole and number.denominator != 1, "F104"),
        (not whole and (number * 10**DECIMALS).denominator != 1, "F116"),
    ]
    for found, code in wrong:
        if found:
            check.say(code, part, most=LARGEST, decimals=DECIMALS)
            return None
    return number


def in_points(indicator: Indicator, part: Part) -> bool:
    """True where a figure is a percentage."""
    return part is Part.VALUE and (indicator.measure is Measure.PERCENT or indicator.unit.strip() == "%")


def _in_units(check: Check, part: Part, written: Written) -> Fraction | None:
    """A number that is no percentage. 1.234 counts a thousand where only whole numbers can stand, and says so."""
    if written.percent:
        check.say("F122", part)
        return None
    number = written.number
    if written.thousands is not None:
        counted = part is not Part.VALUE or check.indicator.measure is Measure.COUNT
        if not counted or written.mark != ".":
            check.say("F111", part, decimal=written.number, thousands=str(written.thousands))
            return None
        number = written.thousands
        # Without a mark: "1.234" beside "1.234" would not say whether it was read as a thousand or as one.
        check.say("F112", part, number=str(number))
    elif written.marks:
        check.say("F112", part, number=number)
    return number


def _in_points(check: Check, part: Part, written: Written) -> Fraction | None:
    """A percentage in points. 0.866 without a sign or a cell format may be 0.866 % or 86.6 %: the counts decide."""
    if written.thousands is not None:
        check.say("F111", part, decimal=written.number, thousands=written.thousands)
        return None
    number = written.number
    small = 0 < abs(number) <= 1 and (number > 0 or check.indicator.measure is Measure.NUMBER)
    if small and not written.percent:
        counts = [written_number(check.raw.numerator), written_number(check.raw.denominator)]
        if counts[0] is None or counts[1] is None or not counts[1].number:
            check.say("F113", part, share=number * 100, points=number)
            return None
        if abs(number * 100 - 100 * counts[0].number / counts[1].number) <= TOLERANCE:
            number *= 100
        check.say("F126", part, number=number)
    elif (written.percent or written.marks) and not _plain_percent(check.raw.part(part), written):
        check.say("F126", part, number=number)
    return number


def _plain_percent(given: Typed, written: Written) -> bool:
    """True for 86,6% as everybody writes it, and for a cell that shows a percentage: nothing is in doubt."""
    return written.percent and (given.number is not None or "." not in given.text)
