"""Leaves of several parts, generated: the law read directly, the evaluator, the SQL; a scale cut at its bounds."""

from dataclasses import dataclass
from fractions import Fraction
from random import Random

import duckdb
import pytest

from data.bulk.engine import bulk_scores
from data.bulk.whole_year import scores_of_year
from scoring.evaluator import LeafScore, score_leaf
from scoring.expression import parse_expression
from scoring.gap import gap
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import EVERYTHING, Interval
from scoring.kinds import KINDS
from scoring.kinds.rule import Rule
from scoring.part import held_within
from scoring.piece import Part, Piece, Term
from scoring.quantity import Quantity, State
from scoring.table import Combine, Leaf, Node, NothingArose, Table, TableKind
from scoring.year import Figure, year_figure
from tests.scoring import generated
from tests.scoring.kind_tests import KIND_TESTS
from tests.scoring.reading import rounded
from tests.scoring.test_properties import applied

WHOLE_LINE = ["proportional", "count_tiers", "judgement", "target", "interpolate", "per_item", "deduction"]
TABLES, UNITS = 120, 40


@dataclass
class Drawn:
    """One part as the law says it: its parameters, bounds, and what it earns when nothing arose."""

    kind: str
    rule: Rule
    code: str
    least: Fraction
    most: Fraction
    policy: NothingArose | None
    numbers: list[Fraction]

    def by_law(self, pair: generated.Pair) -> Fraction:
        points = KIND_TESTS[self.kind].read(self.rule, [pair], self.most)
        assert points is not None
        return max(self.least, min(self.most, points))


def draw(number: int, random: Random) -> tuple[Table, list[Drawn]]:
    step = random.choice(generated.STEPS)
    most = generated.maximum(random, step)
    least = -step * random.randint(0, 40) if random.random() < 0.3 else Fraction(0)
    combine = random.choice(list(Combine))
    parts, terms = [], []
    for at in range(random.randint(2, 4)):
        kind = random.choice(WHOLE_LINE)
        parameters = KIND_TESTS[kind].draw(random)
        rule = KINDS[kind].model.model_validate(parameters)
        own = random.choice([most, most / 2, most / 3])
        low = -own if random.random() < 0.2 else Fraction(0)
        code = f"X{number}_{at}"
        policies = [None, NothingArose(own), NothingArose(Fraction(0)), NothingArose(own / 3),
                    NothingArose(instead=parse_expression(f"Y{number}"))]  # fmt: skip
        policies += [NothingArose()] if combine is not Combine.SUM else []
        policy = random.choice(policies)
        part = Drawn(kind, rule, code, low, own, policy, KIND_TESTS[kind].bounds(parameters) or [Fraction(0), own])
        for term in KINDS[kind].terms(rule, own, parse_expression(code)):
            pieces = held_within(term.pieces, low, own)
            terms.append(Term(term.input, pieces, f"phần {at}", part=Part(at, own, policy)))
        parts.append(part)
    whole = random.choice([None, NothingArose(most), NothingArose(Fraction(0)), NothingArose()])
    leaf = Leaf(f"L{number}", "", most, tuple(terms), "parts", combine=combine, lowest=least, nothing_arose=whole)
    codes = [*(part.code for part in parts), f"Y{number}"]
    indicators = {
        code: Indicator(code, code, Measure.RATIO, part_of_whole=False, formation=Formation.LATEST) for code in codes
    }
    table = Table(f"t{number}", "1", TableKind.POINTS, "", Node("t", "", (leaf,), most), indicators,
                  step=step, rebase=random.random() < 0.5)  # fmt: skip
    return table, parts


def whole_by_law(leaf: Leaf, parts: list[Drawn], pairs: dict[str, generated.Pair], step: Fraction) -> object:
    """Points where every part has its figure (a denominator of 0 is nothing arose); else the word for the state."""
    empty = [part for part in parts if pairs[part.code][1] == 0]
    if len(empty) == len(parts) and leaf.nothing_arose is not None:
        return "away" if leaf.nothing_arose.points is None else rounded(leaf.nothing_arose.points, step)
    found: list[Fraction] = []
    for part in parts:
        pair = pairs[part.code]
        if pair[1]:
            found.append(part.by_law(pair))
        elif part.policy is None:
            return "missing"
        elif part.policy.instead is not None:
            other = pairs[f"Y{leaf.id[1:]}"]
            if not other[1]:
                return "missing"
            found.append(part.by_law(other))
        elif part.policy.points is not None:
            found.append(part.policy.points)
    if not found:
        return "away"
    whole = {Combine.SUM: sum(found, Fraction(0)), Combine.MAX: max(found), Combine.MIN: min(found)}[leaf.combine]
    return rounded(max(leaf.lowest, min(leaf.max, whole)), step)


def counted(pair: generated.Pair) -> Figure:
    return Figure(State.MEASURED, Fraction(pair[0] if pair[1] else 0), Fraction(pair[1]))


def scored(table: Table, pairs: dict[str, generated.Pair]) -> LeafScore:
    figures = {code: year_figure(one, {12: counted(pairs[code])} if code in pairs else {}, 12)
               for code, one in table.indicators.items()}  # fmt: skip
    return score_leaf(table.leaves[0], figures, table)


def figure(random: Random, numbers: list[Fraction]) -> generated.Pair:
    """Nothing arose one time in five; no more digits than the store keeps."""
    pair = (0, 0) if random.random() < 0.2 else generated.figure(random, numbers)
    return pair if max(abs(pair[0]), pair[1]) < 10**17 else (1, 2)


