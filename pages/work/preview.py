"""The preview of an uploaded workbook, and the button that stores what it shows."""

import streamlit as st

from data.imports.confirm import confirm
from data.imports.difference import Change
from data.imports.digest import tally, will_store
from data.imports.preview import Preview
from data.language import Translate, _, format_month, render
from data.problems import UserError
from data.store.process import current_store
from pages.parts.figures import key_figures_row
from pages.parts.markup import Piece
from pages.parts.outcome import Outcome, begin_anew, refused, tell
from pages.parts.person import acting_person, ask_for_name
from pages.parts.plain import plain
from pages.parts.scope import Scope, month_name
from pages.parts.table import Column, table
from pages.work.other_month import offer_month
from pages.work.preview_rows import import_problems, row_table
from pages.work.read_as import worth_saying
from pages.work.register_lines import register_lines
from scoring.messages import Message

COUNTED = (
    (Change.NEW, _("New"), _("nothing was stored for them")),
    (Change.CHANGED, _("Changed"), _("the old figure stays in the history")),
    (Change.SAME, _("Same"), _("stored already")),
    (Change.BLANK, _("Blank"), _("store nothing, erase nothing")),
)


def show_preview(scope: Scope, seen: Preview, form: str) -> None:
    """What was read, what is wrong, what would change; then the button."""
    t, lang = scope.t, scope.lang
    read = (t("File: {name}", name=seen.file_name), t("sheet: {name}", name=seen.sheet) if seen.sheet else "")
    st.caption(plain(" · ".join(part for part in read if part)))
    told = worth_saying(seen.problems, lang)
    errors = [one for one in told if one.severity == "error"]
    # A correction is told on its row, and again beside the tick: not among what does not stop anybody.
    warnings = [one for one in told if one.severity != "error" and one.code != "I142"]
    if seen.rows and not any(one.refuses_file for one in errors):
        _tiles(t, seen)
    register_lines(scope, seen)
    if errors:
        st.error(t("The file has {count} errors. Nothing has been stored.", count=len(errors)), icon=":material/error:")
        offer_month(scope, seen, form)
        import_problems(t, lang, scope.table, seen, errors)
    if warnings:
        title = t("Warnings: {count}. They do not stop you; read them once.", count=len(warnings))
        telling = any(one.code != "F101" for one in warnings)
        with st.expander(title, expanded=telling and len(warnings) < 60, icon=":material/info:"):
            import_problems(t, lang, scope.table, seen, warnings)
    if seen.rows and (seen.accepted or seen.accepted_in_part):
        row_table(t, lang, scope.table, seen)
    elif seen.rows:
        with st.expander(t("What was read: {count} rows", count=len(seen.rows))):
            row_table(t, lang, scope.table, seen, folded=True)
    passed_over = [*(("", one) for one in seen.skipped), *seen.registers.skipped]
    if passed_over:
        with st.expander(t("Rows that hold no figure and were passed over: {count}", count=len(passed_over))):
            rows: list[list[Piece]] = [
                [f"{sheet}: {one.row}" if sheet else str(one.row), render(one.why, lang)] for sheet, one in passed_over
            ]
            table([Column(t("Row"), "number"), Column(t("Why"), "wide")], rows, t("Rows passed over"), "import-skipped")
    _confirmation(t, seen, form)


def _tiles(t: Translate, seen: Preview) -> None:
    """What becomes of the rows. While the file has errors nothing becomes of any: no row is called new then."""
    counts = tally(seen.rows)
    if seen.accepted:
        key_figures_row([(t(title), str(counts[change]), t(under)) for change, title, under in COUNTED])
        return
    refused_rows, blank = counts[Change.REFUSED], counts[Change.BLANK]
    key_figures_row(
        [
            (t("Rows with errors"), str(refused_rows), t("to be corrected in the file")),
            (t("Rows without errors"), str(len(seen.good)), t("read, not stored")),
            (t("Blank"), str(blank), t("store nothing, erase nothing")),
        ]
    )


def _confirmation(t: Translate, seen: Preview, form: str) -> None:
    count = will_store(seen.rows, demo=seen.demo)
    if seen.other_month is not None:
        return
    if seen.month is None or not (seen.accepted or seen.accepted_in_part):
        st.info(t("Correct the file and upload it again: the new file takes the place of this one."))
        return
    if not count:
        st.info(t("There is nothing new to store: every figure in the file is stored already."))
        return
    month = month_name(t, seen.month)
    partial = not seen.accepted
    knows = True
    if partial:
        refusing = tally(seen.rows)[Change.REFUSED]
        st.caption(t("The best way: correct the file and upload it again. Or store only the good rows:"))
        knows = st.checkbox(
            t("I know that {count} rows with errors are not stored and still have to be reported.", count=refusing),
            key=f"knows-{seen.sha256}",
        )
    supersede = bool(seen.corrections) and _takes_back(t, seen)
    label = _("Store {count} good rows of {month}") if partial else _("Store {count} figures of {month}")
    ask_for_name(t, "preview")
    st.button(
        plain(t(label, count=count, month=month)),
        type="secondary" if partial else "primary",
        icon=":material/save:",
        key=f"confirm-{partial}",
        disabled=not knows or (bool(seen.corrections) and not supersede),
        on_click=_store,
        args=(seen, partial, supersede, form),
    )


def _takes_back(t: Translate, seen: Preview) -> bool:
    """The figures that were corrected on screen after an import, by name, and the tick without which they stay."""
    names = ", ".join(row.name for row in seen.corrections)
    count = len(seen.corrections)
    said = t("{count} figures were corrected on screen after an import: {names}.", count=count, names=names)
    keep = t("To keep a correction, write it into the file and upload that.")
    st.warning(plain(f"{said} {keep}"), icon=":material/history:")
    return st.checkbox(
        t("The figures in the file are right: let them take the place of the {count} corrections.", count=count),
        key=f"takes-back-{seen.sha256}-{seen.seen}",
    )


def _store(seen: Preview, partial: bool, supersede: bool, form: str) -> None:
    """Stores the very preview that was on screen; when figures came in meanwhile, a new preview is drawn instead."""
    try:
        confirm(current_store(), acting_person(), seen, partial=partial, supersede=supersede)
    except UserError as error:
        refused(form, error, Message(_("Nothing was stored.")))
        return
    values: dict[str, object] = {
        "count": will_store(seen.rows, demo=seen.demo),
        "month": format_month(str(seen.month)),
        "file": seen.file_name,
    }
    tell(form, Outcome(Message(_("Stored: {count} figures of {month} from the file {file}."), values), scored=True))
    begin_anew(form)
