"""What the bloc rests on: the document's words and the ranks that it prints; what of the bloc is only our reading."""

from data.criteria.bloc import Bloc, Published
from data.exports.bloc_words import member_name
from pages.parts.card import card
from pages.parts.markup import Badge, Note, Piece, Strong
from pages.parts.prose import quote, say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column


def document_card(scope: Scope, bloc: Bloc) -> None:
    """Document, place and quote; results by year, newest first; the reading apart from all that."""
    t, reference = scope.t, bloc.reference
    page = t("page {page}", page=str(reference.page)) if reference.page else ""
    where = ", ".join(part for part in (reference.document, reference.place, page) if part)
    with card("bloc-document", t("Where the bloc comes from"), where):
        quote(reference.quote)
        if reference.note:
            say(Note(t("Note: {note}", note=reference.note)))
        if bloc.results:
            say(Strong(t("Ranks that the document prints")))
            columns = [Column(t("Year")), Column(t("Unit"), "wide"), Column(t("Rank"))]
            newest = sorted(bloc.results, key=lambda one: (-one.year, one.rank))
            rows = [_row(scope, bloc, one) for one in newest]
            stacked_table(columns, rows, t("Ranks that the document prints"), "bloc-results")
            say(Note(t("Results of that time, with the table of that time: they do not follow from the figures here.")))
        if reference.derived:
            derived = sum(member.derived for member in bloc.members)
            said = t("Our reading, not the document's: {count} of {all} units", count=derived, all=len(bloc.members))
            say(Badge(said, "warn"))
            quote(reference.derived, ours=True)


def _row(scope: Scope, bloc: Bloc, one: Published) -> list[Piece]:
    member = next(member for member in bloc.members if member.id == one.unit)
    return [str(one.year), member_name({}, member, scope.lang), Strong(str(one.rank))]