def test_generated_parts_three_ways() -> None:
    random = Random("parts")
    drawn = [draw(number, random) for number in range(TABLES)]
    observed: dict[str, dict[str, dict[int, Figure]]] = {}
    figures: dict[tuple[str, int], dict[str, Quantity]] = {}
    given: dict[str, dict[str, generated.Pair]] = {}
    tally = {"law": 0, "missing": 0, "away": 0, "open": 0}
    for at in range(UNITS):
        unit = f"u{at}"
        pairs: dict[str, generated.Pair] = {}
        observed[unit], figures[unit, 12], given[unit] = {}, {}, pairs
        for table, parts in drawn:
            numbers = [number for part in parts for number in part.numbers]
            for code, one in table.indicators.items():
                pair = figure(random, numbers)
                if random.random() < 0.85:
                    pairs[code] = pair
                    observed[unit][code] = {12: counted(pair)}
                months = observed[unit].get(code, {})
                figures[unit, 12][code] = year_figure(one, months, 12)
    tables = [table for table, _parts in drawn]
    rows = {(row.unit, row.table): row for row in bulk_scores(duckdb.connect(), tables, figures)}
    assert len(rows) == TABLES * UNITS
    assert scores_of_year(duckdb.connect(), tables, observed, list(figures)) == list(rows.values())
    for table, parts in drawn:
        (leaf,) = table.leaves
        for at in range(UNITS):
            pairs = given[f"u{at}"]
            line = score_leaf(leaf, figures[f"u{at}", 12], table)
            row = rows[f"u{at}", table.id]
            points = None if row.points is None else row.points * table.step
            got = (row.state, points, row.sure * table.step, row.possible * table.step)
            assert got == (line.state, line.points, line.sure, line.possible), (leaf, pairs)
            own = {code: pairs[code] for code in table.indicators if code in pairs}
            if len(own) == len(table.indicators):
                law = whole_by_law(leaf, parts, own, table.step)
                if law == "away":
                    assert line.state is State.NOT_APPLICABLE
                elif law == "missing":
                    assert (line.state, line.points) == (State.MISSING, None)
                else:
                    assert line.points == law, (leaf, own)
                tally[law if isinstance(law, str) else "law"] += 1
            elif all(pair[0] >= 0 for pair in own.values()):  # no count is below zero
                held_by_range(table, parts, own, line, random)
                tally["open"] += 1
    assert tally["law"] > 1000 and tally["away"] > 10 and tally["missing"] > 100 and tally["open"] > 1000, tally


def held_by_range(
    table: Table, parts: list[Drawn], known: dict[str, generated.Pair], line: LeafScore, random: Random
) -> None:
    """Whatever comes for what is missing, the points lie in the range that was told."""
    numbers = [number for part in parts for number in part.numbers]
    for _time in range(3):
        drawn = {code: figure(random, numbers) for code in table.indicators}
        counted_cases = {code: (abs(pair[0]), pair[1]) for code, pair in drawn.items()}
        full = {**counted_cases, **known}
        after = scored(table, full)
        assert line.sure <= after.sure and after.possible <= line.possible, (table.leaves, known, full)


def test_each_step_of_the_gap_really_earns_what_it_says_for_the_best_and_the_worst_part() -> None:
    random = Random("gap of parts")
    told = dict.fromkeys(Combine, 0)
    for number in range(200):
        table, parts = draw(number, random)
        (leaf,) = table.leaves
        for _time in range(6):
            pairs = {code: generated.figure(random, [n for part in parts for n in part.numbers])
                     for code in table.indicators}  # fmt: skip
            figures = {code: year_figure(one, {12: counted(pairs[code])}, 12) for code, one in table.indicators.items()}
            before = score_leaf(leaf, figures, table)
            found = gap(before, table)
            if found is None or before.points is None:
                continue
            for step in {found.next, found.full} - {None}:
                assert step is not None and step.part
                for changed in applied(step, figures[step.input]):
                    after = score_leaf(leaf, {**figures, step.input: changed}, table)
                    assert after.points is not None and before.points < step.points <= after.points, (leaf, step)
                    told[leaf.combine] += 1
    assert min(told.values()) > 100, told


@pytest.mark.parametrize("slope", [Fraction(2), Fraction(-2), Fraction(0)])
def test_a_scale_is_cut_where_it_passes_its_bounds(slope: Fraction) -> None:
    random = Random(f"cut {slope}")
    for _time in range(300):
        low = Fraction(random.randint(-8, 8), 2)
        ends = random.choice([(None, None), (low, None), (None, low), (low, low + 3), (low, low)])
        interval = Interval(
            *ends, random.random() < 0.5 or ends[0] == ends[1], random.random() < 0.5 or ends[0] == ends[1]
        )
        piece = Piece(interval, Fraction(random.randint(-4, 4)), slope, "chữ")
        least = Fraction(random.randint(-3, 1))
        most = least + random.randint(0, 4)
        pieces = held_within([piece], least, most)
        assert {part.words for part in pieces} <= {"chữ"}
        for x in (Fraction(number, 4) for number in range(-40, 41)):
            holding = [part for part in pieces if x in part.interval]
            assert len(holding) == (x in interval)
            assert not holding or holding[0].points(x) == min(max(piece.points(x), least), most)


def test_a_scale_within_its_bounds_stays_as_it_is() -> None:
    pieces = tuple(KINDS["proportional"].terms(
        KINDS["proportional"].model.model_validate({"floor": "70%"}), Fraction(2), parse_expression("X")
    )[0].pieces)  # fmt: skip
    assert held_within(pieces, Fraction(0), Fraction(2)) == pieces
    assert held_within([Piece(EVERYTHING, Fraction(5))], Fraction(0), Fraction(2)) == (Piece(EVERYTHING, Fraction(2)),)
