"""Gaps, missing figures, standing, trend and narrowing: what both pages list."""

from dataclasses import replace
from fractions import Fraction

from data.accounts.person import LOCAL
from data.evidence.coverage import coverage
from data.scores.gaps import LeafGap, largest_gaps, worth_telling
from data.scores.missing import missing_figures
from data.scores.narrowing import Show, leaves_shown
from data.scores.rule_lines import rule_lines
from data.scores.standing import fields, lost_as_it_stands, open_points, standing
from data.scores.trend import index_change, trend
from data.store.opening import Store
from data.units.known import find_table
from scoring.gap import Gap, Step
from scoring.quantity import State
from tests.exports.office import JULY, JUNE, UNIT
from tests.scores.conftest import scored


def test_gaps_are_sorted_by_loss_and_add_up_to_what_is_lost(office: Store) -> None:
    seen = scored(office)
    gaps = largest_gaps(seen)
    assert [gap.lost for gap in gaps] == sorted((gap.lost for gap in gaps), reverse=True)
    assert sum(gap.lost for gap in gaps) == seen.score.total.lost
    assert isinstance(gaps[0], LeafGap)
    assert gaps[0].leaf.id == "1.1"
    assert gaps[0].step is not None
    assert gaps[0].step.points == 20


def test_a_step_of_one_grain_gives_way_to_full_marks(office: Store) -> None:
    table = find_table(office, "bang-thu")
    leaf = next(leaf for leaf in table.leaves if leaf.id == "1.2.2")
    grain, full = Step("X", Fraction(1), False, Fraction("6.68")), Step("X", Fraction(1), False, Fraction(10))
    half = Step("X", Fraction(1), False, Fraction(8))
    lost = Fraction("3.33")
    assert worth_telling(Gap(lost, grain, full), leaf, table) is full
    assert worth_telling(Gap(lost, half, full), leaf, table) is half
    assert worth_telling(Gap(lost, grain, None), leaf, table) is grain
    assert worth_telling(Gap(lost), leaf, table) is None


def test_missing_figures_name_month_and_leaves_the_units_own_first(office: Store) -> None:
    found = missing_figures(scored(office, month=JULY))
    assert [(one.indicator.code, one.months) for one in found] == [("DUNG_HAN", (7,))]
    assert [leaf.id for leaf in found[0].leaves] == ["1.1"]
    assert found[0].open == 5
    assert found[0].ours


def test_nothing_missing_is_an_empty_list(office: Store) -> None:
    assert missing_figures(scored(office)) == []


def test_standing_and_fields_agree_with_the_total(office: Store) -> None:
    seen = scored(office, month=JULY)
    here, total = standing(seen), seen.score.total
    assert (here.leaves, here.missing, here.waiting) == (7, 1, 0)
    parts = fields(seen, coverage(office, LOCAL, seen.table, UNIT, 2022))
    assert sum(part.total.points for part in parts) == total.points
    assert sum(part.open for part in parts) == total.applicable_max - total.measured_max == 20
    assert open_points(total) == 5
    assert total.sure + open_points(total) + lost_as_it_stands(total) == total.applicable_max


def test_the_trend_ends_where_the_score_stands_and_leaves_out_silent_beginnings(office: Store) -> None:
    table = find_table(office, "bang-thu")
    points = trend(office, LOCAL, table, UNIT, JULY)
    assert [point.month.number for point in points] == [1, 2, 3, 4, 5, 6, 7]
    assert points[5].total == scored(office).score.total
    assert points[6].total == scored(office, month=JULY).score.total
    assert [point.reported for point in points] == [True] * 6 + [False]
    assert index_change(points[:1]) is None
    assert trend(office, LOCAL, find_table(office, "ke-hoach-thu"), "nobody", JUNE) == []


def test_the_index_of_two_months_is_compared_only_where_both_measure_the_same(office: Store) -> None:
    points = trend(office, LOCAL, find_table(office, "bang-thu"), UNIT, JULY)
    assert points[6].total.index != points[5].total.index  # July lacks the figure of 1.1: its index says nothing new
    assert index_change(points) is None
    april, may = points[3], points[4]
    assert may.measured == april.measured
    assert april.total.index is not None
    assert may.total.index is not None
    assert index_change(points[:5]) == may.total.index - april.total.index
    other = replace(may, measured=may.measured | {"1.2.1"})
    assert index_change([april, other]) is None


def test_narrowing(office: Store) -> None:
    seen = scored(office, month=JULY)
    found = coverage(office, LOCAL, seen.table, UNIT, 2022)

    def ids(show: Show) -> set[str]:
        return {leaf.id for leaf in leaves_shown(seen, found, show)}

    assert len(ids(Show.ALL)) == 7
    assert ids(Show.MISSING) == {"1.1"}
    assert ids(Show.EVIDENCE) == {"1.1", "1.2.1"}
    assert ids(Show.LOST) == {gap.leaf.id for gap in largest_gaps(seen) if isinstance(gap, LeafGap)}
    assert "2.2" not in ids(Show.LOST)  # nothing arose: it does not apply


def test_rule_lines_mark_the_piece_that_applied_and_nothing_unreachable(office: Store) -> None:
    seen = scored(office)
    for leaf in seen.table.leaves:
        line = seen.line(leaf)
        for term, lines in rule_lines(line, seen.table):
            assert lines
            assert sum(one.applied for one in lines) == (1 if term.quantity.state is State.MEASURED else 0)
    bands = rule_lines(seen.line(seen.table.leaves[0]), seen.table)[0][1]
    assert [(one.words, one.points) for one in bands] == [("từ 90%", 20), ("dưới 90%", 15)]


def test_a_target_tells_only_what_meets_it(office: Store) -> None:
    seen = scored(office, "ke-hoach-thu")
    lines = rule_lines(seen.line(seen.table.leaves[0]), seen.table)[0][1]
    assert [one.words for one in lines] == ["trên 50%"]
