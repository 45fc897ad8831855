"""The year before, months covered and the bloc, from the store to the score: what is missing, its source, its words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from data.accounts.person import LOCAL
from data.criteria.bloc import Bloc
from data.exports.json_score import score_object
from data.figures.beside import beside
from data.language import render
from data.scores.bloc import score_bloc
from data.scores.missing import MissingFigure, missing_figures
from data.scores.needs import needs
from data.scores.trend import trend
from data.scores.unit import UnitScore, score_unit
from data.scores.year import score_year
from data.store.opening import Store
from data.units.blocs import units_beside
from data.units.known import add_unit, find_table
from scoring.explanation import explain, explain_gap
from scoring.period import Month
from scoring.quantity import State
from scoring.readings import Needs
from tests.scores.readings_office import (
    JUNE,
    OTHER,
    THIRD,
    UNIT,
    count,
    enter,
    enter_before,
    enter_others,
    enter_year,
    open_readings_office,
    ratio,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_readings_office(tmp_path)
    enter_year(opened)
    yield opened
    opened.close()


def scored(store: Store, month: Month = JUNE, unit: str = UNIT) -> UnitScore:
    return score_unit(store, LOCAL, find_table(store, "bang-doc"), unit, month)


def points(found: UnitScore) -> dict[str, Fraction | None]:
    return {name: line.points for name, line in found.score.leaves.items()}


def test_everything_there(store: Store) -> None:
    enter_before(store)
    enter_others(store)
    # 230/200 − 1 = 15%; 60 − 54 > 0; five of six months; 60% of 80%; 60 of 600 = 10%
    assert points(scored(store)) == {"1": 0, "2": 20, "3": 10, "4": 15, "5": 2}


def test_a_missing_year_before_and_a_silent_bloc_are_missing_never_zero(store: Store) -> None:
    found = scored(store)
    assert points(found) == {"1": None, "2": None, "3": 10, "4": None, "5": 2}
    ranges = [(found.line(leaf).sure, found.line(leaf).possible) for leaf in found.table.leaves]
    assert ranges == [(0, 20), (0, 20), (10, 10), (0, 20), (2, 2)]
    assert found.figures["last_year(SO_HOA)"].bounds.low == 0
    assert found.figures["best_of_bloc(DUNG_HAN)"].bounds.low == Fraction(60, 100)


def asked(one: MissingFigure) -> tuple[str, Needs, tuple[int, ...], list[str], bool]:
    return one.indicator.code, one.needs, one.months, [leaf.id for leaf in one.leaves], one.ours


def test_what_is_missing_is_asked_for_as_last_years_and_of_other_units(store: Store) -> None:
    found = [asked(one) for one in missing_figures(scored(store))]
    assert found == [
        ("SO_HOA", Needs.LAST_YEAR, (12,), ["1"], True),
        ("TRUC_TUYEN", Needs.LAST_YEAR, (1, 2, 3, 4, 5, 6), ["2"], True),
        ("DUNG_HAN", Needs.BLOC, (), ["4"], False),
    ]
    lacking = {one.leaf.id: one for field in needs(scored(store)) for one in field.leaves}
    assert [(i.code, months) for i, months in lacking["2"].lacking_before] == [("TRUC_TUYEN", (1, 2, 3, 4, 5, 6))]
    assert [i.code for i, _months in lacking["4"].lacking_others] == ["DUNG_HAN"]
    assert not any(one.lacking for one in lacking.values())


def test_the_fallback_of_766_asks_for_the_year_before_only_when_there_is_nothing_to_divide_by(store: Store) -> None:
    """Row 1.4: the denominator is 0, so last year's share of it takes its place; that was 0 too: ratio 0."""
    enter(store, JUNE, count("BCQG", 0))
    found = scored(store)
    assert found.line(found.table.leaves[4]).state is State.MISSING
    assert ("BCQG", Needs.LAST_YEAR, (12,), ["5"], True) in [asked(one) for one in missing_figures(found)]
    enter(store, Month(2021, 12), count("BCQG", 1200))
    assert points(scored(store))["5"] == 2  # 60 of 1.200 × 6/12
    enter(store, Month(2021, 12), count("BCQG", 0))
    none = scored(store)
    assert (none.line(none.table.leaves[4]).state, points(none)["5"]) == (State.NOTHING_AROSE, 0)


