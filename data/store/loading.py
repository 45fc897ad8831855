"""The criteria in the database: rewritten at each start, so that statements can join figures with leaves."""

import duckdb

from data.criteria.folder import Criteria
from scoring.exact import decimal_text
from scoring.table import Table


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
    for file in criteria.files:
        if file.table is not None:
            _write(root, file.table, file.path.name, file.sha256)


def _write(root: duckdb.DuckDBPyConnection, table: Table, name: str, sha256: str) -> None:
    root.execute(
        "INSERT INTO criteria_table VALUES (?, ?, ?, ?, ?, ?, ?)",
        [table.id, table.edition, table.kind.value, table.title, table.template, name, sha256],
    )
    leaves = [
        [table.id, at, leaf.id, table.field_of(leaf.id).id, leaf.title, decimal_text(leaf.max, 6), leaf.scored_by.value]
        for at, leaf in enumerate(table.leaves)
    ]
    root.executemany("INSERT INTO criteria_leaf VALUES (?, ?, ?, ?, ?, ?, ?)", leaves)
    indicators = [
        [table.id, i.code, i.title, i.measure.value, i.unit, i.formation.value] for i in table.indicators.values()
    ]
    root.executemany("INSERT INTO criteria_indicator VALUES (?, ?, ?, ?, ?, ?)", indicators)
    for unit in table.units:
        root.execute(
            "INSERT INTO unit SELECT ?, ?, ?, false WHERE NOT EXISTS (SELECT 1 FROM unit WHERE id = ?)",
            [unit.id, unit.name, unit.name_en, unit.id],
        )
