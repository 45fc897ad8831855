"""What was read of a handed-in table: every problem at its cell, or what it is, what it changes, and the button."""

from dataclasses import dataclass

import streamlit as st

from data.criteria.adopting import Proposal, adopt_into
from data.exports.words import title_of
from data.language import Translate, _, translator
from data.problems import UserError
from data.store.opening import Store
from data.store.process import current_store
from pages.lookup.around import facts
from pages.lookup.comparison import show_comparison
from pages.lookup.criteria_head import validity_words
from pages.lookup.criteria_tree import tree_table
from pages.parts.markup import Note, Stack, Strong
from pages.parts.outcome import Outcome, begin_anew, refused, tell
from pages.parts.person import acting_person, ask_for_name
from pages.parts.plain import plain
from pages.parts.problem import show_problems
from pages.parts.scope import Scope
from scoring.messages import Message
from scoring.table import Table, TableKind

FORM = "table-workbook"


@dataclass(frozen=True)
class Read:
    """A table that is not loaded, in the reader's language."""

    table: Table
    lang: str

    @property
    def t(self) -> Translate:
        return translator(self.lang)


def show_proposal(t: Translate, lang: str, store: Store, scope: Scope | None, found: Proposal, content: bytes) -> None:
    """Errors stop it, warnings do not. The comparison with the table it would follow is drawn where it is asked for."""
    file, table = found.file, found.file.table
    errors = [one for one in file.problems if one.severity == "error"]
    st.caption(plain(t("File: {name}", name=file.path.name)))
    if table is None:
        said = t("The workbook has {count} errors. Nothing has been stored.", count=len(errors))
        st.error(said, icon=":material/error:")
    if file.problems:
        show_problems(t, file.problems, lang, "proposal-problems")
    if table is None:
        st.info(t("Correct the file and upload it again: the new file takes the place of this one."))
        return
    facts(_facts(t, lang, table), t("The table that was read"), "proposal-facts")
    if found.known is not None:
        st.info(t("This table is loaded already, word for word: {file}.", file=plain(found.known.path.name)))
        return
    if st.toggle(t("Show every criterion and rule as it was read, to compare with the document"), key=f"{FORM}-rules"):
        tree_table(Read(table, lang), "proposal-rules")
    ask_for_name(t, FORM)
    st.button(t("Store and load this table"), type="primary", on_click=_adopt, args=(file.path.name, content))
    if scope is not None and found.before is not None:
        said = t("Show what changes against “{table}”, and what that does to the result",
                 table=plain(f"{found.before.edition} · {title_of(found.before, lang)}"))  # fmt: skip
        if st.toggle(said, key=f"{FORM}-compare"):
            show_comparison(scope, found.before, table)


def _facts(t: Translate, lang: str, table: Table) -> list[tuple[str, Stack | str]]:
    kind = t("table of points") if table.kind is TableKind.POINTS else t("table of targets")
    count = t("{count} criteria", count=len(table.leaves))
    return [
        (t("Table"), Stack([Strong(title_of(table, lang)), Note(table.id)])),
        (t("Edition"), table.edition),
        (t("Kind"), Stack([kind, Note(count)])),
        (t("Holds"), validity_words(t, table)),
    ]


def _adopt(name: str, content: bytes) -> None:
    nothing = Message(_("Nothing was stored."))
    try:
        done = adopt_into(current_store(), acting_person(), name, content)
    except UserError as error:
        refused(FORM, error, nothing)
        return
    said = _("The table {id} is stored and loaded: {leaves} criteria. Choose it in the menu at the left.")
    tell(FORM, Outcome(Message(said, {"id": done.table.id, "leaves": len(done.table.leaves)})))
    begin_anew(FORM)
