"""The gap: what it takes to earn more, read off the pieces and told in natural units.

From 850 of 1,000 to 90 % takes 50 bad cases put right, or 500 new ones that are all good. Which of the two is open to
the office depends on the indicator (``repairable``).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from scoring.evaluator import LeafScore, TermScore, domain
from scoring.exact import round_half_away
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import Interval
from scoring.moving import Moving, moving
from scoring.piece import Piece, holds_multiple
from scoring.quantity import State
from scoring.readings import Needs, reading_of
from scoring.table import Combine, Leaf, Table


@dataclass(frozen=True)
class Step:
    """One way to more points: bring ``input`` to ``x`` (past it, when ``strict``), and the leaf gives ``points``.

    ``down`` says that x must fall to get there.

    ``repaired`` is how many bad cases put right do it; ``added`` how many new cases, all good; ``change`` by how much
    a plain count or answer must change (negative: fewer). ``None`` where that way is closed or makes no sense: a plan
    has no new cases. ``lands`` is where whole cases bring x on a slope, where ``x`` is no threshold of the law.
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
    if scored.points is None or scored.state is not State.MEASURED or scored.leaf.combine is not Combine.SUM:
        return []
    found = [step for term in scored.terms for step in _steps(term, scored, table)]
    return [step for step in found if step.points > scored.points]


def nearest_of(better: Sequence[Step], points: Fraction, leaf: Leaf) -> Gap:
    """The gap of a leaf that has ``points`` when these are the steps that close some of it: the least effort first."""
    nearest = min(better, key=lambda step: (_effort(step), step.points), default=None)
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
    others = sum((part.points or Fraction(0) for part in scored.terms if part is not term), Fraction(0))
    line = moving(term)

    def earns(figure: Fraction) -> Fraction:
        """Points of the leaf, were the figure that moves another: whole cases may land past the piece meant."""
        at = line.slope * figure + line.constant if line is not None else figure
        piece = term.term.piece_at(at)
        return scored.leaf.lowest if piece is None else _settled(piece.points(at) + others, scored, table.step)

    for piece in term.term.pieces:
        part = piece.interval.meet(within)
        if not holds_multiple(part, grain):
            continue
        for goal, strict, reached in _goals(piece, part, x, scored, others, table.step, grain):
            at = _settled(reached, scored, table.step)
            if at > scored.points:
                down = goal < x or (goal == x and (goal == part.high or piece.slope < 0))
                step = Step(term.term.input.source, goal, strict, at, down=down)
                sloped = goal not in (part.low, part.high)
                natural = step if line is None else _natural(step, line, table.reads, earns, sloped=sloped)
                if natural is not None:
                    yield natural


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
            end, closed = _whole(end, grain, strict=not closed, down=down), True
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
                goal = _whole(goal, grain, strict=strict, down=piece.slope < 0)
                if goal in part and goal != x:
                    yield goal, False, piece.points(goal) + others
            elif goal in part and (goal != x or strict):
                yield goal, strict, wanted


def _whole(goal: Fraction, grain: Fraction, *, strict: bool, down: bool) -> Fraction:
    """The nearest multiple of ``grain`` at the goal or past it; only past it, when ``strict``."""
    many = floor(goal / grain) if down else ceil(goal / grain)
    if strict and many * grain == goal:
        many += -1 if down else 1
    return many * grain


Earns = Callable[[Fraction], Fraction]


def _natural(
    step: Step, line: Moving, indicators: Mapping[str, Indicator], earns: Earns, *, sloped: bool
) -> Step | None:
    """Add what the step means in cases, where the input hangs on one figure of this year along a straight line.

    ``None`` when it counts cases and no way is open: past ones stay as they are, the year brings too few new ones, or
    whole cases do not come to where it earns what it says.
    """
    if line.name not in indicators:
        return step
    indicator, own = indicators[line.name], line.own
    if own.x is None:
        return step
    reading = reading_of(line.name)
    if reading is not None and reading.static:
        return None
    step = replace(step, input=line.name, x=line.back(step.x), down=step.down if line.slope > 0 else not step.down)
    if not line.alone:
        step = _on_grain(step, indicator)
        if step.x not in indicator.domain or (not step.strict and earns(step.x) < step.points):
            return None
    if own.most is not None and step.x > own.most:
        return None
    if reading is not None and reading.needs is Needs.BLOC:
        return step  # how many cases a better rank takes hangs on the others
    if own.numerator is not None and own.denominator:
        return _in_cases(step, own.numerator, own.denominator, indicator, earns, sloped=sloped)
    if step.down and indicator.measure is Measure.COUNT and _stays(indicator):
        return None
    if indicator.measure in (Measure.COUNT, Measure.DATE, Measure.YES_NO):
        change = step.x - own.x
        whole = floor(change) if step.down else ceil(change)
        if step.strict and whole == change:
            whole += -1 if step.down else 1
        return replace(step, change=whole) if earns(own.x + whole) >= step.points else None
    return step


def _on_grain(step: Step, indicator: Indicator) -> Step:
    """Of a count the next whole number: a threshold that hangs on the year before may lie between two."""
    if indicator.step is None or (step.x / indicator.step).denominator == 1:
        return step
    return replace(step, x=_whole(step.x, indicator.step, strict=False, down=step.down), strict=False)


def _stays(indicator: Indicator) -> bool:
    """True for a count that grows over the year: what happened in a month past cannot be fewer."""
    return indicator.formation in (Formation.SUM, Formation.CUMULATIVE) and not indicator.repairable


def _in_cases(
    step: Step, numerator: Fraction, denominator: Fraction, indicator: Indicator, earns: Earns, *, sloped: bool
) -> Step | None:
    needed = step.x * denominator - numerator
    if numerator.denominator != 1 or denominator.denominator != 1 or step.down:
        return step
    repaired: int | None = _least(needed, step.strict)
    if indicator.part_of_whole and (not indicator.repairable or numerator + (repaired or 0) > denominator):
        repaired = None
    added = _least(needed / (1 - step.x), step.strict) if indicator.part_of_whole and step.x < 1 else None
    if added is not None and added > _new_cases(indicator, denominator):
        added = None
    lands = []
    if repaired is not None:
        lands.append((numerator + repaired) / denominator)
        repaired = repaired if earns(lands[-1]) >= step.points else None
    if added is not None:
        lands.append((numerator + added) / (denominator + added))
        added = added if earns(lands[-1]) >= step.points else None
    if repaired is None and added is None:
        return None
    step = replace(step, repaired=repaired, added=added)
    return replace(step, lands=lands[0 if repaired is not None else -1]) if sloped else step


def _new_cases(indicator: Indicator, denominator: Fraction) -> Fraction:
    """How many new cases can be hoped for: the year's other months; none for a stock or a plan that can be put right;
    elsewhere half as many as there were so far. Advice beyond that ("2.985 new documents") is no advice.
    """
    if indicator.formation is Formation.MONTHS_COVERED:
        return 12 // indicator.every - denominator
    if indicator.repairable and indicator.formation is not Formation.SUM:
        return Fraction(0)
    return denominator / 2


def _least(needed: Fraction, strict: bool) -> int:
    whole = ceil(needed)
    return whole + 1 if strict and whole == needed else whole
