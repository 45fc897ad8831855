"""Attaching a file: what it is, which criteria it proves and where in it, and the declaration about secrets."""

from collections.abc import Sequence

import streamlit as st

from data.evidence.attaching import attach
from data.evidence.coverage import Coverage
from data.evidence.document import Document
from data.evidence.kinds import MOST_BYTES
from data.evidence.refusal import EvidenceRefused
from data.problems import UserError
from data.store.process import current_store
from data.units.known import find_table
from pages.parts.card import card
from pages.parts.outcome import Outcome, begin_anew, fresh, refused, tell
from pages.parts.person import acting_person, ask_for_name
from pages.parts.scope import Scope
from pages.parts.state_secrets import no_state_secrets
from pages.work.around import about
from pages.work.description import description_boxes, given_description, in_words
from pages.work.outcome import told
from pages.work.proves import choose_links, given_links
from pages.work.questions import answered_not_secret, answered_same_file, ask, declare
from scoring.messages import Message, Problem, _

FORM = "attach"


def attach_form(scope: Scope, found: Coverage, there: Sequence[Document]) -> None:
    """``?leaf=`` in the address chooses the criterion. ``there``: the unit's documents."""
    t = scope.t
    key = f"{fresh(FORM)}-{about(scope)}"
    with card("attach", t("Attach a document")):
        no_state_secrets(t)
        left, right = st.columns(2, gap="medium")
        with left:
            # No kinds are named: a file of another kind gets our own answer, which says what to do.
            file = st.file_uploader(
                t("File (PDF, Word, Excel, JPG, PNG; at most {most} MB)", most=MOST_BYTES // 2**20),
                key=f"{key}-file",
                max_upload_size=MOST_BYTES // 2**20,
            )
            choose_links(scope, found, key, st.query_params.get("leaf", ""))
        with right:
            description_boxes(scope, key)
        ask(scope, key, file, there)
        declare(scope, key)
        told(t, scope.lang, FORM)
        ask_for_name(t, "attach")
        st.button(
            t("Attach the document"),
            type="primary",
            icon=":material/attach_file:",
            key="attach-now",
            on_click=_attach,
            args=(scope.table.id, scope.unit.id, scope.month.year, key),
        )


def _attach(table: str, unit: str, year: int, key: str) -> None:
    store, file, links = current_store(), st.session_state.get(f"{key}-file"), given_links(key)
    try:
        attached = attach(
            store,
            acting_person(),
            find_table(store, table),
            unit,
            year,
            file.getvalue() if file else b"",
            file.name if file else "",
            given_description(key),
            links,
            no_state_secret=bool(st.session_state[f"{key}-no-secret"]),
            not_secret=answered_not_secret(key),
            same_file=answered_same_file(key),
        )
    except EvidenceRefused as error:
        problems = [_no_file() if file is None and one.code == "E010" else one for one in in_words(error.problems)]
        tell(FORM, Outcome(Message(_("The document was not attached.")), problems, done=False))
    except UserError as error:
        refused(FORM, error, Message(_("The document was not attached.")))
    else:
        said = attached.document.description
        name = f"{said.number} {said.abstract}".strip() or attached.document.file_name
        values: dict[str, object] = {"name": name, "leaves": tuple(dict.fromkeys(link.leaf for link in links))}
        words = _("Attached: {name}, for {leaves}.")
        if attached.recognised:
            words = _("This file was there already; the document {name} now also stands for {leaves}.")
        tell(FORM, Outcome(Message(words, values), scored=True))
        begin_anew(FORM)


def _no_file() -> Problem:
    return Problem("E010", Message(_("No file is chosen.")), Message(_("Choose the file of the document.")))
