"""The walls of the house: faces -> data -> scoring. Each rule takes the project's root and names what breaks it."""

import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

FACES = {"app", "cli", "commands", "pages"}
OURS = FACES | {"scoring", "data", "criteria", "tests"}
MAY_IMPORT = {
    "scoring": {"scoring"},
    "data": {"data", "scoring"},
    "pages": {"pages", "data", "scoring"},
    "commands": {"commands", "data", "scoring"},
    "cli": {"commands", "data", "scoring"},
}
OUTSIDE = {"os", "io", "pathlib", "shutil", "subprocess", "socket", "sqlite3", "time", "random", "importlib"}
DRAWING = {"streamlit", "plotly"}
CLOCK_OR_FILE = {"now", "today", "utcnow", "open", "read_text", "read_bytes", "write_text", "write_bytes"}
VAGUE = {"utils", "helpers", "common", "services", "managers"}
FLAT_PAGES = {"__init__.py", "main.py"}  # main.py is the script itself; its folder comes first on sys.path
LIBRARIES = {"streamlit", "pandas", "duckdb", "plotly", "openpyxl", "pydantic", "yaml", "xlsxwriter", "click", "babel"}
RUNS_SQL = {"execute", "executemany", "sql", "query"}
BUILDS = {"format", "format_map", "join", "replace", "substitute"}
MAX_LINES = 300


def sources(root: Path, *layers: str) -> Iterator[Path]:
    for layer in layers:
        yield from filter(Path.is_file, [root / f"{layer}.py"])
        yield from sorted((root / layer).rglob("*.py"))


def layer_of(root: Path, path: Path) -> str:
    return path.relative_to(root).parts[0].removesuffix(".py")


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path)))


def imported(root: Path, path: Path) -> Iterator[str]:
    """The dotted name of every import, relative ones resolved, those inside functions included."""
    package = path.relative_to(root).parts[:-1]
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package[: len(package) + 1 - node.level] if node.level else ()
            module = (*parents, node.module) if node.module else parents
            yield from (".".join((*module, alias.name)) for alias in node.names)


def starts_server(layer: str, name: str) -> bool:
    """The one way into a face: commands -> app -> pages.routes, to start the web server; never back."""
    return (layer in {"app", "commands"} and name.startswith("pages.routes")) or (
        layer == "commands" and name in {"app", "app.app"}
    )


def arrows(root: Path) -> Iterator[str]:
    for path in sources(root, *FACES, "data", "scoring"):
        layer = layer_of(root, path)
        for name in imported(root, path):
            top = name.split(".")[0]
            if top in OURS and top not in MAY_IMPORT.get(layer, {"data", "scoring"}) and not starts_server(layer, name):
                yield f"{path}: {layer} imports {name}"
            if layer == "data" and top in DRAWING:
                yield f"{path}: data imports {name}; drawing belongs to pages/"


def scoring_is_pure(root: Path) -> Iterator[str]:
    for path in sources(root, "scoring"):
        for name in imported(root, path):
            if name.split(".")[0] not in (sys.stdlib_module_names - OUTSIDE) | {"pydantic", "scoring"}:
                yield f"{path}: scoring imports {name}"
        for node in nodes(path):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if called in CLOCK_OR_FILE:
                    yield f"{path}:{node.lineno}: {called}() reaches for a clock or a file; give scoring an argument"


def criteria_hold_no_python(root: Path) -> Iterator[str]:
    yield from (f"{path}: criteria/ belongs to people who read the law" for path in sources(root, "criteria"))


def names_say_what(root: Path) -> Iterator[str]:
    for path in sources(root, *OURS):
        for part in path.relative_to(root).parts:
            if part.removesuffix(".py").strip("_").lower() in VAGUE:
                yield f"{path}: name the concept with a word from GLOSSARY.md, not {part}"


def pages_shadow_nothing(root: Path) -> Iterator[str]:
    for path in sources(root, "pages"):
        if len(path.relative_to(root).parts) != 3 and path.relative_to(root / "pages").as_posix() not in FLAT_PAGES:
            yield f"{path}: pages live in pages/<section>/<page>.py"
    for path in sorted((root / "pages").glob("*")):
        if path.stem in (OURS | LIBRARIES | sys.stdlib_module_names):
            yield f"{path}: replaces the package {path.stem} when Streamlit runs pages/main.py"


