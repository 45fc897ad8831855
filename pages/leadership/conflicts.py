"""Possible conflicts inside one plan: both sides beside each other, never settled by the product."""

from collections.abc import Sequence

from data.exports.words import figure_words, rule_words, title_of
from pages.leadership.seen import Seen
from pages.leadership.words import result
from pages.parts.address import page_address
from pages.parts.card import written_card
from pages.parts.markup import Link, Note, Piece, Stack, Strong
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_markup
from pages.parts.table import Column, Section
from scoring.conflict import Conflict


def conflicts_card(scope: Scope, seen: Seen, only: Sequence[Conflict] | None = None) -> None:
    """All recorded conflicts of the table, or ``only`` some of them; nothing where there are none."""
    t = scope.t
    conflicts = scope.table.conflicts if only is None else only
    if not conflicts:
        return
    if only is None:
        made = seen.once.made(scope, "conflicts", lambda: _table(scope, seen, conflicts))
    else:
        made = _table(scope, seen, conflicts)
    said = t("Both sides are kept as they stand; only the issuing authority can settle them")
    written_card("conflicts", t("Possible conflicts in the text"), said, made)


def _table(scope: Scope, seen: Seen, conflicts: Sequence[Conflict]) -> str:
    t = scope.t
    leaves = {leaf.id: leaf for leaf in scope.table.leaves}
    rows: list[list[Piece] | Section] = []
    for conflict in conflicts:
        about = conflict.about_en if scope.lang == "en" and conflict.about_en else conflict.about
        rows.append(Section(about, level=1))
        for name in conflict.leaves:
            leaf, line = leaves[name], seen.scored.line(leaves[name])
            rows.append(
                [
                    Stack([Strong(name), Link(title_of(leaf, scope.lang), page_address(scope, "score", leaf=name))]),
                    rule_words(leaf, scope.table),
                    figure_words(line, scope.table, scope.lang) or Note(t("No figure yet")),
                    result(scope, line),
                ]
            )
    columns = [
        Column(t("Criterion"), "wide"),
        Column(t("What the text asks")),
        Column(t("Figure")),
        Column(t("Result")),
    ]
    return stacked_markup(columns, rows, t("Possible conflicts in the text"), "conflicts-table")
