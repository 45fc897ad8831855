"""The evidence that a leaf asks for, and the documents that are there."""

from collections.abc import Sequence

from data.evidence.coverage import NeedCoverage
from data.evidence.document import Link as EvidenceLink
from data.language import format_date
from pages.leadership.seen import Seen
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack
from pages.parts.prose import buttons, say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.table import Leaf


def evidence_card(scope: Scope, seen: Seen, leaf: Leaf) -> None:
    """One row a kind of evidence; documents beyond what is asked for come last."""
    t, covered = scope.t, seen.coverage.leaves[leaf.id]
    with card("leaf-evidence", t("Evidence")):
        rows = [[need.need.title, _state(scope, need), documents_of(scope, need.links)] for need in covered.needs]
        if covered.additional:
            rows.append([t("Further documents"), "", documents_of(scope, covered.additional)])
        if rows:
            columns = [Column(t("What is asked for"), "wide"), Column(t("State")), Column(t("Documents"), "wide")]
            stacked_table(columns, rows, t("Evidence"), "evidence-table")
        else:
            say(t("This criterion asks for no document."))
        buttons([Link(t("Go to Evidence"), page_address(scope, "evidence", leaf=leaf.id))])


def _state(scope: Scope, need: NeedCoverage) -> Piece:
    t = scope.t
    if need.answered:
        return Badge(t("attached"), "good")
    return Badge(t("lacking"), "bad") if need.need.required else Badge(t("not required"), "quiet")


def documents_of(scope: Scope, links: Sequence[EvidenceLink]) -> Piece:
    """Each document as a download, with its day, issuer and abstract."""
    return Stack([piece for link in links for piece in _document(scope, link)])


def _document(scope: Scope, link: EvidenceLink) -> list[Piece]:
    t, document = scope.t, link.document
    described = document.description
    day = format_date(described.issued_on) if described.issued_on else ""
    name = ", ".join(part for part in (described.number, day) if part) or document.file_name
    page = t("page {page}", page=link.page) if link.page else ""
    under = "; ".join(part for part in (described.issuer, described.abstract, page) if part)
    return [Link(name, f"/download/evidence/{document.id}", download=True), Note(under)]