def files_are_short(root: Path) -> Iterator[str]:
    for path in sources(root, *FACES, "data", "scoring"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MAX_LINES:
            yield f"{path}: {lines} lines, at most {MAX_LINES}"


def is_built(value: ast.AST | None) -> bool:
    """A string put together at run time: f-string with a value, + or %, format, join, replace."""
    for node in ast.walk(value) if value else ():
        if isinstance(node, ast.FormattedValue):
            return True
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in BUILDS:
            return True
    return False


def sql_is_not_built(root: Path) -> Iterator[str]:
    for path in sources(root, *FACES, "data", "scoring"):
        inside = list(nodes(path))
        built: set[str] = set()
        for node in inside:
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.NamedExpr):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                grown = isinstance(node, ast.AugAssign)
                if grown or is_built(node.value):
                    built |= {target.id for target in targets if isinstance(target, ast.Name)}
        for node in inside:
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in RUNS_SQL:
                for sql in [*node.args[:1], *(word.value for word in node.keywords)]:
                    if is_built(sql) or (isinstance(sql, ast.Name) and sql.id in built):
                        yield f"{path}:{node.lineno}: SQL built from strings; named files and parameters instead"


RULES: list[Callable[[Path], Iterator[str]]] = [
    arrows,
    scoring_is_pure,
    criteria_hold_no_python,
    names_say_what,
    pages_shadow_nothing,
    files_are_short,
    sql_is_not_built,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_stands(rule: Callable[[Path], Iterator[str]], repo_root: Path) -> None:
    assert not list(rule(repo_root))


BROKEN = [
    (arrows, "scoring/a.py", "import data.store"),
    (arrows, "scoring/a.py", "from cli import main"),
    (arrows, "scoring/kinds/a.py", "from ...data import store"),
    (arrows, "data/store/a.py", "from pages.figures import upload"),
    (arrows, "data/store/a.py", "def late():\n    import app"),
    (arrows, "data/store/a.py", "import streamlit as st"),
    (arrows, "data/store/a.py", "from ...pages import figures"),
    (arrows, "pages/figures/a.py", "import cli"),
    (arrows, "pages/routes/a.py", "def serve():\n    from app import app"),
    (arrows, "app.py", "import cli"),
    (arrows, "cli.py", "from pages.figures import upload"),
    (arrows, "commands/a.py", "from pages.figures import upload"),
    (arrows, "commands/a.py", "import cli"),
    (arrows, "pages/figures/a.py", "from commands import scores"),
    (scoring_is_pure, "scoring/a.py", "import duckdb"),
    (scoring_is_pure, "scoring/a.py", "from yaml import safe_load"),
    (scoring_is_pure, "scoring/a.py", "from pathlib import Path"),
    (scoring_is_pure, "scoring/a.py", "from time import time"),
    (scoring_is_pure, "scoring/a.py", "from datetime import date\nx = date.today()"),
    (scoring_is_pure, "scoring/a.py", "import datetime\nx = datetime.datetime.now()"),
    (scoring_is_pure, "scoring/a.py", "x = open('table.yaml')"),
    (criteria_hold_no_python, "criteria/a.py", ""),
    (names_say_what, "data/utils.py", ""),
    (names_say_what, "data/services/a.py", ""),
    (names_say_what, "tests/_helpers.py", ""),
    (pages_shadow_nothing, "pages/upload.py", ""),
    (pages_shadow_nothing, "pages/a/b/c.py", ""),
    (pages_shadow_nothing, "pages/data/a.py", ""),
    (pages_shadow_nothing, "pages/calendar/a.py", ""),
    (files_are_short, "data/a.py", "x = 1\n" * 301),
    (sql_is_not_built, "data/a.py", "c.execute(f'select * from {t}')"),
    (sql_is_not_built, "data/a.py", "c.execute('select * from ' + t)"),
    (sql_is_not_built, "data/a.py", "c.execute('select * from %s' % t)"),
    (sql_is_not_built, "data/a.py", "c.executemany('select * from {}'.format(t), rows)"),
    (sql_is_not_built, "data/a.py", "sql = 'select 1'\nsql += f' from {t}'\nc.execute(sql)"),
]


@pytest.mark.parametrize(("rule", "file", "source"), BROKEN)
def test_each_rule_can_fail(rule: Callable[[Path], Iterator[str]], file: str, source: str, tmp_path: Path) -> None:
    assert not list(rule(tmp_path))
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    assert list(rule(tmp_path))
