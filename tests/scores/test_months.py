"""Which months are offered, and which one first."""

from dataclasses import replace
from datetime import date

import pytest

from data.scores.months import offered_months
from scoring.period import Month
from scoring.table import Node, Table, TableKind

TODAY = date(2026, 11, 22)
OPEN = Table("t", "1", TableKind.POINTS, "T", Node("", "", ()), {})
OF_2022 = replace(OPEN, valid_from=date(2022, 1, 1), valid_to=date(2022, 12, 31))


def test_the_newest_month_with_figures_comes_first_then_the_months_after_it() -> None:
    offered = offered_months([Month(2022, 1), Month(2022, 3)], OF_2022, TODAY)
    assert [str(month) for month in offered[:4]] == ["2022-03", "2022-01", "2022-04", "2022-05"]
    assert len(offered) == len(set(offered)) == 12


def test_without_figures_the_first_month_of_the_tables_year_comes_first() -> None:
    assert offered_months([], OF_2022, TODAY) == [Month(2022, number) for number in range(1, 13)]


def test_a_table_without_validity_offers_the_years_with_figures_and_this_one() -> None:
    offered = offered_months([Month(2024, 12)], OPEN, TODAY)
    assert offered[0] == Month(2024, 12)
    assert offered[1] == Month(2026, 1)
    assert {month.year for month in offered} == {2024, 2026}


@pytest.mark.parametrize("month", [Month(2021, 12), Month(2023, 1)])
def test_months_outside_the_validity_are_not_offered(month: Month) -> None:
    assert month not in offered_months([month], OF_2022, TODAY)
