"""Figures that come, go or are defined otherwise with a table: what a new edition asks of the sections."""

from datetime import date

from data.exports.compare_words import field_words
from data.language import format_date, format_exact, render
from pages.leadership.leaf_figures import formation_words, indicator_title
from pages.lookup.around import fold
from pages.parts.card import card
from pages.parts.markup import Note, Piece, Stack
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.compare import Comparison, IndicatorChange
from scoring.indicator import Indicator, Measure
from scoring.row_words import formed_words

Rows = list[list[Piece] | Section]


def indicators_card(scope: Scope, comparison: Comparison) -> None:
    """Those defined otherwise first, key by key; then what only one of the tables reads. Nothing where all is alike."""
    t, every = scope.t, comparison.indicators
    groups = (
        (t("Defined otherwise"), [one for one in every if one.fields]),
        (t("Needed by the later table only"), [one for one in every if one.before is None]),
        (t("No longer needed"), [one for one in every if one.after is None]),
    )
    rows: Rows = []
    for title, changes in groups:
        rows += [Section(f"{title} ({len(changes)})")] if changes else []
        rows += [row for change in changes for row in _rows(scope, change)]
    if not rows:
        return
    with card("compare-indicators", t("Figures"), t("One code is one figure, entered once for all tables")):
        columns = [Column(t("Figure"), "wide"), Column(t("What"))]
        columns += [Column(t("Table before"), "wide"), Column(t("Table after"), "wide")]
        with fold(t, len(rows)):
            stacked_table(columns, rows, t("Figures"), "compare-indicators")


def _rows(scope: Scope, change: IndicatorChange) -> Rows:
    known = change.after or change.before
    name = Stack([indicator_title(scope, known) if known is not None else "", Note(change.code)])
    fields = change.fields or ("formation",)
    return [
        [
            name,
            Note(field_words(field, scope.lang)),
            *("–" if one is None else _said(scope, one, field) for one in (change.before, change.after)),
        ]
        for field in fields
    ]


def _said(scope: Scope, indicator: Indicator, field: str) -> Piece:
    """One key of a definition for the reader; "–" where it says nothing."""
    t, value = scope.t, getattr(indicator, field)
    if field == "formation":
        return formation_words(scope, indicator)
    if field == "measure":
        return _measure(scope, indicator.measure)
    if field == "options":
        said = (f"{format_exact(option.value, scope.lang)}: {option.title}" for option in indicator.options)
        return Stack(list(said))
    if field == "every":
        return t("every {months} months", months=indicator.every)
    if field == "deadline" and indicator.deadline is not None:
        return format_date(date.fromordinal(indicator.deadline))
    if field == "rows" and indicator.rows is not None:
        return render(formed_words(indicator.rows, None), scope.lang)
    if field == "working_days":
        return t("all days") if indicator.working_days is None else t("working days")
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if value is None or value == "":
        return "–"
    return value if isinstance(value, str) else format_exact(value, scope.lang)


def _measure(scope: Scope, measure: Measure) -> str:
    t = scope.t
    words = {
        Measure.RATIO: t("a ratio of two counts"),
        Measure.PERCENT: t("a percentage"),
        Measure.COUNT: t("a count"),
        Measure.NUMBER: t("a number"),
        Measure.YES_NO: t("yes or no"),
        Measure.CHOICE: t("one of several answers"),
        Measure.DATE: t("a day"),
    }
    return words[measure]
