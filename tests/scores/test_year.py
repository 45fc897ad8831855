"""One pass over the year gives what each month scored by itself gives; and which months a line may join."""

from data.accounts.person import LOCAL
from data.figures.reading import in_force, quantities
from data.scores.trend import runs, trend_of_year
from data.scores.unit import score_unit
from data.scores.year import score_months, score_year
from data.store.opening import Store
from data.units.known import find_table
from scoring.period import Month
from scoring.totals import score_table
from tests.exports.office import JULY, JUNE, UNIT, enter, ratio

DECEMBER = Month(2022, 12)


def test_each_month_is_as_scored_by_itself(office: Store) -> None:
    enter(office, Month(2022, 9), ratio("DUNG_HAN", 90, 90), ratio("DAO_TAO", 14, 14))
    for name in ("bang-thu", "ke-hoach-thu"):
        table = find_table(office, name)
        observations = in_force(office, LOCAL, UNIT, 2022)
        months = score_months(observations, table, DECEMBER)
        assert [one.month.number for one in months] == list(range(1, 13))
        for one in months:
            alone = score_table(table, quantities([o for o in observations if o.month <= one.month], table, one.month))
            assert one.score.leaves == alone.leaves
            assert one.score.total == alone.total


def test_a_leaf_whose_figures_stay_is_not_scored_again(office: Store) -> None:
    months = score_months(in_force(office, LOCAL, UNIT, 2022), find_table(office, "bang-thu"), DECEMBER)
    october, november = months[9].score, months[10].score
    assert november.leaves["2.3"] is october.leaves["2.3"]
    assert november.leaves["1.1"] is not october.leaves["1.1"]  # one month more is owed


def test_the_year_ends_with_the_score_of_its_month(office: Store) -> None:
    table = find_table(office, "bang-thu")
    year, alone = score_year(office, LOCAL, table, UNIT, JULY), score_unit(office, LOCAL, table, UNIT, JULY)
    assert year.scored.score.total == alone.score.total
    assert year.scored.observations == alone.observations
    assert year.scored.figures == alone.figures


def test_a_year_without_figures_has_not_begun(office: Store) -> None:
    year = score_year(office, LOCAL, find_table(office, "bang-thu"), "nobody", JUNE)
    assert not any(one.begun or one.reported for one in year.months)
    assert year.months[-1].score.total.index is None
    assert trend_of_year(year.months) == []


def test_a_line_breaks_where_a_month_is_not_reported_or_measures_something_else(office: Store) -> None:
    enter(office, Month(2022, 9), ratio("DUNG_HAN", 90, 90))
    points = trend_of_year(score_year(office, LOCAL, find_table(office, "bang-thu"), UNIT, DECEMBER).months)
    assert [point.month.number for point in points if point.index is None] == [7, 8, 10, 11, 12]
    assert [[point.month.number for point in run] for run in runs(points)] == [[1, 2, 3, 4, 5], [6], [9]]
