"""A whole year of the template table: worked by hand (``tests/cases/mau-so-100-diem.yaml``), and generated."""

from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import Any

import duckdb
import pytest

from data.bulk.engine import bulk_totals
from data.criteria.folder import SHIPPED, load_folders
from data.language import render
from scoring.evaluator import Figures, score_leaf
from scoring.exact import parse_exact, round_half_away
from scoring.explanation import explain, explain_gap
from scoring.gap import Step, gap
from scoring.held import explain_held
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import point
from scoring.quantity import Quantity, State
from scoring.table import Node
from scoring.totals import TableScore, score_table
from tests.scoring import case_files

TABLE = load_folders([SHIPPED]).tables["mau-so-100-diem"]
FILE = case_files.read(case_files.CASES / "mau-so-100-diem.yaml")
YEAR: Mapping[str, Any] = FILE["year"]
CHANGED = [{"say": "the year", **YEAR}, *FILE["changed"]]
PARTS = {part.id: part for _depth, part in TABLE.tree.walk()}


def quantity(indicator: Indicator, text: str) -> Quantity:
    """A year's figure as the case file writes it."""
    if text in ("null", None):
        return Quantity(State.MISSING)
    if "/" in text:
        numerator, denominator = map(parse_exact, text.split("/"))
        return counted(numerator, denominator)
    x = parse_exact(text) / (100 if indicator.measure is Measure.PERCENT else 1)
    return Quantity(State.MEASURED, x, bounds=point(x))


def counted(numerator: Fraction, denominator: Fraction) -> Quantity:
    if not denominator:
        return Quantity(State.NOTHING_AROSE, None, numerator, denominator)
    return Quantity(State.MEASURED, numerator / denominator, numerator, denominator)


def figures_of(case: Mapping[str, Any]) -> dict[str, Quantity]:
    texts = {**YEAR["figures"], **case["figures"]}
    assert set(texts) == set(TABLE.indicators)
    return {code: quantity(TABLE.indicators[code], text) for code, text in texts.items()}


def points_of(score: TableScore, name: str) -> Fraction | None:
    part = PARTS[name]
    return score.of(part).points if isinstance(part, Node) else score.leaves[name].points


@pytest.mark.parametrize("case", CHANGED, ids=lambda case: case["say"])
def test_the_year_comes_to_what_was_worked_by_hand(case: Mapping[str, Any]) -> None:
    figures = figures_of(case)
    score = score_table(TABLE, figures)
    expected = {name: parse_exact(text) for name, text in case.get("points", {}).items()}
    assert {name: points_of(score, name) for name in expected} == expected
    totals = {name: parse_exact(text) for name, text in case["total"].items()}
    assert {name: getattr(score.total, name) for name in totals} == totals
    if "index" in case:
        assert score.total.index is not None
        assert round_half_away(score.total.index * 100, Fraction(1, 100)) == parse_exact(case["index"])
    told = {node.id: explain_held(node, score) for node in TABLE.nodes}
    if "told" in case:
        assert [name for name, messages in told.items() if messages] == case["told"]
    for lang in ("vi", "en"):
        assert all(render(message, lang) for messages in told.values() for message in messages)
        assert all(render(explain(line, TABLE), lang) for line in score.leaves.values())
    (row,) = bulk_totals(duckdb.connect(), [TABLE], {("u", 1): figures})
    names = ("points", "sure", "possible", "applicable_max", "measured_max", "bonus")
    assert row[3:] == tuple(getattr(score.total, name) for name in names)


def test_the_year_worked_by_hand_names_every_criterion() -> None:
    assert set(YEAR["points"]) == set(PARTS)
    assert case_points("T") + case_points("P") + sum(map(case_points, "1234567")) == parse_exact(
        YEAR["total"]["points"]
    )


def case_points(name: str) -> Fraction:
    return parse_exact(YEAR["points"][name])


BEST = {
    "KH_CCHC_BAN_HANH": "2", "THPL_XU_LY_KET_QUA": "2", "KHEN_THUONG_CCHC": "2",
    "KET_QUA_SO_HOA_SO_NAM_TRUOC": "12/10",
}  # fmt: skip
TAKES_AWAY = {
    "TU_CHAM_DIEM_SO_NGAY_CHAM", "KET_LUAN_KIEM_TRA_CHAM", "LAY_Y_KIEN_TRA_LOI_CHAM", "KY_LUAT", "PHE_BINH_KY_CUONG",
    "CONG_KHAI_NGAN_SACH_SO_NGAY_CHAM", "SU_CO_AN_TOAN_THONG_TIN", "BAO_CAO_SAI_SO_LIEU", "VAN_BAN_TRAI_PHAP_LUAT",
}  # fmt: skip


def extreme(*, best: bool) -> Figures:
    """Every indicator as good, or as bad, as it can be; a number is given by the appraiser, 0 to 1."""
    found = {}
    for code, indicator in TABLE.indicators.items():
        good = best is (code not in TAKES_AWAY)
        if code in ("BIEN_CHE_SU_DUNG", "CAP_PHO_SO_QUY_DINH"):
            text = "9/10" if best else "11/10"
        elif indicator.measure is Measure.RATIO or indicator.formation is Formation.MONTHS_COVERED:
            text = BEST.get(code, "10/10") if best else "0/10"
        elif indicator.measure is Measure.COUNT:
            text = "100" if good else "0"
        elif indicator.measure is Measure.PERCENT:
            text = "100" if best else "0"
        else:
            text = BEST.get(code, "1") if best else "0"
        found[code] = quantity(indicator, text)
    return found


