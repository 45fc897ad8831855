"""Units side by side: ranks by the exact index, ties, and what is missing stays missing."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.criteria.bloc import Bloc
from data.exports.json_bloc import bloc_object
from data.figures.observation import NewFigure
from data.figures.writing import append, append_many
from data.scores.bloc import outside, score_bloc
from data.scores.bloc_fields import fields_in_bloc
from data.store.opening import Store, open_store
from data.units.blocs import tables_for_bloc
from data.units.known import UnitRefused, add_unit, find_table
from scoring.period import Month
from scoring.table import Node
from tests.commands.conftest import TEMPLATE

TABLE = """id: bang-khoi
edition: "1"
kind: points
status: template
title: Bảng thử
indicators:
  DUNG_HAN: {title: Đúng hạn, measure: ratio, year: latest, numerator: đúng hạn, denominator: tất cả}
  SANG_KIEN: {title: Sáng kiến, measure: count, year: once}
tree:
  - {id: "1", title: Đúng hạn, max: 90, input: DUNG_HAN, rule: {kind: proportional}, nothing_arose: not_applicable,
     reference: {place: "1", quote: đúng hạn}}
  - {id: "2", title: Sáng kiến, max: 10, input: SANG_KIEN, rule: {kind: per_item, points: 5},
     reference: {place: "2", quote: sáng kiến}}
