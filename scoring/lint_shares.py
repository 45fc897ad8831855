"""The lint of shares: a bound typed 80 where 80 % is meant, which no share ever reaches."""

from collections.abc import Iterator
from fractions import Fraction

from scoring.exact import decimal_text
from scoring.indicator import Measure
from scoring.messages import Message, Problem, _
from scoring.piece import Term
from scoring.shown_as import shown_as
from scoring.table import Leaf, Table

FAR = Fraction(10)  # 1000 %: further than any share of a plan or of the year before goes


def share_problems(leaf: Leaf, term: Term, table: Table, place: str) -> Iterator[Problem]:
    """The first bound of ``term`` that is far beyond any share; nothing for an input that is no share."""
    indicator = shown_as(term.input, table.reads)
    shares = (Measure.RATIO, Measure.PERCENT)
    if indicator is not None and (indicator.within is not None or indicator.measure not in shares):
        return
    for piece in term.pieces:
        over = [end for end in (piece.interval.low, piece.interval.high) if end is not None and end >= FAR]
        if over:
            yield Problem(
                "C191",
                Message(
                    _("The rule of {id} has the bound {bound}, which is {hundreds}%; its figure is a share."),
                    {"id": leaf.id, "bound": over[0], "hundreds": over[0] * 100},
                ),
                Message(_("Write {bound}% if that is what the document says."), {"bound": over[0]}),
                f"{place}.{piece.at}" if piece.at else place,
                quotes=decimal_text(over[0], 6),
            )
            return
