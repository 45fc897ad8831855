"""Every case of ``tests/cases/readings.yaml``: what an input reads beside the year so far, from months as they came."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import duckdb
import pytest

from data.bulk.engine import bulk_totals
from data.criteria.check import check
from data.criteria.folder import SHIPPED
from data.criteria.yaml_text import read_yaml
from data.language import render
from scoring.explanation import explain, explain_gap
from scoring.expression import ExpressionError, evaluate, parse_expression
from scoring.gap import gap
from scoring.goal import explain_goal
from scoring.held import explain_held
from scoring.indicator import Formation, Indicator, Measure
from scoring.quantity import State
from scoring.readings import READINGS, Behind, figures_read, given_by
from scoring.totals import TableScore, score_table
from scoring.year import Figure
from tests.scoring import around, case_files
from tests.scoring.case_files import Case
from tests.scoring.test_cases import month_figure


def indicator_of(keys: Mapping[str, Any]) -> Indicator:
    deadline = keys.get("deadline")
    return Indicator(
        "X", "", Measure(keys["measure"]), formation=Formation(keys["year"]), every=int(keys.get("every", "1")),
        deadline=date.fromisoformat(deadline).toordinal() if deadline else None,
    )  # fmt: skip


def months_of(texts: Mapping[str, Any], measure: Measure) -> dict[int, Figure]:
    return {int(at): month_figure(text, measure) for at, text in texts.items()}


def read_in_the_readme() -> list[Case]:
    """The examples of ``criteria/README.md``, each under its reading's heading."""
    text = (SHIPPED / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"^### `(\w+)`.*?\n|```yaml\n# reading\n(.*?)```", text, re.DOTALL | re.MULTILINE)
    heading, cases = "", []
    for name, block in found:
        heading = name or heading
        if block:
            keys = read_yaml(block).content
            assert isinstance(keys, dict)
            cases.append(Case("README.md", keys, {"say": heading, **keys}))
    return cases


README = read_in_the_readme()


@pytest.mark.parametrize("case", [*case_files.reading_cases(), *README], ids=str)
def test_a_reading_is_what_the_sentence_says(case: Case) -> None:
    indicator = indicator_of(case.sentence["indicator"])
    months, before = (months_of(case.keys.get(key, {}), indicator.measure) for key in ("months", "before"))
    others = {unit: months_of(texts, indicator.measure) for unit, texts in case.keys.get("others", {}).items()}
    expression = parse_expression(case.sentence["input"])
    beside = {unit: {"X": came} for unit, came in others.items()}
    behind = Behind(int(case.keys["month"]), {"X": months}, {"X": before}, beside)
    figures = figures_read(expression.names, {"X": indicator}, behind)
    assert set(figures) == set(expression.names)
    found = evaluate(expression, figures)
    assert found.state == case.keys.get("state", "measured")
    assert found.x == case.number("x")
    for name in ("numerator", "denominator", "partial", "most"):
        if name in case.keys:
            assert getattr(found, name) == case.number(name), name
    for name, field in (("missing", "missing_months"), ("before_missing", "missing_before")):
        if name in case.keys:
            assert getattr(found, field) == tuple(int(at) for at in case.keys[name]), name
    if "waits" in case.keys:
        assert found.missing_units == tuple(case.keys["waits"])
    for name in ("low", "high"):
        if name in case.keys:
            assert getattr(found.bounds, name) == case.number(name), name


def test_every_reading_has_its_sentence() -> None:
    inputs = {name for case in case_files.reading_cases() for name in parse_expression(case.sentence["input"]).names}
    assert {name.partition("(")[0] for name in inputs if "(" in name} == set(READINGS)


def test_the_readme_has_an_example_for_every_reading_under_its_own_heading() -> None:
    assert [case.keys["say"] for case in README] == list(READINGS)
    for case in README:
        assert f"{case.keys['say']}(" in case.keys["input"]


@pytest.mark.parametrize("name", list(READINGS))
def test_a_reading_gives_a_number_of_the_kind_that_it_says(name: str) -> None:
    """Domain and grain of the registry hold for every case: what is known lies inside, whole where it is counted."""
    for case in [*case_files.reading_cases(), *README]:
        if not case.sentence["input"].startswith(f"{name}(") or parse_expression(case.sentence["input"]).single is None:
            continue
        of = indicator_of(case.sentence["indicator"])
        given = given_by(parse_expression(case.sentence["input"]).names[0], {"X": of})
        x = case.number("x")
        assert given is not None and READINGS[name].suits(of)
        assert x is None or (x in given.domain and (given.step is None or (x / given.step).denominator == 1)), case


