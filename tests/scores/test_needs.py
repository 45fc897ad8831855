"""What each leaf still lacks, whom that needs, and sums that add up exactly, caps and gates included."""

from fractions import Fraction
from pathlib import Path

import pytest

from data.criteria.folder import load_file
from data.scores.balance import Sums, balance, falls, sums_of
from data.scores.needs import Need, count_by_need, leaf_need, narrowed, needs, out_of_reach, won_by_office
from data.scores.unit import UnitScore
from data.store.opening import Store
from scoring.interval import point
from scoring.period import Month
from scoring.quantity import Quantity, State
from scoring.table import ScoredBy
from scoring.totals import score_table
from tests.exports.office import JULY, JUNE, UNIT, enter, open_office, ratio, value
from tests.scores.conftest import scored

F = Fraction


def whole(seen: UnitScore) -> Fraction:
    total = seen.score.total
    return total.applicable_max - (total.points - total.bonus)


@pytest.mark.parametrize("month", [Month(2022, 1), JUNE, JULY])
def test_the_sums_come_to_the_maximum_less_the_points(office: Store, month: Month) -> None:
    seen = scored(office, month=month)
    sums = sums_of(seen, seen.table.tree)
    assert sums.whole == whole(seen)
    assert sums.lost == seen.score.total.lost
    assert sums.held == 0
    fields = needs(seen)
    assert sum((one.sums.whole for one in fields), F(0)) == whole(seen)
    assert sum((one.lost + one.open for field in fields for one in field.leaves), F(0)) == whole(seen)


def test_a_figure_that_has_not_come_is_missing_and_one_of_others_waits(tmp_path: Path) -> None:
    store = open_office(tmp_path)
    enter(store, JUNE, ratio("DAO_TAO", 10, 14), value("KE_HOACH", "0"))
    seen = scored(store)
    found = {one.leaf.id: one for field in needs(seen) for one in field.leaves}
    assert {name: one.need for name, one in found.items()} == {
        "1.1": Need.FIGURES, "1.2.1": Need.OFFICE, "1.2.2": Need.FIGURES, "1.3": Need.SURVEY, "2.1": Need.APPRAISER,
        "2.2": Need.FIGURES, "2.3": Need.OFFICE,
    }  # fmt: skip
    assert [(i.code, months) for i, months in found["1.1"].lacking] == [("DUNG_HAN", (1, 2, 3, 4, 5, 6))]
    sums = sums_of(seen, seen.table.tree)
    assert (sums.lost, sums.waiting, sums.missing) == (14, 30, 46)
    assert sums.whole == 100 - 10
    store.close()


def test_fields_and_leaves_stand_by_what_is_to_win(office: Store) -> None:
    fields = needs(scored(office, month=JULY))
    assert [one.to_win for one in fields] == sorted((one.to_win for one in fields), reverse=True)
    for field in fields:
        assert [one.to_win for one in field.leaves] == sorted((one.to_win for one in field.leaves), reverse=True)
    kept = narrowed(fields, Need.FIGURES)
    assert [[one.leaf.id for one in field.leaves] for field in kept] == [["1.1"]]
    assert narrowed(fields, None) == fields
    assert count_by_need(fields)[Need.FIGURES] == 1
    assert sum(count_by_need(fields).values()) == sum(len(field.leaves) for field in fields)


def test_points_of_the_survey_are_not_the_offices_to_win(office: Store) -> None:
    seen = scored(office)
    survey = next(leaf for leaf in seen.table.leaves if leaf.scored_by is ScoredBy.SURVEY)
    need = leaf_need(seen, survey)
    assert need is not None
    assert (need.need, need.lost, need.to_win) == (Need.SURVEY, F("2.68"), 0)
    fields = needs(seen)
    assert won_by_office(fields) == sum(
        one.to_win for field in fields for one in field.leaves if one.need is Need.OFFICE
    )


def test_what_is_full_or_does_not_apply_needs_nothing(office: Store) -> None:
    seen = scored(office)
    found = {one.leaf.id for field in needs(seen) for one in field.leaves}
    for leaf in seen.table.leaves:
        line = seen.line(leaf)
        if line.state is State.NOT_APPLICABLE or line.points == leaf.max:
            assert leaf.id not in found
            assert leaf_need(seen, leaf) is None
        else:
            assert leaf.id in found


def test_targets_are_counted(office: Store) -> None:
    for month in (Month(2022, 1), JUNE, JULY):
        seen = scored(office, "ke-hoach-thu", month)
        total, sums = seen.score.total, sums_of(seen, seen.table.tree)
        assert sums == Sums(F(total.unmet), F(0), F(total.unknown))
        assert sums.whole == total.met + total.unmet + total.unknown - total.met


