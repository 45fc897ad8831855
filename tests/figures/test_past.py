"""The history of a figure: all entries in the order they came in, what took whose place, gaps where nothing came."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.figures.past import by_month, entered, entries
from data.store.opening import Store
from data.units.known import find_table
from scoring.period import Month
from tests.exports.office import JUNE, OTHER_UNIT, UNIT, enter, enter_all, open_office, ratio


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    store = open_office(tmp_path)
    enter_all(store)
    yield store
    store.close()


def test_a_correction_takes_the_place_of_the_entry_of_its_month_and_both_stay(office: Store) -> None:
    enter(office, JUNE, ratio("DUNG_HAN", 99, 100))
    enter(office, Month(2023, 6), ratio("DUNG_HAN", 1, 2))
    found = entries(office, LOCAL, UNIT, "DUNG_HAN")
    assert [one.observation.month.number for one in found] == [1, 2, 3, 4, 5, 6, 6, 6]
    first, second, other_year = found[5:]
    assert (first.in_force, first.superseded_by) == (False, second.observation)
    assert (second.in_force, second.supersedes) == (True, first.observation)
    assert (other_year.in_force, other_year.supersedes) == (True, None)
    assert entries(office, LOCAL, OTHER_UNIT, "DUNG_HAN") == []


def test_a_month_without_a_figure_is_open_and_never_zero(office: Store) -> None:
    indicator = find_table(office, "bang-thu").indicators["DUNG_HAN"]
    enter(office, JUNE, ratio("DUNG_HAN", 0, 100))
    months = by_month(entries(office, LOCAL, UNIT, "DUNG_HAN"), indicator, 2022)
    assert len(months) == 12
    assert months[0].height == Fraction(250, 3)
    assert months[5].height == 0  # a real zero
    assert (months[6].figure, months[6].height, months[6].due) == (None, None, True)
    quarterly = by_month([], replace(indicator, every=3), 2022)
    assert [one.month.number for one in quarterly if one.due] == [3, 6, 9, 12]


def test_what_did_not_arise_has_no_height_and_a_yearly_figure_is_due_in_no_month(office: Store) -> None:
    table = find_table(office, "bang-thu")
    months = by_month(entries(office, LOCAL, UNIT, "TIEP_DAN"), table.indicators["TIEP_DAN"], 2022)
    assert months[5].figure is not None
    assert months[5].height is None
    assert not any(one.due for one in months)
    assert by_month(entries(office, LOCAL, UNIT, "KE_HOACH"), table.indicators["KE_HOACH"], 2022)[5].height is None


def test_entries_are_counted_by_year(office: Store) -> None:
    enter(office, JUNE, ratio("DUNG_HAN", 99, 100))
    found = entered(office, LOCAL, UNIT, 2022)["DUNG_HAN"]
    assert (found.entries, found.months, found.corrected, found.demo) == (7, 6, 1, False)
    assert entered(office, LOCAL, UNIT, 2023) == {}
