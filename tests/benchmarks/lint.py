"""How long the check of a criteria file takes: ``python tests/benchmarks/lint.py [file]`` (the largest shipped one).

Whole, as ``thuoc check`` does it (text to problems), and its parts: reading the YAML, the keys, the rules, the lint.
The best of the rounds: the rest is the machine's load. The aim is less than 300 ms for the largest shipped table.
"""

import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from data.criteria.check import check
from data.criteria.compile import compile_table
from data.criteria.folder import SHIPPED, check_paths
from data.criteria.salvage import salvage
from data.criteria.schema import TableKeys
from data.criteria.yaml_text import read_yaml
from scoring.lint import lint
from scoring.lint_damage import Damage

ROUNDS, AIM = 15, 300


def best(name: str, work: Callable[[], object]) -> float:
    """Print the least milliseconds of the rounds, and give them."""
    took = []
    for _round in range(ROUNDS):
        started, busy = perf_counter(), process_time()
        work()
        took.append((perf_counter() - started, process_time() - busy))
    clock, busy = (min(of) * 1000 for of in zip(*took, strict=True))
    print(f"{name:<44}{clock:8.1f} ms {busy:8.1f} ms of processor", flush=True)
    return clock


def main(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    content = read_yaml(text).content
    assert isinstance(content, dict)
    keys = TableKeys.model_validate(content)
    table = compile_table(keys).table
    print(f"{path.name}: {len(text) // 1000} kB, {len(table.leaves)} leaves, {len(table.indicators)} indicators")
    whole = best("the whole check", lambda: check(text))
    best("  reading the YAML", lambda: read_yaml(text))
    best("  the keys", lambda: salvage(TableKeys, deepcopy(content), (), Damage()))
    best("  the rules", lambda: compile_table(keys))
    best("  the lint", lambda: lint(table))
    best("the check of all shipped files together", lambda: check_paths([SHIPPED]))
    print(f"aim for the whole check: under {AIM} ms: {'reached' if whole < AIM else 'not reached'}")


if __name__ == "__main__":
    largest = max(SHIPPED.glob("*.yaml"), key=lambda path: path.stat().st_size)
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else largest)
