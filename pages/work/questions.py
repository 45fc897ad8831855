"""Two questions about a document that only a person can answer: is it secret, is it another one in the same file?"""

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from data.evidence.document import Document
from data.evidence.same_file import SameFile
from data.evidence.secrecy import stamps_in
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
    if stamps:
        words = t("The name or abstract says {stamps}: is the document secret?", stamps=tuple(stamps))
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


def answered_not_secret(key: str) -> bool:
    """The answer to the first question; no when it was not asked."""
    return bool(st.session_state.get(f"{key}-not-secret"))


def answered_same_file(key: str) -> SameFile:
    """The answer to the second question; still to be asked when there is none."""
    return SameFile(st.session_state.get(f"{key}-same-file") or SameFile.ASK)
