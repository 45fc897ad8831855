"""Rules and figures as temporary relations of one DuckDB connection.

Their whole numbers have 64 bits where every product fits, else 128: the type ``whole``, of this connection. Points of
leaves have 32 bits where the rules' bounds fit, else 64: the type ``steps``. Both types and everything else are of this
connection alone; the store's own tables are neither read nor written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]  # ships no types; comes with Streamlit

from data.bulk.integers import CODES, EXACT, NARROW, WIDE, CompiledLeaf, LeafRow, PieceRow, TermRow, compile_leaves
from data.bulk.nodes import NodeRow, compile_nodes
from scoring.evaluator import Figures
from scoring.expression import Expression, evaluate
from scoring.interval import EVERYTHING, Interval
from scoring.quantity import Quantity, State, combined_state
from scoring.table import Table

UnitMonth = tuple[str, int]
BulkFigures = Mapping[UnitMonth, Figures]

_SQL = Path(__file__).parent


class InputRow(NamedTuple):
    """One term's x for a unit and month, numbered as in temp.unit_month."""

    unit_month: int
    term: int
    state: int
    num: int | None
    den: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True)
class Loaded:
    """What the numbers in the relations stand for: leaves and units by position."""

    tables: tuple[Table, ...]
    leaves: tuple[CompiledLeaf, ...]
    units: tuple[str, ...] = ()
    gates: tuple[CompiledLeaf, ...] = ()
    deepest: int = 0  # of the nodes that hold or close; 0 where no table has one

    @property
    def scored(self) -> tuple[CompiledLeaf, ...]:
        """All that the statement scores: leaves and gates."""
        return self.leaves + self.gates

    def numbered(self, leaf: int) -> CompiledLeaf:
        """The leaf of a number; below 0 it is a gate."""
        return self.leaves[leaf] if leaf >= 0 else self.gates[-1 - leaf]


def statement(name: str) -> str:
    """The text of ``data/bulk/<name>.sql``."""
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")


def load_rules(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], limit: int = WIDE) -> Loaded:
    """Create temp.node, temp.leaf, temp.term and temp.piece, and from them temp.line, temp.look, temp.level,
    temp.place and temp.worth.
    ``limit`` bounds every product: ``WIDE`` or ``NARROW`` (something else only in tests).
    """
    nodes = compile_nodes(tables)
    leaves = tuple(compile_leaves(tables, nodes, limit))
    load_rows(
        connection,
        [node.row for node in nodes],
        [leaf.row for leaf in leaves],
        [term for leaf in leaves for term in leaf.terms],
        [piece for leaf in leaves for piece in leaf.pieces],
    )
    return Loaded(
        tables=tuple(tables),
        leaves=tuple(leaf for leaf in leaves if leaf.row.leaf >= 0),
        gates=tuple(leaf for leaf in leaves if leaf.row.leaf < 0),
        deepest=max((node.row.depth for node in nodes), default=0),
    )


def load_rows(
    connection: duckdb.DuckDBPyConnection,
    nodes: Sequence[NodeRow],
    leaves: Sequence[LeafRow],
    terms: Sequence[TermRow],
    pieces: Sequence[PieceRow],
) -> None:
    """The rules' relations, 64 bits wide if the terms were compiled so and no coefficient is too large for it."""
    narrow = all(term.size > 0 and term.beyond <= NARROW for term in terms)
    connection.execute(statement("narrow" if narrow else "wide"))
    connection.execute(statement("few" if all(leaf.few for leaf in leaves) else "many"))
    run_over(connection, "node", NodeRow._fields, nodes)
    run_over(connection, "leaf", LeafRow._fields, leaves)
    run_over(connection, "term", TermRow._fields, terms)
    run_over(connection, "piece", PieceRow._fields, pieces)
    for made in ("line", "look", "level", "place", "worth"):
        connection.execute(statement(made))


