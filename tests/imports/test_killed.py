"""T34: an import that is killed in the middle stores all of its figures or none, and the next import works."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE

import pytest

from data.accounts.person import LOCAL
from data.evidence.sweep import sweep
from data.imports.confirm import confirm
from data.imports.preview import preview
from data.imports.template import make_workbook
from data.store.opening import Store, open_store
from data.units.known import KnownUnit
from scoring.indicator import Measure
from scoring.table import Table
from tests.imports.office import JUNE
from tests.imports.test_template import fill_in_form

UNIT = KnownUnit("so-cong-thuong-dien-bien", "Sở Công Thương tỉnh Điện Biên", "", False)
AROUND = 6  # BEGIN, who was last, file, number, import; COMMIT


def workbook(table: Table, empty: bytes, number: int) -> bytes:
    """The ``empty`` form of the shipped table with ``number`` in every figure."""
    figures = {
        code: (number, number)
        if one.measure is Measure.RATIO
        else (None, None, number / 100 if one.most is not None else number + 2)
        for code, one in table.indicators.items()
    }
    return fill_in_form(empty, figures)


def rows(store: Store) -> tuple[int, int]:
    """How many imports and how many figures there are."""
    count = "SELECT (SELECT count(*) FROM import_act), (SELECT count(*) FROM observation)"
    acts, figures = store.cursor().execute(count).fetchall()[0]
    return acts, figures


@pytest.fixture
def killed(repo_root: Path) -> Iterator[Callable[[Path, Path, int], None]]:
    """Starts an import, waits until it has stopped after so many statements, and kills it there."""
    command = [sys.executable, "-m", "tests.imports.paused_import"]
    with subprocess.Popen(command, cwd=repo_root, stdin=PIPE, stdout=PIPE, text=True) as forking:
        assert forking.stdin is not None and forking.stdout is not None

        def kill(folder: Path, file: Path, statements: int) -> None:
            print(json.dumps([str(folder), str(file), statements]), file=forking.stdin, flush=True)
            os.kill(int(forking.stdout.readline()), signal.SIGKILL)
            assert int(forking.stdout.readline()) == -signal.SIGKILL

        yield kill
        forking.stdin.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_twenty_kills(tmp_path: Path, killed: Callable[[Path, Path, int], None]) -> None:
    folder = tmp_path / "store"
    store = open_store(folder)
    table = store.criteria.tables["mau-so-100-diem"]
    empty = make_workbook(table, UNIT, JUNE)
    size = sum(not one.on_screen for one in table.indicators.values())
    last = size + AROUND
    points = [1, 2, 3, 4, 5, *(5 + size * part // 13 for part in range(1, 14)), last - 1, last]
    assert len(points) == 20 and size > 20
    for turn, statements in enumerate(points, start=1):
        file = tmp_path / "so-lieu_2022-06.xlsx"
        file.write_bytes(workbook(table, empty, 2 * turn))
        before = rows(store)
        store.close()
        killed(folder, file, statements)
        store = open_store(folder)
        committed = statements == last
        assert rows(store) == (before[0] + committed, before[1] + size * committed), f"after statement {statements}"
        assert not sweep(store).without_content and not sweep(store).unfinished
        next_one = workbook(table, empty, 2 * turn + 1)
        confirm(store, LOCAL, preview(store, LOCAL, table, UNIT.id, JUNE, file.name, next_one))
        assert rows(store) == (before[0] + committed + 1, before[1] + size * (committed + 1))
    store.close()
