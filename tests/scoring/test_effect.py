"""Whatever two tables and whatever figures: the effects add up to the difference of the totals, to the last digit."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data.criteria.folder import SHIPPED, load_folders
from scoring.compare import Group, compare
from scoring.effect import Effect, effects
from scoring.expression import parse_expression
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import Interval, point
from scoring.piece import Piece, Term
from scoring.quantity import Quantity, State
from scoring.table import Gate, Leaf, Node, ScoredBy, Table
from scoring.totals import score_table

TABLES = list(load_folders([SHIPPED]).tables.values())
Part = Node | Leaf
Draw = Callable[[st.SearchStrategy[Any]], Any]


def figure(random: Random, indicator: Indicator) -> Quantity:
    """A year's figure of any state; a number anywhere that its kind allows."""
    state = random.choice([*[State.MEASURED] * 6, *State])
    if state is not State.MEASURED:
        return Quantity(state)
    if indicator.measure is Measure.RATIO or indicator.formation is Formation.MONTHS_COVERED:
        whole = random.choice([1, 12, 100, 499])
        part = random.randint(0, whole if indicator.part_of_whole else whole * 2)
        x = Fraction(part, whole)
        return Quantity(State.MEASURED, x, Fraction(part), Fraction(whole), bounds=point(x))
    x = {
        Measure.CHOICE: random.choice([*(option.value for option in indicator.options), Fraction(0)]),
        Measure.YES_NO: Fraction(random.randint(0, 1)),
        Measure.PERCENT: Fraction(random.randint(0, 1000), 1000),
    }.get(indicator.measure, Fraction(random.randint(0, 40), random.choice([1, 100])))
    return Quantity(State.MEASURED, x, bounds=point(x))


def mutated(draw: Draw, table: Table) -> Table:
    """``table`` with up to a dozen of its parts taken out, doubled, moved, renamed, capped or scored otherwise."""
    codes = sorted(table.indicators)
    touched = draw(
        st.dictionaries(st.sampled_from([p.id for _d, p in table.tree.walk()]), st.integers(0, 9), max_size=12)
    )
    children = tuple(one for part in table.tree.children for one in _changed(draw, part, touched, codes))
    tree = replace(table.tree, children=children)
    if draw(st.booleans()):
        tree = replace(tree, cap=draw(st.sampled_from([None, Fraction(40), Fraction(100)])))
    step = draw(st.sampled_from([table.step, Fraction(1, 4), Fraction(1, 1000)]))
    return replace(table, id="khac", tree=tree, step=step, rebase=draw(st.booleans()))


def _changed(draw: Draw, part: Part, touched: dict[str, int], codes: list[str]) -> list[Part]:
    how = touched.get(part.id)
    if isinstance(part, Node):
        children = tuple(one for child in part.children for one in _changed(draw, child, touched, codes))
        part = replace(part, children=children)
        if how in (0, 1):
            return list(children)  # its parts stand one level higher
        if how in (2, 3):
            part = replace(part, cap=Fraction(draw(st.integers(0, 8))), lowest=Fraction(-draw(st.integers(0, 2))))
        if how in (4, 5):
            code = draw(st.sampled_from(codes))
            gate = Gate(parse_expression(code), Interval(None, Fraction(1, 2)), missing_closes=how == 5)
            part = replace(part, gate=gate)
        return [replace(part, id=f"N{part.id}") if how == 6 else part]
    return {
        0: lambda: [],
        1: lambda: [part, replace(part, id=f"{part.id}.x")],
        2: lambda: [replace(part, id=f"X{part.id}")],
        3: lambda: [replace(part, title="Tên khác hẳn")],
        4: lambda: [_scaled(part, Fraction(3, 2))],
        5: lambda: [replace(part, nothing_arose=None)],
        6: lambda: [replace(part, scored_by=ScoredBy.APPRAISER, bonus=not part.bonus)],
        7: lambda: [replace(part, terms=tuple(replace(t, pieces=t.pieces[::-1]) for t in part.terms))],
        8: lambda: [replace(part, terms=tuple(_read(t, codes[0]) for t in part.terms))],
        9: lambda: [replace(part, lowest=Fraction(-1))],
        None: lambda: [part],
    }[how]()


def _scaled(leaf: Leaf, by: Fraction) -> Leaf:
    def scaled(piece: Piece) -> Piece:
        return replace(piece, intercept=piece.intercept * by, slope=piece.slope * by)

    terms = tuple(replace(term, pieces=tuple(map(scaled, term.pieces))) for term in leaf.terms)
    return replace(leaf, max=leaf.max * by, terms=terms)


def _read(term: Term, code: str) -> Term:
    return replace(term, input=parse_expression(code))


@st.composite
def compared(draw: Draw) -> tuple[Table, Table, dict[str, Quantity]]:
    before = draw(st.sampled_from(TABLES))
    same_kind = [table for table in TABLES if table.kind is before.kind]
    other = draw(st.sampled_from(same_kind)) if draw(st.integers(0, 3)) == 0 else before
    after = mutated(draw, other)
    random = Random(draw(st.integers(0, 10**6)))
    figures = {code: figure(random, one) for code, one in {**before.indicators, **after.indicators}.items()}
    return before, after, figures


@given(compared())
@settings(max_examples=120, deadline=None)
def test_the_effects_add_up_to_the_difference_of_the_totals(drawn: tuple[Table, Table, dict[str, Quantity]]) -> None:
    for before, after in ((drawn[0], drawn[1]), (drawn[1], drawn[0])):
        comparison = compare(before, after)
        first, second = score_table(before, drawn[2]), score_table(after, drawn[2])
        found = effects(comparison, first, second)
        lines = [*(one.effect for one in found.leaves), *(one.effect for one in found.held)]
        total = reduce(Effect.plus, lines, Effect())
        assert total == found.sum == found.difference
        for name in ("points", "sure", "possible", "met", "unmet", "unknown"):
            assert getattr(total, name) == getattr(second.total, name) - getattr(first.total, name), name
        for one in found.leaves:
            if not one.measured:
                assert one.effect.points == 0
                assert all(side.points is None for side in (one.before, one.after) if side is not None)
        # every part is told once, on its own side
        assert sorted(one.before.id for one in comparison.leaves if one.before) == sorted(x.id for x in before.leaves)
        assert sorted(one.after.id for one in comparison.leaves if one.after) == sorted(x.id for x in after.leaves)
        for change in (*comparison.leaves, *comparison.nodes):
            assert (change.group is Group.ADDED) == (change.before is None)
            assert (change.group is Group.REMOVED) == (change.after is None)
            assert change.group is not Group.UNCHANGED or not change.aspects
