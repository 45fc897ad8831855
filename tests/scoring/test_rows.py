"""Figures formed from the rows of a register: the sentences of ``rows.yaml``, the allow-list, and caps at random."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest

from data.criteria.working_days import calendar_around
from scoring.expression import ExpressionError, parse_expression, parse_row_expression
from scoring.register import ColumnType, FromRows
from scoring.rows import columns_read, row_value, sum_of_rows
from tests.scoring import case_files
from tests.scoring.case_files import Case, Keys

SENTENCES = case_files.read(case_files.CASES / "rows.yaml")["rows"]
CASES = [Case("rows.yaml", sentence, keys) for sentence in SENTENCES for keys in sentence["cases"]]


def formed(sentence: Keys) -> FromRows:
    of = parse_row_expression(sentence["of"])
    return FromRows("SO", of, sentence.get("where", ""), working=sentence.get("days") == "working")


def cells(sentence: Keys, row: Keys) -> dict[str, Fraction | None]:
    def exact(code: str, text: str | None) -> Fraction | None:
        if sentence["columns"][code] == ColumnType.DATE.value and text not in (None, "null"):
            return Fraction(date.fromisoformat(str(text)).toordinal())
        return case_files.number(text)

    return {code: exact(code, text) for code, text in (row or {}).items()}


def known(text: str) -> Fraction | None:
    return None if text == "none" else case_files.number(text)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_row_and_their_sum(case: Case) -> None:
    spec, calendar = formed(case.sentence), calendar_around(date(2022, 6, 30))
    found = [row_value(spec, cells(case.sentence, row), calendar) for row in case.keys["rows"] or []]
    assert found == [known(text) for text in case.keys["x"] or []]
    assert sum_of_rows(found) == known(case.keys["sum"])


def test_what_a_row_needs_is_read_off_its_expression() -> None:
    assert columns_read(formed({"of": "smaller(days_late(A, B), 10) + C", "where": "D"})) == ("D", "A", "B", "C")
    assert columns_read(formed({"of": "1"})) == ()


REFUSED = ["A / 2", "last_year(A)", "month()", "days_late(A, 3)", "days_late(A)", "days_late(A, B, C)", "smaller(A)",
           "A if B else C", "A > B", "__import__('os')", "days_late(A, days_late(B, C))", "sum(A)", "0,5 * A",
           ""]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_no_expression_over_rows(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse_row_expression(text)


def test_days_late_is_no_input_of_a_rule() -> None:
    with pytest.raises(ExpressionError):
        parse_expression("days_late(A, B)")


@pytest.mark.parametrize("seed", range(20))
def test_a_cap_on_each_row_is_reckoned_row_by_row(seed: int) -> None:
    """By plain whole numbers, at random: the sum of the smaller, never the smaller of the sum."""
    random = Random(seed)
    days, cap = [random.randint(0, 25) for _row in range(random.randint(0, 30))], random.randint(0, 12)
    spec = formed({"of": f"smaller(N, {cap})"})
    found = sum_of_rows([row_value(spec, {"N": Fraction(day)}, None) for day in days])
    assert found == sum(day if day < cap else cap for day in days)


def test_working_days_without_a_calendar_are_not_known() -> None:
    spec = formed({"of": "days_late(A, B)", "days": "working"})
    day = Fraction(date(2022, 6, 20).toordinal())
    assert row_value(spec, {"A": day, "B": day}, None) is None
