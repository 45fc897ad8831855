"""A process that imports a workbook and stops for good after the k-th statement of the transaction, to be killed there.

Arguments: the store's folder, the workbook, k. Prints one line when it has stopped.
"""

import sys
import time
from pathlib import Path
from typing import Any

import duckdb

from data.accounts.person import LOCAL
from data.imports.confirm import confirm
from data.imports.preview import preview
from data.store.opening import open_store
from scoring.period import Month


class Paused:
    """A cursor that goes to sleep after a number of statements."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, statements: int) -> None:
        self.cursor, self.left = cursor, statements

    def execute(self, *arguments: Any) -> duckdb.DuckDBPyConnection:
        result = self.cursor.execute(*arguments)
        self.left -= 1
        if not self.left:
            print("stopped", flush=True)
            time.sleep(120)
        return result


if __name__ == "__main__":
    folder, workbook, statements = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    store = open_store(folder)
    table = store.criteria.tables["mau-so-100-diem"]
    seen = preview(
        store, LOCAL, table, "so-cong-thuong-dien-bien", Month(2022, 6), workbook.name, workbook.read_bytes()
    )
    cursor = store.cursor
    store.cursor = lambda: Paused(cursor(), statements)  # type: ignore[assignment, method-assign, return-value]
    confirm(store, LOCAL, seen)
    print("ended", flush=True)
