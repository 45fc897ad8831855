"""Two questions about a document that only a person can answer: is it secret, is it another one in the same file?"""

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from data.evidence.document import Document
from data.evidence.kinds import recognise
from data.evidence.same_file import SameFile
from data.evidence.secrecy import DECLARATION, NOT_SEEN, stamps_in, stamps_inside
from pages.parts.plain import plain
from pages.parts.scope import Scope
from pages.work.description import given_description

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile


def ask(scope: Scope, key: str, file: "UploadedFile | None", there: Sequence[Document] = ()) -> None:
    """Draws what has to be asked of what stands in the boxes now; nothing most of the time.

    ``there``: the documents among which the very file is looked for.
    """
    t, said = scope.t, given_description(key)
    stamps = stamps_in(file.name if file else "", said.number, said.abstract)
    if file is not None:
        content = file.getvalue()
        stamps += _inside(sha256(content).hexdigest(), content)
    if stamps:
        shown = tuple(dict.fromkeys(stamps))
        words = t("The name, the description or the text says {stamps}: is the document secret?", stamps=shown)
        st.warning(plain(words), icon=":material/lock:")
        st.checkbox(t("I have looked: the document is not secret."), key=f"{key}-not-secret")
    same = [one for one in there if file is not None and one.sha256 == sha256(file.getvalue()).hexdigest()]
    if same:
        name = f"{same[0].description.number} {same[0].description.abstract}".strip()
        st.info(plain(t("This very file is there already: {name}.", name=name)), icon=":material/content_copy:")
        words_of = {
            SameFile.USE: t("Use the document that is there; only its criteria are added"),
            SameFile.SEPARATE: t("This is another document in the same file"),
        }
        st.radio(
            t("What is meant?"), list(words_of), index=None, format_func=words_of.__getitem__, key=f"{key}-same-file"
        )


def declare(scope: Scope, key: str) -> None:
    """The declaration that stands beside every file, and what no machine has looked at."""
    st.checkbox(scope.t(DECLARATION), key=f"{key}-no-secret")
    st.caption(plain(scope.t(NOT_SEEN)))


@st.cache_data(show_spinner=False, max_entries=50)
def _inside(digest: str, _content: bytes) -> list[str]:
    """Looked into once for each content, not at every run of the page."""
    kind = recognise(_content).kind
    return stamps_inside(_content, kind) if kind else []


def answered_not_secret(key: str) -> bool:
    """The answer to the first question; no when it was not asked."""
    return bool(st.session_state.get(f"{key}-not-secret"))


def answered_same_file(key: str) -> SameFile:
    """The answer to the second question; still to be asked when there is none."""
    return SameFile(st.session_state.get(f"{key}-same-file") or SameFile.ASK)
