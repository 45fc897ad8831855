"""What can be done to a document that is there. Nothing is ever deleted: each of these is an act of its own."""

import streamlit as st

from data.evidence.attaching import remove, replace
from data.evidence.coverage import Coverage
from data.evidence.document import Document
from data.evidence.linking import link, unlink
from data.problems import UserError
from data.store.process import current_store
from data.units.known import find_table
from pages.parts.outcome import Outcome, begin_anew, fresh, tell
from pages.parts.person import acting_person
from pages.parts.plain import plain
from pages.parts.scope import Scope
from pages.parts.state_secrets import no_state_secrets
from pages.work.description import description_boxes, given_description, in_words
from pages.work.proves import choose_links, given_links
from pages.work.questions import answered_not_secret, ask, declare
from scoring.messages import Message, _

FORM = "change"
NOTHING_DONE = Message(_("Nothing was changed."))


def replace_it(scope: Scope, document: Document, found: Coverage) -> None:
    """Another file, a corrected description, or both."""
    t, key = scope.t, f"{fresh(FORM)}-replace-{document.id}-{document.revision}"
    no_state_secrets(t)
    file = st.file_uploader(t("New file (leave empty to correct the description only)"), key=f"{key}-file")
    description_boxes(scope, key, document.description)
    ask(scope, key, file)
    declare(scope, key)
    st.button(t("Save the new revision"), type="primary", key="replace-now", on_click=_replace, args=(document, key))


def link_further(scope: Scope, document: Document, found: Coverage) -> None:
    """The same document for more criteria, or for the same ones at another page."""
    t, key = scope.t, f"{fresh(FORM)}-link-{document.id}-{scope.table.id}"
    choose_links(scope, found, key)
    args = (document, scope.table.id, scope.month.year, key)
    st.button(t("Link the document"), type="primary", key="link-now", on_click=_link, args=args)


def unlink_it(scope: Scope, document: Document, found: Coverage) -> None:
    """From one criterion; the document itself stays."""
    t = scope.t
    leaves = list(dict.fromkeys(one.leaf for one in found.links if one.document.id == document.id))
    if not leaves:
        st.caption(t("The document stands for no criterion of this table."))
        return
    leaf = st.selectbox(t("Criterion"), leaves, key=f"unlink-{document.id}-{len(leaves)}")
    args = (document, scope.table.id, scope.month.year, leaf)
    st.button(plain(t("Unlink from {leaf}", leaf=leaf)), type="primary", key="unlink-now", on_click=_unlink, args=args)


def withdraw_it(scope: Scope, document: Document, found: Coverage) -> None:
    """Asked twice: the button works only after the box is ticked."""
    t = scope.t
    st.caption(t("A withdrawn document proves nothing any more. Its file and all revisions are kept."))
    sure = st.checkbox(t("Yes, withdraw this document."), key=f"sure-{document.id}-{document.revision}")
    st.button(
        t("Withdraw the document"),
        type="primary",
        key="withdraw-now",
        disabled=not sure,
        on_click=_withdraw,
        args=(document,),
    )


def _replace(document: Document, key: str) -> None:
    file, state = st.session_state.get(f"{key}-file"), st.session_state
    try:
        new = replace(
            current_store(),
            acting_person(),
            document.id,
            seen=document.revision,
            no_state_secret=bool(state[f"{key}-no-secret"]),
            content=file.getvalue() if file else None,
            file_name=file.name if file else "",
            description=given_description(key),
            not_secret=answered_not_secret(key),
        )
    except UserError as error:
        _refused(error)
    else:
        st.session_state[f"way-{document.id}"] = None  # the form has done its work and closes
        _done(Message(_("Saved as revision {number}; the earlier ones stay open."), {"number": str(new.revision)}))


def _link(document: Document, table: str, year: int, key: str) -> None:
    store = current_store()
    try:
        links = given_links(key)
        link(store, acting_person(), find_table(store, table), year, document.id, links)
    except UserError as error:
        _refused(error)
    else:
        _done(Message(_("Linked to {leaves}."), {"leaves": tuple(one.leaf for one in links)}))


def _unlink(document: Document, table: str, year: int, leaf: str) -> None:
    try:
        unlink(current_store(), acting_person(), table, year, document.id, leaf)
    except UserError as error:
        _refused(error)
    else:
        _done(Message(_("Unlinked from {leaf}; the document itself stays."), {"leaf": leaf}))


def _withdraw(document: Document) -> None:
    try:
        remove(current_store(), acting_person(), document.id, seen=document.revision)
    except UserError as error:
        _refused(error)
    else:
        _done(Message(_("The document was withdrawn; its file and revisions are kept.")))


def _refused(error: UserError) -> None:
    tell(FORM, Outcome(NOTHING_DONE, in_words(error.problems), done=False))


def _done(message: Message) -> None:
    tell(FORM, Outcome(message))
    begin_anew(FORM)
