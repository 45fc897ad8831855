"""Folders of criteria files: each file loads, or is refused with all its problems; the others load all the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from data.criteria.bloc import FOLDER, Bloc, load_bloc, load_blocs
from data.criteria.compile import compile_table, refused_rules
from data.criteria.refusals import rule_problems, schema_problems
from data.criteria.schema import TableKeys
from data.criteria.yaml_text import Path as KeyPath
from data.criteria.yaml_text import Source, place, read_yaml
from scoring.indicator import Indicator
from scoring.lint import lint
from scoring.messages import Message, Problem, _
from scoring.table import Table

SHIPPED = Path(__file__).resolve().parents[2] / "criteria"
TOO_LARGE = 2_000_000  # bytes; the largest real table is a few hundred kilobytes


@dataclass(frozen=True)
class CriteriaFile:
    """One file: its table, or ``None`` with the problems that refused it. Warnings do not refuse."""

    path: Path
    sha256: str
    table: Table | None
    problems: tuple[Problem, ...]
    lines: Mapping[KeyPath, int] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Criteria:
    """All files of the folders, the tables by id (the last edition of an id by file order wins its id), the blocs."""

    files: tuple[CriteriaFile, ...] = ()
    tables: dict[str, Table] = field(default_factory=dict)
    blocs: dict[str, Bloc] = field(default_factory=dict)

    @property
    def refused(self) -> tuple[CriteriaFile, ...]:
        """Files that were not loaded."""
        return tuple(file for file in self.files if file.table is None)


def load_folders(folders: Iterable[Path]) -> Criteria:
    """Load every ``*.yaml`` of the folders, sorted by name, and their blocs.

    A second file with the same id is refused, never merged. A refused bloc stands among the files, as a table does.
    """
    given = list(folders)
    tables = _together(load_file(path) for folder in given for path in sorted(folder.glob("*.yaml")))
    blocs = load_blocs(given)
    refused = tuple(CriteriaFile(one.path, one.sha256, None, one.problems) for one in blocs if one.bloc is None)
    known = {one.bloc.id: one.bloc for one in blocs if one.bloc is not None}
    return replace(tables, files=(*tables.files, *refused), blocs=known)


def check_paths(paths: Iterable[Path]) -> Criteria:
    """Load files and folders as an author gives them, each table held against the others and against the shipped ones.

    The shipped tables that were not asked for are left out of the answer.
    """
    asked = [file for path in paths for file in (_all_of(path) if path.is_dir() else [path])]
    known = {path.resolve() for path in asked}
    behind = [path for path in sorted(SHIPPED.glob("*.yaml")) if path.resolve() not in known]
    loaded = _together(load_file(path) for path in [*behind, *asked])
    return Criteria(tuple(file for file in loaded.files if file.path not in behind), loaded.tables)


def _all_of(folder: Path) -> list[Path]:
    return [*sorted(folder.glob("*.yaml")), *sorted((folder / FOLDER).glob("*.yaml"))]


def _together(loaded_files: Iterable[CriteriaFile]) -> Criteria:
    files: list[CriteriaFile] = []
    tables: dict[str, Table] = {}
    for loaded in loaded_files:
        table = loaded.table
        if table is not None and table.id in tables:
            loaded = replace(loaded, table=None, problems=(*loaded.problems, _same_id(table.id)))
        elif table is not None:
            found = _defined_otherwise(table, tables.values(), loaded.lines)
            refused = any(problem.severity == "error" for problem in found)
            loaded = replace(loaded, table=None if refused else table, problems=(*loaded.problems, *found))
            if not refused:
                tables[table.id] = table
        files.append(loaded)
    return Criteria(tuple(files), tables)


def load_file(path: Path) -> CriteriaFile:
    """Load one file; every problem of the stage that it reaches is reported at line and key."""
    if path.parent.name == FOLDER:  # a bloc that was asked for by name: it has no table, only perhaps problems
        bloc = load_bloc(path)
        return CriteriaFile(path, bloc.sha256, None, bloc.problems)
    try:
        raw = path.read_bytes()
    except OSError as wrong:
        return CriteriaFile(path, "", None, (_unreadable(str(wrong.strerror)),))
    digest = sha256(raw).hexdigest()
    if len(raw) > TOO_LARGE:
        return CriteriaFile(path, digest, None, (_unreadable(f"> {TOO_LARGE} byte"),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return CriteriaFile(path, digest, None, (_unreadable("UTF-8"),))
    source = read_yaml(text)
    table, problems = _check(source)
    failed = any(problem.severity == "error" for problem in problems)
    return CriteriaFile(path, digest, None if failed else table, tuple(problems), source.lines)


def _check(source: Source) -> tuple[Table | None, list[Problem]]:
    problems = list(source.problems)
    if not isinstance(source.content, dict):
        return None, problems
    try:
        keys = TableKeys.model_validate(source.content)
    except ValidationError as errors:
        problems += schema_problems(errors, source)
        for refused in refused_rules(source.content.get("tree")):
            problems += rule_problems(refused, source)
        return None, problems
    compiled = compile_table(keys)
    for refused in compiled.refused:
        problems += rule_problems(refused, source)
    for problem in lint(compiled.table, compiled.paths):
        path = tuple(int(part) if part.isdigit() else part for part in problem.place.split("."))
        problems.append(replace(problem, place=place(source.lines, path)))
    return compiled.table, problems


def _unreadable(what: str) -> Problem:
    return Problem(
        "C004",
        Message(_("The file cannot be read ({what})."), {"what": what}),
        Message(_("Save it as UTF-8 text, and check that you may open it.")),
    )


def _same_id(table_id: str) -> Problem:
    return Problem(
        "C005",
        Message(_("Another file already has the id {id}."), {"id": table_id}),
        Message(_("Give this table an id of its own.")),
    )


def _defined_otherwise(table: Table, others: Iterable[Table], lines: Mapping[KeyPath, int]) -> list[Problem]:
    """One code is one number. Another wording is a warning; another kind of number is an error: it would be misread."""
    found = []
    for other in others:
        for code, indicator in table.indicators.items():
            there = other.indicators.get(code)
            if there is None or replace(there, note="", source="") == replace(indicator, note="", source=""):
                continue
            values = {"code": code, "id": other.id}
            at = place(lines, ("indicators", code))
            if _kind_of_number(there) != _kind_of_number(indicator):
                what = Message(_("{code} is another kind of number in the table {id}."), values)
                cure = Message(_("Use another code: what is stored under this one would be misread."))
                found.append(Problem("C141", what, cure, at))
            else:
                what = Message(_("{code} is defined otherwise in the table {id}."), values)
                cure = Message(_("One code is one number: make the definitions equal, or use another code."))
                found.append(Problem("C140", what, cure, at, severity="warning"))
    return found


def _kind_of_number(indicator: Indicator) -> tuple[object, ...]:
    """What decides how a stored figure is read."""
    return indicator.measure, indicator.part_of_whole, tuple(option.value for option in indicator.options)
