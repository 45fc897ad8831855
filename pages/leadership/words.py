"""Sentences about one leaf that both pages say."""

from data.exports.words import target_state
from data.language import format_number, render
from data.scores.gaps import worth_telling
from pages.leadership.leaf_figures import figure_title
from pages.parts.address import page_address
from pages.parts.markup import Badge, Piece, Strong
from pages.parts.scope import Scope
from scoring.evaluator import LeafScore
from scoring.explanation import explain_lost, explain_step, term_message
from scoring.gap import Gap, Step
from scoring.indicator import Indicator
from scoring.period import Month
from scoring.quantity import State
from scoring.table import Leaf, ScoredBy, TableKind
from scoring.totals import Total


def step_words(scope: Scope, leaf: Leaf, gap: Gap, step: Step | None) -> str:
    """What would earn more; of a leaf with several inputs, which one (a part of a leaf is named in the step)."""
    if step is None:
        return render(explain_lost(gap, scope.table), scope.lang)
    words = render(explain_step(step, scope.table), scope.lang)
    if len(leaf.terms) < 2 or step.part or step.input not in scope.table.reads:
        return words
    return f"{figure_title(scope, step.input)} – {words}"


def best_step(scope: Scope, leaf: Leaf, gap: Gap) -> str:
    """The one step worth telling in a table."""
    return step_words(scope, leaf, gap, worth_telling(gap, leaf, scope.table))


def applied_words(line: LeafScore) -> str:
    """The law's words that applied: of the piece, of each item of a checklist, of nothing arose, else the quote."""
    policy = line.leaf.nothing_arose.last if line.leaf.nothing_arose is not None else None
    if line.state is State.NOTHING_AROSE and policy is not None and policy.words:
        return policy.words
    words = [term.piece.words for term in line.terms if term.piece and term.piece.words]
    return "; ".join(dict.fromkeys(words)) or line.leaf.reference.quote


def item_words(scope: Scope, line: LeafScore) -> list[str]:
    """Each input of a leaf that has several, with its figure."""
    found = []
    for term in line.terms:
        figure = render(term_message(term, scope.table.reads), scope.lang)
        found.append(f"{term.term.words or term.term.input.source}: {figure}")
    return found


def result(scope: Scope, line: LeafScore) -> Piece:
    """Points of the maximum, or the state of a target."""
    t, lang = scope.t, scope.lang
    if scope.table.kind is TableKind.TARGETS:
        return Badge(target_state(line, lang), "quiet" if line.met is None else "good" if line.met else "bad")
    if line.state is State.NOT_APPLICABLE:
        return Badge(t("Not applicable"))
    if line.points is None:
        return Badge(waiting_for(scope, line.leaf), "quiet")
    return Strong(f"{format_number(line.points, lang)} / {format_number(line.leaf.max, lang)}")


def total_words(scope: Scope, total: Total) -> str:
    """``8,58 / 16`` points, ``3 / 5`` targets; of penalties what they take; in words where nothing is measured."""
    t, points = scope.t, format_number(total.points, scope.lang)
    if scope.table.kind is TableKind.TARGETS:
        return t("{met} / {all} met", met=total.met, all=total.met + total.unmet + total.unknown)
    if total.applicable_max or total.bonus_max:
        if total.applicable_max and not total.measured_max:
            return t("not known of {max}", max=total.applicable_max)
        return f"{points} / {format_number(total.applicable_max or total.bonus_max, scope.lang)}"
    if total.max:
        return t("Not applicable")
    open_yet = total.sure != total.possible
    return t("{points}; may still fall to {sure}", points=total.points, sure=total.sure) if open_yet else points


def waiting_for(scope: Scope, leaf: Leaf) -> str:
    """Why a leaf has no points yet, in two words."""
    t = scope.t
    waits = {ScoredBy.SURVEY: t("Waits for the survey"), ScoredBy.APPRAISER: t("Waits for the appraiser")}
    return waits.get(leaf.scored_by, t("No figure yet"))


def months_words(scope: Scope, months: tuple[int, ...]) -> str:
    """``tháng 4, 5``; for a figure that comes once a year, that it has not come."""
    t = scope.t
    return t("month {months}", months=tuple(str(month) for month in months)) if months else t("once in the year")


def past_words(scope: Scope, months: tuple[int, ...]) -> str:
    """``năm trước: tháng 1, 2/2021``."""
    t, named = scope.t, tuple(str(month) for month in months)
    return t("the year before: month {months}/{year}", months=named, year=str(scope.month.year - 1))


def past_address(scope: Scope, indicator: Indicator, months: tuple[int, ...]) -> str:
    """Where the figure of the year before is entered: the first month owed of it."""
    of = Month(scope.month.year - 1, months[0])
    return page_address(scope, "figures", indicator=indicator.code, of=str(of))
