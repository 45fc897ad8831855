"""What happened in the demo year is what the store holds: corrected, late, refused and mended, and still owed."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from data.accounts.person import DEMO, LOCAL
from data.demo.building import DemoRefused, build_demo
from data.evidence.coverage import coverage
from data.figures.observation import NewFigure, Observation
from data.figures.reading import history, in_force, months_with_figures
from data.figures.writing import enter_figure
from data.scores.missing import missing_figures
from data.scores.unit import score_unit
from data.store.opening import Store
from data.units.known import find_table
from scoring.period import Month
from tests.commands.conftest import PLAN, TEMPLATE, UNIT
from tests.made_once import demo_year


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Store]:
    store = demo_year(tmp_path / "store")
    yield store
    store.close()


def entries(store: Store, code: str, month: int) -> list[Observation]:
    return history(store, LOCAL, UNIT, code, Month(2022, month))


def test_twelve_months_of_workbooks_lie_in_the_store_and_every_row_is_demo(year: Store) -> None:
    assert months_with_figures(year, LOCAL, UNIT) == [Month(2022, number) for number in range(1, 13)]
    acts = year.cursor().execute("SELECT month, table_id, sha256, demo FROM import_act ORDER BY seq").fetchall()
    assert {(month, table) for month, table, *_rest in acts} == {
        (month, table) for month in range(1, 13) for table in (PLAN, TEMPLATE)
    }
    assert all((year.files / digest[:2] / digest).is_file() for _month, _table, digest, _demo in acts)
    rows = year.cursor().execute("SELECT demo FROM observation UNION ALL SELECT demo FROM evidence").fetchall()
    assert all(demo for (demo,) in [*rows, *((act[3],) for act in acts)])


def test_a_correction_takes_the_place_of_what_was_reported_and_keeps_it(year: Store) -> None:
    now, before = entries(year, "HO_SO_DUNG_HAN", 3)
    assert (now.numerator, before.numerator) == (446, 449)
    assert now.file_name != before.file_name and "2022-03" in now.file_name
    assert before.seq < min(one.seq for one in entries(year, "HO_SO_DUNG_HAN", 7)) < now.seq
    assert now.note.startswith("Số liệu minh họa") and now.cells
    assert len(entries(year, "TTHC_CONG_KHAI", 3)) == 1  # what stayed the same was not stored again


def test_a_section_that_reports_late_comes_after_the_next_month(year: Store) -> None:
    (late,) = entries(year, "NGAN_SACH_GIAI_NGAN", 8)
    (september,) = entries(year, "NGAN_SACH_GIAI_NGAN", 9)
    (august,) = entries(year, "HO_SO_DUNG_HAN", 8)
    assert august.seq < september.seq < late.seq


def test_the_month_that_was_refused_is_kept_aside_and_its_mended_workbook_counts(year: Store) -> None:
    (mended,) = entries(year, "HO_SO_DUNG_HAN", 6)
    assert (mended.numerator, mended.denominator) == (458, 466)
    assert "bị từ chối" in mended.note
    kept = [path for path in (year.folder / "refused").glob("*/*") if path.is_file()]
    stored = {digest for (digest,) in year.cursor().execute("SELECT sha256 FROM import_act").fetchall()}
    whole = [path for path in kept if path.name not in stored]
    assert len(whole) == 2  # one workbook a table; months stored in part are kept there too
    assert all(sha256(path.read_bytes()).hexdigest() == path.name for path in whole)


def test_the_refused_row_of_may_was_mended_and_that_of_november_waits(year: Store) -> None:
    (may,) = entries(year, "HO_SO_TRUC_TUYEN_34", 5)
    assert (may.numerator, may.denominator) == (252, 471)
    assert entries(year, "THANH_TOAN_TRUC_TUYEN", 11) == []


def test_december_leaves_something_to_do(year: Store) -> None:
    table = find_table(year, TEMPLATE)
    months = [score_unit(year, LOCAL, table, UNIT, Month(2022, number)) for number in range(1, 13)]
    rates = [one.score.total.index for one in months]
    assert all(one is not None for one in rates)
    assert [one for one in rates if one is not None] == sorted(one for one in rates if one is not None)
    december = months[-1]
    owed = {one.indicator.code: one.months for one in missing_figures(december)}
    assert owed["THANH_TOAN_TRUC_TUYEN"] == (11,)
    assert owed["VAN_BAN_DIEN_TU"] == (12,)
    assert any(not one.ours for one in missing_figures(december))  # a survey, an appraiser
    assert december.score.total.lost > 0
    for name in (PLAN, TEMPLATE):
        proved = coverage(year, LOCAL, find_table(year, name), UNIT, 2022).total
        assert 0 < proved.answered < proved.required


def test_both_tables_are_well_filled(year: Store) -> None:
    for name in (PLAN, TEMPLATE):
        scored = score_unit(year, LOCAL, find_table(year, name), UNIT, Month(2022, 12))
        measured = sum(1 for leaf in scored.table.leaves if scored.line(leaf).points is not None)
        assert measured * 10 >= len(scored.table.leaves) * 8, name


def test_the_first_months_alone_are_the_year_as_it_stood(year: Store, tmp_path: Path) -> None:
    store = demo_year(tmp_path / "small", months=5)
    assert months_with_figures(store, LOCAL, UNIT)[-1] == Month(2022, 5)
    assert history(store, LOCAL, UNIT, "HO_SO_TRUC_TUYEN_34", Month(2022, 5)) == []  # refused, not mended yet
    small = {(one.indicator, one.month): one.figure for one in in_force(store, LOCAL, UNIT, 2022)}
    whole = {(one.indicator, one.month): one.figure for one in in_force(year, LOCAL, UNIT, 2022)}
    changed = {key for key, figure in small.items() if whole[key] != figure}
    assert changed == {("HO_SO_DUNG_HAN", Month(2022, 3)), ("HO_SO_QUA_HAN_XIN_LOI", Month(2022, 3))}
    store.close()


def test_a_store_that_has_the_demo_is_left_alone_and_one_with_real_figures_is_refused(year: Store) -> None:
    count = "SELECT count(*) FROM observation"
    before = year.cursor().execute(count).fetchall()
    build_demo(year)
    assert year.cursor().execute(count).fetchall() == before
    latest = entries(year, "DOI_THOAI", 12)[0]
    enter_figure(year, DEMO, UNIT, Month(2022, 12), NewFigure("DOI_THOAI", value=latest.value), seen=latest.seq)
    with pytest.raises(DemoRefused):
        build_demo(year)
