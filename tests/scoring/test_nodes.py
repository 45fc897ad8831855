"""Caps, gates, bonus and penalties on the way up the tree: the cases, and generated trees against plain enumeration."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import duckdb
import pytest

from data.bulk.engine import add_up, bulk_totals
from data.bulk.load import load_rules, statement
from data.criteria.compile import compile_table
from data.criteria.schema import TableKeys
from data.language import render
from scoring.evaluator import Figures
from scoring.exact import parse_exact, round_half_away
from scoring.expression import parse_expression
from scoring.held import explain_held
from scoring.indicator import Indicator, Measure
from scoring.interval import Interval, point
from scoring.kinds import KINDS
from scoring.lint import lint
from scoring.quantity import Quantity, State
from scoring.table import Gate, Leaf, Node, Table, TableKind
from scoring.totals import score_table
from tests.scoring import case_files
from tests.scoring.case_files import Case, Keys

SENTENCES = case_files.read(case_files.CASES / "nodes.yaml")["nodes"]
CASES = [Case("nodes.yaml", sentence, keys) for sentence in SENTENCES for keys in sentence["cases"]]
TOTALS = ("points", "sure", "possible", "applicable_max", "measured_max", "bonus", "lost")


def filled(node: Keys) -> dict[str, Any]:
    """A node of a case as a criteria file writes it."""
    found: dict[str, Any] = {"title": node["id"], **node}
    if "children" in node:
        found["children"] = [filled(child) for child in node["children"]]
        return found
    reference = {"place": "1", "quote": "điểm"}
    return found | {"input": f"X_{node['id'].upper()}", "rule": {"kind": "judgement"}, "reference": reference}


def leaf_ids(node: Keys) -> Iterator[str]:
    for child in node.get("children", []):
        yield from leaf_ids(child) if "children" in child else [child["id"]]


def table_of(sentence: Keys) -> Table:
    tree = [filled(node) for node in sentence["tree"]]
    codes = {f"X_{name.upper()}": "number" for node in tree for name in leaf_ids(node)}
    codes["G"] = sentence.get("measure", "yes_no")
    keys = {
        "id": "nodes", "edition": "1", "kind": "points", "status": "template", "title": "nodes",
        "indicators": {code: {"title": code, "measure": measure, "year": "once"} for code, measure in codes.items()},
        "tree": tree, **({"cap": sentence["cap"]} if "cap" in sentence else {}),
    }  # fmt: skip
    compiled = compile_table(TableKeys.model_validate(keys))
    assert not compiled.refused
    assert [(problem.code, problem.place) for problem in lint(compiled.table)] == []
    return compiled.table


def figure(text: str) -> Quantity:
    if text in {state.value for state in State}:
        return Quantity(State(text))
    if text.startswith("missing, at least "):
        return Quantity(State.MISSING, bounds=Interval(Fraction(text.rpartition(" ")[2]), None))
    return Quantity(State.MEASURED, parse_exact(text), bounds=point(parse_exact(text)))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_tree_holds(case: Case) -> None:
    table = table_of(case.sentence)
    names = {"G": "G"} | {leaf.id: f"X_{leaf.id.upper()}" for leaf in table.leaves}
    figures = {names[name]: figure(text) for name, text in case.keys["figures"].items()}
    score = score_table(table, figures)
    for name in TOTALS:
        if name in case.keys:
            assert getattr(score.total, name) == case.number(name), name
    for name in ("index", "index_sure", "index_possible"):
        if name in case.keys:
            share: Fraction | None = getattr(score.total, name)
            assert share is not None and round_half_away(share * 100, Fraction(1, 100)) == case.number(name), name
    told = {node.id: explain_held(node, score) for node in table.nodes}
    for node in table.nodes:
        if node.id in case.keys:
            assert score.of(node).points == case.number(node.id), node.id
        assert all(render(message, lang) for message in told[node.id] for lang in ("vi", "en"))
    if "told" in case.keys:
        assert [name for name, messages in told.items() if messages] == case.keys["told"]
    (row,) = bulk_totals(duckdb.connect(), [table], {("u", 1): figures})
    assert row[3:] == tuple(getattr(score.total, name) for name in TOTALS[:-1])


@dataclass
class Drawn:
    """A random tree as the law says it, apart from the kernel's own: bounds, gate (its code), children or leaves."""

    node: Node
    cap: Fraction | None = None
    lowest: Fraction | None = None
    gate: str | None = None
    closes_at: Fraction = Fraction(0)
    missing_closes: bool = False
    children: list["Drawn | Leaf"] = field(default_factory=list)


