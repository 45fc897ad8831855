"""A criteria table as an Excel workbook: handed out, handed in, looked at, adopted. Nothing is stored before that."""

from hashlib import sha256
from urllib.parse import urlencode

import streamlit as st

from data.criteria.adopting import Proposal, propose
from data.language import Translate
from data.store.opening import Store
from pages.lookup.proposal import FORM, show_proposal
from pages.parts.card import card
from pages.parts.markup import Link
from pages.parts.outcome import fresh, has_told
from pages.parts.plain import plain
from pages.parts.prose import buttons
from pages.parts.scope import Scope
from pages.parts.state_secrets import no_state_secrets
from pages.work.outcome import told

MOST_MB = 2


def workbook_card(t: Translate, lang: str, store: Store, scope: Scope | None) -> None:
    """The downloads, and behind a fold the upload with what was read. ``scope`` ``None``: no table is chosen."""
    words = t("Enter or edit a table without programming. Everything is checked before it is stored.")
    with card("table-workbook", t("Criteria tables in Excel"), words):
        told(t, lang, FORM)
        links = []
        if scope is not None:
            address = f"/download/table?{urlencode({'table': scope.table.id})}"
            links.append(Link(t("Download this table as a workbook"), address, download=True))
        buttons([*links, Link(t("Download a blank workbook"), "/download/table", download=True)])
        fold = plain(t("Hand in a workbook: it is checked, and shown before it is stored"))
        with st.expander(fold, expanded=has_told(FORM), icon=":material/upload_file:"):
            no_state_secrets(t)
            given = st.file_uploader(
                t("The workbook of the table, filled in (.xlsx)"), key=fresh(FORM), max_upload_size=MOST_MB
            )
            if given is not None:
                show_proposal(t, lang, store, scope, _looked_at(store, given.name, given.getvalue()), given.getvalue())


def _looked_at(store: Store, name: str, content: bytes) -> Proposal:
    """Reading takes a second: once for each file and state of the store."""
    key = (str(store.folder), store.version, name, sha256(content).hexdigest())
    return _proposed(key, store, name, content)


@st.cache_resource(max_entries=8, show_spinner=False)
def _proposed(key: tuple[object, ...], _store: Store, _name: str, _content: bytes) -> Proposal:
    return propose(_store.criteria, _name, _content)
