"""Headings that changed, and what their caps and conditions take in one table and not in the other."""

from data.exports.compare_words import gate_note, group_words, signed, what_changed
from data.exports.words import title_of
from data.language import format_number
from data.scores.compare import UnitComparison
from pages.parts.markup import Badge, Note, Piece, Stack, Strong, Tone
from pages.parts.scope import Scope
from pages.parts.table import Section
from scoring.aspect import Aspect
from scoring.compare import Change, Comparison, Group
from scoring.effect import HeldEffect, together
from scoring.held import explain_held
from scoring.messages import Message
from scoring.table import Node, TableKind
from scoring.totals import TableScore


def node_rows(scope: Scope, comparison: Comparison, found: UnitComparison | None) -> list[list[Piece] | Section]:
    """A section of its own. A heading's effect is that of its own cap, least and gate, not of what stands below it."""
    held = {id(one.change): one for one in found.effects.held} if found is not None else {}
    told = [
        (change, one)
        for change in comparison.nodes
        if ((one := held.get(id(change))) is not None and one.differs) or change.group is not Group.UNCHANGED
    ]
    if not told:
        return []
    points = comparison.before.kind is TableKind.POINTS
    whole = together(one.effect for one in held.values()).points
    right = signed(whole, scope.lang) if found is not None and points else ""
    rows = [_row(scope, change, one, found, points=points) for change, one in told]
    return [Section(f"{scope.t('Headings, caps and conditions')} ({len(told)})", right), *rows]


def _row(
    scope: Scope, change: Change[Node], one: HeldEffect | None, found: UnitComparison | None, *, points: bool
) -> list[Piece]:
    t, lang = scope.t, scope.lang
    gone = change.group in (Group.ADDED, Group.REMOVED)
    said: list[Piece] = [Note(group_words(change.group, lang))] if gone else []
    said += [Note(words) for words in what_changed(change, lang)]
    numbers = dict.fromkeys(node.id for node in (change.before, change.after) if node is not None)
    row: list[Piece] = [Stack([Strong(" → ".join(numbers)), title_of(change.part, lang)])]
    row += [_most(scope, change)] if points else []
    if found is not None:
        sides = ((t("before"), found.before.score, change.before), (t("after"), found.after.score, change.after))
        reasons = [(when, words) for when, score, node in sides for words in _reasons(score, node)]
        said += [Note(t("{when}: {words}", when=when, words=words)) for when, words in reasons]
        row += ["", _effect(scope, one) if points else ""]
    told = one is not None and (one.differs or Aspect.GATE in change.aspects)
    gate = gate_note(one, lang) if one is not None and told else ""
    return [*row, Stack([*said, *([Note(gate)] if gate else [])])]


def _reasons(score: TableScore, node: Node | None) -> tuple[Message, ...]:
    return explain_held(node, score) if node is not None else ()


def _most(scope: Scope, change: Change[Node]) -> str:
    sides = (change.before, change.after)
    return " → ".join("–" if one is None or one.max is None else format_number(one.max, scope.lang) for one in sides)


def _effect(scope: Scope, one: HeldEffect | None) -> Piece:
    """Nothing for a heading that only adds up what stands below it."""
    if one is None or not (one.taken or one.differs):
        return ""
    value = one.effect.points
    tone: Tone = "quiet" if not value else "good" if value > 0 else "bad"
    return Badge(signed(value, scope.lang), tone)
