"""The month's workbook in three steps: download, upload, look at the preview and confirm."""

from collections.abc import Sequence

import streamlit as st

from data.figures.observation import Observation
from data.imports.preview import Preview, preview
from pages.parts.card import card
from pages.parts.markup import Link
from pages.parts.outcome import fresh
from pages.parts.prose import buttons
from pages.parts.scope import Scope, month_name
from pages.parts.state_secrets import no_state_secrets
from pages.work.around import about_unit, download_address
from pages.work.outcome import told
from pages.work.preview import show_preview

FORM = "workbook"
MOST_MB = 20


def workbook_steps(scope: Scope, stored: Sequence[Observation]) -> None:
    """Nothing is stored before the third step's button. ``stored``: the figures in force of the year."""
    t = scope.t
    out, back = st.columns(2)
    with out:
        _download(scope, any(one.month == scope.month for one in stored))
    with back:
        seen = _upload(scope)
    with card("preview", t("Step 3. Look at what was read, then store it")):
        told(t, scope.lang, FORM)
        if seen is None:
            st.caption(
                t(
                    "After the upload every row stands here beside what is stored now. "
                    "Nothing is stored before you confirm."
                )
            )
        else:
            show_preview(scope, seen, FORM)


def _download(scope: Scope, has_figures: bool) -> None:
    t = scope.t
    words = t(
        "Codes and names are filled in already. Write the month's figures into the white cells; "
        "leave blank what is not known yet."
    )
    with card("download", t("Step 1. Download the form: {month}", month=month_name(t, scope.month)), words):
        links = [Link(t("Download the empty form"), download_address(scope, "/download/template"), download=True)]
        if has_figures:
            filled = download_address(scope, "/download/template", filled="1")
            links.append(Link(t("Download the form with the stored figures"), filled, download=True))
        buttons(links)


def _upload(scope: Scope) -> Preview | None:
    t = scope.t
    with card("upload", t("Step 2. Upload the form, filled in")):
        no_state_secrets(t)
        # No kinds are named: a file of another kind gets our own answer, which says what it is and what to do.
        given = st.file_uploader(
            t("The form of {month} as an Excel file (.xlsx)", month=month_name(t, scope.month)),
            key=f"{fresh(FORM)}-{about_unit(scope)}",
            max_upload_size=MOST_MB,
        )
    if given is None:
        return None
    content = given.getvalue()
    return preview(scope.store, scope.person, scope.table, scope.unit.id, scope.month, given.name, content)
