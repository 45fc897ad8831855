"""The very file that is there already: recognised by its SHA-256, used again, or asked about."""

from enum import StrEnum

import duckdb

from data.accounts.person import shown_name
from data.evidence.checking import VIETNAM
from data.evidence.document import Description, Document
from data.evidence.reading import documents_in, links_in
from scoring.messages import Message, Problem, _


class SameFile(StrEnum):
    """What to do when the very file is there already under another description."""

    ASK = "ask"
    USE = "use"  # link the document that is there; its description stays
    SEPARATE = "separate"  # one scan that holds several documents: a document of its own over the same content


def already_there(
    cursor: duckdb.DuckDBPyConnection,
    unit: str,
    year: int,
    sha256: str,
    described: Description,
    same_file: SameFile,
) -> Document | Problem | None:
    """The document that this file is already; a question when that cannot be told; ``None`` for a new document."""
    same = [document for document in documents_in(cursor, unit) if document.sha256 == sha256]
    exactly = next((document for document in same if document.description == described), None)
    if exactly is not None:
        return exactly
    if not same or same_file is SameFile.SEPARATE:
        return None
    if same_file is SameFile.USE:
        return same[0]
    return _question(same[0], [link.leaf for link in links_in(cursor, unit, year) if link.document.id == same[0].id])


def _question(there: Document, leaves: list[str]) -> Problem:
    values: dict[str, object] = {
        "document": f"{there.description.number} {there.description.abstract}".strip(),
        "name": shown_name(there.person_name),
        "at": there.acted_at + VIETNAM,
        "leaves": tuple(dict.fromkeys(leaves)),
    }
    said = Message(_("This very file is there already: {document}, attached by {name} on {at}."), values)
    if leaves:
        said = Message(
            _("This very file is there already: {document}, attached by {name} on {at}, for {leaves}."), values
        )
    return Problem(
        "E021",
        said,
        Message(_("Use the document that is there, or confirm that this is another document in the same file.")),
        "same_file",
    )
