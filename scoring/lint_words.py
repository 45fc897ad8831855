"""The lint of the words: a number that the law's words print and the rule does not have, where the rule has another."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from scoring.evaluator import domain
from scoring.gives import gives_message
from scoring.interval_words import interval_message
from scoring.messages import Message, Percent, Problem, _
from scoring.piece import Piece, Term, holds_multiple
from scoring.printed_numbers import Number, Printed, numbers_of, printed_numbers, says
from scoring.shown_as import shown_as
from scoring.table import Leaf, Table

_FACTOR = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")


def word_problems(leaf: Leaf, term: Term, table: Table, place: str) -> Iterator[Problem]:
    """One warning for each of the words of ``term`` that print a number of their own while one of the rule's is untold.

    "Từ 85% trở lên: 2" beside a band from 80 %: one of the two is mistyped, and only the band scores. A number
    that the declared reading or note speaks of is not asked about again.
    """
    said, pieces = _said(term, table), dict[str, list[Piece]]()
    for piece in term.pieces:
        pieces.setdefault(piece.words, []).append(piece)
    own = {words: {number for one in lines for number in numbers_of(one)} for words, lines in said.items()}
    every = {number for numbers in own.values() for number in numbers} | _of_date(term, table)
    read = [table.indicators[code] for code in term.input.codes if code in table.indicators]
    in_rows = any(one.rows is not None for one in read)  # a cap on each row stands in the register's expression
    factors = [Fraction(text) for text in _FACTOR.findall(term.input.source)]  # 2 * CAP_TINH + 0.5 * CAP_SO
    falls = any(piece.slope < 0 for piece in term.pieces)
    most = {leaf.max, leaf.highest, *([term.part.max] if term.part is not None and term.part.max is not None else [])}
    told = {
        one.text for text in (leaf.reference.derived, leaf.reference.note, leaf.note) for one in printed_numbers(text)
    }
    for words, numbers in own.items():
        strange = [
            one
            for one in printed_numbers(words)
            if not (_is_given(one, pieces[words], most) if one.points else _known(one, every, most, falls=falls))
        ]
        strange = [one for one in strange if told.isdisjoint(one.parts) and (one.whole or not in_rows)]
        strange = [one for one in strange if not any(one.says(number) for number in factors)]
        if strange and (any(one.points for one in strange) or any(not says(words, number) for number in numbers)):
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


def _is_given(printed: Printed, pieces: Sequence[Piece], most: set[Fraction]) -> bool:
    """Whether points are printed that these pieces give, as they are or as a part of the maximum; short of a whole line
    also what they take away, give for each, and come to at their ends."""
    given = {abs(number) for piece in pieces for number in (piece.intercept, piece.slope) if number or piece.level}
    for piece in pieces:
        ends = [end for end in (piece.interval.low, piece.interval.high) if end is not None]
        given |= {abs(piece.points(end)) for end in ends} if piece.slope else set()
    if not printed.whole:
        given |= {abs(top - one) for one in given for top in most}
        given |= most if any(piece.slope for piece in pieces) else set()
    return any(printed.says(one) for one in given | {one / top for one in given for top in most if top})


def _said(term: Term, table: Table) -> dict[str, list[Message]]:
    """What the pieces with the same words say in numbers: for which figures, and what they give."""
    within, grain = domain(term, table.reads)
    indicator = shown_as(term.input, table.reads)
    found: dict[str, list[Message]] = {}
    for piece in term.pieces:
        on = piece.interval.meet(within)
        if piece.words and holds_multiple(on, grain):
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
