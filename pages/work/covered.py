"""Evidence coverage (độ phủ minh chứng): the whole, by field, and leaf by leaf with its documents."""

from collections.abc import Iterator

import streamlit as st

from data.evidence.coverage import Coverage, LeafCoverage
from data.evidence.document import Link as EvidenceLink
from data.exports.words import title_of
from data.language import format_date, format_share
from pages.parts.card import card
from pages.parts.figures import key_figures_row
from pages.parts.markup import Badge, Bar, Link, Note, Piece, Stack, Strong, Tone
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.table import Leaf, Node

ALL, MISSING = "all", "missing"


def coverage_cards(scope: Scope, found: Coverage) -> None:
    """Three numbers, and a bar for each field."""
    t, total = scope.t, found.total
    documents = {link.document.id for link in found.links}
    share = format_share(total.share, scope.lang) if total.share is not None else "–"
    key_figures_row(
        [
            (t("Required documents there"), share, f"{total.answered} / {total.required}"),
            (t("Criteria that miss one"), str(total.leaves_missing), ""),
            (t("Documents attached"), str(len(documents)), t("in {year}", year=str(found.year))),
        ]
    )
    with st.expander(t("Coverage by field"), expanded=False, icon=":material/bar_chart:"):
        rows: list[list[Piece]] = []
        for part in scope.table.tree.children:
            count = found.of(part)
            bar: Piece = Note(t("nothing is required"))
            if count.share is not None:
                tone: Tone = "good" if count.answered == count.required else "warn" if count.answered else "bad"
                bar = Bar(count.share, f"{count.answered} / {count.required}", tone)
            missing = str(count.leaves_missing) if count.leaves_missing else "–"
            rows.append([f"{part.id}. {title_of(part, scope.lang)}", bar, missing])
        heads = (t("Required documents there"), t("Criteria that miss one"))
        columns = [Column(t("Field"), "wide"), *map(Column, heads)]
        stacked_table(columns, rows, t("Coverage by field"), "coverage-fields")


def leaf_list(scope: Scope, found: Coverage) -> None:
    """Each criterion with what it asks for and what is there; all of them, or only those that miss something."""
    t = scope.t
    names = {
        ALL: t("All criteria ({count})", count=len(found.leaves)),
        MISSING: t("Only those that miss a document ({count})", count=len(found.missing)),
    }
    with card("leaves", t("Criteria and their documents")):
        shown = st.segmented_control(
            t("Show"), list(names), default=ALL, required=True, format_func=names.__getitem__,
            key="leaves-shown", label_visibility="collapsed", wrap=True,
        )  # fmt: skip
        rows = list(_rows(scope, found, only_missing=shown == MISSING))
        if not rows:
            st.success(t("Every required document is there."), icon=":material/check_circle:")
            return
        wide = (t("Criterion"), t("Document asked for"), t("Documents there"))
        columns = [Column(t("Code")), *(Column(title, "wide") for title in wide)]
        stacked_table(columns, rows, t("Criteria and their documents"), "leaf-list")


def _rows(scope: Scope, found: Coverage, *, only_missing: bool) -> Iterator[list[Piece] | Section]:
    for part in scope.table.tree.children:
        leaves = [found.leaves[leaf.id] for leaf in _leaves(part)]
        leaves = [one for one in leaves if one.missing or not only_missing]
        if leaves:
            count = found.of(part)
            right = f"{count.answered} / {count.required}" if count.required else ""
            yield Section(f"{part.id}. {title_of(part, scope.lang)}", right)
            for one in leaves:
                yield from _needs(scope, one)


def _leaves(part: Node | Leaf) -> list[Leaf]:
    return [part] if isinstance(part, Leaf) else list(part.leaves())


def _needs(scope: Scope, covered: LeafCoverage) -> Iterator[list[Piece]]:
    """One row a need, the criterion named on the first; then the documents that answer none of its needs."""
    t = scope.t
    head: list[Piece] = [Strong(covered.leaf.id), title_of(covered.leaf, scope.lang)]
    for need in covered.needs:
        there = Stack([_document(scope, link) for link in need.links])
        lacking = Badge(t("not there yet"), "bad") if need.need.required else Badge(t("not required"), "quiet")
        yield [*head, need.need.title, there if need.answered else lacking]
        head = [Note(covered.leaf.id), ""]
    if covered.additional or not covered.needs:
        there = Stack([_document(scope, link) for link in covered.additional])
        yield [*head, Note(t("additional") if covered.needs else t("asks for no document")), there]


def _document(scope: Scope, link: EvidenceLink) -> Piece:
    return Stack([open_link(link), Note(described(scope, link))])


def open_link(link: EvidenceLink) -> Link:
    """The document by its number, or its file's name where it has none."""
    document = link.document
    return Link(document.description.number or document.file_name, f"/download/evidence/{document.id}", download=True)


def described(scope: Scope, link: EvidenceLink) -> str:
    """Date, issuer, abstract, page: what the evidence list prints."""
    t, said = scope.t, link.document.description
    page = t("page {page}", page=link.page) if link.page else ""
    day = format_date(said.issued_on) if said.issued_on else ""
    return " · ".join(part for part in (day, said.issuer, said.abstract, page) if part)
