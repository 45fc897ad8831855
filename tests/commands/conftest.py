"""A demo store, made once for the tests that only read it, and a way to run the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.made_once import demo_year

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
def thuoc(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Command]:
    """``thuoc("score", "--json", store=...)``: the command in a process of its own, in Vietnamese."""
    streams = tmp_path_factory.mktemp("streams")
    out, err = streams / "out", streams / "err"
    forking: dict[str, subprocess.Popen[str]] = {}

    def started(lang: str) -> "subprocess.Popen[str]":
        environment = {**os.environ, "THUOC_LANG": lang, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(repo_root)}
        environment.pop("THUOC_STORE", None)
        command = [sys.executable, "-m", "tests.commands.forking"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        return subprocess.Popen(command, text=True, env=environment, cwd=repo_root, **pipes)

    def run(*words: str, store: Path, lang: str = "vi") -> Ran:
        if lang not in forking:
            forking[lang] = started(lang)
        asked, answered = forking[lang].stdin, forking[lang].stdout
        assert asked is not None and answered is not None
        given = [words[0], "--store", str(store), *words[1:]]
        asked.write(json.dumps({"words": given, "out": str(out), "err": str(err)}) + "\n")
        asked.flush()
        code = int(answered.readline())
        return Ran(code, *(path.read_text(encoding="utf-8") for path in (out, err)))

    yield run
    for process in forking.values():
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=30)


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo store, as ``thuoc demo`` makes one."""
    folder = tmp_path_factory.mktemp("demo") / "store"
    demo_year(folder).close()
    return folder
