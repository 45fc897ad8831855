"""The benchmarks still run, at the smallest size; what they print as times is nobody's business here."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def test_bulk_agrees_with_numpy_pandas_and_the_evaluator() -> None:
    done = subprocess.run(
        [sys.executable, str(HERE / "bulk.py"), "3", "2", "1"], capture_output=True, text=True, check=True
    )
    assert "different from the exact evaluator: 0 of " in done.stdout
    for engine in ("numpy ", "pandas"):
        (said,) = [line for line in done.stdout.splitlines() if line.startswith(engine) and "scores different" in line]
        assert " 0 scores different" in f" {said.split(maxsplit=1)[1]}", said
    assert "0 totals" in done.stdout


@pytest.mark.parametrize("program", ["load", "cold_warm", "unit_year", "lint"])
def test_the_others_can_be_imported(program: str) -> None:
    code = f"import sys; sys.path.insert(0, {str(HERE)!r}); import {program}"
    subprocess.run([sys.executable, "-c", code], check=True)
