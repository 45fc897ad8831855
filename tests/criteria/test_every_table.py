"""What must hold for every shipped table, and for one with every form there is, whatever figures an office enters."""

from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from data.criteria.folder import SHIPPED, load_file, load_folders
from data.language import render
from scoring.evaluator import LeafScore, score_leaf
from scoring.explanation import explain, explain_gap
from scoring.gap import gap
from scoring.indicator import Formation
from scoring.quantity import Quantity, State
from scoring.table import Node, Table
from scoring.totals import TableScore, score_table
from scoring.year import Figure, year_figure
from tests.criteria.figures import DECEMBER, any_figure, any_months
from tests.criteria.test_worked_tables import in_both
from tests.scoring.test_properties import applied

WHOLE = load_file(Path(__file__).with_name("whole.yaml")).table
assert WHOLE is not None
TABLES = {**load_folders([SHIPPED]).tables, WHOLE.id: WHOLE}
YEARS = 25

Months = dict[str, dict[int, Figure]]


def months_of(table: Table, random: Random, *, full: float | None = None, away: bool = True) -> Months:
    return {code: any_months(one, random, full=full, away=away) for code, one in table.indicators.items()}


def figures_of(table: Table, months: Months) -> dict[str, Quantity]:
    return {code: year_figure(one, months[code], DECEMBER) for code, one in table.indicators.items()}


def within(line: LeafScore) -> bool:
    leaf = line.leaf
    held = leaf.lowest <= line.sure <= line.possible <= max(leaf.highest, Fraction(0))
    return held and (line.points is None or line.sure == line.points == line.possible)


def test_every_shipped_table_is_here() -> None:
    assert len(TABLES) == len(list(SHIPPED.glob("*.yaml"))) + 1
    assert {leaf.kind for table in TABLES.values() for leaf in table.leaves} >= {"parts", "formulas"}


@pytest.mark.parametrize("name", TABLES)
def test_points_stay_between_the_least_and_the_most(name: str) -> None:
    table, random = TABLES[name], Random(f"bounds {name}")
    for _year in range(YEARS):
        score = score_table(table, figures_of(table, months_of(table, random)))
        assert all(within(line) for line in score.leaves.values())
        for node in table.nodes:
            total = score.of(node)
            assert total.sure <= total.possible
            assert total.measured_max <= total.applicable_max <= total.max == node.base
            assert node.cap is None or total.points <= node.cap
        for line in score.leaves.values():
            for lang in ("vi", "en"):
                assert render(explain(line, table), lang)


@pytest.mark.parametrize("name", TABLES)
def test_the_next_figure_of_the_gap_really_earns_more(name: str) -> None:
    table, random = TABLES[name], Random(f"gap {name}")
    told = set()
    for _year in range(YEARS):
        figures = figures_of(table, months_of(table, random))
        score = score_table(table, figures)
        for leaf in table.leaves:
            line = score.leaves[leaf.id]
            found = gap(line, table)
            explain_gap(found, table)
            if found is None or line.points is None:
                continue
            assert found.more == leaf.highest - line.points
            for step in {found.next, found.full} - {None}:
                assert step is not None and step.points > line.points
                if step.input not in table.indicators:
                    continue  # an expression over several figures: it tells where to, not which of them
                for changed in applied(step, figures[step.input]):
                    after = score_leaf(leaf, {**figures, step.input: changed}, table)
                    assert after.points is not None and after.points >= step.points, (leaf.id, step, line.read)
                    told.add(leaf.id)
    assert told


def grown(before: TableScore, after: TableScore) -> list[str]:
    """The leaves and nodes whose range became wider."""
    ranges = [(leaf.id, before.leaves[leaf.id], after.leaves[leaf.id]) for leaf in before.table.leaves]
    wider = [name for name, one, two in ranges if two.sure < one.sure or two.possible > one.possible]
    nodes = [node for node in before.table.nodes if isinstance(node, Node)]
    totals = [(node.id, before.of(node), after.of(node)) for node in nodes]
    return wider + [name for name, one, two in totals if two.sure < one.sure or two.possible > one.possible]


@pytest.mark.parametrize("name", TABLES)
def test_a_figure_that_comes_never_makes_a_range_wider(name: str) -> None:
    table, random = TABLES[name], Random(f"filled {name}")
    for _year in range(3):
        months = months_of(table, random, full=0.6, away=False)
        figures = figures_of(table, months)
        missing = [(code, one) for code, one in table.indicators.items() if figures[code].state is State.MISSING]
        random.shuffle(missing)
        before = score_table(table, figures)
        for code, one in missing:
            owed = (DECEMBER,) if one.formation is Formation.ONCE else figures[code].missing_months
            for at in owed:
                months[code][at] = any_figure(one, random, away=False)
                known = {**figures, code: year_figure(one, months[code], DECEMBER)}
                after = score_table(table, known, before=(figures, before))
                assert grown(before, after) == [], (code, months[code])
                before, figures = after, known
        assert all(line.state is not State.MISSING or not within_reach(line) for line in before.leaves.values())


def within_reach(line: LeafScore) -> bool:
    """Whether a leaf is still missing although every figure that it reads has come."""
    return all(quantity.state is State.MEASURED for _code, quantity in line.read)


@pytest.mark.parametrize("name", TABLES)
def test_any_year_is_the_same_in_bulk(name: str) -> None:
    table, random = TABLES[name], Random(f"bulk {name}")
    in_both(table, [figures_of(table, months_of(table, random)) for _year in range(YEARS)])