STEP = Fraction(1, 4)
JUDGEMENT = KINDS["judgement"]


def draw(random: Random, number: list[int], depth: int, *, bonus: bool) -> Drawn:
    """A node with leaves and, down to four levels, nodes below it; about every second one holds or closes."""
    found = Drawn(Node("", "", ()))
    for _child in range(random.randint(1, 3)):
        number[0] += 1
        name, of_bonus = f"N{number[0]}", bonus or random.random() < 0.15
        if depth < 3 and random.random() < 0.45:
            found.children.append(draw(random, number, depth + 1, bonus=of_bonus))
            continue
        most = STEP * random.choice([0, 4, 10, 20])
        least = -STEP * random.randint(1, 12) if random.random() < 0.3 or not most else Fraction(0)
        terms = JUDGEMENT.terms(JUDGEMENT.model.model_validate({}), most, parse_expression(name))
        found.children.append(Leaf(name, "", most, terms, "judgement", lowest=least, bonus=of_bonus))
    gate = None
    if random.random() < (0.4 if depth else 0.1):
        found.gate, found.closes_at = f"G{number[0]}_{depth}", Fraction(random.randint(0, 2))
        found.missing_closes = random.random() < 0.3
        closes = Interval(None, found.closes_at)
        gate = Gate(parse_expression(found.gate), closes, missing_closes=found.missing_closes)
    found.cap = STEP * random.randint(0, 40) if random.random() < 0.4 else None
    found.lowest = -STEP * random.randint(0, 12) if random.random() < 0.3 else None
    children = tuple(child.node if isinstance(child, Drawn) else child for child in found.children)
    name = f"K{number[0]}_{depth}"
    found.node = Node(name, "", children, None, cap=found.cap, lowest=found.lowest, gate=gate, bonus=bonus)
    return found


def by_law(drawn: Drawn, points: Mapping[str, Fraction], closed: Mapping[str, bool]) -> Fraction:
    """The points of a tree of which everything is known, straight from its sentences."""
    if drawn.gate is not None and closed[drawn.gate]:
        return Fraction(0)
    total = sum(
        (by_law(child, points, closed) if isinstance(child, Drawn) else points[child.id] for child in drawn.children),
        Fraction(0),
    )
    if drawn.lowest is not None and total < drawn.lowest:
        total = drawn.lowest
    return drawn.cap if drawn.cap is not None and total > drawn.cap else total


def base_by_law(drawn: Drawn, counted: set[str], unknown: set[str]) -> Fraction:
    """The maximum of the leaves counted, caps held; nothing below a gate that is not known."""
    if drawn.gate in unknown:
        return Fraction(0)
    total = Fraction(0)
    for child in drawn.children:
        if isinstance(child, Drawn):
            total += base_by_law(child, counted, unknown)
        elif child.id in counted and not child.bonus:
            total += child.max
    return total if drawn.cap is None else min(total, drawn.cap)


def gates(drawn: Drawn) -> Iterator[Drawn]:
    if drawn.gate is not None:
        yield drawn
    for child in drawn.children:
        if isinstance(child, Drawn):
            yield from gates(child)


def known(random: Random, leaf: Leaf) -> Quantity:
    kind = random.random()
    if kind < 0.18:
        return Quantity(State.MISSING)
    if kind < 0.24:
        return Quantity(State.NOT_APPLICABLE)
    x = leaf.lowest + STEP * random.randint(0, int((leaf.max - leaf.lowest) / STEP))
    return Quantity(State.MEASURED, x, bounds=point(x))


def gate_figure(random: Random) -> Quantity:
    kind = random.random()
    if kind < 0.2:
        return Quantity(State.MISSING, bounds=Interval(Fraction(random.randint(0, 2)), None))
    return Quantity(State.NOT_APPLICABLE) if kind < 0.25 else Quantity(State.MEASURED, Fraction(random.randint(0, 3)))


def world(seed: str, tables: int, units: int) -> tuple[list[Drawn], list[Table], dict[tuple[str, int], Figures]]:
    random = Random(seed)
    drawn = [draw(random, [1000 * number], 0, bonus=False) for number in range(tables)]
    made = []
    figures: dict[tuple[str, int], dict[str, Quantity]] = {(f"u{unit}", 1): {} for unit in range(units)}
    for number, tree in enumerate(drawn):
        leaves = tuple(tree.node.leaves())
        indicators = {leaf.id: Indicator(leaf.id, "", Measure.NUMBER) for leaf in leaves}
        indicators |= {g.gate: Indicator(g.gate, "", Measure.COUNT) for g in gates(tree) if g.gate is not None}
        made.append(Table(f"t{number}", "1", TableKind.POINTS, "", tree.node, indicators, step=STEP,
                          rebase=random.random() < 0.7))  # fmt: skip
        for found in figures.values():
            found |= {leaf.id: known(random, leaf) for leaf in leaves}
            found |= {g.gate: gate_figure(random) for g in gates(tree) if g.gate is not None}
    return drawn, made, figures


