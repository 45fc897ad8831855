"""Refused uploads: kept 30 days apart from what was accepted, so that a question about one can be answered."""

import logging
import os
import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.evidence.keeping import ServerFull, file_path, keep_file

KEPT = timedelta(days=30)
MOST_BYTES = 500 * 2**20  # of all refused files together: nobody fills the disk with what is refused
_NAME = re.compile(r"[0-9a-f]{64}")


def quarantine(folder: Path, content: bytes, now: datetime) -> None:
    """Keep a refused ``content`` in ``folder`` and sweep out what is older than 30 days before ``now`` (UTC).

    A full disk is no reason to hide from the user why the file was refused: then it is not kept.
    """
    try:
        sha256 = keep_file(folder, content)
    except ServerFull:
        logging.getLogger("thuoc.files").warning("no room to keep a refused upload of %d bytes", len(content))
        return
    with suppress(FileNotFoundError):  # another refusal's sweep was faster
        stamp = now.replace(tzinfo=UTC).timestamp()
        os.utime(file_path(folder, sha256), (stamp, stamp))
    _sweep(folder, now)


def refused_at(folder: Path, now: datetime) -> list[datetime]:
    """When the refused uploads that are still kept came in (UTC, oldest first), of the 30 days before ``now``.

    Nothing says for which unit or month one was: a refused file is not believed about itself. The same content
    refused twice counts once.
    """
    oldest = now - KEPT
    times = [datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None) for path in _kept(folder)]
    return sorted(time for time in times if time >= oldest)


def _kept(folder: Path) -> list[Path]:
    return [path for path in folder.glob("[0-9a-f][0-9a-f]/*") if _NAME.fullmatch(path.name)]


def _sweep(folder: Path, now: datetime) -> None:
    kept = []
    for path in folder.glob("[0-9a-f][0-9a-f]/*"):
        with suppress(FileNotFoundError):
            if _NAME.fullmatch(path.name):
                kept.append((path.stat().st_mtime, path.stat().st_size, path))
    oldest = (now.replace(tzinfo=UTC) - KEPT).timestamp()
    room = MOST_BYTES
    for time, size, path in sorted(kept, reverse=True):
        room -= size
        if time < oldest or room < 0:
            path.unlink(missing_ok=True)
