"""One unit's year, twelve months and every leaf: ``python tests/benchmarks/unit_year.py [table mau-so-100-diem]``.

Once by the evaluator alone, from the year's quantities; once as the pages have it, from the store (figures in force,
the year formed, all leaves scored and added up for each month). The best of the rounds: the rest is the machine's load.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from data.accounts.person import DEMO
from data.demo.building import build_demo
from data.figures.reading import in_force, quantities
from data.scores.trend import trend
from data.scores.unit import score_unit
from data.store.opening import open_store
from scoring.period import Month
from scoring.table import Table
from scoring.totals import score_table

UNIT, YEAR, ROUNDS = "so-cong-thuong-dien-bien", 2022, 15


def best(name: str, work: Callable[[], object]) -> None:
    took = []
    for _round in range(ROUNDS):
        started, busy = perf_counter(), process_time()
        work()
        took.append((perf_counter() - started, process_time() - busy))
    clock, busy = (min(of) * 1000 for of in zip(*took, strict=True))
    print(f"{name:<44}{clock:8.1f} ms {busy:8.1f} ms of processor", flush=True)


def tell(table: Table, folder: Path) -> None:
    store = open_store(folder)
    try:
        build_demo(store)
        months = [Month(YEAR, number) for number in range(1, 13)]
        observations = in_force(store, DEMO, UNIT, YEAR)
        formed = [quantities([o for o in observations if o.month <= month], table, month) for month in months]
        print(f"{table.id}: {len(table.leaves)} leaves x 12 months, {len(observations)} figures of the year")
        best("the evaluator, from the year's quantities", lambda: [score_table(table, of) for of in formed])
        best(
            "the year formed from figures in force",
            lambda: [quantities(observations, table, month) for month in months],
        )
        best("the store's figures in force, once", lambda: in_force(store, DEMO, UNIT, YEAR))
        best("the trend of the overview, December", lambda: trend(store, DEMO, table, UNIT, months[-1]))
        best("one month of the pages", lambda: score_unit(store, DEMO, table, UNIT, months[-1]))
        best(
            "twelve months of the pages, one by one", lambda: [score_unit(store, DEMO, table, UNIT, m) for m in months]
        )
    finally:
        store.close()


def main(name: str = "mau-so-100-diem") -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "tables")
        table = store.criteria.tables[name]
        store.close()
        tell(table, Path(folder) / "demo")


if __name__ == "__main__":
    main(*sys.argv[1:2])
