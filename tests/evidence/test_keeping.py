"""Contents are kept once under their SHA-256, whole or not at all."""

import errno
import os
from hashlib import sha256 as digest_of
from pathlib import Path

import pytest

from data.evidence import keeping
from data.evidence.keeping import ServerFull, file_path, keep_file


def test_a_content_is_kept_under_its_sha256(tmp_path: Path) -> None:
    sha256 = keep_file(tmp_path, b"abc")
    assert sha256 == digest_of(b"abc").hexdigest()
    assert file_path(tmp_path, sha256) == tmp_path / sha256[:2] / sha256
    assert file_path(tmp_path, sha256).read_bytes() == b"abc"


def test_the_same_content_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sha256 = keep_file(tmp_path, b"abc")
    before = file_path(tmp_path, sha256).stat()
    monkeypatch.setattr(keeping, "_write", lambda *_: pytest.fail("written again"))
    assert keep_file(tmp_path, b"abc") == sha256
    assert file_path(tmp_path, sha256).stat().st_mtime_ns == before.st_mtime_ns


def test_a_damaged_content_is_put_right(tmp_path: Path) -> None:
    path = file_path(tmp_path, keep_file(tmp_path, b"abc"))
    path.write_bytes(b"abd")
    keep_file(tmp_path, b"abc")
    assert path.read_bytes() == b"abc"


def test_file_and_folder_are_synced_around_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append("fsync"), fsync(handle)))
    monkeypatch.setattr(os, "replace", lambda *names: (done.append("rename"), replace(*names)))
    keep_file(tmp_path, b"abc")
    assert done == ["fsync", "fsync", "rename", "fsync"]  # the new folder, the file, then the folder again


@pytest.mark.parametrize("name", ["", "../x", "A" * 64, "0" * 63, "0" * 64 + "/", "\0" * 64])
def test_only_a_sha256_is_a_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        file_path(tmp_path, name)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    keep_file(tmp_path, b"before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ServerFull):
        keep_file(tmp_path, b"abc")
    assert sum(path.is_file() for path in tmp_path.rglob("*")) == 1


def test_room_is_asked_for_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ServerFull):
        keep_file(tmp_path, b"abc", reserve=2**62)
    assert not list(tmp_path.iterdir())
