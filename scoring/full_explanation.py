"""The whole account of a leaf: why it has its points, what would earn the next ones, and where the law says so."""

from scoring.evaluator import LeafScore
from scoring.explanation import explain, explain_gap
from scoring.gap import Gap
from scoring.messages import Message, _
from scoring.table import Leaf, Table


def explain_with_basis(scored: LeafScore, table: Table) -> Message:
    """Figure, the law's words, points, and the article; for a sheet or page whose head names the table's decision."""
    source = basis(scored.leaf, table, decision="")
    why = explain(scored, table)
    return why if source is None else Message(_("{why} Basis: {basis}."), {"why": why, "basis": source})


def explain_fully(scored: LeafScore, gap: Gap | None, table: Table) -> Message:
    """The same with the document, and with what would earn more, where anything would: it stands by itself."""
    more, source = explain_gap(gap, table), basis(scored.leaf, table, decision=table.decision)
    parts = [("why", explain(scored, table)), ("more", more), ("basis", source)]
    said: dict[str, object] = {name: part for name, part in parts if part is not None}
    texts = {
        (True, True): _("{why} {more} Basis: {basis}."),
        (True, False): "{why} {more}",
        (False, True): _("{why} Basis: {basis}."),
        (False, False): "{why}",
    }
    return Message(texts[more is not None, source is not None], said)


def basis(leaf: Leaf, table: Table, *, decision: str) -> Message | None:
    """Document (``decision`` where it is the table's own), article and page; ``None`` where nothing is named."""
    reference = leaf.reference
    document = decision if reference.document in ("", table.decision) else reference.document
    parts: list[object] = [part for part in (document, reference.place) if part]
    if reference.page:
        parts.append(Message(_("page {page}"), {"page": reference.page}))
    return Message("{parts}", {"parts": tuple(parts)}) if parts else None
