"""So sánh trong khối: the units of a bloc with one table for one month, ranked by the exact index (``?bloc=...``)."""

import streamlit as st

from data.criteria.bloc import Bloc
from data.exports.bloc_words import bloc_title
from data.exports.words import title_of
from data.language import translator
from data.scores.bloc import outside
from pages.leadership.bloc_chart import ranges_card
from pages.leadership.bloc_choice import bloc_box, bloc_of
from pages.leadership.bloc_document import document_card
from pages.leadership.bloc_fields import fields_card
from pages.leadership.bloc_figures import bloc_figures
from pages.leadership.bloc_seen import BlocSeen, blocs_here, see_bloc
from pages.leadership.bloc_table import ranks_card
from pages.leadership.bloc_units import members_card, no_figures_card, not_issued_card, unknown_card
from pages.leadership.first_steps import nothing_this_month
from pages.leadership.seen import no_choice
from pages.parts.header import page_header
from pages.parts.language import current_language
from pages.parts.marks import marks
from pages.parts.markup import Badge
from pages.parts.prose import say
from pages.parts.scope import Scope, current_scope, month_name
from pages.parts.theme import STATIC


def show() -> None:
    st.html(STATIC / "bloc.css")
    scope = current_scope()
    if scope is None:
        t = translator(current_language())
        no_choice(t, t("Compare within the bloc"))
        return
    offered = blocs_here(scope)
    if not offered:
        page_header(scope.t("Compare within the bloc"))
        say(scope.t("There is no bloc yet. Put a file into the subfolder blocs of the folder of tables and restart."))
        return
    bloc = bloc_of(scope, offered)
    if outside(scope.table, bloc):
        _heading(scope, bloc, None)
        bloc_box(scope, offered)
        not_issued_card(scope, bloc)
        document_card(scope, bloc)
        return
    seen = see_bloc(scope, bloc)
    _heading(scope, bloc, seen)
    bloc_box(scope, offered)
    unknown_card(scope, seen)
    if seen.scored.measured:
        _compare(scope, seen)
    else:
        no_figures_card(scope, seen)
        members_card(scope, seen)
    document_card(scope, bloc)


def _compare(scope: Scope, seen: BlocSeen) -> None:
    if not any(line.reported for line in seen.scored.lines):
        nothing_this_month(scope)
    bloc_figures(scope, seen)
    ranks_card(scope, seen)
    left, right = st.columns([3, 2])
    with left:
        ranges_card(scope, seen)
    with right:
        fields_card(scope, seen)


def _heading(scope: Scope, bloc: Bloc, seen: BlocSeen | None) -> None:
    """Bloc, table and month; that the order is not final; a table that nobody issued, figures that nobody counted."""
    t = scope.t
    demo = bloc.status == "demo" or (seen is not None and seen.scored.demo)
    badges = marks(t, scope.table, demo=demo)
    if seen is not None and seen.scored.measured and seen.scored.provisional:
        badges.append(Badge(t("PROVISIONAL ORDER – figures are missing"), "warn"))
    said = (bloc_title(bloc, scope.lang), title_of(scope.table, scope.lang), month_name(t, scope.month))
    page_header(t("Compare within the bloc"), " · ".join(said), badges)