def outgrown(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether a figure in temp.input is larger than the statement may multiply with the rules as loaded."""
    return bool(connection.execute(statement("outgrown")).fetchall())


def load_figures(connection: duckdb.DuckDBPyConnection, rules: Loaded, figures: BulkFigures) -> Loaded:
    """Create temp.input from the quantities of each unit and month, readings included; an absent one is missing."""
    units = load_units(connection, figures)
    ranges: _Ranges = {}
    rows = (
        InputRow(number, term, *known)
        for number, quantities in enumerate(figures.values())
        for leaf in rules.scored
        for term, known in _leaf_inputs(leaf, quantities, ranges)
    )
    run_over(connection, "input", InputRow._fields, rows)
    return replace(rules, units=units)


def load_units(connection: duckdb.DuckDBPyConnection, asked: Iterable[UnitMonth]) -> tuple[str, ...]:
    """Create temp.unit_month, numbered in the order asked for; the units in the order of their own numbers."""
    pairs = list(dict.fromkeys(asked))
    numbers = {unit: number for number, unit in enumerate(dict.fromkeys(unit for unit, _month in pairs))}
    rows = ((at, numbers[unit], unit, month) for at, (unit, month) in enumerate(pairs))
    run_over(connection, "unit_month", ("unit_month", "unit", "name", "month"), rows)
    return tuple(numbers)


def run_over(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Run the named statement over ``rows``, handed over as text: Arrow has no 128-bit integer."""
    given: list[list[str | None]] = [[] for _column in columns]
    for row in rows:
        for column, value in zip(given, row, strict=True):
            column.append(None if value is None else str(value))
    arrays: list[Any] = [pa.array(column, pa.string()) for column in given]
    connection.register("bulk_rows", pa.table(arrays, names=list(columns)))
    try:
        connection.execute(statement(name))
    finally:
        connection.unregister("bulk_rows")


_Known = tuple[int, int | None, int | None, int | None, int | None]  # state, num, den, low, high
_Ranges = dict[tuple[int, str, Interval], tuple[int, int] | None]


_EXACTLY: _Known = (EXACT, None, None, None, None)


def _leaf_inputs(leaf: CompiledLeaf, figures: Figures, ranges: _Ranges) -> Iterator[tuple[int, _Known]]:
    """What is known of each term; of several formulas, only the terms of the one that applies."""
    applying = _applying(leaf, figures)
    inputs = [leaf.leaf.terms[index].input for index in applying]
    quantities = [evaluate(read, figures) for read in inputs]
    policy = leaf.leaf.nothing_arose
    instead = policy is not None and policy.instead is not None
    known = combined_state(quantities) is State.MEASURED
    # What another input would give, formula by formula, and what a part earns by itself, is not in the rows.
    if not applying or (not known and ((leaf.leaf.choice is not None and instead) or leaf.leaf.parts_say)):
        yield leaf.terms[0].term, _EXACTLY
        return
    for other in policy.inputs if policy is not None else ():
        if not all(quantity.state is State.NOTHING_AROSE for quantity in quantities):
            break
        inputs = [other for _term in inputs]
        quantities = [evaluate(other, figures) for _term in inputs]
    for index, read, quantity in zip(applying, inputs, quantities, strict=True):
        yield leaf.terms[index].term, _known(leaf, index, read, quantity, ranges)


def _applying(leaf: CompiledLeaf, figures: Figures) -> list[int]:
    """The terms of the formula that applies, or all of one rule; empty while the formula is not known."""
    terms = leaf.leaf.terms
    if leaf.leaf.choice is None:
        return list(range(len(terms)))
    choice = figures.get(leaf.leaf.choice)
    if choice is None or choice.state is not State.MEASURED:
        return []
    return [index for index, term in enumerate(terms) if term.when is not None and choice.x in term.when.values]


def _known(leaf: CompiledLeaf, index: int, read: Expression, quantity: Quantity, ranges: _Ranges) -> _Known:
    if quantity.state is State.MEASURED and quantity.x is not None:
        num, den = quantity.x.as_integer_ratio()
        fits = -WIDE < num < WIDE and den < WIDE
        return (CODES[State.MEASURED], num, den, None, None) if fits else _EXACTLY
    if read == leaf.leaf.terms[index].input and quantity.bounds == EVERYTHING:
        return CODES[quantity.state], None, None, None, None
    key = (leaf.terms[index].term, read.source, quantity.bounds)
    if key not in ranges:
        ranges[key] = leaf.vouched(index, read, quantity.bounds)
    found = ranges[key]
    if found is None:
        return _EXACTLY
    return CODES[quantity.state], None, None, *found
