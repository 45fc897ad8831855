"""What a leaf asks for, told in the natural units of its figure: read off the pieces, whatever the kind of rule."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from data.language import render
from scoring.evaluator import domain, score_leaf
from scoring.expression import parse_expression
from scoring.goal import explain_goal, full_marks
from scoring.indicator import Formation, Indicator, Measure, Option
from scoring.kinds import KINDS
from scoring.table import Combine, Leaf, Node, Table, TableKind

MOST = Fraction(2)
X = parse_expression("X")
RATIO = Indicator("X", "Hồ sơ đúng hạn", Measure.RATIO, unit="hồ sơ")
WITHIN_QUOTA = Indicator("X", "Biên chế", Measure.RATIO, unit="người", part_of_whole=False)
COUNT = Indicator("X", "Cuộc kiểm tra", Measure.COUNT, unit="cuộc")
POINTS = Indicator("X", "Điểm thẩm định", Measure.NUMBER, unit="điểm", least=Fraction(0), most=MOST)
YES_NO = Indicator("X", "Ban hành kế hoạch", Measure.YES_NO)
MONTHS = Indicator("X", "Tiếp dân", Measure.YES_NO, unit="tháng", formation=Formation.MONTHS_COVERED)
QUARTERS = Indicator("X", "Báo cáo", Measure.YES_NO, unit="báo cáo", formation=Formation.MONTHS_COVERED, every=3)
DAY = Indicator("X", "Báo cáo năm", Measure.DATE, deadline=date(2022, 11, 9).toordinal())
LEVELS = Indicator(
    "X",
    "Mức xử lý",
    Measure.CHOICE,
    options=(Option(Fraction(2), "đầy đủ"), Option(Fraction(1), "một phần"), Option(Fraction(0), "chưa xử lý")),
)


def leaf_of(kind: str, parameters: dict[str, Any], most: Fraction = MOST, lowest: Fraction = Fraction(0)) -> Leaf:
    found = KINDS[kind]
    rule = found.model(**parameters)
    terms = found.terms(rule, most, None if found.own_inputs else X)
    return Leaf("1.1", "Tiêu chí", most, terms, kind, lowest=lowest)


def table_of(leaf: Leaf, *indicators: Indicator) -> Table:
    tree = Node("", "", (leaf,))
    return Table("t", "2022", TableKind.POINTS, "Bảng", tree, {one.code: one for one in indicators})


def goal(leaf: Leaf, *indicators: Indicator, lang: str = "vi") -> str | None:
    table = table_of(leaf, *indicators)
    said = explain_goal(score_leaf(leaf, {}, table), table)
    return None if said is None else render(said, lang)


@pytest.mark.parametrize(
    ("kind", "parameters", "indicator", "vi", "en"),
    [
        (
            "bands",
            {"bands": [{"from": "80%", "points": "max"}, {"under": "80%", "points": "0"}]},
            RATIO,
            "từ 80% trở lên",
            "80% or more",
        ),
        (
            "bands",
            {"bands": [{"over": "50%", "points": "max"}, {"to": "50%", "points": "0"}]},
            RATIO,
            "trên 50%",
            "over 50%",
        ),
        (
            "bands",
            {"bands": [{"from": "30%", "under": "60%", "points": "2"}, {"from": "60%", "points": "1"}]},
            RATIO,
            "từ 30% đến dưới 60%",
            "from 30% to under 60%",
        ),
        (
            "bands",
            {"bands": [{"from": "100%", "points": "2"}, {"under": "100%", "points": "0"}]},
            RATIO,
            "100%",
            "100%",
        ),
        ("proportional", {"full_from": "20%"}, RATIO, "từ 20% trở lên", "20% or more"),
        ("proportional", {}, RATIO, "100%", "100%"),
        ("proportional", {}, WITHIN_QUOTA, "từ 100% trở lên", "100% or more"),
        ("target", {"at_most": "100%"}, WITHIN_QUOTA, "không quá 100%", "at most 100%"),
        ("target", {"under": "5%"}, RATIO, "dưới 5%", "under 5%"),
        ("target", {"equal": "100%"}, RATIO, "100%", "100%"),
        ("proportional", {}, MONTHS, "12/12 tháng", "12/12 months"),
        ("target", {"at_least": "11/12"}, MONTHS, "từ 11/12 tháng trở lên", "11/12 months or more"),
        ("proportional", {}, QUARTERS, "4/4 báo cáo", "4/4 báo cáo"),
        (
            "count_tiers",
            {"tiers": [{"at_least": 4, "points": "2"}, {"at_least": 1, "points": "1"}]},
            COUNT,
            "từ 4 cuộc trở lên",
            "4 cuộc or more",
        ),
        ("deduction", {"each": "0.5"}, COUNT, "0 cuộc", "0 cuộc"),
        ("deduction", {"each": "0.5", "free": 2}, COUNT, "không quá 2 cuộc", "at most 2 cuộc"),
        ("judgement", {}, POINTS, "2 điểm", "2 points"),
        ("target", {"at_least": "1"}, POINTS, "từ 1 điểm trở lên", "1 point or more"),
        ("yes_no", {}, YES_NO, "đã thực hiện", "done"),
        (
            "options",
            {"options": [{"value": 2, "points": "max"}, {"value": 1, "points": "1"}, {"value": 0, "points": "0"}]},
            LEVELS,
            "đầy đủ",
            "đầy đủ",
        ),
        (
            "options",
            {"options": [{"value": 2, "points": "max"}, {"value": 1, "points": "max"}, {"value": 0, "points": "0"}]},
            LEVELS,
            "đầy đủ hoặc một phần",
            "đầy đủ or một phần",
        ),
        ("deduction", {"each": "0.5"}, DAY, "chậm nhất 09/11/2022", "09/11/2022 at the latest"),
    ],
)
def test_full_marks_are_told_as_the_law_counts(
    kind: str, parameters: dict[str, Any], indicator: Indicator, vi: str, en: str
) -> None:
    leaf = leaf_of(kind, parameters)
    assert goal(leaf, indicator) == vi
    assert goal(leaf, indicator, lang="en") == en


def test_a_checklist_asks_for_its_items() -> None:
    items = [{"input": code, "points": "1/2 max", "words": code} for code in ("A", "B")]
    leaf = leaf_of("checklist", {"items": items})
    answers = [Indicator(code, code, Measure.YES_NO) for code in ("A", "B")]
    assert goal(leaf, *answers) == "đủ 2 mục"
    assert goal(leaf, *answers, lang="en") == "all 2 items"


def test_terms_of_different_kinds_are_told_one_by_one() -> None:
    share = leaf_of("proportional", {"full_from": "80%"}, Fraction(1)).terms[0]
    times = KINDS["count_tiers"].terms(
        KINDS["count_tiers"].model(tiers=[{"at_least": 2, "points": "1"}]), Fraction(1), parse_expression("N")
    )[0]
    both = Leaf("1.1", "Tiêu chí", MOST, (share, times), "two")
    meetings = Indicator("N", "Hội nghị", Measure.COUNT, unit="lần")
    assert goal(both, RATIO, meetings) == "Hồ sơ đúng hạn: từ 80% trở lên; Hội nghị: từ 2 lần trở lên"
    either = Leaf("1.1", "Tiêu chí", Fraction(1), (share, times), "two", combine=Combine.MAX)
    assert goal(either, RATIO, meetings) == "Hồ sơ đúng hạn: từ 80% trở lên hoặc Hội nghị: từ 2 lần trở lên"


def test_a_penalty_asks_for_none_and_what_is_only_tracked_for_nothing() -> None:
    penalty = leaf_of("deduction", {"each": "0.5"}, Fraction(0), Fraction(-2))
    assert goal(penalty, COUNT) == "0 cuộc"
    tracked = leaf_of("proportional", {}, Fraction(0))
    assert goal(tracked, RATIO) is None


def test_what_is_told_earns_full_marks_and_a_hair_less_does_not() -> None:
    leaf = leaf_of("bands", {"bands": [{"over": "50%", "to": "90%", "points": "2"}, {"over": "90%", "points": "1"},
                                       {"to": "50%", "points": "0"}]})  # fmt: skip
    table = table_of(leaf, RATIO)
    (full,) = full_marks(leaf.terms[0], leaf, table.indicators)
    assert (full.low, full.high, full.low_closed, full.high_closed) == (Fraction(1, 2), Fraction(9, 10), False, True)
    assert domain(leaf.terms[0], table.indicators)[0].high == 1
