"""Demo stores, made once in a whole run of the tests and copied to whoever wants one: a demo year is thirty workbooks.

Two workers of one run share what is made. Whoever tests the making itself (``tests/demo``) makes its own.
"""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

from data.demo.building import build_demo
from data.demo.province import build_province
from data.store.opening import Store, open_store

shared = Path()  # the folder of the run, set by ``conftest.py``


def demo_year(folder: Path, months: int = 12) -> Store:
    """The open store in the new ``folder``: the demo department as of the end of its first ``months``."""
    return _copied(folder, f"demo-{months}", lambda store: build_demo(store, months))


def demo_province(folder: Path) -> Store:
    """The open store in the new ``folder``: the demo province with its year."""
    return _copied(folder, "province", build_province)


def _copied(folder: Path, name: str, build: Callable[[Store], None]) -> Store:
    made = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            making = made.with_suffix(".part")
            shutil.rmtree(making, ignore_errors=True)
            store = open_store(making)
            build(store)
            store.close()
            making.rename(made)
    shutil.copytree(made, folder)
    return open_store(folder)
