"""The figures behind a leaf: each month with its file, sheet and cell, its person and time, and what stood before."""

from datetime import date

from data.figures.observation import Observation
from data.figures.reading import history
from data.figures.words import figure_message
from data.language import render
from pages.leadership.seen import Seen
from pages.leadership.sources import source, who
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.prose import buttons, say
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring import explanation
from scoring.indicator import Formation, Indicator
from scoring.messages import Message
from scoring.period import Month
from scoring.readings import Needs, code_of, name_of, reading_of
from scoring.row_words import formed_words
from scoring.table import Leaf


def figures_card(scope: Scope, seen: Seen, leaf: Leaf) -> None:
    """One section a figure that the leaf reads, one row a month that came or is owed."""
    t = scope.t
    rows: list[list[Piece] | Section] = [row for name in leaf.inputs for row in _section(scope, seen, name)]
    with card("leaf-figures", t("The figures, and where they came from")):
        columns = [Column(t("Month")), Column(t("Figure")), Column(t("Source"), "wide")]
        columns += [Column(t("Entered by")), Column(t("Before"))]
        stacked_table(columns, rows, t("The figures, and where they came from"), "figures-table")
        for code in leaf.codes:
            say(Note(formation_words(scope, scope.table.indicators[code])))
        buttons([link for code in leaf.codes for link in _ways_on(scope, code, alone=len(leaf.codes) == 1)])


def _section(scope: Scope, seen: Seen, name: str) -> list[list[Piece] | Section]:
    """The months that make up one figure: of the year so far, of the year before, or only what it comes to."""
    t, quantity, reading = scope.t, seen.scored.figures[name], reading_of(name)
    figure = render(explanation.figure_message(quantity, scope.table.reads.get(name)), scope.lang)
    rows: list[list[Piece] | Section] = [Section(figure_title(scope, name), level=1)]
    if reading is not None and reading.needs is not Needs.LAST_YEAR:
        return [*rows, [Strong(t("Comes to")), Strong(figure), "", "", ""]]
    indicator = scope.table.indicators[code_of(name)]
    past = reading is not None
    stored = seen.scored.before if past else seen.scored.observations
    owed = quantity.missing_before if past else quantity.missing_months
    found = {one.month.number: one for one in stored if one.indicator == indicator.code}
    for number in sorted({*found, *owed}):
        one = found.get(number)
        used = number in quantity.months
        month = Month(seen.scored.year_of(name), number)
        rows.append(_row(scope, indicator, one, used=used) if one else _missing(scope, month))
    if not found and not owed:
        rows.append(_missing(scope, None))
    if len(quantity.months) > 1:
        rows.append([Strong(t("Together")), Strong(figure), "", "", ""])
    return rows


def _ways_on(scope: Scope, code: str, *, alone: bool) -> list[Link]:
    """To the page that corrects this very figure, and to everything that was ever entered for it."""
    t, title = scope.t, indicator_title(scope, scope.table.indicators[code])
    correct = t("Correct this figure") if alone else t("Correct: {title}", title=title)
    past = t("History of this figure") if alone else t("History: {title}", title=title)
    return [
        Link(correct, page_address(scope, "figures", indicator=code)),
        Link(past, page_address(scope, "history", indicator=code)),
    ]


def indicator_title(scope: Scope, indicator: Indicator) -> str:
    """The indicator's name in the reader's language, where it has one."""
    return indicator.title_en if scope.lang == "en" and indicator.title_en else indicator.title


def figure_title(scope: Scope, name: str) -> str:
    """The same of any figure that a table reads; of a reading, what it reads of the indicator."""
    return render(Message("{title}", {"title": name_of(name, scope.table.indicators)}), scope.lang)


def _row(scope: Scope, indicator: Indicator, one: Observation, *, used: bool) -> list[Piece]:
    t, figure = scope.t, render(figure_message(indicator, one), scope.lang)
    note = [Note(one.note)] if one.note else []
    used_badge = [Badge(t("counts for the score"), "info")] if used else []
    return [
        month_name(t, one.month),
        Stack([Strong(figure), *used_badge, *note]),
        source(scope, one),
        who(scope, one),
        Stack([_before(scope, indicator, older) for older in _older(scope, one)]),
    ]


def _older(scope: Scope, one: Observation) -> list[Observation]:
    """What was entered for the same figure before: it no longer counts, and is kept."""
    return history(scope.store, scope.person, scope.unit.id, one.indicator, one.month)[1:]


def _before(scope: Scope, indicator: Indicator, older: Observation) -> Piece:
    return Stack([render(figure_message(indicator, older), scope.lang), source(scope, older), who(scope, older)])


def _missing(scope: Scope, month: Month | None) -> list[Piece]:
    t = scope.t
    name = t("Once in the year") if month is None else month_name(t, month)
    return [name, Badge(t("No figure yet"), "warn"), "", "", ""]


def formation_words(scope: Scope, indicator: Indicator) -> str:
    """How the months become the year's figure."""
    t = scope.t
    words = {
        Formation.SUM: t("the months are added up"),
        Formation.LATEST: t("the newest month counts"),
        Formation.CUMULATIVE: t("each month already reports the year so far"),
        Formation.ONCE: t("one figure a year counts, the newest"),
        Formation.MONTHS_COVERED: t("months that say yes, of the months so far"),
        Formation.MEAN_OF_MONTHS: t("the mean of the months"),
    }
    said = [t("{title}: {formed}", title=indicator_title(scope, indicator), formed=words[indicator.formation])]
    if indicator.numerator and indicator.denominator:
        counts = {"numerator": indicator.numerator, "denominator": indicator.denominator}
        said.append(t("numerator: {numerator}; denominator: {denominator}", **counts))
    if indicator.deadline is not None:
        said.append(t("last day on time: {day}", day=date.fromordinal(indicator.deadline)))
    if indicator.working_days is not None:
        said.append(t("working days are counted, and a day off counts as the next working day"))
    if indicator.source:
        said.append(t("from: {source}", source=indicator.source))
    sentences = ["; ".join(said) + "."]
    if indicator.rows is not None:
        register = scope.table.registers.get(indicator.rows.register)
        sentences.append(render(formed_words(indicator.rows, register), scope.lang) + ".")
    return " ".join(sentences)
