"""How fast the bulk statement scores: ``python tests/benchmarks/bulk.py [leaf scores, default 2000000] [threads]``.

The leaves are those of the shipped tables, repeated; four figures in five are counted shares, the rest answers, small
counts, missing, or nothing arose. It prints figures and judges nothing: times depend on the machine and its load.
"""

import sys
from pathlib import Path
from time import perf_counter

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from data.bulk.engine import marked
from data.bulk.load import load_rules, statement
from data.criteria.folder import SHIPPED, load_folders

# Whole numbers from a hash of unit, month and term: the same figures in every run.
INPUT = """
CREATE OR REPLACE TEMP TABLE input AS
WITH drawn AS (
    SELECT u.range::INTEGER AS unit, m.range::INTEGER AS month, t.term,
        hash(u.range, m.range, t.term) AS h, answers.term IS NOT NULL AS answer
    FROM range(?) AS u, range(1, 13) AS m, temp.term AS t
    LEFT JOIN (SELECT term FROM temp.piece GROUP BY term HAVING bool_or(state = 4)) AS answers ON answers.term = t.term
)
SELECT unit, month, term,
    (CASE WHEN h % 20 = 0 THEN 3 WHEN h % 20 = 1 AND NOT answer THEN 1 ELSE 0 END)::TINYINT AS state,
    (CASE WHEN answer THEN (h // 32) % 2 ELSE ((h // 32) % 1000) * (1 + (h // 32000) % 20) END)::HUGEINT AS num,
    (CASE WHEN answer THEN 1 ELSE 1000 * (1 + (h // 32000) % 20) END)::HUGEINT AS den,
    NULL::HUGEINT AS low, NULL::HUGEINT AS high
FROM drawn
ORDER BY unit, month, term
"""


def timed(connection: duckdb.DuckDBPyConnection, what: str, sql: str, parameters: list[int] | None = None) -> None:
    started = perf_counter()
    connection.execute(sql, parameters or [])
    print(f"{what:<28}{perf_counter() - started:8.2f} s")


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
    connection = duckdb.connect()
    if len(sys.argv) > 2:
        connection.execute("SET threads = ?", [int(sys.argv[2])])
    tables = list(load_folders([SHIPPED]).tables.values())
    rules = load_rules(connection, tables)
    units = max(1, wanted // (len(rules.leaves) * 12))
    scores = units * 12 * len(rules.leaves)
    print(f"{units} units x 12 months x {len(rules.leaves)} leaves = {scores:,} leaf scores")
    timed(connection, "making the figures", INPUT, [units])
    started = perf_counter()
    timed(connection, "score.sql", statement("score"))
    timed(connection, "sums.sql", statement("sums"))
    timed(connection, "total.sql", statement("total"))
    spent = perf_counter() - started
    print(f"{scores / spent / 1e6:.2f} million leaf scores a second, totals included; {len(marked(connection))} marked")


if __name__ == "__main__":
    main()
