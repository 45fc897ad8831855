"""The exact evaluator: what a leaf and a table give for the year's figures. This is the definition of the product.

Two facts are kept apart for each leaf: its points, and what is known. Missing is never zero: a leaf without a figure
has no points, and its range from ``sure`` to ``possible`` is as wide as its rule.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.exact import held, less, round_half_away, total_of
from scoring.expression import evaluate
from scoring.indicator import Indicator
from scoring.interval import Interval
from scoring.nothing_arose import NothingArose
from scoring.part import Ends, together
from scoring.piece import Piece, Term
from scoring.quantity import ABSENT, Quantity, State, combined_state
from scoring.table import Combine, Leaf, Table

Figures = Mapping[str, Quantity]

_COMBINED: Mapping[Combine, Callable[[list[Fraction]], Fraction]] = {
    Combine.SUM: total_of,
    Combine.MAX: max,
    Combine.MIN: min,
}


class TableSilent(Exception):
    """A rule says nothing about this x. The lint refuses such a table, so this is a defect, not a user's error."""


@dataclass(frozen=True)
class TermScore:
    """One term at its input: the quantity, the piece that applied (``None`` unless measured), and the figures read.

    Nothing arose in a part of a leaf, and the part says what that earns: ``settled`` points, or it is ``left_out``.
    """

    term: Term
    quantity: Quantity
    piece: Piece | None = None
    read: tuple[tuple[str, Quantity], ...] = ()
    settled: Fraction | None = None
    left_out: bool = False

    @property
    def points(self) -> Fraction | None:
        """Exact, unrounded points of the term; ``None`` unless measured or settled."""
        if self.settled is not None:
            return self.settled
        if self.piece is None or self.quantity.x is None:
            return None
        return self.piece.points(self.quantity.x)


@dataclass(frozen=True)
class LeafScore:
    """A leaf's result. ``points`` is rounded once, ``None`` when missing or not applicable.

    ``sure`` and ``possible`` are the least and the most that the leaf can still be given; equal to ``points`` once it
    is known, and both 0 for a leaf that does not apply (under full-points policy: both the maximum).
    ``choice`` is the figure that chose among several formulas; ``terms`` are then those of the formula that applies,
    none while that is not known.
    """

    leaf: Leaf
    state: State
    terms: tuple[TermScore, ...]
    points: Fraction | None
    sure: Fraction
    possible: Fraction
    choice: tuple[str, Quantity] | None = None

    @property
    def read(self) -> tuple[tuple[str, Quantity], ...]:
        """The figures that decide: the choice of the formula, and what the terms read."""
        first = (self.choice,) if self.choice is not None else ()
        return first + tuple(figure for term in self.terms for figure in term.read)

    @property
    def missing_months(self) -> tuple[int, ...]:
        """Months owed by any of its inputs."""
        quantities = [term.quantity for term in self.terms] + ([self.choice[1]] if self.choice else [])
        return tuple(sorted({month for quantity in quantities for month in quantity.missing_months}))

    @property
    def met(self) -> bool | None:
        """For a target: met, not met, or ``None`` when it cannot be told."""
        if self.points is None or self.state is State.NOT_APPLICABLE:
            return None
        return not less(self.points, self.leaf.max)


def score_leaf(leaf: Leaf, figures: Figures, table: Table) -> LeafScore:
    """Score one leaf for the year's ``figures`` (quantities by name, readings included; an absent one is missing).

    Of several formulas the one that the choice names applies. While the choice is missing the leaf is missing, and its
    range is that of all its formulas together.
    """
    if leaf.choice is None:
        return _score(leaf, figures, table)
    choice = figures.get(leaf.choice, ABSENT)
    return replace(_chosen(leaf, choice, figures, table), leaf=leaf, choice=(leaf.choice, choice))


