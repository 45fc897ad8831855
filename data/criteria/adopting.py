"""A table that somebody hands in, usually as a workbook: looked at beside the tables there are, then stored as YAML.

Nothing is loaded by looking. What the new edition would cost or earn is :func:`data.scores.compare.compare_unit` of
``before`` and the table of the ``file``, before anybody adopts it.
"""

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data.accounts.person import Action, Person, require
from data.criteria.folder import Criteria, CriteriaFile, check_bytes, held_against
from data.criteria.keys import in_order
from data.criteria.lookup import most_alike
from data.criteria.yaml_writing import write_yaml
from data.evidence.cleaning import clean_name
from data.problems import UserError
from data.store.opening import ADOPTED, Store, reload_criteria
from scoring.messages import Message, Problem, _
from scoring.table import Table


class TableNotAdopted(UserError):
    """The file is no table that can be stored: all its problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        Exception.__init__(self, problems[0].code)
        self.problems = problems


@dataclass(frozen=True)
class Proposal:
    """A table handed in: its file with every problem, and the edition that it would follow (``None``: no such table).

    ``known`` is the file that holds the very same table already.
    """

    file: CriteriaFile
    before: Table | None = None
    known: CriteriaFile | None = None


@dataclass(frozen=True)
class Adopted:
    """What was done: the file of the table, and whether it was there already with just this content."""

    table: Table
    path: Path
    again: bool


def propose(criteria: Criteria, name: str, content: bytes) -> Proposal:
    """Check the file ``name`` beside the loaded tables. A table that is loaded already is no second one."""
    file = check_bytes(Path(clean_name(name, "xlsx")), content)
    same = [other for other in criteria.files if other.table is not None and other.id == file.id != ""]
    for other in same:
        if file.table is not None and in_order(file.source.content) == in_order(other.source.content):
            return Proposal(file, known=other)
    file = held_against(file, [other for other in criteria.files if other.table is not None])
    return Proposal(file, None if file.table is None else edition_before(criteria.tables.values(), file.table))


def edition_before(tables: Iterable[Table], table: Table) -> Table | None:
    """The table that ``table`` would take the place of: of its kind, for its units, the most indicators in common.

    ``None`` where no table for its units has an indicator in common.
    """
    units = {unit.id for unit in table.units}
    for other in most_alike(table, tables):
        same_units = bool(units & {unit.id for unit in other.units}) if units else not other.units
        if same_units and table.indicators.keys() & other.indicators.keys():
            return other
    return None


def adopt(person: Person, folder: Path, proposal: Proposal) -> Adopted:
    """Store the table of ``proposal`` in ``folder`` as ``<id>.yaml``: the whole file or, on any error, none.

    :class:`TableNotAdopted` with all problems; also where another file stands under that name. A table that is loaded
    already is left where it is.
    """
    require(person, Action.MANAGE_TABLES)
    file, table = proposal.file, proposal.file.table
    if table is None:
        raise TableNotAdopted(file.problems)
    if proposal.known is not None:
        return Adopted(table, proposal.known.path, again=True)
    path = folder / f"{table.id}.yaml"
    text = write_yaml(file.source.content, (f"{file.path.name}", f"SHA-256 {file.sha256}"))
    stored = check_bytes(path, text.encode())
    if stored.table != table:
        raise AssertionError(f"{table.id}: what was written is not what was read")
    folder.mkdir(parents=True, exist_ok=True)
    _write(path, text.encode(), table)
    return Adopted(table, path, again=False)


def adopt_into(store: Store, person: Person, name: str, content: bytes) -> Adopted:
    """The same for an open store, which loads the table at once. Looked at anew: others may have adopted meanwhile."""
    done = adopt(person, store.folder / ADOPTED, propose(store.criteria, name, content))
    if not done.again:
        reload_criteria(store)
    return done


def _write(path: Path, content: bytes, table: Table) -> None:
    """Under its name only once it is whole; never over a file that is there (one that was refused, say)."""
    handle, name = tempfile.mkstemp(prefix=".part-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            raise TableNotAdopted((_taken(path, table.id),))
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _taken(path: Path, table_id: str) -> Problem:
    return Problem(
        "C230",
        Message(_("There is already a file {file} for the id {id}."), {"file": path.name, "id": table_id}),
        Message(_("An edition needs an id of its own; or move that file away.")),
    )