def test_sources_name_the_observations_of_the_year_before(store: Store) -> None:
    enter_before(store)
    enter(store, Month(2021, 11), count("SO_HOA", 190))  # a stock: only December counts
    found = scored(store)
    first, second = found.table.leaves[:2]
    assert [(o.indicator, str(o.month)) for o in found.sources(first)] == [("SO_HOA", "2021-12"), ("SO_HOA", "2022-06")]
    assert [str(o.month) for o in found.sources(second)][:7] == [*(f"2021-0{n}" for n in range(1, 7)), "2022-01"]
    lines: list[dict[str, Any]] = score_object(store, LOCAL, found)["lines"]
    assert [one["month"] for one in lines[0]["sources"]] == ["2021-12", "2022-06"]
    assert [line["value"] for line in lines] == ["15.000000", "6", "5", None, "10.000000"]
    assert not found.year_over  # December of the year before is no December of this one
    assert {o.month.year for o in found.observations} == {2022} and {o.month.year for o in found.before} == {2021}


def test_json_says_which_months_of_the_year_before_are_owed(store: Store) -> None:
    lines: list[dict[str, Any]] = score_object(store, LOCAL, scored(store))["lines"]
    assert lines[0]["missing_before"] == [{"indicator": "SO_HOA", "month": "2021-12"}]
    assert (lines[0]["missing_months"], lines[4]["missing_before"]) == ([], [])


def test_demo_figures_of_the_year_before_mark_the_score(store: Store) -> None:
    assert not scored(store).demo
    enter(store, Month(2021, 12), count("SO_HOA", 200), demo=True)
    assert scored(store).demo


def said(found: UnitScore, leaf: str) -> tuple[str, str]:
    return tuple(render(explain(found.score.leaves[leaf], found.table), lang) for lang in ("vi", "en"))  # type: ignore[return-value]


def test_it_is_said_in_both_languages(store: Store) -> None:
    vi, en = said(scored(store), "1")
    assert vi == ("Còn thiếu: số liệu năm trước: Kết quả đã số hóa. Thiếu không phải là 0: từ 0 đến 20 trên 20 điểm.")
    assert "Still missing: the year before: Digitised results." in en
    assert "số liệu của 2 đơn vị khác trong khối: Đúng hạn" in said(scored(store), "4")[0]
    enter_before(store)
    vi, en = said(scored(store), "1")
    assert "Kết quả đã số hóa, năm trước: 200; kết quả so sánh: 15%" in vi
    assert "Digitised results, the year before: 200; compared: 15%" in en
    assert "cùng kỳ năm trước: 54; kết quả so sánh: 6 " in said(scored(store), "2")[0]  # six dossiers, not 600 %
    assert "Lịch tiếp công dân, số tháng có thực hiện: 5 tháng" in said(scored(store), "3")[0]


def gap_words(found: UnitScore, leaf: str, lang: str = "vi") -> str:
    at = next(one for one in found.table.leaves if one.id == leaf)
    words = explain_gap(found.gap(at), found.table)
    return "" if words is None else render(words, lang)


def test_the_gap_is_told_in_this_years_cases(store: Store) -> None:
    enter_before(store)
    enter_others(store)
    assert gap_words(scored(store), "1") == "Để được 20 điểm: 240; thêm 10 kết quả."
    assert gap_words(scored(store), "3") == "Để được 20 điểm: 6 tháng; thêm 1 tháng."
    assert gap_words(scored(store), "3", "en") == "To earn 20: 6 months; 1 month more."


def test_months_that_are_over_cannot_be_covered_any_more(store: Store) -> None:
    for number in range(7, 12):
        enter(store, Month(2022, number), count("TIEP_DAN", 0))
    assert points(scored(store, Month(2022, 11)))["3"] == 10  # five of them, and one month to come
    assert gap_words(scored(store, Month(2022, 11)), "3").startswith("Để được 20 điểm: 6 tháng")
    enter(store, Month(2022, 12), count("TIEP_DAN", 0))
    assert "không khắc phục được" in gap_words(scored(store, Month(2022, 12)), "3")