def _chosen(leaf: Leaf, choice: Quantity, figures: Figures, table: Table) -> LeafScore:
    policy = leaf.nothing_arose
    if choice.state is State.MEASURED and choice.x is not None:
        formula = next((one for when, one in leaf.formulas if choice.x in when.values), None)
        if formula is None:
            raise TableSilent(f"{leaf.choice} = {choice.x}")
        return _score(formula, figures, table)
    if choice.state is State.NOT_APPLICABLE:
        return _not_applicable(leaf, (), table)
    if choice.state is State.NOTHING_AROSE and policy is not None and policy.instead is None:
        return _nothing_arose(leaf, (), policy, table)
    each = [_score(formula, figures, table) for _when, formula in leaf.formulas]
    low, high = min(one.sure for one in each), max(one.possible for one in each)
    return LeafScore(leaf, State.MISSING, (), None, low, high)


def _score(leaf: Leaf, figures: Figures, table: Table) -> LeafScore:
    terms = tuple([_score_term(term, figures) for term in leaf.terms])
    measured = [points for term in terms if (points := term.points) is not None]
    if measured and len(measured) == len(terms):  # as most are
        return _measured(leaf, State.MEASURED, terms, measured, table)
    policy = leaf.nothing_arose
    while policy is not None and all(term.quantity.state is State.NOTHING_AROSE for term in terms):
        if policy.instead is None:
            return _nothing_arose(leaf, terms, policy, table)
        terms = tuple(_score_term(replace(term, input=policy.instead), figures) for term in leaf.terms)
        policy = policy.then
    terms = tuple(_by_own_policy(term, figures) for term in terms)
    if all(term.left_out or term.quantity.state is State.NOT_APPLICABLE for term in terms):
        return _not_applicable(leaf, terms, table)
    counted = [term for term in terms if not term.left_out]
    state = combined_state(term.quantity for term in counted if term.settled is None)
    if state is not State.MEASURED:
        # Missing; or of several parts only some have nothing: that must not take a failed part off the base, nor give
        # it full marks. No policy, or the other input had nothing either: what the leaf earns is not known.
        low, high = _range(leaf, counted, table)
        return LeafScore(leaf, State.MISSING, terms, None, low, high)
    if all(term.settled is not None for term in counted):
        state = State.NOTHING_AROSE
    return _measured(leaf, state, terms, [points for term in counted if (points := term.points) is not None], table)


def _measured(leaf: Leaf, state: State, terms: tuple[TermScore, ...], parts: list[Fraction], table: Table) -> LeafScore:
    points = _settle(leaf, parts, table.step)
    return LeafScore(leaf, state, terms, points, points, points)


def _score_term(term: Term, figures: Figures) -> TermScore:
    name = term.input.single
    if name is not None:
        quantity = figures.get(name, ABSENT)
        read: tuple[tuple[str, Quantity], ...] = ((name, quantity),)
    else:
        quantity = evaluate(term.input, figures)
        read = tuple((name, figures.get(name, ABSENT)) for name in term.input.names)
    if quantity.state is not State.MEASURED or quantity.x is None:
        return TermScore(term, quantity, read=read)
    piece = term.piece_at(quantity.x)
    if piece is None:
        raise TableSilent(f"{term.input.source} = {quantity.x}")
    return TermScore(term, quantity, piece, read)


def _by_own_policy(scored: TermScore, figures: Figures) -> TermScore:
    """A part in which nothing arose, as it says itself; anything else as it is.

    A part that is left out where nothing arose is left out, too, where it is said not to apply to the unit.
    """
    state, part = scored.quantity.state, scored.term.part
    if part is None or part.nothing_arose is None or state not in (State.NOTHING_AROSE, State.NOT_APPLICABLE):
        return scored
    policy: NothingArose | None = part.nothing_arose
    while policy is not None and scored.quantity.state is State.NOTHING_AROSE:
        if policy.instead is None:
            return replace(scored, left_out=True) if policy.points is None else replace(scored, settled=policy.points)
        scored, policy = _score_term(replace(scored.term, input=policy.instead), figures), policy.then
    return replace(scored, left_out=scored.quantity.state is State.NOT_APPLICABLE and part.leaves)


