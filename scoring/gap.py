"""The gap: what it takes to earn more, read off the pieces and told in natural units.

From 850 of 1,000 to 90 % takes 50 bad cases put right, or 500 new ones that are all good. Which of the two is open to
the office depends on the indicator (``repairable``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.evaluator import LeafScore, TermScore, domain
from scoring.exact import next_multiple, round_half_away
from scoring.interval import Interval
from scoring.moving import moving
from scoring.natural_units import natural
from scoring.piece import Piece, holds_multiple
from scoring.quantity import State
from scoring.table import Combine, Leaf, Table


@dataclass(frozen=True)
class Step:
    """One way to more points: bring ``input`` to ``x`` (past it, when ``strict``), and the leaf gives ``points``.

    ``down`` says that x must fall to get there.

    ``repaired`` is how many bad cases put right do it; ``added`` how many new cases, all good; ``change`` by how much
    a plain count or answer must change (negative: fewer). ``None`` where that way is closed or makes no sense: a plan
    has no new cases. ``lands`` is where whole cases bring x on a slope, where ``x`` is no threshold of the law.
    ``part`` are the words of the part that the step is in, for a leaf of several parts.
    """

    input: str
    x: Fraction
    strict: bool
    points: Fraction
    repaired: int | None = None
    added: int | None = None
    change: int | None = None
    down: bool = False
    lands: Fraction | None = None
    part: str = ""


@dataclass(frozen=True)
class Gap:
    """``more`` points that the leaf could give, the nearest step to some of them, the step to all (``None``: no way).

    Of a ``bonus`` leaf none of them is ``lost``: they can be earned, and nobody owes them.
    """

    more: Fraction
    next: Step | None = None
    full: Step | None = None
    bonus: bool = False

    @property
    def lost(self) -> Fraction:
        """Points of the base that the figures of today do not earn."""
        return Fraction(0) if self.bonus else self.more


def gap(scored: LeafScore, table: Table) -> Gap | None:
    """The gap of a measured leaf; ``None`` when it is not measured. Where there is no more to earn it has no steps."""
    if scored.points is None or scored.state is State.NOT_APPLICABLE:
        return None
    return nearest_of(steps(scored, table), scored.points, scored.leaf)


def steps(scored: LeafScore, table: Table) -> list[Step]:
    """All that earn more on a measured leaf, in the order of its terms and pieces; none where that cannot be told."""
    if scored.points is None or scored.state is not State.MEASURED:
        return []
    found = [step for term in scored.terms if not term.left_out for step in _steps(term, scored, table)]
    return [step for step in found if step.points > scored.points]


def nearest_of(better: Sequence[Step], points: Fraction, leaf: Leaf) -> Gap:
    """The gap of a leaf that has ``points`` when these steps close some of it: the least effort first, cases before
    answers."""
    nearest = min(better, key=lambda step: (_effort(step), step.points, step.lands is None), default=None)
    full = min((step for step in better if step.points == leaf.highest), key=_effort, default=None)
    return Gap(leaf.highest - points, nearest, full, leaf.bonus)


def _effort(step: Step) -> tuple[bool, int]:
    """How many cases a step takes; those that cannot be told in cases come last, by their points alone."""
    ways = [abs(way) for way in (step.repaired, step.added, step.change) if way is not None]
    return not ways, min(ways, default=0)


def _steps(term: TermScore, scored: LeafScore, table: Table) -> Iterator[Step]:
    x, own = term.quantity.x, term.points
    if x is None or own is None or scored.points is None:
        return
    within, grain = domain(term.term, table.reads)
    line = moving(term)
    rest = [part.points for part in scored.terms if part is not term and part.points is not None]
    others = sum(rest, Fraction(0)) if scored.leaf.combine is Combine.SUM else Fraction(0)
    named = term.term.words if term.term.part is not None else ""

    def settled(reached: Fraction) -> Fraction:
        return _settled(_beside(reached, rest, scored.leaf.combine), scored, table.step)

    def earns(figure: Fraction) -> Fraction | None:
        at = figure if line is None else line.at(figure)
        piece = term.term.piece_at(at)
        return None if piece is None else settled(piece.points(at) + others)

    for piece in term.term.pieces:
        part = piece.interval.meet(within)
        if not holds_multiple(part, grain):
            continue
        for goal, strict, reached in _goals(piece, part, x, scored, others, table.step, grain):
            at = settled(reached)
            if at > scored.points:
                down = goal < x or (goal == x and (goal == part.high or piece.slope < 0))
                step = Step(term.term.input.source, goal, strict, at, down=down, part=named)
                sloped = goal not in (part.low, part.high)
                found = step if line is None else natural(step, line, table.reads, earns, sloped=sloped)
                if found is not None:
                    yield found


def _beside(reached: Fraction, rest: list[Fraction], combine: Combine) -> Fraction:
    """What a leaf comes to when one part gives ``reached`` (already added to the others in a sum)."""
    if combine is Combine.SUM:
        return reached
    return max([reached, *rest]) if combine is Combine.MAX else min([reached, *rest])


def _settled(points: Fraction, scored: LeafScore, step: Fraction) -> Fraction:
    return round_half_away(min(max(points, scored.leaf.lowest), scored.leaf.highest), step)


def _goals(
    piece: Piece,
    part: Interval,
    x: Fraction,
    scored: LeafScore,
    others: Fraction,
    step: Fraction,
    grain: Fraction | None,
) -> Iterator[tuple[Fraction, bool, Fraction]]:
    """Where in ``part`` more is earned, and the leaf's points there: its near end, and on a slope the first x that
    rounds to one step more. Half a step below zero rounds down, so there x must pass it. On the slope of a count the
    goal is the next whole number: 0,95 of a report late is no goal.
    """
    if x not in part:
        down = part.high is not None and x >= part.high
        end, closed = (part.high, part.high_closed) if down else (part.low, part.low_closed)
        if end is None:
            return
        if grain is not None and piece.slope:
            end, closed = next_multiple(end, grain, strict=not closed, down=down), True
        # Past an open end from which the points fall they are a hair less: exactly half a step is then not rounded up.
        falling = not closed and (piece.slope > 0 if down else piece.slope < 0)
        at = piece.points(end) + others
        if end in part or not (closed or (falling and (2 * at / step).denominator == 1)):
            yield end, not closed, at
    if piece.slope:
        for wanted in ((scored.points or Fraction(0)) + step, scored.leaf.highest):
            goal = (wanted - step / 2 - others - piece.intercept) / piece.slope
            strict = wanted <= 0
            if grain is not None:
                goal = next_multiple(goal, grain, strict=strict, down=piece.slope < 0)
                if goal in part and goal != x:
                    yield goal, False, piece.points(goal) + others
            elif goal in part and (goal != x or strict):
                yield goal, strict, wanted
