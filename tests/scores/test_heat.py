"""Cells of the heat map: shares rounded down, missing never 0, fields that are measured in part."""

from fractions import Fraction

from data.accounts.person import LOCAL
from data.scores.heat import HeatCell, Level, heat_rows, part_cell
from data.scores.year import score_year
from data.store.opening import Store
from data.units.known import find_table
from scoring.table import TableKind
from scoring.totals import Total
from tests.exports.office import JULY, UNIT, enter, ratio

F = Fraction


def rows(store: Store, table: str = "bang-thu", field: str | None = None) -> dict[str, tuple[HeatCell, ...]]:
    months = score_year(store, LOCAL, find_table(store, table), UNIT, JULY).months
    return {row.part.id: row.cells for row in heat_rows(months, field)}


def test_each_leaf_has_a_cell_for_each_month_and_missing_is_not_zero(office: Store) -> None:
    found = rows(office)
    table = find_table(office, "bang-thu")
    assert list(found) == [table.tree.id, "1", "1.1", "1.2.1", "1.2.2", "1.3", "2", "2.1", "2.2", "2.3"]
    assert {len(cells) for cells in found.values()} == {7}
    assert [cell.level for cell in found["1.1"]] == [Level.SOME] * 6 + [Level.MISSING]
    assert [cell.percent for cell in found["1.1"]] == [75] * 6 + [None]
    assert [cell.level for cell in found["1.2.1"]] == [Level.MISSING] * 5 + [Level.FULL] * 2
    assert found["2.2"][5].level is Level.AWAY  # nothing arose: it does not apply
    assert found["1.2.2"][5] == HeatCell(Level.SOME, 66)  # 6,67 of 10, rounded down


def test_a_field_says_when_only_a_part_of_it_is_measured(office: Store) -> None:
    field = rows(office)["1"]
    assert (field[0].percent, field[0].partial) == (75, True)
    assert not field[5].partial
    assert field[6] == HeatCell(Level.MISSING)  # nobody reported July


def test_a_leaf_keeps_in_a_silent_month_what_is_known_of_it(office: Store) -> None:
    found = rows(office)
    assert found["2"][6].level is Level.MISSING
    assert found["2.3"][6] == found["2.3"][5] == HeatCell(Level.SOME, 71)


def test_one_field_alone(office: Store) -> None:
    assert list(rows(office, field="2")) == ["2", "2.1", "2.2", "2.3"]


def test_targets_are_met_unmet_or_not_known(office: Store) -> None:
    enter(office, JULY, ratio("DUNG_HAN", 1, 1))
    found = rows(office, "ke-hoach-thu")
    assert found["I.1"][4].level is Level.MISSING
    assert found["I.1"][6].level is Level.MET
    assert found["I.2"][6].level is Level.UNMET
    assert found["I.3"][6].level is Level.AWAY
    assert found["II"][6] == HeatCell(Level.MISSING, counted=(0, 1))
    assert found["I"][6].counted == (1, 2)


def test_nearly_full_is_not_full() -> None:
    nearly = part_cell(Total(points=F(9999, 100), applicable_max=F(100), measured_max=F(100)), TableKind.POINTS)
    assert nearly == HeatCell(Level.MOST, 99)
    assert part_cell(Total(applicable_max=F(100)), TableKind.POINTS).level is Level.MISSING
    assert part_cell(Total(points=F(0), applicable_max=F(9), measured_max=F(9)), TableKind.POINTS).level is Level.NONE
