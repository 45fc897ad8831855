"""Bulk scoring beside numpy and pandas: ``python tests/benchmarks/bulk.py [units 4000] [months 36] [rounds 3]``.

The whole job, the same for each: figures of 120 leaves read out of a DuckDB file, every leaf scored, tables added up,
scores and totals left in relations of the connection. It prints figures and judges only equality: times depend on the
machine and its load, so the ratios of one run are what counts. The engines take turns; the best of the rounds is
printed, and the most memory the process had at any time while the engine ran (Linux).
"""

import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from exactly import different_from_evaluator
from rules import LEAVES, Rules

from data.bulk.load import load_rows, statement

SLICE = 250  # units at a time, for the engines that hold all columns of a slice in memory
SQL = Path(__file__).parent / "sql"
Connection = duckdb.DuckDBPyConnection


def sql(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def slices(units: int) -> Iterator[dict[str, int]]:
    return ({"first": first, "last": min(first + SLICE, units)} for first in range(0, units, SLICE))


def number(connection: Connection, what: str) -> int:
    (found,) = connection.execute(sql(what)).fetchone() or (None,)
    return int(found)


def by_statement(connection: Connection, rules: Rules, units: int) -> None:
    connection.execute(sql("figures_as_input"))
    assert number(connection, "too_large") == 0, "these figures need 128 bits"
    connection.execute(statement("score"))
    connection.execute(statement("sums"))
    connection.execute(statement("gate"))
    for depth in range(max(node.depth for node in rules.nodes), 0, -1):
        connection.execute(statement("hold"), {"depth": depth})
    totals = statement("total")
    connection.execute(f"INSERT INTO temp.totals SELECT * EXCLUDE (bonus) FROM ({totals})")  # noqa: S608  # a file of ours


def by_numpy(connection: Connection, rules: Rules, units: int) -> None:
    import numpy as np
    import pyarrow as pa
    from by_numpy import ByNumpy

    engine, width = ByNumpy(rules), len(rules.terms)
    sums_of = ("points", "sure", "possible", "applicable_max", "measured_max")
    for part in slices(units):
        read: dict[str, Any] = connection.execute(sql("read"), part).fetchnumpy()
        labels: dict[str, Any] = connection.execute(sql("read_labels"), part).fetchnumpy()
        unit, month, unit_month = (np.asarray(labels[name]) for name in ("unit", "month", "unit_month"))
        states, points, sure, possible = engine.score(
            *(np.asarray(read[n]).reshape(-1, width) for n in ("state", "num", "den"))
        )
        unknown = (states == 3) | (states == 2)  # as each table rebases, not applicable is without points
        found = {
            "unit_month": np.tile(unit_month, LEAVES),
            "leaf": np.repeat(np.arange(LEAVES, dtype=np.int32), len(unit)), "state": states.ravel().astype(np.int32),
            "points": pa.array(points.ravel().astype(np.int32), mask=unknown.ravel()),
            "sure": sure.ravel().astype(np.int32), "possible": possible.ravel().astype(np.int32),
        }  # fmt: skip
        connection.register("found", pa.table(found))
        connection.execute("INSERT INTO temp.score SELECT * FROM found")
        for table_no, sums in engine.totals(states, points, sure, possible).items():
            total = {"unit": unit, "month": month, "table_no": np.full(len(unit), table_no, np.int32)}
            connection.register("found", pa.table({**total, **dict(zip(sums_of, sums, strict=True))}))
            connection.execute("INSERT INTO temp.totals SELECT * FROM found")


def by_pandas(connection: Connection, rules: Rules, units: int) -> None:
    from by_pandas import ByPandas

    engine = ByPandas(rules)
    for part in slices(units):
        found = engine.score(connection.execute(sql("read_frame"), part).df())
        connection.register("found", found)
        connection.execute("INSERT INTO temp.score SELECT * FROM found")


Engine = Callable[[Connection, Rules, int], None]
ENGINES: dict[str, tuple[Engine, int]] = {
    "statement": (by_statement, 2),
    "numpy": (by_numpy, 1),
    "statement, one thread": (by_statement, 1),
    "numpy, DuckDB on two": (by_numpy, 2),
    "pandas": (by_pandas, 1),
}


def run(connection: Connection, name: str, rules: Rules, units: int) -> tuple[float, float, int]:
    """Seconds on the clock, seconds of processor time, and MB at the highest."""
    engine, threads = ENGINES[name]
    connection.execute("SET threads = ?", [threads])
    connection.execute(sql("results"))
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # from here on VmHWM is this run's
    started, busy = perf_counter(), process_time()
    engine(connection, rules, units)
    spent, busy = perf_counter() - started, process_time() - busy
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return spent, busy, int(status.split("VmHWM:")[1].split()[0]) // 1024


def prepare(connection: Connection, folder: str, rules: Rules, units: int, months: int) -> None:
    connection.execute("SET memory_limit = '1GB'")
    connection.execute(f"ATTACH '{folder}/figures.duckdb' AS store")
    load_rows(connection, rules.nodes, rules.leaves, rules.terms, rules.pieces)
    connection.execute(sql("figures"), {"units": units, "months": months})
    connection.execute(sql("unit_month"), {"units": units, "months": months})
    connection.execute("CHECKPOINT store")


def main(units: int = 4000, months: int = 36, rounds: int = 3) -> None:
    rules, best = Rules(), dict.fromkeys(ENGINES, (float("inf"), 0.0, 0))
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect()
        prepare(connection, folder, rules, units, months)
        print(
            f"{units} units x {months} months x {LEAVES} leaves = {units * months * LEAVES:,} scores, best of {rounds}"
        )
        for at in range(rounds):
            for name in ENGINES if at == 0 else [name for name in ENGINES if name != "pandas"]:
                found = run(connection, name, rules, units)
                best[name] = min(best[name], found)
                print(f"round {at + 1}: {name:<24}{found[0]:8.2f} s {found[1]:8.2f} s of processor", flush=True)
                if at > 0:
                    continue
                if name == "statement":
                    print(f"different from the exact evaluator: {different_from_evaluator(connection, rules, units)}")
                    connection.execute("CREATE TABLE store.scores_before AS FROM temp.score")
                    connection.execute("CREATE TABLE store.totals_before AS FROM temp.totals")
                totals = (
                    "it adds up no totals" if name == "pandas" else f"{number(connection, 'different_totals')} totals"
                )
                print(
                    f"{name:<24}{number(connection, 'different')} scores different from the statement's, {totals}",
                    flush=True,
                )
        connection.close()
    first = best["statement"][0]
    print("best:")
    for name, (spent, busy, memory) in best.items():
        print(f"{name:<24}{spent:8.2f} s {spent / first:6.2f} x  processor {busy:6.2f} s  at most {memory:6,} MB")


if __name__ == "__main__":
    main(*(int(text) for text in sys.argv[1:]))
