"""What a leaf asks for: the figures that earn its full marks (or meet the target), read off its pieces.

The gap says what is still lacking from where the unit stands; this says what the law wants, whatever the figure is.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor

from scoring.evaluator import LeafScore, domain
from scoring.explanation import x_message
from scoring.indicator import Indicator, Measure
from scoring.interval import Interval
from scoring.interval_words import alternatives, interval_message
from scoring.messages import Message, _
from scoring.piece import Piece, Term, bounds, holds_multiple
from scoring.shown_as import shown_as
from scoring.table import Combine, Leaf, Table


def explain_goal(scored: LeafScore, table: Table) -> Message | None:
    """The figures that earn the most, in natural units; of the formula that applies, or of each where that is open.

    ``None`` for a leaf that is only tracked, and where no figure reaches what the pieces come near to.
    """
    leaf = scored.leaf
    if leaf.highest == leaf.lowest:
        return None
    if scored.terms or leaf.choice is None:
        return _of_terms(leaf, tuple(one.term for one in scored.terms) or leaf.terms, table.reads)
    indicator = table.indicators[leaf.choice]
    said = []
    for when, formula in leaf.formulas:
        one = _of_terms(formula, formula.terms, table.reads)
        if one is not None:
            answers = alternatives(tuple(x_message(value, indicator) for value in when.values))
            said.append(Message(_("{title}: {figure}"), {"title": answers, "figure": one}))
    return _together(said) if said else None


def full_marks(term: Term, leaf: Leaf, indicators: Mapping[str, Indicator]) -> tuple[Interval, ...]:
    """Where the figure earns the most that ``term`` can give, from low to high; empty where that is only neared.

    What goes beyond the leaf's maximum earns no more than it. Counts lie between whole numbers, both ends closed.
    """
    within, grain = domain(term, indicators)
    _least, most = bounds(term.pieces, within, grain)
    top = leaf.highest if most is None else min(most, leaf.highest)
    found: list[Interval] = []
    for piece in term.pieces:
        part = _reaching(piece, top).meet(piece.interval.meet(within))
        if not part.empty and holds_multiple(part, grain):
            found.append(_whole(part, grain))
    return tuple(_joined(sorted(found, key=lambda one: (one.low is not None, one.low)), grain))


def _of_terms(leaf: Leaf, terms: tuple[Term, ...], indicators: Mapping[str, Indicator]) -> Message | None:
    if len(terms) == 1:
        return _of_term(terms[0], leaf, indicators)
    read = [shown_as(term.input, indicators) for term in terms]
    if leaf.combine is Combine.SUM and all(one is not None and one.measure is Measure.YES_NO for one in read):
        return Message(_("all {count} items"), {"count": len(terms)})
    said = []
    for term, indicator in zip(terms, read, strict=True):
        if leaf.combine is Combine.MAX and not _reaches(term, leaf, indicators):
            continue
        title = term.words or (indicator.title if indicator is not None else term.input.source)
        one = _of_term(term, leaf, indicators)
        if one is not None:
            said.append(Message(_("{title}: {figure}"), {"title": title, "figure": one}))
    if not said:
        return None
    return alternatives(tuple(said)) if leaf.combine is Combine.MAX else _together(said)


def _reaches(term: Term, leaf: Leaf, indicators: Mapping[str, Indicator]) -> bool:
    """Whether this part alone can give all that the leaf can."""
    most = bounds(term.pieces, *domain(term, indicators))[1]
    return most is None or most >= leaf.highest


def _together(parts: list[Message]) -> Message:
    whole = parts[0]
    for part in parts[1:]:
        whole = Message("{one}; {other}", {"one": whole, "other": part})
    return whole


def _of_term(term: Term, leaf: Leaf, indicators: Mapping[str, Indicator]) -> Message | None:
    within, _grain = domain(term, indicators)
    indicator = shown_as(term.input, indicators)
    parts = tuple(interval_message(one, within, indicator) for one in full_marks(term, leaf, indicators))
    return alternatives(parts) if parts else None


def _reaching(piece: Piece, top: Fraction) -> Interval:
    """All x at which the line of ``piece`` stands at ``top`` or above it."""
    if piece.slope == 0:
        return Interval() if piece.intercept >= top else Interval(Fraction(1), Fraction(0))
    at = (top - piece.intercept) / piece.slope
    return Interval(at, None) if piece.slope > 0 else Interval(None, at)


def _whole(part: Interval, grain: Fraction | None) -> Interval:
    """``part`` drawn in to the multiples of ``grain`` inside it."""
    if grain is None:
        return part
    low = None if part.low is None else ceil(part.low / grain) * grain
    high = None if part.high is None else floor(part.high / grain) * grain
    low = low + grain if low is not None and low == part.low and not part.low_closed else low
    high = high - grain if high is not None and high == part.high and not part.high_closed else high
    return Interval(low, high)


def _joined(parts: list[Interval], grain: Fraction | None) -> list[Interval]:
    """Neighbours made one: nothing that could come lies between them."""
    found: list[Interval] = []
    for part in parts:
        last = found[-1] if found else None
        if last is not None and _touch(last, part, grain):
            found[-1] = Interval(last.low, part.high, last.low_closed, part.high_closed)
        else:
            found.append(part)
    return found


def _touch(one: Interval, two: Interval, grain: Fraction | None) -> bool:
    if one.high is None or two.low is None:
        return False
    if grain is not None:
        return two.low - one.high <= grain
    return one.high == two.low and (one.high_closed or two.low_closed)