def test_generated_trees_three_ways() -> None:
    drawn, tables, figures = world("trees", 250, 80)
    rows = bulk_totals(duckdb.connect(), tables, figures)
    assert len(rows) == 250 * 80 >= 20_000
    enumerated = held = 0
    for unit, month, name, *got in rows:
        tree, table, quantities = drawn[int(name[1:])], tables[int(name[1:])], figures[unit, month]
        score = score_table(table, quantities)
        total = score.total
        where = (tree, quantities)
        assert got == [getattr(total, field) for field in TOTALS[:-1]], where
        low: dict[str, Fraction] = {}
        high: dict[str, Fraction] = {}
        counted: set[str] = set()
        applying: set[str] = set()
        for leaf in table.leaves:
            quantity = quantities[leaf.id]
            away = quantity.state is State.NOT_APPLICABLE
            given = Fraction(0) if table.rebase or leaf.bonus else leaf.max
            measured = given if away else quantity.x
            low[leaf.id], high[leaf.id] = (leaf.lowest, leaf.max) if measured is None else (measured, measured)
            applying |= {leaf.id} if not (away and table.rebase) else set()
            counted |= {leaf.id} if measured is not None and not (away and table.rebase) else set()
        said = {gate.gate: quantities[gate.gate] for gate in gates(tree) if gate.gate is not None}
        ways: dict[str, tuple[bool, ...]] = {}
        for gate in gates(tree):
            assert gate.gate is not None
            x, least = said[gate.gate].x, said[gate.gate].bounds.low
            if said[gate.gate].state is State.NOT_APPLICABLE:
                ways[gate.gate] = (False,)
            elif x is not None:
                ways[gate.gate] = (x <= gate.closes_at,)
            else:
                ways[gate.gate] = (False, True) if least is not None and least <= gate.closes_at else (False,)
        unknown = {code for code, possible in ways.items() if len(possible) == 2}
        open_leaves = [name for name in low if low[name] != high[name]]
        now = {name: low[name] if name in counted else Fraction(0) for name in low}
        shut = {code: possible[-1] for code, possible in ways.items()}  # what is not known does not count
        assert total.points == by_law(tree, now, shut), where
        excused = {g.gate for g in gates(tree) if g.gate is not None and g.missing_closes}
        assert total.measured_max == base_by_law(tree, counted, unknown - excused), where
        assert total.applicable_max == base_by_law(tree, applying, set()), where
        if len(open_leaves) + len(unknown) <= 6:
            results = [
                by_law(tree, low | dict(zip(open_leaves, ends, strict=True)), dict(zip(ways, closed, strict=True)))
                for ends in product(*((low[name], high[name]) for name in open_leaves))
                for closed in product(*ways.values())
            ]
            assert (total.sure, total.possible) == (min(results), max(results)), where
            enumerated += 1
        held += total.points != sum((score.of(leaf).points for leaf in table.leaves), Fraction(0))
        if unit == "u0":
            assert all(message.text for node in table.nodes for message in explain_held(node, score))
    assert enumerated > 15_000 and held > 5_000, (enumerated, held)


def test_a_table_that_only_adds_up_has_one_node() -> None:
    _drawn, tables, _figures = world("plain", 1, 1)
    (table,) = tables
    leaves = tuple(leaf for leaf in table.leaves if not leaf.bonus)
    plain = Table("p", "1", TableKind.POINTS, "", Node("t", "", (Node("k", "", leaves),)), table.indicators, step=STEP)
    connection = duckdb.connect()
    loaded = load_rules(connection, [plain])
    assert (loaded.deepest, loaded.gates) == (0, ())
    assert connection.execute("SELECT count(*) FROM temp.node").fetchall() == [(1,)]


def test_the_deepest_nodes_are_held_first() -> None:
    _drawn, tables, figures = world("deep", 40, 3)
    connection = duckdb.connect()
    bulk_totals(connection, tables, figures)
    loaded = load_rules(duckdb.connect(), tables)
    assert loaded.deepest >= 3
    before = connection.execute(statement("total")).fetchall()
    add_up(connection, loaded)
    assert connection.execute(statement("total")).fetchall() == before
