"""Imports that stop for good after the k-th statement of their transaction, to be killed there.

Started as ``python -m tests.imports.paused_import``: one request a line (JSON: the store's folder, the workbook, k).
Each import is a process of its own, forked when all modules and the shipped tables are read already. It prints its
process id when it has stopped; how it ended (the negative number of the signal) is printed when it is gone.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

import duckdb

from data.accounts.person import LOCAL
from data.criteria.folder import SHIPPED, load_folders
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
            print(os.getpid(), flush=True)
            time.sleep(120)
        return result


def run(folder: str, file: str, statements: int) -> NoReturn:
    """In the forked process: import, and stop on the way."""
    store, workbook = open_store(Path(folder)), Path(file)
    table = store.criteria.tables["mau-so-100-diem"]
    seen = preview(
        store, LOCAL, table, "so-cong-thuong-dien-bien", Month(2022, 6), workbook.name, workbook.read_bytes()
    )
    cursor = store.cursor
    store.cursor = lambda: Paused(cursor(), statements)  # type: ignore[assignment, method-assign, return-value]
    confirm(store, LOCAL, seen)
    os._exit(0)


if __name__ == "__main__":
    load_folders([SHIPPED])  # read once, for all
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(*json.loads(line))
        _pid, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
