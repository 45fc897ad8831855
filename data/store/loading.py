"""The criteria in the database: rewritten at each start, so that statements can join figures with leaves."""

import duckdb

from data.criteria.folder import Criteria
from scoring.exact import decimal_text

# One statement a relation, a list a column: row by row, each start of the product waits most of a second for it.
TABLES = """INSERT INTO criteria_table
SELECT unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)"""
LEAVES = """INSERT INTO criteria_leaf
SELECT unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)"""
INDICATORS = """INSERT INTO criteria_indicator
SELECT unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)"""
UNITS = """INSERT INTO unit SELECT *, false FROM (SELECT unnest(?) AS id, unnest(?), unnest(?)) AS given
WHERE given.id NOT IN (SELECT id FROM unit)"""


def load_criteria(root: duckdb.DuckDBPyConnection, criteria: Criteria) -> None:
    """Replace the loaded criteria by ``criteria`` in one transaction, and make known the units they were issued for."""
    root.execute("BEGIN TRANSACTION")
    write_criteria(root, criteria)
    root.execute("COMMIT")


def write_criteria(root: duckdb.DuckDBPyConnection, criteria: Criteria) -> None:
    """The same within the caller's transaction."""
    root.execute("DELETE FROM criteria_table")
    root.execute("DELETE FROM criteria_leaf")
    root.execute("DELETE FROM criteria_indicator")
    loaded = [(file.table, file) for file in criteria.files if file.table is not None]
    tables = [
        (table.id, table.edition, table.kind.value, table.title, table.template, file.path.name, file.sha256)
        for table, file in loaded
    ]
    leaves = [
        (table.id, at, leaf.id, table.field_of(leaf.id).id, leaf.title, decimal_text(leaf.max, 6), leaf.scored_by.value)
        for table, _file in loaded
        for at, leaf in enumerate(table.leaves)
    ]
    indicators = [
        (table.id, one.code, one.title, one.measure.value, one.unit, one.formation.value)
        for table, _file in loaded
        for one in table.indicators.values()
    ]
    units: dict[str, tuple[str, str, str]] = {}
    for table, _file in loaded:
        for unit in table.units:
            units.setdefault(unit.id, (unit.id, unit.name, unit.name_en))
    for statement, rows in ((TABLES, tables), (LEAVES, leaves), (INDICATORS, indicators), (UNITS, [*units.values()])):
        if rows:
            root.execute(statement, [list(column) for column in zip(*rows, strict=True)])
