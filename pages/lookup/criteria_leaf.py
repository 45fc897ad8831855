"""One leaf as the law prints it: scale, inputs, who scores, evidence, place and quote, our readings, conflicts."""

from data.exports.words import title_of
from data.language import format_number, render
from data.scores.rule_lines import printed_lines
from pages.leadership.conflicts import conflicts_card
from pages.leadership.leaf_figures import figure_title, formation_words, indicator_title
from pages.leadership.leaf_rule import term_name
from pages.leadership.seen import see
from pages.lookup.around import Fact, facts
from pages.lookup.criteria_tree import most_words, page_words, way_of
from pages.lookup.criteria_words import nothing_arose_in_part, nothing_arose_words, part_title, scorer
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.prose import buttons, quote, say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.readings import code_of
from scoring.table import Combine, Leaf, TableKind


def leaf_cards(scope: Scope, leaf: Leaf) -> None:
    """Everything that the table says of the leaf; its figures stand on the score table's page."""
    t, leaves = scope.t, scope.table.leaves
    at = leaves.index(leaf)
    links = [Link(t("Back to the whole table"), page_address(scope, "criteria"))]
    links += [Link(t("Before: {id}", id=one.id), page_address(scope, "criteria", leaf=one.id))
              for one in leaves[max(0, at - 1) : at]]  # fmt: skip
    links += [Link(t("Next: {id}", id=one.id), page_address(scope, "criteria", leaf=one.id))
              for one in leaves[at + 1 : at + 2]]  # fmt: skip
    buttons([*links, Link(t("Its score and figures"), page_address(scope, "score", leaf=leaf.id))])
    with card("law-leaf", part_title(scope, leaf), way_of(scope, leaf)):
        facts(_facts(scope, leaf), title_of(leaf, scope.lang), "law-leaf-facts")
    _rule(scope, leaf)
    _inputs(scope, leaf)
    _place(scope, leaf)
    conflicts_card(scope, see(scope), scope.table.conflicts_of(leaf.id))


def _facts(scope: Scope, leaf: Leaf) -> list[Fact]:
    t = scope.t
    needs = [need.title if need.required else t("{title} (not required)", title=need.title) for need in leaf.evidence]
    points = scope.table.kind is TableKind.POINTS
    return [
        (t("Largest score"), most_words(scope, leaf) if points else ""),
        (t("Scored by"), scorer(scope, leaf.scored_by)),
        (t("Led by"), leaf.lead),
        (t("Evidence"), Stack(needs) if needs else Note(t("This criterion asks for no document."))),
        (t("When nothing arose"), nothing_arose_words(scope, leaf)),
        (t("When it does not apply"), not_applicable_words(scope, leaf)),
        (t("Least"), format_number(leaf.lowest, scope.lang) if leaf.lowest and not leaf.penalty else ""),
        (t("Bonus"), t("added to the total, outside the maximum") if leaf.bonus else ""),
        (t("Note"), leaf.note),
    ]


def not_applicable_words(scope: Scope, leaf: Leaf) -> str:
    """Only where the leaf says it itself; else the table's own rule holds, which stands at its head."""
    if leaf.rebase is None:
        return ""
    t = scope.t
    return t("leaves the base: the index is taken of the rest") if leaf.rebase else t("is given its maximum")


def _rule(scope: Scope, leaf: Leaf) -> None:
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    found = printed_lines(leaf, scope.table)
    rows: list[list[Piece] | Section] = []
    for term, lines in found:
        rows += [Section(term_name(scope, term), level=1)] if len(found) > 1 else []
        for one in lines:
            numbers, gives = render(one.when, scope.lang), render(one.gives, scope.lang)
            row: list[Piece] = [one.words or numbers, Note(numbers if one.words else "")]
            rows.append([*row, *([Strong(gives)] if points else [])])
        if empty := nothing_arose_in_part(scope, term.term.part):
            rows.append([Note(t("When nothing arose")), Note(empty), *([""] if points else [])])
    together = {
        Combine.SUM: t("the parts are added up"),
        Combine.MAX: t("the best part counts"),
        Combine.MIN: t("the worst part counts"),
    }
    several = len(found) > 1 and leaf.choice is None
    with card("law-rule", t("The rule"), together[leaf.combine] if several else ""):
        columns = [Column(t("In the words of the text"), "wide"), Column(t("In numbers"))]
        columns += [Column(t("Points"), "number")] if points else []
        stacked_table(columns, rows, t("The rule"), "law-rule-table")


def _inputs(scope: Scope, leaf: Leaf) -> None:
    t = scope.t
    rows: list[list[Piece]] = []
    for code in leaf.codes:
        one = scope.table.indicators[code]
        name = Link(indicator_title(scope, one), page_address(scope, "history", indicator=code))
        note = [Note(one.note)] if one.note else []
        read = [Note(figure_title(scope, key)) for key in leaf.inputs if key != code and code_of(key) == code]
        rows.append([Stack([name, Note(code), *read]), one.unit, Stack([formation_words(scope, one), *note])])
    sources = dict.fromkeys(term.input.source for term in leaf.terms if term.input.single is None)
    with card("law-inputs", t("What it is counted from")):
        columns = [Column(t("Figure"), "wide"), Column(t("Unit of measurement")), Column(t("How it is formed"), "wide")]
        stacked_table(columns, rows, t("What it is counted from"), "law-inputs-table")
        for source in sources:
            say(Note(t("The rule reads: {input}", input=source)))


def _place(scope: Scope, leaf: Leaf) -> None:
    t, reference = scope.t, leaf.reference
    document = reference.document or scope.table.decision
    where = ", ".join(part for part in (document, reference.place, page_words(scope, reference.page)) if part)
    with card("law-place", t("Where the text says it"), where):
        quote(reference.quote)
        if reference.note:
            say(Note(t("Note: {note}", note=reference.note)))
        if reference.derived:
            say(Badge(t("Reading of whoever made this table; the text does not say this"), "warn"))
            quote(reference.derived, ours=True)