def test_a_reading_stands_under_one_name_however_it_is_written() -> None:
    spaced = parse_expression("A/last_year( A )-last_year(A)*month( )")
    assert spaced.names == ("A", "last_year(A)", "month()")
    assert spaced.codes == ("A",)
    assert parse_expression(" last_year( A ) ").single == "last_year(A)"
    assert parse_expression("last_year(A) - 0.5").shifted == ("last_year(A)", Fraction(-1, 2))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("last_year()", "last_year()"),
        ("A - last_year(A, B)", "last_year(A, B)"),
        ("last_year(A + B)", "last_year(A + B)"),
        ("last_year(last_year(A))", "last_year(last_year(A))"),
        ("last_year(2021)", "last_year(2021)"),
        ("last_year(A) / next_year(A)", "next_year(A)"),
        ("last_year(A, year=2)", "last_year(A, year=2)"),
        ("month(A)", "month(A)"),
        ("larger(A)", "larger(A)"),
        ("larger(*A)", "larger(*A)"),
        ("smaller(A, B, key=C)", "smaller(A, B, key=C)"),
        ("best_of_bloc(A) ** 2", "best_of_bloc(A) ** 2"),
        ("READINGS[A](B)", "READINGS[A](B)"),
        ("A.last_year(B)", "A.last_year(B)"),
    ],
)
def test_everything_else_stays_refused_with_the_offending_part(text: str, part: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse_expression(text)
    assert refused.value.args[0] == part


RANKED = """id: xep-hang
edition: "1"
kind: points
status: excerpt
title: Xếp hạng trong khối
indicators:
  N: {title: Sáng kiến, title_en: Initiatives, measure: count, year: sum}
  M: {title: Tiếp dân, measure: yes_no, year: latest}
tree:
  - id: "1"
    title: Thi đua
    max: 5
    gate: {input: months_covered(M), under: 2, words: Chưa đủ hai tháng thì không chấm}
    children:
      - id: "1.1"
        title: Đứng trong ba đơn vị đầu khối
        max: 3
        input: rank_in_bloc(N)
        rule:
          kind: bands
          bands: [{to: 1, points: 3, words: Nhất}, {from: 2, to: 3, points: 2, words: Nhì và ba}, {from: 4, points: 0}]
        reference: {place: "1", quote: dẫn đầu}
      - id: "1.2"
        title: Nhiều hơn năm trước
        max: 2
        input: N - last_year(N)
        rule: {kind: target, over: 0}
        reference: {place: "2", quote: nhiều hơn}
"""


def ranked(month: int, covered: int | None, own: int, others: Mapping[str, int | None]) -> TableScore:
    """N in January, M in so many of the first months (``None``: the last month has not come)."""
    table = check(RANKED).table
    assert table is not None
    count = {n: Figure(State.MEASURED, value=Fraction(own if n == 1 else 0)) for n in range(1, month + 1)}
    said = {n: Figure(State.MEASURED, value=Fraction(int(n <= (covered or 1)))) for n in range(1, month + 1)}
    if covered is None:
        del said[month]
    beside = {unit: {} if n is None else {"N": {**count, 1: Figure(State.MEASURED, value=Fraction(n))}}
              for unit, n in others.items()}  # fmt: skip
    before = {"N": dict.fromkeys(range(1, 13), count[1])}
    figures = around.figures(table, month, {"N": count, "M": said}, before, beside)
    score = score_table(table, figures)
    (row,) = bulk_totals(duckdb.connect(), [table], {("u", month): figures})
    total = score.total
    assert row[3:] == (total.points, total.sure, total.possible, total.applicable_max, total.measured_max, total.bonus)
    return score


def test_a_rank_has_whole_steps_and_a_gate_reads_months_covered() -> None:
    score = ranked(3, covered=2, own=4, others={"b": 7, "c": 1})
    line = score.leaves["1.1"]
    assert (score.total.points, line.points) == (2, 2)  # second of three; fewer than the year before
    assert "Sáng kiến, thứ hạng trong khối: hạng 2 (Nhì và ba)" in render(explain(line, score.table), "vi")
    words = explain_gap(gap(line, score.table), score.table)
    assert words is not None
    assert [render(words, lang) for lang in ("vi", "en")] == ["Để được 3 điểm: hạng 1.", "To earn 3: rank 1."]
    goal = explain_goal(line, score.table)
    assert goal is not None and render(goal, "vi") == "hạng 1"


def test_a_closed_gate_and_one_that_is_not_known() -> None:
    shut = ranked(3, covered=1, own=4, others={"b": 1})
    assert shut.total.points == 0 and shut.leaves["1.1"].points == 3
    (why,) = explain_held(shut.table.tree.children[0], shut)  # type: ignore[arg-type]
    assert "Tiếp dân, số tháng có thực hiện: 1 tháng (Chưa đủ hai tháng thì không chấm)" in render(why, "vi")
    unknown = ranked(2, covered=None, own=4, others={"b": None})
    assert (unknown.total.measured_max, unknown.total.sure, unknown.total.possible) == (0, 0, 3)
    said = render(explain(unknown.leaves["1.1"], unknown.table), "vi")
    assert (
        said
        == "Còn thiếu: số liệu của 1 đơn vị khác trong khối: Sáng kiến. Thiếu không phải là 0: từ 2 đến 3 trên 3 điểm."
    )
