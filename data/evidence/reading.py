"""Reading evidence: documents, what they prove, all revisions, and the bytes."""

from hashlib import sha256 as digest_of
from pathlib import Path
from typing import Any

import duckdb

from data.accounts.person import Action, NotAllowed, Person, require
from data.evidence.document import Description, Document, Link, Opened
from data.evidence.keeping import file_path
from data.evidence.refusal import EvidenceDamaged, unknown
from data.store.opening import Store
from data.store.sql import statement
from scoring.messages import Message, _

HERE = Path(__file__).parent


def documents(store: Store, person: Person, unit: str) -> list[Document]:
    """All documents of ``unit`` in force, linked or not, oldest first; withdrawn ones are left out."""
    require(person, Action.READ, unit)
    return documents_in(store.cursor(), unit)


def links(store: Store, person: Person, unit: str, year: int, table: str | None = None) -> list[Link]:
    """What the documents of ``unit`` prove in ``year``, for one table or all: one entry a document, leaf and need."""
    require(person, Action.READ, unit)
    found = links_in(store.cursor(), unit, year)
    return [link for link in found if table is None or link.table == table]


def of_leaf(store: Store, person: Person, table: str, leaf: str, unit: str, year: int) -> list[Link]:
    """The evidence of one leaf, oldest document first."""
    return [link for link in links(store, person, unit, year, table) if link.leaf == leaf]


def revisions(store: Store, person: Person, document: int) -> list[Document]:
    """Every revision of a document, newest first; an unknown one is :class:`EvidenceUnknown`."""
    found = revisions_in(store.cursor(), document)
    if not found:
        raise unknown()
    require(person, Action.READ, found[0].unit)
    return found


def open_document(store: Store, person: Person, document: int, revision: int | None = None) -> Opened:
    """The bytes of a document as attached: the revision in force, or the one asked for, withdrawn ones included."""
    found = revisions(store, person, document)
    if revision is None and found[0].removed:
        raise unknown()
    chosen = found[0] if revision is None else next((one for one in found if one.revision == revision), None)
    if chosen is None:
        raise unknown()
    return Opened(read_kept(store, chosen.sha256), chosen.file_name, chosen.media_type, chosen.sha256)


def open_workbook(store: Store, person: Person, sha256: str) -> Opened:
    """An imported workbook as it was handed in, for whoever may read one of the units it was imported for."""
    rows = store.cursor().execute(
        "SELECT i.unit, i.file_name, coalesce(k.media_type, 'application/octet-stream') FROM import_act AS i"
        " LEFT JOIN kept_file AS k ON k.sha256 = i.sha256 WHERE i.sha256 = ? ORDER BY i.seq DESC",
        [sha256],
    )
    found = rows.fetchall()
    if not found:
        raise unknown()
    allowed = [row for row in found if _may_read(person, row[0])]
    if not allowed:
        require(person, Action.READ, found[0][0])
    _unit, file_name, media_type = allowed[0]
    return Opened(read_kept(store, sha256), file_name, media_type, sha256)


def read_kept(store: Store, sha256: str) -> bytes:
    """A kept content, compared with its name; :class:`EvidenceDamaged` when it is gone or is not the same any more."""
    path = file_path(store.files, sha256)
    content = path.read_bytes() if path.is_file() else None
    if content is None or digest_of(content).hexdigest() != sha256:
        raise EvidenceDamaged(
            "E031",
            Message(_("The kept file is gone or damaged; it is not handed out.")),
            Message(_("Tell whoever runs the server: the last good copy has it under {sha256}."), {"sha256": sha256}),
        )
    return content


def _may_read(person: Person, unit: str) -> bool:
    try:
        require(person, Action.READ, unit)
    except NotAllowed:
        return False
    return True


def documents_in(cursor: duckdb.DuckDBPyConnection, unit: str) -> list[Document]:
    """As :func:`documents`, inside the caller's transaction."""
    return [_document(row) for row in cursor.execute(statement(HERE / "documents.sql"), [unit]).fetchall()]


def revisions_in(cursor: duckdb.DuckDBPyConnection, document: int) -> list[Document]:
    """As :func:`revisions`, inside the caller's transaction; empty for an unknown document."""
    return [_document(row) for row in cursor.execute(statement(HERE / "revisions.sql"), [document]).fetchall()]


def links_in(cursor: duckdb.DuckDBPyConnection, unit: str, year: int) -> list[Link]:
    """As :func:`links`, inside the caller's transaction."""
    in_force = {document.id: document for document in documents_in(cursor, unit)}
    rows = cursor.execute(statement(HERE / "links.sql"), [unit, year]).fetchall()
    return [
        Link(in_force[document], table, leaf, at, need, page)
        for document, table, leaf, at, need, page in rows
        if document in in_force
    ]


def _document(row: tuple[Any, ...]) -> Document:
    return Document(
        seq=row[0],
        id=row[1],
        revision=row[2],
        unit=row[3],
        sha256=row[4],
        file_name=row[5],
        media_type=row[6],
        size=row[7],
        description=Description(*row[8:12]),
        removed=row[12],
        demo=row[13],
        person=row[14],
        person_name=row[15],
        acted_at=row[16],
        no_state_secret=row[17],
        stamps=row[18],
    )
