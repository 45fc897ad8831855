"""Attaching a document, replacing it by a new revision, withdrawing it. Nothing that was stored is ever deleted.

The content is kept first and the row written after it: a crash between the two leaves a content without a row, which
the sweep reports, and never a row without its content.
"""

from collections.abc import Sequence
from hashlib import sha256 as digest_of
from pathlib import Path

import duckdb

from data.accounts.person import Action, Person, require, shown_name
from data.evidence.checking import (
    Content,
    check_content,
    check_description,
    check_links,
    check_scope,
    check_secrecy,
    found_stamps,
)
from data.evidence.document import Attached, Description, Document, NewLink
from data.evidence.keeping import keep_file, keep_row
from data.evidence.linking import append_link
from data.evidence.reading import revisions_in
from data.evidence.refusal import EvidenceMoved, EvidenceRefused, unknown
from data.evidence.same_file import SameFile, already_there
from data.store.opening import Store, now
from data.store.sql import statement
from scoring.messages import Message, Problem, _
from scoring.table import Table

HERE = Path(__file__).parent


def attach(
    store: Store,
    person: Person,
    table: Table,
    unit: str,
    year: int,
    content: bytes,
    file_name: str,
    description: Description,
    links: Sequence[NewLink],
    *,
    no_state_secret: bool,
    not_secret: bool = False,
    same_file: SameFile = SameFile.ASK,
    demo: bool = False,
) -> Attached:
    """Attach a file as one document that proves ``links`` of ``table`` in ``year``.

    ``no_state_secret`` is the person's declaration; ``not_secret`` answers the question that stamp-like words raise.
    The same file with the same description is recognised and only linked. :class:`EvidenceRefused` with all reasons.
    """
    require(person, Action.ATTACH_EVIDENCE, unit)
    file, problems = check_content(content, file_name)
    described, found = check_description(description)
    problems += found
    resolved, found = check_links(table, links)
    problems += [*found, *check_scope(store, table, unit, year)]
    stamps = found_stamps(file, file.name or file_name, described)
    problems += check_secrecy(no_state_secret, not_secret, stamps)
    sha256 = digest_of(content).hexdigest()
    there = already_there(store.cursor(), unit, year, sha256, described, same_file)
    if isinstance(there, Problem):
        problems.append(there)
    if problems:
        raise EvidenceRefused(problems)
    keep_file(store.files, content)
    with store.writing() as cursor:
        # Asked again under the writer's lock: two people may attach the same scan in the same moment.
        there = already_there(cursor, unit, year, sha256, described, same_file)
        if isinstance(there, Problem):
            raise EvidenceRefused([there])
        document = there or _append(cursor, person, None, unit, file, sha256, described, stamps, demo=demo)
        for link in resolved:
            append_link(cursor, person, document, table.id, year, link, linked=True)
    return Attached(document, recognised=there is not None)


def replace(
    store: Store,
    person: Person,
    document: int,
    *,
    seen: int,
    no_state_secret: bool,
    content: bytes | None = None,
    file_name: str = "",
    description: Description | None = None,
    not_secret: bool = False,
) -> Document:
    """A new revision with another file, another description, or both; the links stay, older revisions stay open.

    ``seen`` is the revision that the person looked at: :class:`EvidenceMoved` when another came in meanwhile.
    """
    latest = _latest(store.cursor(), person, document, seen)
    problems: list[Problem] = []
    file = Content(b"", latest.file_name, latest.media_type)
    if content is not None:
        file, problems = check_content(content, file_name)
    described = latest.description
    if description is not None:
        described, found = check_description(description)
        problems += found
    stamps = found_stamps(file, file.name or file_name, described)
    problems += check_secrecy(no_state_secret, not_secret, stamps)
    sha256 = latest.sha256 if content is None else digest_of(content).hexdigest()
    if sha256 == latest.sha256 and described == latest.description:
        problems.append(
            Problem(
                "E022",
                Message(_("Nothing is different: the same file with the same description.")),
                Message(_("Choose the new file, or correct the description.")),
            )
        )
    if problems:
        raise EvidenceRefused(problems)
    if content is not None:
        keep_file(store.files, content)
    with store.writing() as cursor:
        latest = _latest(cursor, person, document, seen)
        return _append(cursor, person, latest, latest.unit, file, sha256, described, stamps, demo=latest.demo)


def remove(store: Store, person: Person, document: int, *, seen: int) -> Document:
    """Withdraw a document: it proves nothing any more, and every revision of it can still be opened."""
    with store.writing() as cursor:
        latest = _latest(cursor, person, document, seen)
        file = Content(b"", latest.file_name, latest.media_type)
        return _append(
            cursor,
            person,
            latest,
            latest.unit,
            file,
            latest.sha256,
            latest.description,
            None,
            demo=latest.demo,
            removed=True,
        )


def _latest(cursor: duckdb.DuckDBPyConnection, person: Person, document: int, seen: int) -> Document:
    found = revisions_in(cursor, document)
    if not found:
        raise unknown()
    require(person, Action.ATTACH_EVIDENCE, found[0].unit)
    if found[0].revision != seen:
        raise EvidenceMoved(
            "E032",
            Message(
                _("{name} changed this document while you were looking at it."),
                {"name": shown_name(found[0].person_name)},
            ),
            Message(_("Look at the new revision, then try again if yours is still needed.")),
        )
    if found[0].removed:
        raise unknown()
    return found[0]


def _append(
    cursor: duckdb.DuckDBPyConnection,
    person: Person,
    before: Document | None,
    unit: str,
    file: Content,
    sha256: str,
    described: Description,
    stamps: Sequence[str] | None,
    *,
    demo: bool,
    removed: bool = False,
) -> Document:
    """Append one revision: of ``before``, or the first of a new document.

    ``stamps``: those that the person has answered, with the declaration; ``None``: nothing was declared.
    """
    seq = cursor.execute("SELECT nextval('act')").fetchall()[0][0]
    size = len(file.content) if file.content or before is None else before.size
    document = Document(
        seq=seq,
        id=before.id if before else seq,
        revision=before.revision + 1 if before else 1,
        unit=unit,
        sha256=sha256,
        file_name=file.name,
        media_type=file.media_type,
        size=size,
        description=described,
        removed=removed,
        demo=demo,
        person=person.id,
        person_name=person.name,
        acted_at=now(),
        no_state_secret=None if stamps is None else True,
        stamps=", ".join(stamps or ()),
    )
    keep_row(cursor, sha256, size, file.media_type)
    cursor.execute(
        statement(HERE / "insert_revision.sql"),
        [
            document.seq,
            document.id,
            document.revision,
            document.unit,
            document.sha256,
            document.file_name,
            document.media_type,
            document.size,
            described.number,
            described.issued_on,
            described.issuer,
            described.abstract,
            document.removed,
            document.demo,
            document.person,
            document.person_name,
            document.acted_at,
            document.no_state_secret,
            document.stamps,
        ],
    )
    return document
