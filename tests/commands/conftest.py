"""A demo store, made once for the tests that only read it, and a way to run the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

UNIT = "so-cong-thuong-dien-bien"
PLAN = "dien-bien-so-cong-thuong-2022"
TEMPLATE = "mau-so-100-diem"


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Ran]


@pytest.fixture(scope="session")
def thuoc(repo_root: Path) -> Command:
    """``thuoc("score", "--json", store=...)``: the command in a process of its own, in Vietnamese."""

    def run(*words: str, store: Path, lang: str = "vi") -> Ran:
        environment = {**os.environ, "THUOC_LANG": lang, "PYTHONIOENCODING": "utf-8"}
        environment.pop("THUOC_STORE", None)
        command = [sys.executable, str(repo_root / "cli.py"), words[0], "--store", str(store), *words[1:]]
        ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=120)
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    return run


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory, thuoc: Command) -> Path:
    """The demo store as ``thuoc demo`` makes it."""
    folder = tmp_path_factory.mktemp("demo")
    made = thuoc("demo", store=folder)
    assert made.code == 0, made.err
    return folder
