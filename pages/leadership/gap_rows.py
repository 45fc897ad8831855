"""The leaves below full marks, by field: what is to win, what it takes in natural units, and whom it needs."""

from collections.abc import Sequence

from data.exports.words import explanation, figure_words, target_state, title_of
from data.language import Translate, format_number, render
from data.scores.needs import FieldNeeds, LeafNeed, Need
from pages.leadership.leaf_figures import indicator_title
from pages.leadership.seen import Seen
from pages.leadership.words import months_words, past_address, past_words, step_words
from pages.parts.address import page_address
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong, Tone
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.explanation import explain_lost
from scoring.gap import Gap
from scoring.held import explain_held
from scoring.indicator import Indicator
from scoring.table import Node, TableKind

TONES: dict[Need, Tone] = {
    Need.OFFICE: "info", Need.FIGURES: "warn", Need.SURVEY: "quiet", Need.APPRAISER: "quiet", Need.GONE: "bad",
}  # fmt: skip


def need_words(t: Translate, need: Need) -> str:
    """Whom or what a leaf needs, in a few words."""
    return {
        Need.OFFICE: t("The office can act"),
        Need.FIGURES: t("Needs figures"),
        Need.SURVEY: t("Needs the survey"),
        Need.APPRAISER: t("Needs the appraiser"),
        Need.GONE: t("Out of reach this year"),
    }[need]


def gap_rows(scope: Scope, seen: Seen, fields: Sequence[FieldNeeds], title: str) -> None:
    """One section a field with what it does not earn, one row a leaf."""
    t, points = scope.t, scope.table.kind is TableKind.POINTS
    if not fields:
        say(t("No criterion of this kind: nothing to show here."))
        return
    rows: list[list[Piece] | Section] = []
    for field in fields:
        rows.append(_section(scope, seen, field))
        rows += [_row(scope, seen, one) for one in field.leaves]
    columns = [
        Column(t("Criterion"), "wide"),
        Column(t("Figure")),
        Column(t("To win") if points else t("Result")),
        Column(t("What it takes"), "wide"),
        Column(t("Whom it needs")),
    ]
    stacked_table(columns, rows, title, "needs-table")


def _section(scope: Scope, seen: Seen, field: FieldNeeds) -> Section:
    t, nodes = scope.t, [field.part] if isinstance(field.part, Node) else []
    nodes += [part for node in nodes for _depth, part in node.walk() if isinstance(part, Node)]
    held = [render(message, scope.lang) for node in nodes for message in explain_held(node, seen.scored.score)]
    if scope.table.kind is TableKind.TARGETS:
        right = t("{count} not met or not known", count=field.sums.whole)
    else:
        total = seen.scored.score.of(field.part)
        right = t("{points} of {max} not earned", points=field.sums.whole, max=total.applicable_max)
    return Section(" – ".join([f"{field.part.id}. {title_of(field.part, scope.lang)}", *held]), right)


def _row(scope: Scope, seen: Seen, one: LeafNeed) -> list[Piece]:
    t, leaf, line = scope.t, one.leaf, seen.scored.line(one.leaf)
    who: list[Piece] = [Badge(need_words(t, one.need), TONES[one.need])]
    return [
        Stack([Strong(leaf.id), Link(title_of(leaf, scope.lang), page_address(scope, "score", leaf=leaf.id))]),
        t("{count} items", count=len(line.terms))
        if len(line.terms) > 1
        else figure_words(line, scope.table, scope.lang),
        _to_win(scope, seen, one),
        Stack(_takes(scope, seen, one)),
        Stack([*who, *([Note(leaf.lead)] if leaf.lead else [])]),
    ]


def _to_win(scope: Scope, seen: Seen, one: LeafNeed) -> Piece:
    t, lang = scope.t, scope.lang
    if scope.table.kind is TableKind.TARGETS:
        state: list[Piece] = [Badge(target_state(seen.scored.line(one.leaf), lang), "bad" if one.lost else "quiet")]
        away = [] if one.away is None else [Note(t("{points} percentage points away", points=one.away))]
        return Stack([*state, *away])
    said = t("{points} lost", points=one.lost) if one.lost else t("{points} open", points=one.open)
    outside = [Note(t("outside the maximum"))] if one.leaf.bonus else []
    won = f"+{format_number(one.to_win, lang)}" if one.to_win else "0"
    return Stack([Strong(won), Note(said), *outside])


def _takes(scope: Scope, seen: Seen, one: LeafNeed) -> list[Piece]:
    """The next threshold and full marks; of what has not come, which figures and which months."""
    t, line = scope.t, seen.scored.line(one.leaf)
    if line.points is None:
        said: list[Piece] = [explanation(line, scope.table, scope.lang)]
        said += [_lacking(scope, one, *owed) for owed in one.lacking]
        said += [_past(scope, one, *owed) for owed in one.lacking_before]
        return said + [_of_others(scope, indicator) for indicator, _months in one.lacking_others]
    if one.need is Need.GONE:
        return [render(explain_lost(Gap(one.lost), scope.table), scope.lang)]
    if one.need is not Need.OFFICE:
        return [t("The result has come; only a new one from there changes it.")]
    if one.next is None:
        return [t("Several figures decide together: see the criterion.")]
    gap = Gap(one.lost, one.next, one.full)
    steps: list[Piece] = [step_words(scope, one.leaf, gap, one.next)]
    if one.full is None:
        return [*steps, Note(t("Full marks can no longer be reached this year."))]
    if one.full != one.next:
        steps.append(step_words(scope, one.leaf, gap, one.full))
    return steps


def _past(scope: Scope, one: LeafNeed, indicator: Indicator, months: tuple[int, ...]) -> Piece:
    """A figure of the year before; of the unit's own ones, with the way to where it is entered."""
    words = f"{indicator_title(scope, indicator)}: {past_words(scope, months)}"
    if one.need is not Need.FIGURES:
        return Note(words)
    return Link(words, past_address(scope, indicator, months))


def _of_others(scope: Scope, indicator: Indicator) -> Piece:
    return Note(f"{indicator_title(scope, indicator)}: {scope.t('other units of the bloc')}")


def _lacking(scope: Scope, one: LeafNeed, indicator: Indicator, months: tuple[int, ...]) -> Piece:
    """A figure that has not come; of the unit's own ones, with the way to the page that takes it."""
    words = f"{indicator_title(scope, indicator)}: {months_words(scope, months)}"
    if one.need is not Need.FIGURES:
        return Note(words)
    return Link(words, page_address(scope, "figures", indicator=indicator.code))
