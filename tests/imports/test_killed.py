"""T34: an import that is killed in the middle stores all of its figures or none, and the next import works."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.evidence.sweep import sweep
from data.imports.confirm import confirm
from data.imports.preview import preview
from data.imports.template import make_workbook
from data.store.opening import Store, open_store
from data.units.known import KnownUnit
from scoring.indicator import Measure
from tests.imports.office import JUNE
from tests.imports.test_template import fill_in_form

UNIT = KnownUnit("so-cong-thuong-dien-bien", "Sở Công Thương tỉnh Điện Biên", "", False)
AROUND = 6  # BEGIN, who was last, file, number, import; COMMIT


def workbook(store: Store, number: int) -> bytes:
    """The form of the shipped table with ``number`` in every figure."""
    table = store.criteria.tables["mau-so-100-diem"]
    figures = {
        code: (number, number)
        if one.measure is Measure.RATIO
        else (None, None, number / 100 if one.most is not None else number + 2)
        for code, one in table.indicators.items()
    }
    return fill_in_form(make_workbook(table, UNIT, JUNE), figures)


def rows(store: Store) -> tuple[int, int]:
    """How many imports and how many figures there are."""
    count = "SELECT (SELECT count(*) FROM import_act), (SELECT count(*) FROM observation)"
    acts, figures = store.cursor().execute(count).fetchall()[0]
    return acts, figures


def killed(folder: Path, file: Path, statements: int, root: Path) -> None:
    """Start the import, wait until it has stopped after so many statements, and kill it there."""
    command = [sys.executable, "-m", "tests.imports.paused_import", str(folder), str(file), str(statements)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        line = child.stdout.readline().strip()
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    assert line == "stopped"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_twenty_kills(tmp_path: Path, repo_root: Path) -> None:
    folder = tmp_path / "store"
    store = open_store(folder)
    table = store.criteria.tables["mau-so-100-diem"]
    size = sum(not one.on_screen for one in table.indicators.values())
    last = size + AROUND
    points = [1, 2, 3, 4, 5, *(5 + size * part // 13 for part in range(1, 14)), last - 1, last]
    assert len(points) == 20 and size > 20
    for turn, statements in enumerate(points, start=1):
        file = tmp_path / "so-lieu_2022-06.xlsx"
        file.write_bytes(workbook(store, 2 * turn))
        before = rows(store)
        store.close()
        killed(folder, file, statements, repo_root)
        store = open_store(folder)
        committed = statements == last
        assert rows(store) == (before[0] + committed, before[1] + size * committed), f"after statement {statements}"
        assert not sweep(store).without_content and not sweep(store).unfinished
        next_one = workbook(store, 2 * turn + 1)
        confirm(store, LOCAL, preview(store, LOCAL, table, UNIT.id, JUNE, file.name, next_one))
        assert rows(store) == (before[0] + committed + 1, before[1] + size * (committed + 1))
    store.close()
