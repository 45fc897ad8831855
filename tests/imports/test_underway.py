"""T33: whoever imports the same unit and month while it is being written is told so at once, and loses nothing."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.accounts.person import LOCAL, Person
from data.imports.confirm import ImportRefused, confirm
from data.imports.preview import Preview
from data.imports.template import make_workbook
from data.language import render
from data.store.opening import Store, StoreHeld, open_store
from scoring.period import Month
from tests.imports.office import JUNE, form, look, stored
from tests.imports.test_killed import UNIT as KILLED_UNIT
from tests.imports.test_killed import workbook

AN = Person("an", "Phòng Một")


class Stopping:
    """A cursor that waits after its first statement until it may go on."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, begun: threading.Event, go_on: threading.Event) -> None:
        self.cursor, self.begun, self.go_on = cursor, begun, go_on

    def execute(self, *arguments: Any) -> duckdb.DuckDBPyConnection:
        result = self.cursor.execute(*arguments)
        self.begun.set()
        assert self.go_on.wait(60)
        return result


@contextmanager
def importing(store: Store, seen: Preview) -> Iterator[None]:
    """Inside, another thread stands in the middle of its import of ``seen``; after it, that import is done."""
    begun, go_on = threading.Event(), threading.Event()
    cursor = store.cursor
    worker = threading.Thread(target=lambda: confirm(store, AN, seen))
    store.cursor = lambda: Stopping(cursor(), begun, go_on)  # type: ignore[assignment, method-assign, return-value]
    worker.start()
    try:
        assert begun.wait(60)
        store.cursor = cursor  # type: ignore[method-assign]
        yield
    finally:
        go_on.set()
        worker.join(60)
    assert not worker.is_alive()


def test_a_second_import_of_the_same_month_is_told_who_is_at_it(office: Store) -> None:
    first, second = look(office, form()), look(office, form(["DOI_THOAI", None, None, 9, None]))
    with importing(office, first):
        with pytest.raises(ImportRefused) as refused:
            confirm(office, LOCAL, second)
        (problem,) = refused.value.problems
        assert problem.code == "I153"
        said = render(problem.message, "vi")
        assert "Đang có người nạp" in said and "6/2022" in said and "Phòng Một" in said
        assert "Chưa lưu gì" in render(problem.remedy, "vi")
    assert stored(office)["DOI_THOAI"].value == 3
    # The figures moved meanwhile: the cure is the new preview, and it works
    with pytest.raises(ImportRefused) as refused:
        confirm(office, LOCAL, second)
    assert [one.code for one in refused.value.problems] == ["I151"]
    confirm(office, LOCAL, look(office, second.content))
    assert stored(office)["DOI_THOAI"].value == 9


def test_after_an_import_that_failed_nobody_is_at_it_any_more(office: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = look(office, form())
    with monkeypatch.context() as broken:
        broken.setattr("data.imports.confirm.append", lambda *_a, **_k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            confirm(office, LOCAL, seen)
    confirm(office, LOCAL, seen)
    assert len(stored(office)) == 5


def test_another_unit_or_month_waits_its_turn_and_is_stored(office: Store) -> None:
    july = form(["DOI_THOAI", None, None, 4, None], title="BIỂU SỐ LIỆU THÁNG 7 NĂM 2022")
    other = look(office, july, month=Month(2022, 7))
    waiting = threading.Thread(target=lambda: confirm(office, LOCAL, other))
    with importing(office, look(office, form())):
        waiting.start()
    waiting.join(60)
    assert {one.month.number for one in stored_all(office)} == {6, 7}


def stored_all(store: Store) -> list[Any]:
    from data.figures.reading import in_force

    return in_force(store, LOCAL, "so-thu", 2022)


def test_a_second_process_is_told_that_somebody_may_be_importing(tmp_path: Path, repo_root: Path) -> None:
    store = open_store(tmp_path / "store")
    file = tmp_path / "so-lieu_2022-06.xlsx"
    table = store.criteria.tables["mau-so-100-diem"]
    file.write_bytes(workbook(table, make_workbook(table, KILLED_UNIT, JUNE), 2))
    store.close()
    command = [sys.executable, "-m", "tests.imports.paused_import"]
    with subprocess.Popen(command, cwd=repo_root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None and child.stdout is not None
        print(json.dumps([str(tmp_path / "store"), str(file), 8]), file=child.stdin, flush=True)
        stopped = int(child.stdout.readline())  # the process that holds the store
        try:
            with pytest.raises(StoreHeld) as held:
                open_store(tmp_path / "store")
        finally:
            os.kill(stopped, signal.SIGKILL)
            child.stdin.close()
    (problem,) = held.value.problems
    assert problem.code == "S001" and str(stopped) in render(problem.message, "vi")
    assert "đang có người nạp" in render(problem.message, "vi")
