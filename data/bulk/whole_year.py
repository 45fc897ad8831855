"""From the months of many units to the scores of their year, in SQL from end to end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

import duckdb

from data.bulk.engine import BulkScore, read_scores, settle_marked
from data.bulk.integers import NARROW
from data.bulk.load import Loaded, UnitMonth, load_rules, load_units, outgrown, run_over, statement
from data.bulk.year import form_year, load_observations
from scoring.evaluator import Figures
from scoring.interval import Interval
from scoring.quantity import Quantity
from scoring.readings import Behind, figures_read
from scoring.table import Table
from scoring.year import Figure

Observed = Mapping[str, Mapping[str, Mapping[int, Figure]]]  # by unit, indicator code and month
Blocs = Mapping[str, Sequence[str]]  # by unit the others of its bloc
NOTHING: Observed = MappingProxyType({})
ALONE: Blocs = MappingProxyType({})


class _Years(Mapping[UnitMonth, Figures]):
    """A unit's year with its readings, formed by the kernel only when a marked row asks for it."""

    def __init__(
        self, tables: Sequence[Table], observed: Observed, asked: Sequence[UnitMonth], before: Observed, blocs: Blocs
    ) -> None:
        self.indicators = {code: one for table in tables for code, one in table.indicators.items()}
        self.names = (*self.indicators, *dict.fromkeys(key for table in tables for key in table.readings))
        self.observed = observed
        self.asked = asked
        self.before = before
        self.blocs = blocs
        self.formed: dict[UnitMonth, dict[str, Quantity]] = {}

    def __getitem__(self, at: UnitMonth) -> Figures:
        if at not in self.formed:
            unit, month = at
            others = {other: self.observed.get(other, {}) for other in self.blocs.get(unit, ())}
            behind = Behind(month, self.observed.get(unit, {}), self.before.get(unit, {}), others)
            self.formed[at] = figures_read(self.names, self.indicators, behind)
        return self.formed[at]

    def __iter__(self) -> Iterator[UnitMonth]:
        return iter(self.asked)

    def __len__(self) -> int:
        return len(self.asked)


def scores_of_year(
    connection: duckdb.DuckDBPyConnection,
    tables: Sequence[Table],
    observed: Observed,
    asked: Sequence[UnitMonth],
    *,
    before: Observed = NOTHING,
    blocs: Blocs = ALONE,
) -> list[BulkScore]:
    """The same answer as ``bulk_scores`` for the figures of ``asked``. One code has one definition.

    ``before`` are the months of the year before, ``blocs`` the other units beside each one; tables whose inputs read
    neither need neither. What a table reads beside the year so far is scored exactly, row by row.
    """
    years = _Years(tables, observed, asked, before, blocs)
    load_observations(
        connection,
        (
            (unit, code, month, came)
            for unit, codes in observed.items()
            for code, months in codes.items()
            for month, came in months.items()
        ),
    )
    form_year(connection, years.indicators, asked)
    units = load_units(connection, asked)
    loaded = _input(connection, replace(load_rules(connection, tables, NARROW), units=units))
    if outgrown(connection):
        loaded = _input(connection, replace(load_rules(connection, tables), units=units))
    connection.execute(statement("score"))
    settle_marked(connection, loaded, years)
    return read_scores(connection, loaded)


def _input(connection: duckdb.DuckDBPyConnection, loaded: Loaded) -> Loaded:
    run_over(connection, "read", ("term", "code", "instead", "choice", "parts"), _read(loaded))
    run_over(connection, "formula", ("term", "num", "den", "applies"), _formulas(loaded))
    bounds = connection.execute(statement("year_bounds")).fetchall()
    columns = ("term", "low_num", "high_num", "bound_den", "low", "high")
    run_over(connection, "vouched", columns, _vouched(loaded, bounds))
    connection.execute(statement("input_of_year"))
    return loaded


def _read(loaded: Loaded) -> Iterator[tuple[int, str | None, bool, str | None, bool]]:
    for leaf in loaded.scored:
        policy = leaf.leaf.nothing_arose
        for row, term in zip(leaf.terms, leaf.leaf.terms, strict=True):
            code = term.input.single
            known = code if code in leaf.table.indicators else None
            instead = policy is not None and policy.instead is not None
            yield row.term, known, instead, leaf.leaf.choice, leaf.leaf.parts_say


def _formulas(loaded: Loaded) -> Iterator[tuple[int, int, int, bool]]:
    """For each term of a leaf with formulas and each answer that any of them names: whether the term applies."""
    for leaf in loaded.leaves:
        answers = {answer for when, _formula in leaf.leaf.formulas for answer in when.values}
        for row, term in zip(leaf.terms, leaf.leaf.terms, strict=True):
            for answer in sorted(answers):
                yield row.term, *answer.as_integer_ratio(), term.when is not None and answer in term.when.values


def _vouched(
    loaded: Loaded, bounds: Sequence[tuple[str, int, int | None, int]]
) -> Iterator[tuple[int, int, int | None, int, int | None, int | None]]:
    for leaf in loaded.scored:
        for index, term in enumerate(leaf.leaf.terms):
            for code, low, high, bound in bounds:
                if term.input.single == code:
                    within = Interval(Fraction(low, bound), None if high is None else Fraction(high, bound))
                    points = leaf.vouched(index, term.input, within) or (None, None)
                    yield leaf.terms[index].term, low, high, bound, *points
