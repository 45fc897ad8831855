"""One code in two tables: the definitions agree, or the warning says in what they differ."""

from dataclasses import fields, replace

import pytest

from data.criteria.beside import CALLED, defined_otherwise
from data.criteria.check import check
from data.language import render
from scoring.indicator import Indicator
from scoring.table import Table
from tests.criteria.workbooks import WHOLE


def whole_table() -> Table:
    table = check(WHOLE.read_text(encoding="utf-8")).table
    assert table is not None
    return table


def told(**change: object) -> list[str]:
    """What is said when the first ratio of the table is changed so."""
    table = whole_table()
    code, there = next((code, one) for code, one in table.indicators.items() if one.measure == "ratio")
    source = check(WHOLE.read_text(encoding="utf-8")).source
    found = defined_otherwise({code: replace(there, **change)}, [table], source)  # type: ignore[arg-type]
    return [f"{one.code} {one.place.partition('.')[2].partition('.')[2]}: {render(one.message, 'vi')}" for one in found]


def test_every_key_of_an_indicator_is_compared_but_who_collects_it_and_notes() -> None:
    assert {one.name for one in fields(Indicator)} - CALLED.keys() == {"code", "source", "note", "within"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": "Tên khác"}, ["C140 title: A được định nghĩa khác trong bảng whole: tên (ở đó: “Tỷ lệ A”)."]),
        ({"every": 12}, ["C140 every: A được định nghĩa khác trong bảng whole: số tháng giữa hai lần báo cáo."]),
        ({"title_en": ""}, []),
        ({"source": "Sổ khác", "note": "khác"}, []),
        ({"part_of_whole": False}, ["C141 part_of_whole: A là loại số liệu khác trong bảng whole."]),
    ],
)
def test_the_difference_is_named_at_its_key(change: dict[str, object], said: list[str]) -> None:
    found = told(**change)
    assert len(found) == len(said), found
    for one, wanted in zip(found, said, strict=True):
        assert wanted in one
