"""The 28 rule shapes: each has its row in ``criteria/README.md``, an example there that is scored, and cases."""

import re
from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from data.criteria.check import check
from data.criteria.folder import SHIPPED
from data.criteria.yaml_text import read_yaml
from data.language import render
from scoring.explanation import explain
from scoring.expression import parse_expression
from scoring.gap import gap
from scoring.kinds import KINDS
from scoring.quantity import State
from scoring.readings import Behind, figures_read
from scoring.table import Table
from scoring.totals import score_table
from scoring.year import Figure
from tests.criteria.figures import any_months
from tests.scoring import case_files

SHAPES = range(1, 29)
README = (SHIPPED / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n# (rule|leaf|node|table)\n(.*?)```", README, re.DOTALL)
TABLES = [text for kind, text in BLOCKS if kind == "table"]
HEAD = 'id: vi-du\nedition: "1"\nkind: points\nstatus: excerpt\ntitle: Ví dụ\n'


def shown() -> set[int]:
    """The shapes that an example of the README names in its first line."""
    return {int(number) for _kind, text in BLOCKS for number in re.findall(r"^# shape: (\d+)$", text, re.MULTILINE)}


def rows() -> dict[int, str]:
    section = README.partition("## 28 dạng quy tắc")[2].partition("\n## ")[0]
    return {int(number): row for number, row in re.findall(r"^\| (\d+) \| (.*) \|$", section, re.MULTILINE)}


def anchors() -> set[str]:
    """What the headings are called in links, as GitHub makes it of them."""
    headings = re.findall(r"^#+ (.*)$", README, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def marked(content: Any) -> Iterator[tuple[int, Any]]:
    """Every shape that an entry of a case file says it holds, with the entry."""
    if isinstance(content, dict):
        given = content.get("shape", [])
        yield from ((int(number), content) for number in (given if isinstance(given, list) else [given]))
    for part in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        yield from marked(part)


def cases() -> dict[int, int]:
    """How many cases each shape has: the lines of its sentences, or an entry that is a case itself."""
    found = dict.fromkeys(SHAPES, 0)
    for path in sorted(case_files.CASES.glob("*.yaml")):
        for number, entry in marked(case_files.read(path)):
            found[number] += len(entry.get("cases", [entry]))
    return found


def test_each_shape_has_cases() -> None:
    few = {number: count for number, count in cases().items() if count < 2}
    assert few == {}


def test_each_shape_has_its_row_and_an_example_that_is_read() -> None:
    assert list(rows()) == list(SHAPES)
    assert set(SHAPES) == shown()
    for number, row in rows().items():
        law, english, how = row.split(" | ")[1], row.split(" | ")[0].split(" · ")[1], row.split(" | ")[2]
        assert law.startswith('"') and english.startswith("*"), number
        assert re.search(r"\]\(#|`", how), number


def test_every_link_of_the_readme_leads_to_a_heading() -> None:
    links = set(re.findall(r"\]\(#([^)]+)\)", README))
    assert links - anchors() == set()
    assert len(links) > 25


def table_of(text: str) -> Table:
    found = check(HEAD + text)
    assert [(problem.code, problem.place, problem.message) for problem in found.problems] == []
    assert found.table is not None
    return found.table


def any_past(table: Table, random: Random) -> Behind:
    """This year's months, those of the year before, and those of one other unit."""

    def year() -> dict[str, dict[int, Figure]]:
        return {code: any_months(one, random) for code, one in table.indicators.items()}

    return Behind(12, year(), year(), {"so-hai": year()})


@pytest.mark.parametrize("text", TABLES, ids=lambda text: " ".join(text.split()[:3]))
def test_each_table_of_the_readme_is_checked_and_scored(text: str) -> None:
    table, random = table_of(text), Random(text)
    states = set()
    for _time in range(60):
        figures = figures_read((*table.indicators, *table.readings), table.indicators, any_past(table, random))
        score = score_table(table, figures)
        for leaf in table.leaves:
            line = score.leaves[leaf.id]
            states.add(line.state)
            assert leaf.lowest <= line.sure <= line.possible <= leaf.highest
            for lang in ("vi", "en"):
                assert render(explain(line, table), lang)
            gap(line, table)
    assert {State.MEASURED, State.MISSING} <= states


@pytest.mark.parametrize(
    "text", [text for kind, text in BLOCKS if kind == "rule"], ids=lambda text: text.split("\n")[1]
)
def test_each_rule_of_the_readme_tells_figures_apart(text: str) -> None:
    """Of a leaf of 20 points: at the ends of its pieces and between them the rule gives at least two results."""
    content = read_yaml(text).content
    assert isinstance(content, dict)
    kind = KINDS[str(content["kind"])]
    rule = kind.model.model_validate({key: value for key, value in content.items() if key != "kind"})
    for term in kind.terms(rule, Fraction(20), None if kind.own_inputs else parse_expression("X")):
        ends = [end for piece in term.pieces for end in (piece.interval.low, piece.interval.high) if end is not None]
        tried = [x + by for x in [*ends, Fraction(0), Fraction(1)] for by in (0, 1, -1, Fraction(1, 100))]
        found = {piece.points(x) for x in tried if (piece := term.piece_at(x)) is not None}
        assert len(found) >= 2


def test_an_example_with_a_typing_error_is_found() -> None:
    assert check(HEAD + TABLES[0].replace("kind: ", "kin: ", 1)).problems


def test_shapes_are_found_wherever_they_are_marked() -> None:
    found = list(marked({"a": [{"shape": ["3", "4"], "cases": []}], "b": {"shape": "5"}}))
    assert [number for number, _entry in found] == [3, 4, 5]
