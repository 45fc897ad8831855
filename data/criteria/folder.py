"""Folders of criteria files: each file loads, or is refused with all its problems; the others load all the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from data.criteria.beside import defined_otherwise
from data.criteria.bloc import FOLDER, Bloc, load_bloc, load_blocs
from data.criteria.check import Checked, check, check_source, in_order
from data.criteria.yaml_text import Source
from scoring.indicator import Indicator
from scoring.messages import Message, Problem, _
from scoring.table import Table

SHIPPED = Path(__file__).resolve().parents[2] / "criteria"
WORKBOOK = ".xlsx"
ENDINGS = (".yaml", WORKBOOK)
TOO_LARGE = 2_000_000  # bytes; the largest real table is a few hundred kilobytes


@dataclass(frozen=True)
class CriteriaFile:
    """One file: its table, or ``None`` with the problems that refused it. Warnings do not refuse.

    ``id`` and ``indicators`` are what could be read of a refused file too; an id that could not is empty.
    """

    path: Path
    sha256: str
    table: Table | None
    problems: tuple[Problem, ...]
    source: Source = field(default_factory=Source, repr=False)
    id: str = ""
    indicators: Mapping[str, Indicator] = field(default_factory=dict, repr=False)


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
    """Load every ``*.yaml`` and ``*.xlsx`` of the folders, sorted by name, and their blocs.

    A second file with the same id is refused, never merged. A refused bloc stands among the files, as a table does.
    """
    given = list(folders)
    tables = _together(load_file(path) for folder in given for path in tables_in(folder))
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
    behind = [path for path in tables_in(SHIPPED) if path.resolve() not in known]
    loaded = _together(load_file(path) for path in [*behind, *asked])
    return Criteria(tuple(file for file in loaded.files if file.path not in behind), loaded.tables)


def tables_in(folder: Path) -> list[Path]:
    """The files of tables in ``folder``. Excel's own mark of an open workbook (``~$name.xlsx``) is none."""
    return sorted(
        path for path in folder.glob("*") if path.suffix.lower() in ENDINGS and not path.name.startswith("~$")
    )


def _all_of(folder: Path) -> list[Path]:
    return [*tables_in(folder), *sorted((folder / FOLDER).glob("*.yaml"))]


def _together(loaded_files: Iterable[CriteriaFile]) -> Criteria:
    files: list[CriteriaFile] = []
    tables: dict[str, Table] = {}
    for loaded in loaded_files:
        loaded = held_against(loaded, files)
        if loaded.table is not None:
            tables[loaded.table.id] = loaded.table
        files.append(loaded)
    return Criteria(tuple(files), tables)


def held_against(loaded: CriteriaFile, others: Sequence[CriteriaFile]) -> CriteriaFile:
    """``loaded`` with what is wrong only beside the ``others``: a taken id, an indicator defined otherwise."""
    tables = {other.table.id: other.table for other in others if other.table is not None}
    found = [*_same_id(loaded, others), *defined_otherwise(loaded.indicators, tables.values(), loaded.source)]
    refused = any(problem.severity == "error" for problem in found)
    return replace(loaded, table=None if refused else loaded.table, problems=in_order([*loaded.problems, *found]))


def load_file(path: Path) -> CriteriaFile:
    """Load one file; all its problems are reported at line and key."""
    if path.parent.name == FOLDER:  # a bloc that was asked for by name: it has no table, only perhaps problems
        bloc = load_bloc(path)
        return CriteriaFile(path, bloc.sha256, None, bloc.problems)
    try:
        raw = path.read_bytes()
    except OSError as wrong:
        return CriteriaFile(path, "", None, (_unreadable(str(wrong.strerror)),))
    return check_bytes(path, raw)


def check_bytes(path: Path, raw: bytes) -> CriteriaFile:
    """The content of a file that is, or would be, at ``path``: a workbook where its name says so, else YAML."""
    digest = sha256(raw).hexdigest()
    if len(raw) > TOO_LARGE:
        return CriteriaFile(path, digest, None, (_unreadable(f"> {TOO_LARGE} byte"),))
    try:
        found = _checked(path.name, raw)
    except UnicodeDecodeError as wrong:
        return CriteriaFile(path, digest, None, (_unreadable("UTF-8", raw.count(b"\n", 0, wrong.start) + 1),))
    return CriteriaFile(path, digest, found.table, found.problems, found.source, found.id, found.indicators)


def _checked(name: str, content: bytes) -> Checked:
    """``UnicodeDecodeError`` for YAML that is no UTF-8."""
    if not name.lower().endswith(WORKBOOK):
        return _checked_text(content.decode("utf-8-sig"))
    from data.criteria.workbook.reading import read_workbook  # openpyxl takes its time: only where it is needed

    return check_source(read_workbook(name, content))


# A folder is loaded again when one of its files changed, and an office compares and adopts what it has just checked:
# the same text is the same table.
_checked_text = lru_cache(maxsize=32)(check)


def _unreadable(what: str, line: int | None = None) -> Problem:
    return Problem(
        "C004",
        Message(_("The file cannot be read ({what})."), {"what": what}),
        Message(_("Save it as UTF-8 text, and check that you may open it.")),
        "" if line is None else str(line),
    )


def _same_id(loaded: CriteriaFile, before: Iterable[CriteriaFile]) -> Iterator[Problem]:
    """A refused file holds its id against none that loads; of two refused ones, too, the second hears of it."""
    for other in before:
        if loaded.id == other.id != "" and (other.table is not None or loaded.table is None):
            same_name = other.path.name == loaded.path.name
            named = f"{other.path.parent.name}/{other.path.name}" if same_name else other.path.name
            problem = Problem(
                "C005",
                Message(_("The file {file} already has the id {id}."), {"file": named, "id": loaded.id}),
                Message(_("Give this table an id of its own.")),
            )
            yield loaded.source.placed(problem, ("id",))
            return