def test_everything_at_its_best_is_a_hundred_and_no_more_with_the_bonus() -> None:
    score = score_table(TABLE, extreme(best=True))
    assert {leaf.id: score.leaves[leaf.id].points for leaf in TABLE.leaves} == {
        leaf.id: leaf.max for leaf in TABLE.leaves
    }
    assert (score.total.points, score.total.bonus, score.total.lost) == (100, 0, 0)  # the base alone fills the cap
    assert (score.parts(TABLE.tree).points, score.of(PARTS["T"]).points) == (103, 3)
    assert [node.id for node in TABLE.nodes if explain_held(node, score)] == [TABLE.tree.id, "7.6", "T"]


def test_everything_at_its_worst_is_what_the_penalties_take() -> None:
    score = score_table(TABLE, extreme(best=False))
    lowest = {leaf.id: leaf.lowest for leaf in TABLE.leaves}
    lowest["6.4"] = Fraction("0.1")  # at most 0,4 of 0,5 is taken away
    assert {leaf.id: score.leaves[leaf.id].points for leaf in TABLE.leaves} == lowest
    assert score.total.points == Fraction("0.1") - 1 - 2  # the penalties of 5.3.3 and of P
    assert (score.total.measured_max, score.total.lost) == (100, Fraction("102.9"))


def test_what_happened_in_a_month_past_cannot_be_fewer() -> None:
    score = score_table(TABLE, figures_of(YEAR))
    for name in ("5.3.1", "5.3.3", "1.3.3", "7.7", "P.1"):  # occurrences, added up over the months
        found = gap(score.leaves[name], TABLE)
        assert found is not None and found.more > 0 and (found.next, found.full) == (None, None), name
    late = gap(score.leaves["1.2.3"], TABLE)  # days, told once: a correction may lower them
    assert late is not None and late.full is not None and late.full.change == -3


def random_figure(indicator: Indicator, random: Random) -> Quantity:
    if random.random() < 0.1:
        return Quantity(random.choice([State.MISSING, State.NOT_APPLICABLE]))
    if indicator.measure is Measure.RATIO or indicator.formation is Formation.MONTHS_COVERED:
        whole = 12 if indicator.measure is not Measure.RATIO else random.choice([0, 1, 3, 20, 126, 5234, 9480000000])
        most = whole if indicator.part_of_whole else whole * 2
        low = random.choice([0, most // 2, most * 9 // 10])
        return counted(Fraction(random.randint(low, most)), Fraction(whole))
    x = {
        Measure.PERCENT: Fraction(random.randint(0, 1000), 1000),
        Measure.COUNT: Fraction(random.choice([0, 1, 2, 3, 5, 9, 40])),
        Measure.NUMBER: Fraction(random.randint(0, 100), 100),
        Measure.YES_NO: Fraction(random.randint(0, 1)),
        Measure.CHOICE: Fraction(random.randint(0, 2)),
    }[indicator.measure]
    return Quantity(State.MEASURED, x, bounds=point(x))


def applied(step: Step, before: Quantity) -> list[Quantity]:
    """The figure after each way that the step tells."""
    found = []
    if before.numerator is not None and before.denominator is not None:
        if step.repaired is not None:
            found.append(counted(before.numerator + step.repaired, before.denominator))
        if step.added is not None:
            found.append(counted(before.numerator + step.added, before.denominator + step.added))
    if step.change is not None and before.x is not None:
        found.append(Quantity(State.MEASURED, before.x + step.change))
    hair = Fraction(step.strict, 10**15) * (-1 if step.down else 1)
    return found or [Quantity(State.MEASURED, step.x + hair)]


def test_of_any_year_each_criterion_stays_in_its_bounds_and_each_step_earns_what_it_says() -> None:
    random, told, of_kinds = Random("template"), 0, set()
    years: dict[tuple[str, int], Figures] = {}
    for number in range(60):
        figures = {code: random_figure(indicator, random) for code, indicator in TABLE.indicators.items()}
        years[f"u{number}", 1] = figures
        score = score_table(TABLE, figures)
        for node in TABLE.nodes:
            total = score.of(node)
            assert total.sure <= total.possible and total.measured_max <= total.applicable_max <= total.max, node.id
            assert total.points <= (node.base if not node.bonus else node.bonus_max) + total.bonus, node.id
        for leaf in TABLE.leaves:
            line = score.leaves[leaf.id]
            assert leaf.lowest <= line.sure <= line.possible <= leaf.highest, leaf.id
            assert line.points is None or line.sure == line.points == line.possible, leaf.id
            found = gap(line, TABLE)
            explain_gap(found, TABLE)
            for step in {found.next, found.full} - {None} if found is not None else set():
                assert step is not None and line.points is not None
                for changed in applied(step, figures[step.input]):
                    after = score_leaf(leaf, {**figures, step.input: changed}, TABLE).points
                    assert after is not None and line.points < step.points <= after, (leaf.id, line, step)
                    told, _kind = told + 1, of_kinds.add(leaf.kind)
    assert told > 1000 and {"interpolate", "per_item", "deduction", "formulas", "target", "checklist"} <= of_kinds
    names = ("points", "sure", "possible", "applicable_max", "measured_max", "bonus")
    for unit, month, _table, *numbers in bulk_totals(duckdb.connect(), [TABLE], years):
        total = score_table(TABLE, years[unit, month]).total
        assert tuple(numbers) == tuple(getattr(total, name) for name in names), unit
