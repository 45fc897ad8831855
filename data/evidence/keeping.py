"""File contents kept once each under their SHA-256: ``<folder>/<first two digits>/<sha256>``.

A power cut at any moment leaves the whole content under its name, or nothing: temporary file in the same folder, fsync,
rename, fsync of the folder. The database row comes after; :mod:`data.evidence.sweep` finds contents without one.
"""

import errno
import logging
import os
import re
import shutil
import tempfile
from hashlib import sha256 as digest_of
from pathlib import Path

import duckdb

from data.problems import UserError
from data.store.opening import now
from data.store.sql import statement
from scoring.messages import Message, _

RESERVE = 64 * 2**20  # bytes left free for the database; a province's server sets 2 GB
PART = ".part-"  # begins the name of a content that is still being written
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


class ServerFull(UserError):
    """There is no room for the file. Nothing of it was kept."""


def file_path(folder: Path, sha256: str) -> Path:
    """Where the content ``sha256`` lies. ``ValueError`` for anything but 64 lower-case hexadecimal digits."""
    if not _SHA256.fullmatch(sha256):
        raise ValueError("not a SHA-256")
    return folder / sha256[:2] / sha256


def keep_file(folder: Path, content: bytes, reserve: int = RESERVE) -> str:
    """Keep ``content`` in ``folder`` and return its SHA-256.

    A content that is there already is read and compared with its name, and not written again; only one that the disk
    has damaged is put right. :class:`ServerFull` unless twice its size and ``reserve`` bytes are free.
    """
    sha256 = digest_of(content).hexdigest()
    path = file_path(folder, sha256)
    if path.exists():
        if digest_of(path.read_bytes()).hexdigest() == sha256:
            return sha256
        logging.getLogger("thuoc.files").error("kept file %s was damaged; written anew", sha256)
    try:
        _make_room(folder, len(content), reserve)
        _make_folder(path.parent)
        _write(path, content)
    except OSError as wrong:
        if wrong.errno in _FULL:
            raise _server_full() from wrong
        raise
    return sha256


def keep_row(cursor: duckdb.DuckDBPyConnection, sha256: str, size: int, media_type: str) -> None:
    """Make a kept content known in the caller's transaction; once is enough."""
    cursor.execute(statement(Path(__file__).parent / "keep_row.sql"), [sha256, size, media_type, now(), sha256])


def _make_room(folder: Path, size: int, reserve: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < 2 * size + reserve:
        raise _server_full()


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(exist_ok=True)
        _fsync_folder(folder.parent)


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=PART, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _fsync_folder(path.parent)


def _fsync_folder(folder: Path) -> None:
    """The rename itself must survive a power cut; Windows has no such call and needs none."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _server_full() -> ServerFull:
    return ServerFull(
        "E001",
        Message(_("The server has run out of room; the file was not kept.")),
        Message(_("Ask whoever runs the server to make room, then try again. Nothing was half stored.")),
    )
