"""The demo province: 20 departments that do not exist, the same figures every time, scored alike by both engines."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import duckdb
import pytest

from data.accounts.person import LOCAL
from data.bulk.whole_year import scores_of_year
from data.demo.building import DemoRefused
from data.demo.drawing import drawn, read_province
from data.demo.province import build_province
from data.exports.json_bloc import bloc_object
from data.figures.observation import NewFigure
from data.figures.reading import in_force, months_with_figures, quantities
from data.figures.writing import enter_figure
from data.scores.bloc import score_bloc
from data.store.opening import Store, open_store
from data.units.blocs import find_bloc
from data.units.known import add_unit, find_table, units
from scoring.period import Month
from scoring.totals import score_table
from scoring.year import Figure
from tests.commands.conftest import TEMPLATE
from tests.made_once import demo_province

BLOC = "tinh-minh-hoa"
DECEMBER = Month(2022, 12)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found = demo_province(tmp_path_factory.mktemp("province") / "store")
    yield found
    found.close()


def test_twenty_departments_have_a_year_and_all_of_it_is_demo(store: Store) -> None:
    members = [member.id for member in find_bloc(store, LOCAL, BLOC).members]
    known = {unit.id: unit for unit in units(store, LOCAL)}
    assert len(members) == 20 == len(read_province().units)
    assert set(members) == set(read_province().units)
    assert all(known[unit].demo and known[unit].name.endswith("(minh họa)") for unit in members)
    rows = store.cursor().execute("SELECT DISTINCT unit, demo, person FROM observation").fetchall()
    assert sorted(rows) == [(unit, True, "du-lieu-minh-hoa") for unit in sorted(members)]
    silent = read_province().silent
    for unit in members:
        expected = [Month(2022, n) for n in range(1, 13) if str(n) not in silent.get(unit, [])]
        assert months_with_figures(store, LOCAL, unit) == expected


def test_every_indicator_of_the_template_has_its_line_and_no_other(store: Store) -> None:
    assert read_province().figures.keys() == find_table(store, TEMPLATE).indicators.keys()


def test_the_same_file_draws_the_same_figures_and_another_seed_others(store: Store) -> None:
    province, table = read_province(), find_table(store, TEMPLATE)
    first, again = list(drawn(province, table)), list(drawn(read_province(), table))
    assert first == again
    assert province.draw("a", "b") == province.draw("a", "b") != province.draw("a", "c")
    dossiers = {
        (unit, month): raw
        for unit, month, indicator, raw in first
        if indicator.code == "HO_SO_DUNG_HAN" and raw.numerator.text
    }
    late = {(unit, month): raw for unit, month, indicator, raw in first if indicator.code == "HO_SO_QUA_HAN_XIN_LOI"}
    for key, raw in dossiers.items():  # what is late is what is not on time
        assert int(raw.denominator.text) - int(raw.numerator.text) == int(late[key].denominator.text)


def test_bulk_scores_equal_the_exact_evaluator_on_every_leaf(store: Store) -> None:
    table = find_table(store, TEMPLATE)
    members = [member.id for member in find_bloc(store, LOCAL, BLOC).members]
    kept = {unit: in_force(store, LOCAL, unit, 2022) for unit in members}
    observed: dict[str, dict[str, dict[int, Figure]]] = {unit: {} for unit in members}
    for unit, observations in kept.items():
        for one in observations:
            observed[unit].setdefault(one.indicator, {})[one.month.number] = one.figure
    asked = [(unit, number) for unit in members for number in (1, 2, 5, 7, 10, 11, 12)]
    found = scores_of_year(duckdb.connect(), [table], observed, asked)
    assert len(found) == len(asked) * len(table.leaves)
    exact = {
        (unit, number): score_table(
            table, quantities([o for o in kept[unit] if o.month.number <= number], table, Month(2022, number))
        )
        for unit, number in asked
    }
    for row in found:
        line = exact[row.unit, row.month].leaves[row.leaf]
        points = None if row.points is None else row.points * table.step
        assert (row.state, points, row.sure * table.step, row.possible * table.step) == (
            line.state,
            line.points,
            line.sure,
            line.possible,
        ), row


def test_the_departments_differ_and_stand_beside_each_other(store: Store) -> None:
    table, bloc = find_table(store, TEMPLATE), find_bloc(store, LOCAL, BLOC)
    scored = score_bloc(store, LOCAL, table, bloc, DECEMBER)
    rates = [line.index for line in scored.lines if line.index is not None]
    assert rates == sorted(rates, reverse=True) and len(set(rates)) == len(rates) == 20
    assert rates[0] - rates[-1] > Fraction(1, 4)
    assert scored.provisional and scored.demo
    owing = {line.member.id for line in scored.lines if not line.settled}
    assert owing == set(read_province().silent)
    assert all(line.best <= (line.rank or 1) <= line.worst for line in scored.lines if line.settled)
    applicable = {line.member.id: line.scored.score.total.applicable_max for line in scored.lines}
    assert applicable["minh-hoa-van-phong-ubnd"] < 100 == applicable["minh-hoa-so-noi-vu"]
    told = bloc_object(scored)
    assert told["demo"] is True and told["template"] is True and len(told["lines"]) == 20


def test_it_is_built_once_and_never_beside_real_figures(store: Store, tmp_path: Path) -> None:
    count = "SELECT count(*) FROM observation"
    before = store.cursor().execute(count).fetchall()
    build_province(store)
    assert store.cursor().execute(count).fetchall() == before
    real = open_store(tmp_path)
    try:
        add_unit(real, LOCAL, "so-that", "Sở thật")
        enter_figure(real, LOCAL, "so-that", DECEMBER, NewFigure("DOI_THOAI", value=Fraction(1)), seen=None)
        with pytest.raises(DemoRefused):
            build_province(real)
        assert {unit.id for unit in units(real, LOCAL)}.isdisjoint(read_province().units)
    finally:
        real.close()
