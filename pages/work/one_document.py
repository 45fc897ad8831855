"""One document: its revisions and what it proves; replacing, linking further, unlinking, withdrawing it."""

from collections.abc import Callable, Sequence

import streamlit as st

from data.accounts.person import shown_name
from data.evidence.coverage import Coverage
from data.evidence.document import Document
from data.evidence.reading import links, revisions
from data.figures.words import VIETNAM
from data.language import format_date, format_moment
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack
from pages.parts.person import ask_for_name
from pages.parts.plain import plain
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from pages.work.changes import FORM, link_further, replace_it, unlink_it, withdraw_it
from pages.work.outcome import told


def one_document(scope: Scope, there: Sequence[Document], found: Coverage) -> None:
    """Chosen from the unit's documents in force. ``?document=`` in the address chooses one."""
    t = scope.t
    with card("document", t("A document: revisions, replace, link further, unlink, withdraw")):
        told(t, scope.lang, FORM)
        if not there:
            st.caption(t("No document is attached yet."))
            return
        of_id = {one.id: one for one in there}
        asked = st.query_params.get("document", "")
        ids = list(of_id)
        chosen = st.selectbox(
            t("Document"), ids, index=ids.index(int(asked)) if asked.isdigit() and int(asked) in of_id else None,
            format_func=lambda one: _name(of_id[one]), placeholder=t("Choose a document"),
            key=f"document-{scope.unit.id}-{len(ids)}",
        )  # fmt: skip
        if chosen is None:
            return
        _revisions(scope, of_id[chosen])
        _proved(scope, of_id[chosen])
        _changes(scope, of_id[chosen], found)


def _name(document: Document) -> str:
    said = document.description
    return " · ".join(part for part in (said.number, said.abstract, document.file_name) if part)


def _revisions(scope: Scope, document: Document) -> None:
    t = scope.t
    rows: list[list[Piece]] = []
    for one in revisions(scope.store, scope.person, document.id):
        said = one.description
        state = Badge(t("in force"), "good") if one.revision == document.revision else Badge(t("superseded"), "quiet")
        address = f"/download/evidence/{one.id}?revision={one.revision}"
        day = format_date(said.issued_on) if said.issued_on else ""
        at = format_moment(one.acted_at + VIETNAM)
        by = t("{name}, {at} (+07)", name=shown_name(one.person_name), at=at)
        rows.append(
            [
                str(one.revision),
                Stack([Link(one.file_name, address, download=True), Note(one.sha256[:16] + "…")]),
                " · ".join(part for part in (said.number, day, said.issuer, said.abstract) if part),
                Stack([state, Note(by)]),
            ]
        )
    columns = [
        Column(t("Revision"), "number"),
        Column(t("File"), "wide"),
        Column(t("Document"), "wide"),
        Column(t("State")),
    ]
    stacked_table(columns, rows, t("Revisions"), "revisions")


def _proved(scope: Scope, document: Document) -> None:
    """What it proves this year, in this table and in others."""
    t = scope.t
    proved = links(scope.store, scope.person, scope.unit.id, scope.month.year)
    mine = [one for one in proved if one.document.id == document.id]
    if mine:
        named = [one.leaf if one.table == scope.table.id else f"{one.leaf} ({one.table})" for one in mine]
        leaves = tuple(dict.fromkeys(named))
        st.caption(plain(t("Proves in {year}: {leaves}.", year=str(scope.month.year), leaves=leaves)))
    else:
        st.caption(t("Proves nothing in {year}.", year=str(scope.month.year)))


def _changes(scope: Scope, document: Document, found: Coverage) -> None:
    t = scope.t
    ways: dict[str, tuple[str, Callable[[Scope, Document, Coverage], None]]] = {
        "replace": (t("Replace by a new revision"), replace_it),
        "link": (t("Link to further criteria"), link_further),
        "unlink": (t("Unlink from a criterion"), unlink_it),
        "withdraw": (t("Withdraw"), withdraw_it),
    }
    way = st.segmented_control(
        t("What to do"), list(ways), format_func=lambda one: ways[one][0], key=f"way-{document.id}", wrap=True
    )
    if way is not None:
        ask_for_name(t, "change")
        ways[way][1](scope, document, found)
