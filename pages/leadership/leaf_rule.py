"""The rule of a leaf in the law's words, where it stands, and what of it is only our reading."""

from data.language import render
from data.scores.rule_lines import RuleLine, rule_lines
from pages.leadership.seen import Seen
from pages.parts.card import card
from pages.parts.markup import Badge, Note, Piece, Stack, Strong
from pages.parts.prose import quote, say
from pages.parts.scope import Scope, Shown
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.evaluator import LeafScore, TermScore
from scoring.explanation import x_message
from scoring.messages import Message
from scoring.table import Leaf, TableKind


def rule_card(scope: Scope, seen: Seen, leaf: Leaf) -> None:
    """Each piece with what it gives; then document, place, quote, note, and derived readings apart from the law."""
    t, line = scope.t, seen.scored.line(leaf)
    reference = leaf.reference
    document = reference.document or scope.table.decision
    page = t("page {page}", page=reference.page) if reference.page else ""
    where = ", ".join(part for part in (document, reference.place, page) if part)
    with card("leaf-rule", t("The rule"), where):
        quote(reference.quote)
        if reference.note:
            say(Note(t("Note: {note}", note=reference.note)))
        _pieces(scope, line)
        if reference.derived:
            say(Badge(t("Reading of whoever made this table; the text does not say this"), "warn"))
            quote(reference.derived, ours=True)


def _pieces(scope: Scope, line: LeafScore) -> None:
    t = scope.t
    rows: list[list[Piece] | Section] = []
    found = rule_lines(line, scope.table)
    for term, lines in found:
        if len(found) > 1:
            rows.append(Section(term_name(scope, term), level=1))
        alike = len({one.words for one in lines}) < len(lines)
        rows += [_row(scope, line, term, one, alike=alike) for one in lines]
    gives = t("Gives") if scope.table.kind is TableKind.TARGETS else t("Points")
    columns = [Column(t("In the words of the text"), "wide"), Column(gives), Column(t("With the figure of today"))]
    stacked_table(columns, rows, t("The rule"), "rule-table")


def term_name(scope: Shown, term: TermScore) -> str:
    """What a term is called among several: its words; of a formula, the answer under which it applies."""
    when = term.term.when
    if when is None or term.term.words:
        return term.term.words or term.term.input.source
    indicator = scope.table.indicators[when.choice]
    answers = tuple(x_message(value, indicator) for value in when.values)
    return render(Message("{title}: {answers}", {"title": indicator.title, "answers": answers}), scope.lang)


def _row(scope: Scope, line: LeafScore, term: TermScore, one: RuleLine, *, alike: bool) -> list[Piece]:
    t = scope.t
    if scope.table.kind is TableKind.TARGETS:
        met = Badge(t("Met"), "good") if one.applied else Badge(t("Not met"), "bad")
        state: Piece = met if line.points is not None else Note(t("not known yet"))
        if term not in line.terms:  # of a formula that does not apply
            state = ""
        return [one.words or render(one.when, scope.lang), t("target met"), state]
    applied = Badge(t("Applied"), "info") if one.applied else ""
    words: Piece = one.words or render(one.when, scope.lang)
    if one.words and (alike or not one.tells_when):  # done and not done share their words: say which line is which
        words = Stack([one.words, Note(render(one.when, scope.lang))])
    return [words, Strong(render(one.gives, scope.lang)), applied]