def test_each_month_of_the_year_compares_with_its_own_month(store: Store) -> None:
    enter_before(store)
    enter_others(store)
    table = find_table(store, "bang-doc")
    year = score_year(store, LOCAL, table, UNIT, JUNE)
    for one in year.months:
        alone = scored(store, one.month)
        assert (one.score.leaves, one.figures) == (alone.score.leaves, alone.figures), one.month
    assert year.scored == scored(store)
    assert [one.month.number for one in trend(store, LOCAL, table, UNIT, JUNE)] == [1, 2, 3, 4, 5, 6]
    assert not any(one.reported for one in score_year(store, LOCAL, table, OTHER, Month(2022, 7)).months[6:])


def test_last_years_figures_alone_are_no_report_of_this_year(store: Store) -> None:
    enter(store, Month(2021, 12), count("SO_HOA", 5), unit=THIRD)
    found = score_year(store, LOCAL, find_table(store, "bang-doc"), THIRD, JUNE)
    assert not any(one.begun or one.reported for one in found.months)
    assert found.scored.observations == () and len(found.scored.before) == 1


class Counted:
    """How often a store is asked while ``work`` runs, by the statement's own name."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        real = type(store).cursor

        def counting(of: Store) -> Any:
            self.asked.append("cursor")
            return real(of)

        monkeypatch.setattr(type(store), "cursor", counting)

    def during(self, work: Callable[[], object]) -> int:
        before = len(self.asked)
        work()
        return len(self.asked) - before


def test_a_year_asks_the_store_no_more_often_than_a_month(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    table, counted = find_table(store, "bang-doc"), Counted(store, monkeypatch)
    month = counted.during(lambda: scored(store))
    assert counted.during(lambda: score_year(store, LOCAL, table, UNIT, JUNE)) == month


def test_a_bloc_is_read_once_for_all_its_members(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    enter_others(store)
    table = find_table(store, "bang-doc")
    members = [{"id": unit, "name": unit} for unit in (UNIT, OTHER, THIRD)]
    bloc = Bloc.model_validate(
        {"id": "k", "status": "official", "title": "K", "reference": {"place": "1", "quote": "k"}, "members": members}
    )
    counted = Counted(store, monkeypatch)
    alone = counted.during(lambda: scored(store, unit=OTHER))
    found = score_bloc(store, LOCAL, table, bloc, JUNE)
    by_unit = {line.member.id: line.scored for line in found.lines}
    assert by_unit[OTHER].score.leaves == scored(store, unit=OTHER).score.leaves
    assert points(by_unit[OTHER])["4"] == 20 and points(by_unit[THIRD])["4"] == Fraction("2.5")
    every = counted.during(lambda: score_bloc(store, LOCAL, table, bloc, JUNE))
    assert every < 3 * alone


def test_who_stands_beside_a_unit(store: Store) -> None:
    table = find_table(store, "bang-doc")
    assert set(units_beside(store, LOCAL, table, UNIT)) == {THIRD, OTHER}
    add_unit(store, LOCAL, "so-bon", "Sở Bốn")
    assert "so-bon" not in units_beside(store, LOCAL, table, UNIT)  # the table was not issued for it
    bloc = Bloc.model_validate({
        "id": "k", "status": "official", "title": "K", "reference": {"place": "1", "quote": "k"},
        "members": [{"id": unit, "name": unit} for unit in ("so-bon", UNIT)],
    })  # fmt: skip
    store.criteria.blocs["k"] = bloc
    assert units_beside(store, LOCAL, table, UNIT) == ("so-bon",)
    assert set(units_beside(store, LOCAL, table, OTHER)) == {THIRD, UNIT}
    assert beside(store, LOCAL, table, UNIT, 2022) == {"so-bon": {}}
    everybody = replace(table, units=())
    add_unit(store, LOCAL, "so-minh-hoa", "Sở Minh họa", demo=True)
    assert set(units_beside(store, LOCAL, everybody, OTHER)) == {UNIT, THIRD, "so-bon"}  # nobody invented
    assert units_beside(store, LOCAL, everybody, "so-minh-hoa") == ()
    enter(store, JUNE, ratio("DUNG_HAN", 9, 10), unit="so-bon")
    assert list(beside(store, LOCAL, table, UNIT, 2022)["so-bon"]["DUNG_HAN"]) == [6]