HELD = """
id: giu
edition: "1"
kind: points
status: official
title: Có mức trần và điều kiện
issued_by: UBND tỉnh
decision: Quyết định số 02/QĐ-UBND
units: [{id: so-thu, name: Sở Thử nghiệm}]
indicators:
  A: {title: A, measure: count, year: once}
  B: {title: B, measure: count, year: once}
  KH: {title: Kế hoạch, measure: yes_no, year: once}
  C: {title: C, measure: yes_no, year: once}
tree:
  - id: "1"
    title: Có mức trần
    max: 10
    cap: 10
    children:
      - {id: "1.1", title: A, max: 8, input: A, rule: {kind: per_item, points: 4}, reference: {place: a, quote: a}}
      - {id: "1.2", title: B, max: 8, input: B, rule: {kind: per_item, points: 4}, reference: {place: b, quote: b}}
  - id: "2"
    title: Có điều kiện
    max: 5
    gate: {input: KH, equal: 0, words: không ban hành thì không chấm}
    children:
      - {id: "2.1", title: C, max: 5, input: C, rule: {kind: yes_no}, reference: {place: c, quote: c}}
  - {id: "3", title: D, max: 85, input: C, rule: {kind: yes_no}, reference: {place: d, quote: d}}
"""


def held(tmp_path: Path, **given: int | None) -> UnitScore:
    path = tmp_path / "giu.yaml"
    path.write_text(HELD, encoding="utf-8")
    file = load_file(path)
    assert file.table is not None, file.problems
    figures = {
        code: Quantity(State.MISSING) if x is None else Quantity(State.MEASURED, F(x), bounds=point(F(x)))
        for code, x in given.items()
    }
    return UnitScore(UNIT, JUNE, score_table(file.table, figures), figures, ())


@pytest.mark.parametrize("a", [None, 0, 1, 2])
@pytest.mark.parametrize("b", [None, 1, 2])
@pytest.mark.parametrize("plan", [None, 0, 1])
def test_what_caps_and_gates_change_stands_in_the_sum(
    tmp_path: Path, a: int | None, b: int | None, plan: int | None
) -> None:
    seen = held(tmp_path, A=a, B=b, KH=plan, C=1)
    assert sums_of(seen, seen.table.tree).whole == whole(seen)
    assert sum((one.sums.whole for one in needs(seen)), F(0)) == whole(seen)


def test_the_held_part_is_told_apart(tmp_path: Path) -> None:
    at_the_cap = held(tmp_path, A=1, B=2, KH=1, C=1)  # 4 + 8 are held at 10: the 4 lost on 1.1 cost nothing
    assert sums_of(at_the_cap, at_the_cap.table.tree) == Sums(F(4), F(0), F(0), F(-4))
    closed = held(tmp_path, A=2, B=2, KH=0, C=1)
    assert sums_of(closed, closed.table.tree) == Sums(F(0), F(0), F(0), F(5))
    assert [one.part.id for one in needs(closed)] == ["2"]


def test_the_fall_ends_at_the_points(office: Store) -> None:
    for month in (Month(2022, 1), JUNE, JULY):
        seen = scored(office, month=month)
        found, steps = balance(seen), falls(seen)
        assert found.maximum - found.earned == found.sums.whole
        assert steps[0].start == found.maximum
        assert [one.start for one in steps[1:]] == [one.end for one in steps[:-1]]
        assert steps[-1].end == found.earned
        assert sum((one.open for one in steps), F(0)) == found.sums.open


def test_lost_by_the_office_is_either_still_to_win_or_out_of_reach(office: Store) -> None:
    fields = needs(scored(office))
    ours = [n for field in fields for n in field.leaves if n.need in (Need.OFFICE, Need.GONE)]
    assert won_by_office(fields) + out_of_reach(fields) == sum((one.lost for one in ours), F(0)) > 0


def test_where_full_marks_are_out_of_reach_only_the_next_step_is_to_win(office: Store) -> None:
    seen = scored(office)
    leaf = next(leaf for leaf in seen.table.leaves if leaf.id == "1.2.2")  # 6.666 of 10.000, past ones stay as they are
    need = leaf_need(seen, leaf)
    assert need is not None
    assert need.next is not None
    assert need.full is None
    assert (need.lost, need.to_win) == (F("3.33"), need.next.points - F("6.67"))
    assert 0 < need.to_win < need.lost
    fields = needs(seen)
    assert out_of_reach(fields) >= need.lost - need.to_win
