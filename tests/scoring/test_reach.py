"""What can still be reached this year: not what would have to undo the past, nor what only a new year could bring."""

from fractions import Fraction

import pytest

from scoring.gap import Step
from scoring.indicator import Formation, Indicator, Measure
from scoring.reach import within_reach

F = Fraction
HALF = Step("X", F(1, 2), False, F(1))


def indicator(measure: Measure, formation: Formation = Formation.SUM, *, repairable: bool = False) -> Indicator:
    return Indicator("X", "X", measure, formation=formation, repairable=repairable)


def step(repaired: int | None = None, added: int | None = None, change: int | None = None) -> Step:
    return Step("X", F(1, 2), False, F(1), repaired, added, change, down=change is not None and change < 0)


@pytest.mark.parametrize("year_over", [False, True])
def test_what_can_be_put_right_stays_open_after_december_new_cases_do_not(year_over: bool) -> None:
    procedures = indicator(Measure.RATIO, Formation.LATEST, repairable=True)
    found = within_reach(step(repaired=5, added=9), procedures, year_over=year_over)
    assert found is not None
    assert (found.repaired, found.added) == (5, None if year_over else 9)


@pytest.mark.parametrize("measure", [Measure.RATIO, Measure.COUNT, Measure.YES_NO, Measure.PERCENT])
def test_after_december_nothing_new_comes(measure: Measure) -> None:
    assert within_reach(step(added=9), indicator(measure), year_over=False) is not None
    assert within_reach(step(added=9), indicator(measure), year_over=True) is None


@pytest.mark.parametrize("formation", [Formation.SUM, Formation.CUMULATIVE])
def test_what_has_happened_does_not_become_fewer(formation: Formation) -> None:
    assert within_reach(step(change=-2), indicator(Measure.COUNT, formation), year_over=False) is None
    assert within_reach(step(change=2), indicator(Measure.COUNT, formation), year_over=False) is not None


def test_a_stock_can_fall_and_a_day_that_is_past_cannot_move() -> None:
    assert within_reach(step(change=-2), indicator(Measure.COUNT, Formation.LATEST), year_over=False) is not None
    assert within_reach(step(change=-2), indicator(Measure.DATE, Formation.ONCE), year_over=False) is None


def test_an_input_over_several_indicators_is_not_judged() -> None:
    assert within_reach(HALF, None, year_over=True) is HALF
