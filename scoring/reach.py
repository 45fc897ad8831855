"""What can still be reached this year: a step to more points that would have to undo the past is none.

The gap says what the law wants; this says what the office can still do about it. A procedure can be published late and
counts; a dossier that was late stays late, and after December nothing new comes that could make up for it.
"""

from dataclasses import replace

from scoring.evaluator import LeafScore
from scoring.gap import Gap, Step, nearest_of, steps
from scoring.indicator import Formation, Indicator, Measure
from scoring.quantity import State
from scoring.table import Table


def gap_within_reach(scored: LeafScore, table: Table, *, year_over: bool) -> Gap | None:
    """As ``gap``, of the steps that can still be taken; ``None`` when the leaf is not measured.

    ``year_over``: the figures of December are there. Without a step the points are lost for this year.
    """
    if scored.points is None or scored.state is State.NOT_APPLICABLE:
        return None
    found = [within_reach(step, table.reads.get(step.input), year_over=year_over) for step in steps(scored, table)]
    return nearest_of([step for step in found if step is not None], scored.points, scored.leaf)


def within_reach(step: Step, indicator: Indicator | None, *, year_over: bool) -> Step | None:
    """The step with only those ways that are still open; ``None`` when there is none.

    What is ``repairable`` can be put right at any time. Of anything else a day cannot move earlier, what happened in
    the year's months cannot become fewer, and after December no new case comes. An input over several indicators
    (``indicator`` is ``None``) cannot be judged: its step is kept.
    """
    if indicator is None:
        return step
    if indicator.repairable:
        return replace(step, added=None) if year_over and step.repaired is not None else step
    fewer = step.change is not None and step.change < 0
    if fewer and (indicator.measure is Measure.DATE or indicator.formation in (Formation.SUM, Formation.CUMULATIVE)):
        return None
    return None if year_over else step
