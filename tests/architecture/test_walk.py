"""CONTRIBUTING names real things: every module and function in backticks, every file that it says to touch."""

import re
from importlib import import_module
from pathlib import Path

TOP = ("scoring", "data", "pages", "commands", "cli", "app", "tests")


def is_there(dotted: str) -> bool:
    """``data.imports.preview.preview``: a module, or something in one, or in a class of one."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        return all((found := getattr(found, name, None)) is not None for name in parts[length:])
    return False


def test_everything_that_the_walk_names_exists(repo_root: Path) -> None:
    text = (repo_root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    walk = text[text.index("## One figure's way") : text.index("## Running the tests")]
    named = [name for name in re.findall(r"`([a-z_]+(?:\.\w+)+)`", walk) if name.split(".")[0] in TOP]
    files = [name for name in named if name.endswith((".py", ".sql", ".yaml", ".md"))]
    dotted = [name for name in named if name not in files]
    assert len(dotted) >= 20
    assert [name for name in dotted if not is_there(name)] == []
    paths = re.findall(r"`((?:\w+/)+[\w.]+\.\w+)`", text)
    assert len(paths) >= 8
    assert [path for path in paths if not (repo_root / path).exists()] == []


def test_a_name_that_does_not_exist_is_found() -> None:
    assert is_there("data.imports.preview.preview")
    assert is_there("data.scores.unit.UnitScore.sources")
    assert not is_there("data.imports.preview.no_such_thing")
    assert not is_there("data.no_such_module.thing")
