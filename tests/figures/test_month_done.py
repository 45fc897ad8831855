"""Is the month complete for this table?"""

from dataclasses import replace

from data.figures.month_done import MonthDone, month_done
from scoring.indicator import Formation, Indicator, Measure
from tests.figures.test_answers import DAY, JANUARY, JUNE, MEETING, PLAN, RATIO, stored

SURVEY = Indicator("S", "Mức độ hài lòng", Measure.PERCENT, formation=Formation.ONCE)
QUARTERLY = replace(RATIO, code="Q", every=3)
ALL = [RATIO, SURVEY, QUARTERLY, MEETING, PLAN]


def test_what_is_missing_is_counted_apart_for_workbook_month_and_year() -> None:
    known = [stored(RATIO, JANUARY, 1), stored(QUARTERLY, JUNE, 1), stored(MEETING, JANUARY, 1)]
    assert month_done(ALL, known, JUNE) == MonthDone(3, (RATIO, SURVEY), monthly=1, yearly=1)


def test_once_a_year_is_there_from_any_month_and_quarterly_is_not_asked_in_january() -> None:
    known = [stored(one, JANUARY, 1) for one in (RATIO, MEETING)] + [stored(one, JUNE, 1) for one in (SURVEY, PLAN)]
    found = month_done(ALL, known, JANUARY)
    assert (found, found.done) == (MonthDone(2, (), 0, 0), True)


def test_an_answer_of_the_month_in_another_month_does_not_count() -> None:
    assert month_done([DAY], [stored(DAY, JANUARY, 1)], JUNE).monthly == 1