"""
JUNE = Month(2022, 6)
BLOC = Bloc.model_validate(
    {
        "id": "khoi", "status": "official", "title": "Khối", "reference": {"place": "1", "quote": "khối"},
        "members": [{"id": f"so-{name}", "name": name} for name in ("mot", "hai", "ba", "bon", "nam", "sau")],
    }
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "bang.yaml").write_text(TABLE, encoding="utf-8")
    return open_store(tmp_path / "store", [tmp_path / "criteria"])


def ratio(top: int, bottom: int) -> NewFigure:
    return NewFigure("DUNG_HAN", numerator=Fraction(top), denominator=Fraction(bottom))


def enter(store: Store, unit: str, *figures: NewFigure) -> None:
    with store.writing() as cursor:
        append(cursor, LOCAL, f"so-{unit}", JUNE, figures)


def test_ranks_are_exact_ties_share_and_missing_is_not_last(store: Store) -> None:
    none, one, two = (NewFigure("SANG_KIEN", value=Fraction(number)) for number in (0, 1, 2))
    enter(store, "mot", ratio(1, 2), two)  # 45 + 10 of 100
    enter(store, "hai", ratio(7, 9), none)  # 70 of 100
    enter(store, "ba", ratio(5, 9), one)  # 50 + 5 of 100: the same as the first
    enter(store, "nam", ratio(81, 100))  # 72.9 of 90 measured, initiatives still missing
    found = score_bloc(store, LOCAL, find_table(store, "bang-khoi"), BLOC, JUNE)
    assert [(line.member.name, line.rank, line.tied) for line in found.lines] == [
        ("nam", 1, False), ("hai", 2, False), ("mot", 3, True), ("ba", 3, True), ("bon", None, False),
        ("sau", None, False),
    ]  # fmt: skip
    fifth, second = found.lines[0], found.lines[1]
    assert fifth.index == Fraction(81, 100) and not fifth.settled
    assert second.index == Fraction(7, 10) and second.settled
    assert found.lines[4].missing and not found.lines[4].settled
    assert found.provisional
    # 72.9 to 82.9 stays above 70; the two without a figure may still come out first, or not at all
    assert [(line.member.name, line.best, line.worst) for line in found.lines] == [
        ("nam", 1, 3), ("hai", 2, 4), ("mot", 3, 5), ("ba", 3, 5), ("bon", 1, 6), ("sau", 1, 6),
    ]  # fmt: skip
    told = bloc_object(found)
    assert told["lines"][0] | {"points_sure": "72.9", "points_possible": "82.9", "rank": 1} == told["lines"][0]
    assert told["lines"][5]["state"] == "missing" and told["lines"][5]["rank"] is None
    assert told["lines"][5]["points"] is None and told["lines"][5]["index"] is None
    assert (told["lines"][5]["points_sure"], told["lines"][5]["points_possible"]) == ("0", "100")
    assert told["lines"][2]["index_numerator"] == told["lines"][3]["index_numerator"] == "55"


def test_a_hair_between_two_is_no_tie(store: Store) -> None:
    none = NewFigure("SANG_KIEN", value=Fraction(0))
    enter(store, "mot", ratio(10**6 - 112, 10**6), none)  # 89.98992 and 89.98 are rounded to 89.99 and 89.98
    enter(store, "hai", ratio(10**6 - 223, 10**6), none)
    lines = score_bloc(store, LOCAL, find_table(store, "bang-khoi"), BLOC, JUNE).lines
    assert [(line.member.name, line.rank) for line in lines[:2]] == [("mot", 1), ("hai", 2)]
    assert [line.index for line in lines[:2]] == [Fraction("0.8999"), Fraction("0.8998")]


def test_the_rank_of_a_later_month_is_not_looked_at_before(store: Store) -> None:
    enter(store, "mot", ratio(1, 2))
    table = find_table(store, "bang-khoi")
    assert all(
        line.missing and line.rank is None for line in score_bloc(store, LOCAL, table, BLOC, Month(2022, 5)).lines
    )


def test_a_table_issued_for_one_unit_compares_no_bloc(store: Store) -> None:
    with pytest.raises(UnitRefused) as refused:
        score_bloc(store, LOCAL, find_table(store, "dien-bien-so-cong-thuong-2022"), BLOC, JUNE)
    assert refused.value.problems[0].code == "U005"


def test_every_member_that_a_table_was_not_issued_for_is_told_at_once(store: Store) -> None:
    plan = find_table(store, "dien-bien-so-cong-thuong-2022")
    with pytest.raises(UnitRefused) as refused:
        score_bloc(store, LOCAL, plan, BLOC, JUNE)
    assert [one.code for one in refused.value.problems] == ["U005"] * 6
    assert [one.message.values["unit"] for one in refused.value.problems] == [member.id for member in BLOC.members]
    assert outside(plan, BLOC) == BLOC.members and not outside(find_table(store, "bang-khoi"), BLOC)
    assert {table.id for table in tables_for_bloc(store, BLOC)} == {"bang-khoi", "mau-so-100-diem"}


def test_a_month_in_which_the_table_does_not_hold_is_told_once(store: Store) -> None:
    table = replace(find_table(store, "bang-khoi"), valid_to=date(2021, 12, 31))
    with pytest.raises(UnitRefused) as refused:
        score_bloc(store, LOCAL, table, BLOC, JUNE)
    assert [one.code for one in refused.value.problems] == ["U006"]


def test_the_median_and_the_best_are_those_of_the_units_that_have_an_index(store: Store) -> None:
    none, one, two = (NewFigure("SANG_KIEN", value=Fraction(number)) for number in (0, 1, 2))
    enter(store, "mot", ratio(1, 2), two)  # 55 of 100
    enter(store, "hai", ratio(7, 9), none)  # 70
    enter(store, "ba", ratio(1, 3), one)  # 35
    enter(store, "nam", ratio(81, 100))  # 81 % of what is measured
    found = score_bloc(store, LOCAL, find_table(store, "bang-khoi"), BLOC, JUNE)
    assert len(found.measured) == 4
    assert found.median == Fraction(125, 200)  # between 55 and 70, exactly
    third = found.line("so-ba")
    assert third is not None and third.rank == 4 and third.lacking == (0, 0)
    fifth, last = found.line("so-nam"), found.line("so-sau")
    assert fifth is not None and fifth.lacking == (1, 0) and fifth.reported
    assert last is not None and last.lacking == (2, 0) and not last.reported
    assert found.line("khong-co") is None
    told = {line["unit"]: line["missing"] for line in bloc_object(found)["lines"]}
    assert told["so-nam"] == {"own": 1, "others": 0} and told["so-mot"] == {"own": 0, "others": 0}
    empty = score_bloc(store, LOCAL, find_table(store, "bang-khoi"), BLOC, Month(2022, 5))
    assert empty.median is None and not empty.measured


def test_a_field_is_held_against_the_median_and_the_best_of_the_bloc(store: Store) -> None:
    none, two = (NewFigure("SANG_KIEN", value=Fraction(number)) for number in (0, 2))
    enter(store, "mot", ratio(1, 2), two)
    enter(store, "hai", ratio(7, 9), none)
    enter(store, "nam", ratio(8, 9))
    found = score_bloc(store, LOCAL, find_table(store, "bang-khoi"), BLOC, JUNE)
    in_time, initiatives = fields_in_bloc(found, "so-hai")
    assert (in_time.own, in_time.median, in_time.best) == (Fraction(7, 9), Fraction(7, 9), Fraction(8, 9))
    assert in_time.ahead == 0 and [member.name for member in in_time.leaders] == ["nam"]
    assert (initiatives.own, initiatives.median, initiatives.best) == (0, Fraction(1, 2), 1)
    assert initiatives.ahead == Fraction(-1, 2) and not initiatives.partial
    assert fields_in_bloc(found, "so-nam")[1].own is None  # missing is not 0, and no distance is told
    assert fields_in_bloc(found, "so-nam")[1].ahead is None
    assert fields_in_bloc(found, "khong-co")[0].own is None


def test_a_member_that_measures_less_than_the_unit_is_neither_median_nor_best(store: Store) -> None:
    """Two leaves in one field: whoever has reported only the easy one must not be held up as the best."""
    two = NewFigure("SANG_KIEN", value=Fraction(2))
    enter(store, "mot", ratio(1, 2), two)
    enter(store, "hai", ratio(1, 4), two)
    enter(store, "ba", two)
    table = find_table(store, "bang-khoi")
    field = Node("A", "Lĩnh vực", table.tree.children, max=Fraction(100))
    found = score_bloc(store, LOCAL, replace(table, tree=replace(table.tree, children=(field,))), BLOC, JUNE)
    assert [(line.member.name, line.index) for line in found.measured] == [
        ("ba", 1), ("mot", Fraction(55, 100)), ("hai", Fraction(13, 40)),
    ]  # fmt: skip
    (one,) = fields_in_bloc(found, "so-mot")
    assert [member.name for member in one.leaders] == ["mot"] and one.best == Fraction(11, 20)
    assert one.median == Fraction(7, 16) and not one.partial
    (least,) = fields_in_bloc(found, "so-ba")  # measures the initiatives alone, as all three do
    assert least.partial and [member.name for member in least.leaders] == ["ba"]
    (nobody,) = fields_in_bloc(found, "khong-co")  # what most members measure
    assert nobody.own is None and [member.name for member in nobody.leaders] == ["mot"]


def test_a_field_of_penalties_alone_is_compared_by_its_points(store: Store) -> None:
    with store.writing() as cursor:
        for number in range(1, 7):
            append(cursor, LOCAL, "so-mot", Month(2022, number), [NewFigure("BAO_CAO_SAI_SO_LIEU", value=Fraction(1))])
    found = score_bloc(store, LOCAL, find_table(store, TEMPLATE), BLOC, JUNE)
    penalties = next(one for one in fields_in_bloc(found, "so-mot") if one.part.id == "P")
    assert penalties.by_points and penalties.own is not None and penalties.own < 0
    assert penalties.median == penalties.best == penalties.own  # the others have no figure: not 0


def test_many_rows_at_once_are_stored_as_one_by_one(store: Store) -> None:
    figures = [ratio(3, 4), NewFigure("SANG_KIEN", value=Fraction("2.5"), note="ghi chú")]
    add_unit(store, LOCAL, "so-bay", "Sở Bảy")
    with store.writing() as cursor:
        append(cursor, LOCAL, "so-mot", JUNE, figures, demo=True)
        append_many(cursor, LOCAL, [("so-hai", JUNE, figure) for figure in figures], demo=True)
        append_many(cursor, LOCAL, [])
    rows = store.cursor().execute("SELECT * EXCLUDE (acted_at) FROM observation ORDER BY seq").fetchall()
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert [row[2:] for row in rows[:2]] == [row[2:] for row in rows[2:]]
    assert {row[1] for row in rows[2:]} == {"so-hai"}
