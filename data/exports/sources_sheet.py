"""Third sheet: where each figure came from, so that every line can be proved: file, sheet, cell, or who typed it."""

from collections.abc import Iterator
from datetime import date

from data.accounts.person import Person, shown_name
from data.evidence.checking import VIETNAM
from data.exports.assessment import Assessment
from data.exports.heading import criterion_code, heading
from data.exports.paper import Paper
from data.figures.observation import Observation
from data.language import format_date, format_moment, render, translator
from data.scores.gates import gates
from scoring.day_words import nothing_arose_message
from scoring.indicator import Indicator, Measure
from scoring.quantity import State
from scoring.table import Leaf, Node

COLUMNS = (13, 22, 40, 10, 11, 11, 14, 12, 14, 30, 16, 9, 36, 18, 16, 24)


def write_sources(paper: Paper, person: Person, assessment: Assessment, lang: str) -> None:
    """One row a leaf or gate and a month's figure, in the order of the law."""
    t = translator(lang)
    head = heading(paper, assessment, t("Where each figure came from"), lang, by=render(shown_name(person.name), lang))
    paper.head(
        head,
        [
            criterion_code(assessment, lang),
            t("Indicator code"),
            t("Name of the indicator"),
            t("Month"),
            t("Numerator"),
            t("Denominator"),
            t("Value"),
            t("Unit of measurement"),
            t("State"),
            t("File"),
            t("Sheet"),
            t("Cell"),
            "SHA-256",
            t("Entered by"),
            t("Entered at"),
            t("Notes"),
        ],
    )
    row = head + 1
    for part, sources in _read(assessment):
        for observation in sources:
            paper.text(row, 0, part.id, "middle")
            _source(paper, row, observation, assessment.table.indicators[observation.indicator], lang)
            row += 1


def _read(assessment: Assessment) -> Iterator[tuple[Node | Leaf, tuple[Observation, ...]]]:
    """Each gate and leaf in the order of the law, with the stored figures that it reads; a gate under its node."""
    scored = assessment.scored
    closing = {gate.node.id: gate.sources for gate in gates(scored)}
    tree = assessment.table.tree
    for part in (tree, *(part for _depth, part in tree.walk())):
        yield part, scored.sources(part) if isinstance(part, Leaf) else closing.get(part.id, ())


def _source(paper: Paper, row: int, observation: Observation, indicator: Indicator, lang: str) -> None:
    t = translator(lang)
    typed = observation.import_seq is None
    paper.text(row, 1, observation.indicator)
    paper.text(row, 2, indicator.title_en if lang == "en" and indicator.title_en else indicator.title)
    paper.text(row, 3, f"{observation.month.number:02d}/{observation.month.year}", "middle")
    paper.number(row, 4, observation.numerator, _decimals(observation.numerator))
    paper.number(row, 5, observation.denominator, _decimals(observation.denominator))
    _value(paper, row, observation, indicator, lang)
    paper.text(row, 7, "%" if indicator.measure is Measure.PERCENT and not indicator.unit else indicator.unit)
    paper.text(row, 8, _state(observation.state, indicator, lang))
    paper.text(row, 9, t("Typed on screen") if typed else observation.file_name)
    paper.text(row, 10, observation.sheet)
    paper.text(row, 11, observation.cells, "middle")
    paper.text(row, 12, observation.sha256)
    paper.text(row, 13, render(shown_name(observation.person_name), lang))
    paper.text(row, 14, format_moment(observation.acted_at + VIETNAM), "middle")
    marks = [observation.note, t("DEMO DATA – invented figures") if observation.demo else ""]
    paper.text(row, 15, "; ".join(mark for mark in marks if mark))


def _value(paper: Paper, row: int, observation: Observation, indicator: Indicator, lang: str) -> None:
    """The value in the indicator's own kind: a number, a day, yes or no, the words of an option."""
    value = observation.value
    t = translator(lang)
    if value is None or indicator.measure not in (Measure.YES_NO, Measure.CHOICE, Measure.DATE):
        paper.number(row, 6, value, _decimals(value))
    elif indicator.measure is Measure.DATE:
        paper.text(row, 6, format_date(date.fromordinal(int(value))), "middle")
    elif indicator.measure is Measure.YES_NO:
        paper.text(row, 6, t("yes") if value else t("no"), "middle")
    else:
        title = next((option.title for option in indicator.options if option.value == value), "")
        paper.text(row, 6, title, "middle")


def _decimals(value: object) -> int:
    return 0 if value is None or getattr(value, "denominator", 1) == 1 else 2


def _state(state: State, indicator: Indicator, lang: str) -> str:
    t = translator(lang)
    if state is State.NOTHING_AROSE:
        return render(nothing_arose_message(indicator), lang)
    return t("not applicable") if state is State.NOT_APPLICABLE else t("measured")
