"""A leaf's rule as lines: each piece in the law's words, what it gives, and whether it is the one that applied."""

from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.evaluator import LeafScore, TermScore, domain, score_leaf
from scoring.gives import gives_message
from scoring.interval import Interval
from scoring.interval_words import interval_message
from scoring.messages import Message, Percent, _
from scoring.piece import Piece, holds_multiple
from scoring.printed_numbers import numbers_of, printed_numbers, says
from scoring.quantity import Quantity, State
from scoring.shown_as import shown_as
from scoring.table import Leaf, Table, TableKind

ANY, NOTHING = Message(_("any figure")), Message("{points}", {"points": Fraction(0)})


@dataclass(frozen=True)
class RuleLine:
    """One piece. ``points`` is ``None`` where they change with the figure; ``words``, the law's, may be empty.

    ``when`` and ``gives`` say in numbers for which figures, and what: read off the piece, whatever the words say.
    ``tells_when`` and ``tells_points``: the law's words print these numbers, here or in the line next to it.
    """

    words: str
    interval: Interval
    points: Fraction | None
    applied: bool
    when: Message = ANY
    gives: Message = NOTHING
    tells_when: bool = True
    tells_points: bool = True


def rule_lines(line: LeafScore, table: Table) -> list[tuple[TermScore, list[RuleLine]]]:
    """The lines of each term. Pieces that no figure can reach are left out; of a target only what meets it is told.

    Of several formulas all are told, in the order of the law; those that do not apply have no line that did.
    """
    applying = {term.term.when for term in line.terms}
    others = [TermScore(t, Quantity(State.MISSING)) for t in line.leaf.terms if t.when and t.when not in applying]
    terms = sorted([*line.terms, *others], key=lambda term: term.term.when.formula if term.term.when else 0)
    return [(term, _of_term(term, line, table)) for term in terms]


def printed_lines(leaf: Leaf, table: Table) -> list[tuple[TermScore, list[RuleLine]]]:
    """The same as the text prints it, for nobody's figures: no line has applied."""
    return rule_lines(score_leaf(leaf, {}, table), table)


def printed_once(lines: list[RuleLine]) -> list[RuleLine]:
    """Without the lines that only say what not reaching another one with the same words gives (done, not done).

    A line with numbers that neither the words nor the line it would stand under print is no such line.
    """
    best: dict[str, RuleLine] = {}
    for one in lines:
        there = best.get(one.words)
        if one.words and (there is None or _more(one, there)):
            best[one.words] = one
    return [one for one in lines if not one.words or best[one.words] is one or _adds(one, best[one.words])]


def _adds(one: RuleLine, other: RuleLine) -> bool:
    """Whether ``one`` has a bound that ``other`` does not print; 100 % is the end of every share."""
    told = {*numbers_of(other.when), *numbers_of(other.gives), Percent(Fraction(1))}
    return not one.tells_when and any(number not in told for number in numbers_of(one.when))


def _more(one: RuleLine, other: RuleLine) -> bool:
    """In proportion is more than any flat line of the same words."""
    return other.points is not None and (one.points is None or one.points > other.points)


def _of_term(term: TermScore, line: LeafScore, table: Table) -> list[RuleLine]:
    within, grain = domain(term.term, table.reads)
    best = max(piece.intercept for piece in term.term.pieces)
    indicator = shown_as(term.term.input, table.reads)
    found = []
    for piece in term.term.pieces:
        reached = piece.interval.meet(within)
        if not holds_multiple(reached, grain):
            continue
        if table.kind is TableKind.TARGETS and piece.intercept != best:
            continue
        points = _points(piece, term, line)
        when = interval_message(reached, within, indicator)
        gives = gives_message(piece.intercept if points is None else points, piece.slope, reached, indicator)
        found.append(RuleLine(piece.words, reached, points, piece is term.piece, when, gives))
    return _told(found)


def _told(lines: list[RuleLine]) -> list[RuleLine]:
    """The same, and what of each the words print. "Dưới 70%: 0" says of the line above it where that begins, and "mỗi
    báo cáo" that it begins with one."""
    known = {number for one in lines for number in numbers_of(one.when) if says(one.words, number)}
    known.add(Percent(Fraction(1)))  # the end of every share
    return [
        replace(
            one,
            tells_when=all(number in known or (one.points is None and number == 1) for number in numbers_of(one.when)),
            tells_points=all(says(one.words, number) for number in numbers_of(one.gives)) and not _other_points(one),
        )
        for one in lines
    ]


def _other_points(one: RuleLine) -> bool:
    """Whether the words print points where the line gives none: "Có: 2" beside 0."""
    return one.points == 0 and any(number.whole and 0 not in number.numbers for number in printed_numbers(one.words))


def _points(piece: Piece, term: TermScore, line: LeafScore) -> Fraction | None:
    """A part is held within its own bounds already: one that only takes away gives less than its leaf ever has."""
    if piece.slope:
        return None
    if term.term.part is not None:
        return piece.intercept
    return min(max(piece.intercept, line.leaf.lowest), line.leaf.highest)
