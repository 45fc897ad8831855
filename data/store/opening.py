"""Opening a store: the folder, the one process that holds it, its version, and the criteria loaded into it."""

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from data.criteria.folder import SHIPPED, Criteria, load_folders
from data.problems import UserError
from data.store.loading import load_criteria, write_criteria
from scoring.messages import Message, _

VERSION = 3
ADOPTED = "criteria"  # beside the database: tables that the office adopted
MIGRATIONS = {1: "001_first.sql", 2: "002_declaration.sql", 3: "003_registers.sql"}
# A database that SQL could make read any file of the machine, or fetch extensions, is closed to both.
CLOSED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}


class StoreHeld(UserError):
    """Another process has the store open."""


class StoreNewer(UserError):
    """The store was written by a newer edition of the product."""


class StoreClosed(UserError):
    """The folder of the store cannot be made or written to."""


class StoreDamaged(UserError):
    """The database file cannot be opened."""


@dataclass
class Store:
    """An open store. Each run takes its own ``cursor()``; writes go one after the other through ``writing()``.

    ``version`` grows with every commit: whatever is cached is cached under it. ``under_way`` says who is at what right
    now, where a second person must be told instead of waiting (:mod:`data.imports.under_way`).
    """

    folder: Path
    root: duckdb.DuckDBPyConnection
    criteria: Criteria
    criteria_folders: tuple[Path, ...] = ()
    version: int = 0
    under_way: dict[tuple[str, ...], tuple[object, str]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def files(self) -> Path:
        """Where file contents lie, named by their SHA-256."""
        return self.folder / "files"

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own: one connection shared by threads gives wrong rows, silently."""
        return self.root.cursor()

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction: all of it or, on any error, nothing of it."""
        with self._lock:
            cursor = self.cursor()
            cursor.execute("BEGIN TRANSACTION")
            try:
                yield cursor
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")
            self.version += 1

    def close(self) -> None:
        """Write everything into the one file and let go of it."""
        self.root.close()


def now() -> datetime:
    """The time of an act, in UTC without zone, as stored. Order goes by ``seq``: clocks are set back."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def folders_of(folder: Path, criteria_folders: Sequence[Path] = ()) -> list[Path]:
    """Where tables are looked for: the shipped ones, those adopted into the store in ``folder``, the office's own."""
    return [SHIPPED, folder / ADOPTED, *criteria_folders]


def open_store(folder: Path, criteria_folders: Sequence[Path] = ()) -> Store:
    """Open (or make) the store in ``folder`` and load the criteria of :func:`folders_of`.

    :class:`StoreHeld`, :class:`StoreNewer`, :class:`StoreClosed` and :class:`StoreDamaged` say what is wrong; nothing
    is written then.
    """
    try:
        (folder / "files").mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise StoreClosed(
            "S005",
            Message(_("The folder {folder} cannot be used for the store."), {"folder": str(folder)}),
            Message(_("Choose a folder that may be written to (--store or THUOC_STORE).")),
        ) from wrong
    root = _connect(folder / "thuoc.duckdb")
    try:
        _migrate(root)
        criteria = load_folders(folders_of(folder, criteria_folders))
        load_criteria(root, criteria)
    except BaseException:
        root.close()
        raise
    return Store(folder, root, criteria, tuple(criteria_folders))


def reload_criteria(store: Store) -> None:
    """Load the tables of an open store anew, as one commit: whatever was cached of the old ones is not asked again."""
    with store.writing() as cursor:
        criteria = load_folders(folders_of(store.folder, store.criteria_folders))
        write_criteria(cursor, criteria)
        store.criteria = criteria


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(path), config=dict(CLOSED))
    except duckdb.IOException as wrong:
        held = re.search(r"PID (\d+)", str(wrong))
        if held or "lock" in str(wrong).lower():
            raise StoreHeld(
                "S001",
                Message(
                    _("Another program (process {pid}) has the store open: the web app, or somebody's import."),
                    {"pid": held[1] if held else "?"},
                ),
                Message(
                    _(
                        "Use the web app that is running, or stop it and run the command again; "
                        "an import is done in a few seconds."
                    )
                ),
                str(path),
            ) from wrong
        raise _damaged(path) from wrong
    except duckdb.Error as wrong:
        raise _damaged(path) from wrong


def _damaged(path: Path) -> StoreDamaged:
    return StoreDamaged(
        "S003",
        Message(_("The database file cannot be opened; it may be damaged.")),
        Message(_("Leave all files as they are and restore the last good copy into another folder.")),
        str(path),
    )


def _migrate(root: duckdb.DuckDBPyConnection) -> None:
    have = root.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'store_version'").fetchall()[0][0]
    version = root.execute("SELECT max(version) FROM store_version").fetchall()[0][0] if have else 0
    if version > VERSION:
        raise StoreNewer(
            "S002",
            Message(_("The store was written by a newer edition of this product.")),
            Message(_("Install the newer edition; this one leaves the store untouched.")),
        )
    for number in range(version + 1, VERSION + 1):
        root.execute("BEGIN TRANSACTION")
        root.execute((Path(__file__).parent / MIGRATIONS[number]).read_text(encoding="utf-8"))
        root.execute("INSERT INTO store_version VALUES (?, ?)", [number, now()])
        root.execute("COMMIT")
