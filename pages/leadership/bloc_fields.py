"""Field by field: the chosen unit against the median and the best of the bloc."""

from fractions import Fraction

from data.exports.bloc_words import member_name
from data.exports.words import title_of
from data.language import format_number, format_share
from data.scores.bloc_fields import FieldInBloc, fields_in_bloc
from pages.leadership.bloc_seen import BlocSeen
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.prose import say
from pages.parts.scope import Scope, unit_name
from pages.parts.table import Column, table

MOST_NAMED = 2  # units that share the best and are named


def fields_card(scope: Scope, seen: BlocSeen) -> None:
    """One row a field: the bloc's median and best under its name, the unit's index beside it."""
    t, own = scope.t, seen.own(scope)
    name = unit_name(scope.unit, scope.lang)
    said = t("{unit} against the bloc", unit=name) if own else t("Median and best of the bloc")
    with card("bloc-fields", t("Field by field"), said):
        columns = [Column(t("Field"), "wide"), *([Column(t("Unit"), "number")] if own else [])]
        found = fields_in_bloc(seen.scored, scope.unit.id)
        rows: list[list[Piece]] = [[_field(scope, seen, one), *([_own(scope, one)] if own else [])] for one in found]
        table(columns, rows, t("Field by field"), "bloc-fields-table")
        say(Note(t("Index of what is measured in each field; bonus and penalties in points.")))
        if own:
            say(Link(t("Where the unit loses points"), page_address(scope, "gaps")))


def _field(scope: Scope, seen: BlocSeen, one: FieldInBloc) -> Piece:
    t = scope.t
    title = Strong(f"{one.part.id}. {title_of(one.part, scope.lang)}")
    if one.median is None or one.best is None:
        return Stack([title, Note(t("nothing measured in the bloc"))])
    names = [member_name(seen.known, member, scope.lang) for member in one.leaders[:MOST_NAMED]]
    shared = len(one.leaders) > MOST_NAMED
    who = t("{count} units", count=len(one.leaders)) if shared else "; ".join(names)
    values = {"median": _value(scope, one, one.median), "best": _value(scope, one, one.best)}
    return Stack([title, Note(t("median {median} · best {best}: {who}", **values, who=who))])


def _own(scope: Scope, one: FieldInBloc) -> Piece:
    t = scope.t
    if one.own is None:
        return Note(t("not known"))
    parts: list[Piece] = [Strong(_value(scope, one, one.own))]
    if one.ahead is not None:
        size = _value(scope, one, abs(one.ahead)).removesuffix("%")
        if one.ahead:
            parts.append(Badge(f"{'+' if one.ahead > 0 else '−'}{size}", "good" if one.ahead > 0 else "bad"))
        else:
            parts.append(Note(t("as the median")))
    if one.partial:
        parts.append(Note(t("a part is missing")))
    return Stack(parts)


def _value(scope: Scope, one: FieldInBloc, value: Fraction) -> str:
    if one.by_points:
        return format_number(value, scope.lang)
    return format_share(value, scope.lang, pad=True)