def _nothing_arose(leaf: Leaf, terms: tuple[TermScore, ...], policy: NothingArose, table: Table) -> LeafScore:
    if policy.points is None:
        return _not_applicable(leaf, terms, table)
    points = round_half_away(policy.points, table.step)
    return LeafScore(leaf, State.NOTHING_AROSE, terms, points, points, points)


def _not_applicable(leaf: Leaf, terms: tuple[TermScore, ...], table: Table) -> LeafScore:
    """Off the base, or, where the table says so, the maximum (766 gives communes the maximum; never of a bonus)."""
    given = _away(leaf, table)
    points = None if table.rebases(leaf) else given
    return LeafScore(leaf, State.NOT_APPLICABLE, terms, points, given, given)


def _away(leaf: Leaf, table: Table) -> Fraction:
    return Fraction(0) if table.rebases(leaf) or leaf.bonus else leaf.max


def _range(leaf: Leaf, terms: Sequence[TermScore], table: Table) -> tuple[Fraction, Fraction]:
    """Least and most points while something is missing: known terms as they are, the others anywhere they can be."""
    ends = [_ends(leaf, scored, table) for scored in terms]
    lows, highs = together(ends, leaf.combine)
    least, most = _settle(leaf, lows, table.step), _settle(leaf, highs, table.step)
    known = [nothing_range(leaf, table)]
    if all(one.leaves for one in ends):
        known.append((_away(leaf, table), _away(leaf, table)))
    for low, high in (one for one in known if one is not None):
        least, most = low if less(low, least) else least, high if less(most, high) else most
    return least, most


def _ends(leaf: Leaf, scored: TermScore, table: Table) -> Ends:
    points = scored.points
    if points is not None:
        return Ends(points, points)
    part = scored.term.part
    policy = None if part is None else part.nothing_arose
    found = [_open_ends(leaf, scored.term, scored.quantity.bounds, table)]
    for one in policy.chain() if policy is not None else ():
        if one.instead is not None:
            found.append(_open_ends(leaf, replace(scored.term, input=one.instead), Interval(), table))
        elif one.points is not None:
            found.append((one.points, one.points))
    return Ends(min(low for low, _high in found), max(high for _low, high in found), part is not None and part.leaves)


def _open_ends(leaf: Leaf, term: Term, within: Interval, table: Table) -> tuple[Fraction, Fraction]:
    possible, step = domain(term, table.reads)
    low, high = term.ends(possible.meet(within), step)
    return leaf.lowest if low is None else low, leaf.highest if high is None else high


def nothing_range(leaf: Leaf, table: Table) -> tuple[Fraction, Fraction] | None:
    """Least and most points that the leaf can still be given should nothing arise; ``None`` without a policy."""
    if leaf.nothing_arose is None:
        return None
    each = [_range_of(policy, leaf, table) for policy in leaf.nothing_arose.chain()]
    return min(low for low, _high in each), max(high for _low, high in each)


def _range_of(policy: NothingArose, leaf: Leaf, table: Table) -> tuple[Fraction, Fraction]:
    if policy.instead is None:
        earned = round_half_away(policy.points, table.step) if policy.points is not None else _away(leaf, table)
        return earned, earned
    ends = [_open_ends(leaf, replace(t, input=policy.instead), Interval(), table) for t in leaf.terms]
    lows, highs = [low for low, _high in ends], [high for _low, high in ends]
    return _settle(leaf, lows, table.step), _settle(leaf, highs, table.step)


def _settle(leaf: Leaf, parts: list[Fraction], step: Fraction) -> Fraction:
    value = parts[0] if len(parts) == 1 else _COMBINED[leaf.combine](parts)
    return round_half_away(held(value, leaf.lowest, leaf.highest), step)


def domain(term: Term, indicators: Mapping[str, Indicator]) -> tuple[Interval, Fraction | None]:
    """Where the term's x can lie, and its grain; everything, without grain, for an expression over several.

    ``indicators`` are those of ``Table.reads``: readings stand among them.
    """
    shifted = term.input.shifted
    if shifted is None or shifted[0] not in indicators:
        return Interval(), None
    code, by = shifted
    return indicators[code].domain.moved(by), indicators[code].step if by.denominator == 1 else None
