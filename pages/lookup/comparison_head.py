"""The head of a comparison: what the two tables are, both totals and indices, and the sum of all effects."""

from collections.abc import Sequence
from fractions import Fraction

from data.exports.compare_words import scope_notes, signed, sum_words
from data.exports.words import title_of
from data.language import format_exact, format_number
from data.scores.compare import UnitComparison, has_result
from data.scores.unit import UnitScore
from pages.lookup.criteria_head import validity_words
from pages.parts.card import card
from pages.parts.figures import key_figures_row
from pages.parts.marks import marks
from pages.parts.markup import Badge, Note, Piece, Stack, Strong
from pages.parts.prose import say
from pages.parts.scope import Scope, month_name, unit_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.compare import Comparison
from scoring.table import Table, TableKind


def totals_card(scope: Scope, comparison: Comparison, found: UnitComparison | None) -> None:
    """Key figures first; then the two tables side by side."""
    t, year = scope.t, str(scope.month.year)
    on_figures = t("On the figures of {unit}, {month}", unit=unit_name(scope.unit, scope.lang),
                   month=month_name(t, scope.month))  # fmt: skip
    with card("compare-totals", t("The two tables"), on_figures if found is not None else ""):
        if found is not None:
            key_figures_row(_figures(scope, comparison, found))
            if not all(one.comparable for one in found.effects.leaves):
                say(Note(_missing(scope, comparison.before.kind)))
        elif comparison.before.kind is not comparison.after.kind:
            say(t("One table adds up points, the other counts targets: only the tables themselves are compared."))
        else:
            say(t("No figures yet for {year}: only the tables themselves are compared.", year=year))
        columns = [Column(""), Column(t("Table before"), "wide"), Column(t("Table after"), "wide")]
        columns += [Column(t("Difference"), "number")] if found is not None else []
        rows = [*_tables(scope, comparison, found), *(_totals(scope, found) if found is not None else [])]
        stacked_table(columns, rows, t("The two tables"), "compare-tables")


def _missing(scope: Scope, kind: TableKind) -> str:
    t = scope.t
    if kind is TableKind.TARGETS:
        return t("What has no figure yet is not known, and never counted as failed.")
    return t("Points are those measured. What has no figure yet is missing, not 0: see sure and possible points.")


def _figures(scope: Scope, comparison: Comparison, found: UnitComparison) -> list[tuple[str, str, str]]:
    t = scope.t
    sides = [
        (t("Before: {edition}", edition=comparison.before.edition), found.before),
        (t("After: {edition}", edition=comparison.after.edition), found.after),
    ]
    shown = [(label, _result(scope, scored), _under(scope, scored)) for label, scored in sides]
    return [*shown, (t("What the changes do"), *_sum(scope, found))]


def _sum(scope: Scope, found: UnitComparison) -> tuple[str, str]:
    """All effects together, and how many lines have none that is known. Not known where one table measures nothing."""
    t, kind = scope.t, found.before.table.kind
    if not found.measured:
        return sum_words(found, scope.lang), t("one of the two tables has no result at all")
    under = t("targets met, all lines below together") if kind is TableKind.TARGETS else t(
        "points, all lines below together")  # fmt: skip
    if open_yet := sum(not one.measured for one in found.effects.leaves):
        under = t("{said}; {unknown} lines not known yet", said=under, unknown=open_yet)
    return sum_words(found, scope.lang), under


def _result(scope: Scope, scored: UnitScore) -> str:
    t, total = scope.t, scored.score.total
    if scored.table.kind is TableKind.TARGETS:
        return t("{met} / {all} met", met=total.met, all=total.met + total.unmet + total.unknown)
    return format_number(total.points, scope.lang) if has_result(scored) else t("not known yet")


