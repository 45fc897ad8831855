"""The sweep at start-up: contents without a row, rows without their content. Reported, never deleted.

A crash between keeping a content and writing its row leaves the first kind; a disk or a restore that lost files leaves
the second. Only a person decides what to do with either.
"""

from dataclasses import dataclass
from pathlib import Path

from data.evidence.keeping import PART, file_path
from data.store.opening import Store
from data.store.sql import statement


@dataclass(frozen=True)
class Sweep:
    """What does not match. ``unfinished`` are temporary files of a write that never ended."""

    without_row: tuple[str, ...] = ()
    without_content: tuple[str, ...] = ()
    unfinished: tuple[Path, ...] = ()

    @property
    def clean(self) -> bool:
        """True when every content has its row and every row its content."""
        return not (self.without_row or self.without_content or self.unfinished)


def sweep(store: Store) -> Sweep:
    """Compare the kept contents with the rows that name one. Reads names only: contents are checked when opened."""
    named = {row[0] for row in store.cursor().execute(statement(Path(__file__).parent / "named.sql")).fetchall()}
    there = {path.name: path for path in store.files.glob("[0-9a-f][0-9a-f]/*") if path.is_file()}
    kept = {name for name, path in there.items() if len(name) == 64 and path == _place(store, name)}
    return Sweep(
        without_row=tuple(sorted(kept - named)),
        without_content=tuple(sorted(named - kept)),
        unfinished=tuple(sorted(path for name, path in there.items() if name.startswith(PART))),
    )


def _place(store: Store, name: str) -> Path | None:
    try:
        return file_path(store.files, name)
    except ValueError:
        return None
