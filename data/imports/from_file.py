"""An import in one go, as the command line does it: a file, its preview, and storing it unless something is wrong."""

from dataclasses import dataclass
from pathlib import Path

from data.accounts.person import Person
from data.imports.confirm import ImportRefused, against, confirm
from data.imports.preview import Preview, preview
from data.imports.problems import problem
from data.imports.report import as_json, told
from data.store.opening import Store
from scoring.messages import Problem
from scoring.period import Month
from scoring.table import Table


@dataclass(frozen=True)
class Import:
    """What became of a file. ``accepted``: it was stored, or would be if it were no dry run."""

    seen: Preview
    accepted: bool
    stored: bool
    problems: tuple[Problem, ...]
    as_json: dict[str, object]


def read_file(path: Path) -> bytes:
    """The content; :class:`ImportRefused` for a file that is not there, is a folder, or may not be read."""
    try:
        return path.read_bytes()
    except OSError:
        raise ImportRefused(problem("I100", name=path.name)) from None


def import_file(
    store: Store,
    person: Person,
    of: tuple[Table, str, Month],
    file_name: str,
    content: bytes,
    *,
    partial: bool = False,
    supersede: bool = False,
    dry_run: bool = False,
) -> Import:
    """Store the figures of ``content`` for ``of`` (table, unit, month); ``partial``, ``supersede`` as in ``confirm``.

    A file that is refused is no error here: ``problems`` say why. :class:`ImportRefused` when it was good and figures
    came in, or were coming in, in the same moment.
    """
    seen = preview(store, person, *of, file_name, content)
    accepted = not against(seen, partial=partial, supersede=supersede)
    if accepted and not dry_run:
        confirm(store, person, seen, partial=partial, supersede=supersede)
    return Import(
        seen,
        accepted,
        accepted and not dry_run,
        told(seen, partial=partial, supersede=supersede),
        as_json(seen, partial=partial, supersede=supersede),
    )
