"""The lint of the words: a number that the law's words print and the rule does not have, where the rule has another."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from scoring.evaluator import domain
from scoring.gives import gives_message
from scoring.interval_words import interval_message
from scoring.messages import Message, Percent, Problem, _
from scoring.piece import Term
from scoring.printed_numbers import Number, Printed, numbers_of, printed_numbers, says
from scoring.shown_as import shown_as
from scoring.table import Leaf, Table


def word_problems(leaf: Leaf, term: Term, table: Table, place: str) -> Iterator[Problem]:
    """One warning for each of the words of ``term`` that print a number of their own while one of the rule's is untold.

    "Từ 85% trở lên: 2" beside a band from 80 %: one of the two is mistyped, and only the band scores. A number
    that the declared reading or note speaks of is not asked about again.
    """
    said = _said(term, table)
    own = {words: {number for one in lines for number in numbers_of(one)} for words, lines in said.items()}
    every = {number for numbers in own.values() for number in numbers} | _of_date(term, table)
    falls = any(piece.slope < 0 for piece in term.pieces)
    most = {leaf.max, leaf.highest, *([term.part.max] if term.part is not None and term.part.max is not None else [])}
    told = {
        one.text for text in (leaf.reference.derived, leaf.reference.note, leaf.note) for one in printed_numbers(text)
    }
    for words, numbers in own.items():
        strange = [one for one in printed_numbers(words) if not _known(one, every, most, falls=falls)]
        strange = [one for one in strange if told.isdisjoint(one.parts)]
        if strange and any(not says(words, number) for number in numbers):
            yield Problem(
                "C190",
                Message(
                    _("The words of {id}, “{words}”, print {printed}; the rule beside them says: {rule}."),
                    {
                        "id": leaf.id,
                        "words": words,
                        "printed": tuple(one.text for one in strange),
                        "rule": tuple(said[words]),
                    },
                ),
                Message(_("Compare both with the document. Only the numbers of the rule score, never the words.")),
                place,
                severity="warning",
                quotes=words,
            )


def _said(term: Term, table: Table) -> dict[str, list[Message]]:
    """What the pieces with the same words say in numbers: for which figures, and what they give."""
    within, _grain = domain(term, table.reads)
    indicator = shown_as(term.input, table.reads)
    found: dict[str, list[Message]] = {}
    for piece in term.pieces:
        on = piece.interval.meet(within)
        if piece.words and not on.empty:
            values = {
                "when": interval_message(on, within, indicator),
                "gives": gives_message(piece.intercept, piece.slope, on, indicator),
            }
            found.setdefault(piece.words, []).append(Message(_("{when} → {gives}"), values))
    return found


def _of_date(term: Term, table: Table) -> set[Number]:
    """The last day on time as the document prints it, which may be a day off; so many days before or after it."""
    indicator = shown_as(term.input, table.reads)
    if indicator is None or indicator.deadline is None:
        return set()
    ends = (end for piece in term.pieces for end in (piece.interval.low, piece.interval.high))
    return {date.fromordinal(indicator.deadline), *(abs(end) for end in ends if end is not None)}


def _known(printed: Printed, numbers: set[Number], most: set[Fraction], *, falls: bool) -> bool:
    """Whether a printed number is one of the rule's, whole or as a part of the maximum; of counts and days the one
    before too ("từ 01 văn bản" where the rule says over 0), and what falls short ("trừ tối đa 0,4")."""
    days = {one + timedelta(near) for one in numbers if isinstance(one, date) for near in (0, 1)}
    if printed.days:
        return not days or any(printed.names(one) for one in days)
    if not printed.numbers or any(1900 <= one <= 2100 for one in printed.numbers):  # a year
        return True
    plain = {one for one in numbers if isinstance(one, Fraction)} | most | {Fraction(1)}
    near = {Fraction(0), *(one + 1 for one in plain if one.denominator == 1)}
    near |= {top - one for one in plain for top in plain} if falls else set()
    shares = [one for one in numbers if isinstance(one, Percent)]
    parts = [Percent(one / top) for one in plain for top in most if top]
    rest = [Percent(1 - one.share) for one in shares]
    every: list[Fraction | Percent] = [*plain, *near, *shares, *parts, *rest]
    return any(printed.says(one) for one in every)
