"""Which unit comes first: never another province's by alphabet."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.figures.observation import NewFigure
from data.figures.writing import enter_figure
from data.store.opening import Store, open_store
from data.units.blocs import units_beside
from data.units.known import UnitRefused, add_unit, code_of, find_table, first_unit, units
from scoring.period import Month

OTHERS = "so-cong-thuong-dien-bien"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def test_in_an_empty_store_nobody_is_chosen(store: Store) -> None:
    known = units(store, LOCAL)
    assert OTHERS in [one.id for one in known]  # offered, because a plan that is shipped was issued for it
    assert not any(one.own or one.reported for one in known)
    assert first_unit(known) is None


def test_an_own_unit_comes_before_those_of_shipped_plans(store: Store) -> None:
    add_unit(store, LOCAL, "so-y-te", "Ước gì Sở này đứng cuối")
    known = units(store, LOCAL)
    assert known[0].id == "so-y-te"
    assert first_unit(known) == known[0]


def test_a_unit_with_figures_comes_first(store: Store) -> None:
    add_unit(store, LOCAL, "so-y-te", "Sở Y tế")
    new = NewFigure("TTHC_CONG_KHAI", numerator=Fraction(1), denominator=Fraction(2))
    enter_figure(store, LOCAL, OTHERS, Month(2022, 5), new, seen=None)
    known = units(store, LOCAL)
    assert [one.id for one in known[:2]] == [OTHERS, "so-y-te"]
    assert first_unit(known) == known[0]


def test_a_unit_of_a_table_that_the_office_brings_is_its_own(tmp_path: Path) -> None:
    shipped = Path(__file__).resolve().parents[2] / "criteria" / "dien-bien-so-cong-thuong-2022.yaml"
    text = shipped.read_text(encoding="utf-8").replace("id: dien-bien-so-cong-thuong-2022", "id: cua-so", 1)
    folder = tmp_path / "criteria"
    folder.mkdir()
    (folder / "cua-so.yaml").write_text(text.replace(OTHERS, "so-cong-thuong-ta"), encoding="utf-8")
    opened = open_store(tmp_path / "store", [folder])
    try:
        assert "cua-so" in opened.criteria.tables
        chosen = first_unit(units(opened, LOCAL))
        assert chosen is not None
        assert chosen.id == "so-cong-thuong-ta"
    finally:
        opened.close()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sở Y tế tỉnh Đồng Nai", "so-y-te-tinh-dong-nai"),
        ("  UBND xã “Ân Nghĩa” (mới) ", "ubnd-xa-an-nghia-moi"),
        ("Đ" * 80, "d" * 60),
        ("???", ""),
    ],
)
def test_a_code_is_made_of_the_name(name: str, code: str) -> None:
    assert code_of(name) == code


def test_a_unit_without_any_letter_is_refused(store: Store) -> None:
    with pytest.raises(UnitRefused):
        add_unit(store, LOCAL, code_of("???"), "???")


def test_nobody_is_compared_with_units_that_only_shipped_tables_name(store: Store) -> None:
    for name in ("so-a", "so-b"):
        add_unit(store, LOCAL, name, name)
    table = find_table(store, "mau-so-100-diem")  # issued for nobody by name
    assert units_beside(store, LOCAL, table, "so-a") == ("so-b",)
    enter_figure(store, LOCAL, OTHERS, Month(2022, 6), NewFigure("SANG_KIEN", value=Fraction(1)), seen=None)
    assert set(units_beside(store, LOCAL, table, "so-a")) == {"so-b", OTHERS}  # it reports, so it is there