def _under(scope: Scope, scored: UnitScore) -> str:
    t, total = scope.t, scored.score.total
    if scored.table.kind is TableKind.TARGETS:
        return t("{unknown} not known yet", unknown=total.unknown)
    if total.index is None:
        return t("no criterion is measured")
    index = format_exact(total.index * 100, scope.lang) + "%"
    return t("of {max} points measured; index {index}", max=total.measured_max, index=index)


def _tables(scope: Scope, comparison: Comparison, found: UnitComparison | None) -> list[list[Piece]]:
    """What the tables are, and of the facts about them those that differ."""
    t, lang = scope.t, scope.lang
    tables = (comparison.before, comparison.after)
    scores = (found.before, found.after) if found is not None else (None, None)
    points = tables[0].kind is TableKind.POINTS
    told: list[tuple[str, Sequence[Piece]]] = [
        (t("Table"), [_table(scope, one, scored) for one, scored in zip(tables, scores, strict=True)]),
        (t("Edition"), [Strong(one.edition) for one in tables]),
        (t("Issued by"), [", ".join(filter(None, (one.decision, one.issued_by))) or "–" for one in tables]),
        (t("Holds"), [validity_words(t, one) for one in tables]),
        (t("Criteria"), [str(len(one.leaves)) for one in tables]),
    ]
    if points:
        told.append((t("Largest score"), [format_number(one.max, lang) for one in tables]))
    told.append((t("Rounding"), [format_exact(one.step, lang) for one in tables]))
    left_out = {True: t("leaves the base: the index is taken of the rest"), False: t("is given its maximum")}
    told.append((t("What does not apply"), [left_out[one.rebase] for one in tables]))
    blank = [""] if found is not None else []
    return [[Note(label), *sides, *blank] for at, (label, sides) in enumerate(told) if not at or sides[0] != sides[1]]


def _table(scope: Scope, table: Table, scored: UnitScore | None) -> Piece:
    t = scope.t
    said: list[Piece] = [title_of(table, scope.lang), *marks(t, table, demo=scored is not None and scored.demo)]
    said += [Badge(note, "warn") for note in scope_notes(table, scored, scope.lang)] if scored is not None else []
    return Stack([*said, Note(table.id)])


def _totals(scope: Scope, found: UnitComparison) -> list[list[Piece]]:
    t = scope.t
    before, after = found.before.score.total, found.after.score.total
    if found.before.table.kind is TableKind.TARGETS:
        counts = ((t("Met"), "met"), (t("Not met"), "unmet"), (t("Not known"), "unknown"),
                  (t("Not applicable"), "not_applicable"))  # fmt: skip
        return [
            _row(scope, label, *(Fraction(getattr(one, name)) for one in (before, after))) for label, name in counts
        ]
    rows = [
        _row(
            scope,
            t("Points measured"),
            *(one.score.total.points if has_result(one) else None for one in (found.before, found.after)),
        ),
        _row(scope, t("Largest score of what is measured"), before.measured_max, after.measured_max),
        _row(scope, t("Sure points"), before.sure, after.sure),
        _row(scope, t("Possible points"), before.possible, after.possible),
    ]
    return [*rows, _indices(scope, before.index, after.index)]


def _indices(scope: Scope, before: Fraction | None, after: Fraction | None) -> list[Piece]:
    t, lang = scope.t, scope.lang
    said = [t("not known yet") if one is None else f"{format_exact(one * 100, lang)}%" for one in (before, after)]
    less = ""
    if before is not None and after is not None:
        less = t("{points} percentage points", points=signed((after - before) * 100, lang))
    return [Note(t("Index")), *said, less]


def _row(scope: Scope, label: str, before: Fraction | None, after: Fraction | None) -> list[Piece]:
    """One number of both totals, and their difference; in words where one is not known."""
    lang = scope.lang
    said = [scope.t("not known yet") if one is None else format_number(one, lang) for one in (before, after)]
    less = "" if before is None or after is None else signed(after - before, lang)
    return [Note(label), *said, less]
