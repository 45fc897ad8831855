"""A month's answers on screen: which of them differ from what is stored, checked all at once.

An answer left open stores nothing and erases nothing; one that says what is stored already is not stored again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.figures.checking import check_figure
from data.figures.observation import NewFigure, Observation
from data.figures.raw import FigureProblem, Part, Raw
from scoring.indicator import Formation, Indicator, Measure
from scoring.period import Month
from scoring.quantity import State

YES, NO = "yes", "no"
NOTHING_AROSE, NOT_APPLICABLE = "nothing arose", "not applicable"
STATE_ANSWERS = {State.NOTHING_AROSE: NOTHING_AROSE, State.NOT_APPLICABLE: NOT_APPLICABLE}
NUMBERS = (Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE)


@dataclass(frozen=True)
class Question:
    """One indicator to be answered for a month: what is stored for it, and a yearly one's answer in another month."""

    indicator: Indicator
    stored: Observation | None = None
    elsewhere: Observation | None = None

    @property
    def answered(self) -> bool:
        """True when the year needs no answer from this month any more."""
        return self.stored is not None or self.elsewhere is not None


@dataclass(frozen=True)
class Answer:
    """What a person gave for a question."""

    question: Question
    raw: Raw


@dataclass(frozen=True)
class Answers:
    """The figures to store, each with the ``seq`` that the person saw (``None``: none), and all problems."""

    figures: tuple[tuple[NewFigure, int | None], ...] = ()
    problems: tuple[FigureProblem, ...] = ()

    @property
    def refused(self) -> bool:
        """True when an answer has an error: then none is stored."""
        return any(found.severity == "error" for found in self.problems)


def questions(indicators: Iterable[Indicator], observations: Sequence[Observation], month: Month) -> list[Question]:
    """The indicators that are answered on screen. ``observations`` are the figures in force of the year."""
    found = []
    for indicator in indicators:
        if indicator.on_screen:
            mine = [one for one in observations if one.indicator == indicator.code]
            stored = next((one for one in mine if one.month == month), None)
            others = [one for one in mine if one.month != month] if indicator.formation is Formation.ONCE else []
            found.append(Question(indicator, stored, max(others, key=lambda one: one.month, default=None)))
    return found


def check_answers(answers: Iterable[Answer]) -> Answers:
    """Every answer that says something new, checked as a workbook's row is; a problem's place is the question."""
    figures: list[tuple[NewFigure, int | None]] = []
    problems: list[FigureProblem] = []
    for answer in answers:
        stored, raw = answer.question.stored, answer.raw
        if all(raw.part(part).blank for part in NUMBERS) and (not raw.note or stored is not None):
            continue
        checked = check_figure(answer.question.indicator, raw)
        problems += [replace(found, place=answer.question.indicator.title) for found in checked.problems]
        new = checked.figure
        if new is not None and not (stored is not None and new.same_number(stored) and new.note == stored.note):
            figures.append((new, stored.seq if stored else None))
    return Answers(tuple(figures), tuple(problems))


def answer_of(indicator: Indicator, figure: NewFigure) -> str:
    """A stored yes/no, option or state as the word that would be given for it; "" for a number or a date."""
    if figure.state is State.NOTHING_AROSE and indicator.none:
        return indicator.none
    if figure.state in STATE_ANSWERS:
        return STATE_ANSWERS[figure.state]
    if indicator.measure is Measure.YES_NO:
        return YES if figure.value else NO
    return next((option.title for option in indicator.options if option.value == figure.value), "")
