"""Every change as a line: number and title, both maxima, both results, what it does, and what changed."""

from collections.abc import Sequence

from data.exports.compare_words import (
    counted,
    effect_note,
    effect_words,
    group_words,
    result_words,
    signed,
    sum_words,
    what_changed,
)
from data.exports.words import title_of
from data.language import format_number
from data.scores.compare import UnitComparison
from pages.lookup.comparison_nodes import node_rows
from pages.lookup.criteria_files import table_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong, Tone
from pages.parts.prose import say
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.compare import Change, Comparison, Group
from scoring.effect import LeafEffect, together
from scoring.table import Leaf, TableKind

TOLD = (Group.ADDED, Group.REMOVED, Group.MOVED, Group.CHANGED)
Rows = list[list[Piece] | Section]


def changes_card(scope: Scope, comparison: Comparison, found: UnitComparison | None) -> None:
    """One section a group, then headings with their caps and conditions; on figures the sum of all lines last."""
    t = scope.t
    counts = {group.value: comparison.count(group) for group in Group}
    said = t("{added} added, {removed} removed, {moved} moved, {changed} changed, {unchanged} unchanged", **counts)
    rows = [*_leaves(scope, comparison, found), *node_rows(scope, comparison, found)]
    with card("compare-changes", t("What changes"), said):
        if not rows:
            say(t("Nothing differs that is scored."))
            return
        rows += _together(scope, found) if found is not None else []
        stacked_table(_columns(scope, comparison, found), rows, t("What changes"), "compare-changes")


def _columns(scope: Scope, comparison: Comparison, found: UnitComparison | None) -> list[Column]:
    t, points = scope.t, comparison.before.kind is TableKind.POINTS
    columns = [Column(t("Criterion"), "wide")]
    columns += [Column(t("Largest score"))] if points else []
    if found is not None:
        columns += [Column(t("Points") if points else t("Result"))]
        columns += [Column(t("Effect") if points else t("More targets met"))]
    return [*columns, Column(t("What changed"), "wide")]


def _leaves(scope: Scope, comparison: Comparison, found: UnitComparison | None) -> Rows:
    """Unchanged leaves are only counted, unless the tables give something else for them all the same."""
    effects = {id(one.change): one for one in found.effects.leaves} if found is not None else {}
    rows: Rows = []
    for group in TOLD:
        changes = [change for change in comparison.leaves if change.group is group]
        rows += _section(scope, group_words(group, scope.lang), comparison, changes, effects)
    apart = [change for change in comparison.leaves if change.group is Group.UNCHANGED]
    apart = [change for change in apart if (one := effects.get(id(change))) is not None and one.differs]
    return [
        *rows,
        *_section(scope, scope.t("Unchanged, and scored otherwise all the same"), comparison, apart, effects),
    ]


def _section(
    scope: Scope,
    title: str,
    comparison: Comparison,
    changes: Sequence[Change[Leaf]],
    effects: dict[int, LeafEffect],
) -> Rows:
    if not changes:
        return []
    known = [effects[id(change)] for change in changes if id(change) in effects]
    measured = [one.effect for one in known if one.measured]
    whole = signed(counted(together(measured), comparison.before.kind), scope.lang) if measured else ""
    if open_yet := len(known) - len(measured):
        more = scope.t("{unknown} not known yet", unknown=open_yet)
        whole = f"{whole}; {more}" if whole else more
    rows = [_row(scope, comparison, change, effects.get(id(change))) for change in changes]
    return [Section(f"{title} ({len(changes)})", whole), *rows]


def _row(scope: Scope, comparison: Comparison, change: Change[Leaf], one: LeafEffect | None) -> list[Piece]:
    lang, kind = scope.lang, comparison.before.kind
    sides = (change.before, change.after)
    most = [format_number(leaf.max, lang) if leaf is not None else "–" for leaf in sides]
    row: list[Piece] = [_name(scope, comparison, change)]
    row += [both(most)] if kind is TableKind.POINTS else []
    if one is not None:
        row += [both([result_words(line, kind, lang) for line in (one.before, one.after)]), _effect(scope, one, kind)]
    return [*row, Stack([Note(said) for said in what_changed(change, lang)])]


def _name(scope: Scope, comparison: Comparison, change: Change[Leaf]) -> Piece:
    """Number and title; the title leads to the criterion where its table is loaded."""
    table = comparison.before if change.after is None else comparison.after
    title: Piece = title_of(change.part, scope.lang)
    if scope.store.criteria.tables.get(table.id) is table:
        title = Link(title_of(change.part, scope.lang), f"{table_address(scope, table)}&leaf={change.part.id}")
    numbers = dict.fromkeys(leaf.id for leaf in (change.before, change.after) if leaf is not None)
    return Stack([Strong(" → ".join(numbers)), title])


def _effect(scope: Scope, one: LeafEffect, kind: TableKind) -> Piece:
    value, note = counted(one.effect, kind), effect_note(one, kind, scope.lang)
    tone: Tone = "quiet" if not one.measured or not value else "good" if value > 0 else "bad"
    return Stack([Badge(effect_words(one, kind, scope.lang), tone), *([Note(note)] if note else [])])


def _together(scope: Scope, found: UnitComparison) -> Rows:
    """The sum of all lines, which is the difference of the totals."""
    kind = found.before.table.kind
    whole = Strong(sum_words(found, scope.lang))
    blank: list[Piece] = ["", ""] if kind is TableKind.POINTS else [""]
    said = scope.t("the difference of the two totals") if found.measured else ""
    return [[Strong(scope.t("All lines together")), *blank, whole, Note(said)]]


def both(sides: Sequence[str]) -> str:
    """``2,5 → 2``: before and after."""
    return " → ".join(sides)
