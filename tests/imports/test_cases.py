"""Forms as clerks send them: ``cases.yaml``."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from data.figures.observation import NewFigure
from data.language import LANGUAGES, render
from data.store.opening import Store
from scoring.exact import decimal_text
from scoring.period import parse_month
from scoring.quantity import State
from tests.imports.office import NAME, TITLE, look, make_book, row, said, saved, stored

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


def shown(figure: NewFigure) -> str:
    if figure.state is not State.MEASURED:
        return figure.state.value
    numbers = (figure.numerator, figure.denominator) if figure.denominator is not None else (figure.value,)
    return "/".join(decimal_text(number, 6) for number in numbers if number is not None)


@pytest.mark.parametrize("case", CASES, ids=[case["say"] for case in CASES])
def test_case(case: dict[str, Any], reading_office: Store) -> None:
    rows = case["whole"] if "whole" in case else [row(*given) for given in case["rows"]]
    book = make_book(rows, title=case.get("title", TITLE), heading=case.get("heading"))
    book.worksheets[0].title = case.get("tab", "Biểu")
    content = saved(book)
    chosen = case.get("month", "2022-06")
    month = parse_month(chosen) if chosen else None
    seen = look(reading_office, content, month=month, name=case.get("name", NAME))
    assert said(seen) == case["says"]
    assert seen.accepted == (not any(mark[0].isupper() for mark in case["says"]))
    if seen.accepted:
        assert {figure.indicator: shown(figure) for figure in seen.good} == case["stores"]
        assert str(seen.month) == "2022-06"
    if "skips" in case:
        assert [skipped.row for skipped in seen.skipped] == case["skips"]
    for problem in seen.problems:
        assert all(render(words, lang) for words in (problem.message, problem.remedy) for lang in LANGUAGES)
        assert problem.sheet == book.worksheets[0].title or problem.row is None
    assert not stored(reading_office)
