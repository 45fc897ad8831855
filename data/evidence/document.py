"""One document of evidence, what it proves, and how it came in."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Description:
    """What the evidence list prints of a document: số, ký hiệu; ngày ban hành; cơ quan ban hành; trích yếu."""

    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    abstract: str = ""


@dataclass(frozen=True)
class NewLink:
    """A leaf that a document is to prove, and the page of it where the proof stands.

    ``need`` is the number (from 0) of the leaf's evidence need. Left out, it is the leaf's only need; where the leaf
    has several needs, or ``additional`` is set, the document counts as additional and answers none of them: nobody
    guesses which one was meant.
    """

    leaf: str
    page: str = ""
    need: int | None = None
    additional: bool = False


@dataclass(frozen=True)
class Document:
    """One revision of one document: the newest of its ``id`` is in force, the others can still be opened.

    ``no_state_secret``: ``person`` declared at ``acted_at`` that it holds no state secrets; ``None``: was not asked.
    ``stamps``: what looked like a stamp of secrecy and was answered with "not secret"; empty for none.
    """

    seq: int
    id: int
    revision: int
    unit: str
    sha256: str
    file_name: str
    media_type: str
    size: int
    description: Description
    removed: bool
    demo: bool
    person: str
    person_name: str
    acted_at: datetime
    no_state_secret: bool | None = None
    stamps: str = ""


@dataclass(frozen=True)
class Link:
    """A document in force standing for a leaf of a table in a year. ``need`` is ``None`` for additional evidence."""

    document: Document
    table: str
    leaf: str
    year: int
    need: int | None
    page: str


@dataclass(frozen=True)
class Attached:
    """What became of an attached file. ``recognised``: the very file was there already and is used once more."""

    document: Document
    recognised: bool = False


@dataclass(frozen=True)
class Opened:
    """A content for a download: bytes exactly as attached, with the name and type to serve it under."""

    content: bytes
    name: str
    media_type: str
    sha256: str
