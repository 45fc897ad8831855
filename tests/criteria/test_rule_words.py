"""What a rule says in numbers beside the law's words: ``tests/cases/rule-words.yaml``."""

from typing import Any

import pytest
import yaml

from data.criteria.check import Checked, check
from data.language import render
from data.scores.rule_lines import printed_lines, printed_once
from scoring.printed_numbers import printed_numbers
from scoring.table import Table
from tests.scoring import case_files

CASES = case_files.read(case_files.CASES / "rule-words.yaml")["cases"]


def checked(case: dict[str, Any]) -> Checked:
    """A table whose one leaf has the rule of the case."""
    ratio = {"numerator": "a", "denominator": "b"} if case["indicator"]["measure"] == "ratio" else {}
    leaf = {key: case[key] for key in ("max", "lowest", "rule") if key in case}
    content = {
        "id": "mot-quy-tac", "edition": "1", "kind": "points", "status": "excerpt", "title": "Một quy tắc",
        "indicators": {"X": {"title": "Số X", "year": "sum", **ratio, **case["indicator"]}},
        "tree": [{"id": "1", "title": "Tiêu chí", "input": "X", **leaf, **({"nothing_arose": "zero"} if ratio else {}),
                  "reference": {"place": "1", "quote": "câu của văn bản", "derived": case.get("derived", "")}}],
    }  # fmt: skip
    return check(yaml.safe_dump(content, allow_unicode=True))


def shown(table: Table) -> list[str]:
    lines = []
    for _term, told in printed_lines(table.leaves[0], table):
        for one in printed_once(told):
            numbers = f"{render(one.when, 'vi')} → {render(one.gives, 'vi')}"
            words = one.words if one.tells_points else f"{one.words} → {render(one.gives, 'vi')}"
            lines.append(words if one.words and one.tells_when else numbers)
            assert render(one.when, "en") and render(one.gives, "en")
    return lines


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_the_list_of_criteria_says_the_numbers_that_score(case: dict[str, Any]) -> None:
    found = checked(case)
    assert found.table is not None, found.problems
    assert shown(found.table) == case["lines"]
    assert [one.quotes for one in found.problems if one.code == "C190"] == case.get("warns", [])


def test_a_warning_stands_at_the_words_and_tells_both() -> None:
    case = next(case for case in CASES if case["about"] == "mistyped points")
    (found,) = checked(case).problems
    assert (found.severity, found.place.partition(": ")[2]) == ("warning", "tree.0.rule.bands.1.words")
    for lang, numbers in {"vi": ("1,5", "0,5"), "en": ("1,5", "0.5")}.items():
        assert all(number in render(found.message, lang) for number in numbers)


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("Từ 1.000 hồ sơ: 0,25 điểm", ["1.000", "0,25"]),
        ("đạt 1/2 điểm tối đa", ["1/2"]),
        ("trước 15/01/2022; chậm nhất 31/01", ["15/01/2022", "31/01"]),
        ("Quyết định 12/2020/QĐ-UBND, Điều B2", []),
        ("từ 80%-90%", ["80", "90"]),
    ],
)
def test_numbers_as_they_are_printed(words: str, texts: list[str]) -> None:
    assert [one.text for one in printed_numbers(words)] == texts
