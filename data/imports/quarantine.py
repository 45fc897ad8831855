"""Refused uploads: kept 30 days apart from what was accepted, so that a question about one can be answered."""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.evidence.keeping import file_path, keep_file

KEPT = timedelta(days=30)
MOST_BYTES = 500 * 2**20  # of all refused files together: nobody fills the disk with what is refused
_NAME = re.compile(r"[0-9a-f]{64}")


def quarantine(folder: Path, content: bytes, now: datetime) -> str:
    """Keep a refused ``content`` in ``folder`` and sweep out what is older than 30 days. Returns its SHA-256."""
    sha256 = keep_file(folder, content)
    stamp = now.replace(tzinfo=UTC).timestamp()
    os.utime(file_path(folder, sha256), (stamp, stamp))
    _sweep(folder, now)
    return sha256


def _sweep(folder: Path, now: datetime) -> None:
    kept = [path for path in folder.glob("[0-9a-f][0-9a-f]/*") if _NAME.fullmatch(path.name)]
    oldest = (now.replace(tzinfo=UTC) - KEPT).timestamp()
    room = MOST_BYTES
    for path in sorted(kept, key=lambda path: path.stat().st_mtime, reverse=True):
        room -= path.stat().st_size
        if path.stat().st_mtime < oldest or room < 0:
            path.unlink(missing_ok=True)
