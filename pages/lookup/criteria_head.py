"""What a criteria table is: who issued it, which edition, for whom, when it holds, how it counts."""

import streamlit as st

from data.exports.words import title_of
from data.language import Translate, format_date, format_exact, render
from pages.lookup.around import Fact, facts
from pages.lookup.criteria_words import held_words, scorers_words
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.header import page_header
from pages.parts.marks import marks
from pages.parts.markup import Link, Note, Piece, Stack, Strong
from pages.parts.plain import plain
from pages.parts.prose import buttons, say
from pages.parts.scope import Scope
from scoring.excerpt import explain_excerpt
from scoring.table import Table, TableKind


def table_head(scope: Scope, title: str) -> None:
    """The title, the table's name, and above all else that nobody issued it, where that is so."""
    t = scope.t
    page_header(title, title_of(scope.table, scope.lang), marks(t, scope.table, demo=False))
    if scope.table.template:
        said = t(
            "No authority has issued this table: every maximum, scale and threshold in it is an example. "
            "Put the decision of your own province in its place before you score, report or rank."
        )
        st.warning(plain(said), icon=":material/gavel:")
    if scope.table.excerpt:
        said = t(
            "This is not the whole table: only the rows of the document that could be read. Its total is no total."
        )
        short = (render(message, scope.lang) for message in explain_excerpt(scope.table))
        st.warning(plain(" ".join([said, *short])), icon=":material/content_cut:")


def about_card(scope: Scope) -> None:
    """The facts of the edition; the notes of whoever made the table."""
    t, table = scope.t, scope.table
    with card("about-table", t("About this table")):
        facts(_facts(scope, table), t("About this table"), "about-table-facts")
        if table.notes:
            say(Strong(t("Notes of whoever made this table")), *(Note(note) for note in table.notes))
        buttons([Link(t("Go to the score table"), page_address(scope, "score"))])


def _facts(scope: Scope, table: Table) -> list[Fact]:
    t, lang, points = scope.t, scope.lang, table.kind is TableKind.POINTS
    decision = ", ".join(part for part in (table.decision, table.issued_by) if part)
    kind = t("table of points") if points else t("targets of a plan: met or not met, no points")
    size = t("{count} criteria, {max} points in all", count=len(table.leaves), max=table.max) if points else t(
        "{count} targets", count=len(table.leaves))  # fmt: skip
    left_out = t("leaves the base: the index is taken of the rest") if table.rebase else t("is given its maximum")
    step = t("to {step} points, once for each criterion, half away from zero", step=format_exact(table.step, lang))
    return [
        (t("Issued by"), Strong(decision) if decision else ""),
        (t("Edition"), table.edition),
        (t("Kind"), kind),
        (t("Size"), size),
        (t("Holds"), validity_words(scope.t, table)),
        (t("For"), _units(scope, table)),
        (t("Scored by"), scorers_words(scope, table)),
        (t("Rounding"), step if points else ""),
        (t("What does not apply"), left_out),
        (t("The whole"), Stack(held_words(scope, table.tree)) if table.tree.holds else ""),
        (t("Code"), table.id),
    ]


def validity_words(t: Translate, table: Table) -> str:
    """The days on which the edition holds."""
    first, last = table.valid_from, table.valid_to
    if first and last:
        return t("from {first} to {last}", first=format_date(first), last=format_date(last))
    if first:
        return t("from {first}, no end given", first=format_date(first))
    return t("until {last}", last=format_date(last)) if last else t("the table gives no days of validity")


def _units(scope: Scope, table: Table) -> Piece:
    t, lang = scope.t, scope.lang
    if not table.units:
        kind = table.unit_kind
        return t("any unit of the kind {kind}", kind=kind) if kind else t("any unit")
    return Stack([unit.name_en if lang == "en" and unit.name_en else unit.name for unit in table.units])
