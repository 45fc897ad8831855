"""The exact evaluator: what a leaf and a table give for the year's figures. This is the definition of the product.

Two facts are kept apart for each leaf: its points, and what is known. Missing is never zero: a leaf without a figure
has no points, and its range from ``sure`` to ``possible`` is as wide as its rule.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.exact import round_half_away
from scoring.expression import evaluate
from scoring.indicator import Indicator
from scoring.interval import Interval
from scoring.nothing_arose import NothingArose
from scoring.piece import Piece, Term, bounds
from scoring.quantity import Quantity, State, combined_state
from scoring.table import Combine, Leaf, Table

Figures = Mapping[str, Quantity]


class TableSilent(Exception):
    """A rule says nothing about this x. The lint refuses such a table, so this is a defect, not a user's error."""


@dataclass(frozen=True)
class TermScore:
    """One term at its input: the quantity, the piece that applied (``None`` unless measured), and the figures read."""

    term: Term
    quantity: Quantity
    piece: Piece | None = None
    read: tuple[tuple[str, Quantity], ...] = ()

    @property
    def points(self) -> Fraction | None:
        """Exact, unrounded points of the term; ``None`` unless measured."""
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
        return None if self.points is None or self.state is State.NOT_APPLICABLE else self.points >= self.leaf.max


def score_leaf(leaf: Leaf, figures: Figures, table: Table) -> LeafScore:
    """Score one leaf for the year's ``figures`` (quantities by name, readings included; an absent one is missing).

    Of several formulas the one that the choice names applies. While the choice is missing the leaf is missing, and its
    range is that of all its formulas together.
    """
    if leaf.choice is None:
        return _score(leaf, figures, table)
    choice = figures.get(leaf.choice, Quantity(State.MISSING))
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
    terms = tuple(_score_term(term, figures) for term in leaf.terms)
    state = combined_state(term.quantity for term in terms)
    policy = leaf.nothing_arose
    while state is State.NOTHING_AROSE and policy is not None:
        if policy.instead is None:
            return _nothing_arose(leaf, terms, policy, table)
        terms = tuple(_score_term(replace(term, input=policy.instead), figures) for term in leaf.terms)
        state, policy = combined_state(term.quantity for term in terms), policy.then
    if state is State.NOT_APPLICABLE and all(term.quantity.state is state for term in terms):
        return _not_applicable(leaf, terms, table)
    if state in (State.NOTHING_AROSE, State.NOT_APPLICABLE):
        # Of several parts only some do not apply: that must not take a failed part off the base with them.
        # No policy, or the other input had nothing either: what the leaf earns is not known.
        state = State.MISSING
    if state is State.MISSING:
        low, high = _range(leaf, terms, table)
        return LeafScore(leaf, state, terms, None, low, high)
    points = _settle(leaf, [points for term in terms if (points := term.points) is not None], table.step)
    return LeafScore(leaf, state, terms, points, points, points)


def _score_term(term: Term, figures: Figures) -> TermScore:
    quantity = evaluate(term.input, figures)
    read = tuple((name, figures.get(name, Quantity(State.MISSING))) for name in term.input.names)
    if quantity.state is not State.MEASURED or quantity.x is None:
        return TermScore(term, quantity, read=read)
    piece = term.piece_at(quantity.x)
    if piece is None:
        raise TableSilent(f"{term.input.source} = {quantity.x}")
    return TermScore(term, quantity, piece, read)


def _nothing_arose(leaf: Leaf, terms: tuple[TermScore, ...], policy: NothingArose, table: Table) -> LeafScore:
    if policy.points is None:
        return _not_applicable(leaf, terms, table)
    points = round_half_away(policy.points, table.step)
    return LeafScore(leaf, State.NOTHING_AROSE, terms, points, points, points)


def _not_applicable(leaf: Leaf, terms: tuple[TermScore, ...], table: Table) -> LeafScore:
    """Off the base, or, where the table says so, the maximum (766 gives communes the maximum; never of a bonus)."""
    given = _away(leaf, table)
    points = None if table.rebase else given
    return LeafScore(leaf, State.NOT_APPLICABLE, terms, points, given, given)


def _away(leaf: Leaf, table: Table) -> Fraction:
    return Fraction(0) if table.rebase or leaf.bonus else leaf.max


def _range(leaf: Leaf, terms: tuple[TermScore, ...], table: Table) -> tuple[Fraction, Fraction]:
    """Least and most points while something is missing: known terms as they are, the others anywhere they can be."""
    lows: list[Fraction] = []
    highs: list[Fraction] = []
    for scored in terms:
        if scored.points is not None:
            low: Fraction | None = scored.points
            high: Fraction | None = scored.points
        else:
            within, step = domain(scored.term, table.reads)
            low, high = bounds(scored.term.pieces, within.meet(scored.quantity.bounds), step)
        lows.append(leaf.lowest if low is None else low)
        highs.append(leaf.highest if high is None else high)
    least, most = _settle(leaf, lows, table.step), _settle(leaf, highs, table.step)
    nothing = nothing_range(leaf, table)
    return (least, most) if nothing is None else (min(least, nothing[0]), max(most, nothing[1]))


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
    ends = [bounds(t.pieces, *domain(replace(t, input=policy.instead), table.reads)) for t in leaf.terms]
    lows = [leaf.lowest if low is None else low for low, _high in ends]
    highs = [leaf.highest if high is None else high for _low, high in ends]
    return _settle(leaf, lows, table.step), _settle(leaf, highs, table.step)


def _settle(leaf: Leaf, parts: list[Fraction], step: Fraction) -> Fraction:
    combined: dict[Combine, Callable[[list[Fraction]], Fraction]] = {
        Combine.SUM: _sum,
        Combine.MAX: max,
        Combine.MIN: min,
    }
    value = parts[0] if len(parts) == 1 else combined[leaf.combine](parts)
    return round_half_away(min(max(value, leaf.lowest), leaf.highest), step)


def _sum(parts: list[Fraction]) -> Fraction:
    return sum(parts, Fraction(0))


def domain(term: Term, indicators: Mapping[str, Indicator]) -> tuple[Interval, Fraction | None]:
    """Where the term's x can lie, and its grain; everything, without grain, for an expression over several.

    ``indicators`` are those of ``Table.reads``: readings stand among them.
    """
    shifted = term.input.shifted
    if shifted is None or shifted[0] not in indicators:
        return Interval(), None
    code, by = shifted
    return indicators[code].domain.moved(by), indicators[code].step if by.denominator == 1 else None
