"""Who has not reported: expected, there, missing and late; a survey's figure is not asked of the unit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.figures.reading import in_force
from data.figures.reporting import (
    MonthReport,
    by_lead,
    by_source,
    due_in,
    expected,
    imports_of_year,
    missing_once,
    month_reports,
    unit_reports,
)
from data.imports.quarantine import quarantine, refused_at
from data.store.opening import Store
from data.units.known import add_unit, find_table
from scoring.period import Month
from scoring.table import Table
from tests.exports.office import JULY, JUNE, UNIT, enter, enter_all, open_office, ratio

JULY_20 = date(2022, 7, 20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_office(tmp_path)
    yield store
    store.close()


def table(store: Store) -> Table:
    return find_table(store, "bang-thu")


def reports(store: Store) -> list[MonthReport]:
    imports = imports_of_year(store, LOCAL, UNIT, 2022)
    return month_reports(table(store), in_force(store, LOCAL, UNIT, 2022), imports, 2022, JULY_20)


def test_the_unit_is_not_asked_for_what_a_survey_or_an_appraiser_gives(store: Store) -> None:
    assert [one.code for one in expected(table(store))] == ["DUNG_HAN", "KE_HOACH", "CONG_KHAI", "TIEP_DAN", "DAO_TAO"]
    assert [one.code for one in due_in(table(store), JUNE)] == ["DUNG_HAN"]


def test_an_empty_store_owes_every_month_that_is_over_and_none_is_complete(store: Store) -> None:
    found = reports(store)
    assert [one.month.number for one in found if one.late] == [1, 2, 3, 4, 5, 6]
    assert all(one.nothing and not one.complete and one.newest is None for one in found)
    assert len(missing_once(table(store), [])) == 4


def test_a_month_is_complete_when_its_own_figures_are_there(store: Store) -> None:
    enter_all(store)
    found = reports(store)
    assert [one.month.number for one in found if one.complete] == [1, 2, 3, 4, 5, 6]
    assert [one.month.number for one in found if one.late] == []
    assert (found[6].asked, found[6].given, found[6].over) == (1, 0, False)
    june = found[5]
    assert june.last_import is not None and june.last_import.file_name == "Biểu tháng.xlsx"
    assert june.newest is not None and june.newest.import_seq is None  # answers were typed after the workbook
    assert missing_once(table(store), in_force(store, LOCAL, UNIT, 2022)) == []


def test_suppliers_are_told_by_source_and_nobody_is_invented_as_lead(store: Store) -> None:
    (only,) = by_source(table(store), [], JULY)
    assert (only.name, only.asked, len(only.missing), only.once, len(only.missing_once)) == ("", 1, 1, 4, 4)
    assert by_lead(table(store), [], JULY) == []


def test_units_that_owe_most_stand_first_and_only_those_that_the_table_is_for(store: Store) -> None:
    enter(store, JULY, ratio("DUNG_HAN", 0, 100))  # a real zero is a report
    add_unit(store, LOCAL, "so-ba", "Sở Ba")
    assert [(one.unit.id, one.asked, one.given) for one in unit_reports(store, LOCAL, table(store), JULY)] == [
        (UNIT, 1, 1)
    ]
    everybody = replace(table(store), units=())
    assert [(one.unit.id, one.missing) for one in unit_reports(store, LOCAL, everybody, JULY)] == [
        ("so-ba", 1),
        ("so-khac", 1),
        (UNIT, 0),
    ]
    assert all(one.acted_at is None for one in unit_reports(store, LOCAL, everybody, Month(2022, 8)))


def test_refused_uploads_are_counted_for_thirty_days(tmp_path: Path) -> None:
    now = datetime.fromisoformat("2022-07-20T08:00")
    quarantine(tmp_path, b"bad", now - timedelta(days=20))
    quarantine(tmp_path, b"worse", now)
    assert refused_at(tmp_path, now) == [now - timedelta(days=20), now]
    assert refused_at(tmp_path, now + timedelta(days=11)) == [now]
    assert refused_at(tmp_path / "none", now) == []
