"""The comparison of two tables as lines of text, for the command line."""

from collections.abc import Iterator

from data.exports.assessment import marks_of
from data.exports.compare_words import (
    effect_note,
    effect_words,
    field_words,
    gate_note,
    group_words,
    result_words,
    scope_notes,
    signed,
    sum_words,
    what_changed,
)
from data.exports.words import title_of
from data.language import format_number, render, translator
from data.scores.compare import UnitComparison
from scoring.compare import Change, Comparison, Group, IndicatorChange
from scoring.effect import HeldEffect, LeafEffect
from scoring.explanation import explain_total
from scoring.table import Leaf, TableKind

TOLD = (Group.ADDED, Group.REMOVED, Group.MOVED, Group.CHANGED)


def compare_lines(comparison: Comparison, found: UnitComparison | None, lang: str) -> Iterator[str]:
    """Both tables with their totals, then every change; ``found`` is ``None`` for the tables alone."""
    yield from _head(comparison, found, lang)
    lines = {id(one.change): one for one in found.effects.leaves} if found is not None else {}
    for group in TOLD:
        changes = [change for change in comparison.leaves if change.group is group]
        if changes:
            yield f"{group_words(group, lang)} ({len(changes)})"
            yield from (_leaf(change, lines.get(id(change)), comparison.before.kind, lang) for change in changes)
    stayed = [change for change in comparison.leaves if change.group is Group.UNCHANGED]
    yield f"{group_words(Group.UNCHANGED, lang)} ({len(stayed)})"
    for change in stayed:
        one = lines.get(id(change))
        if one is not None and one.differs:
            yield _leaf(change, one, comparison.before.kind, lang)
    yield from _nodes(comparison, found, lang)
    yield from (_indicator(one, lang) for one in comparison.indicators)


def _head(comparison: Comparison, found: UnitComparison | None, lang: str) -> Iterator[str]:
    t, sides = translator(lang), (comparison.before, comparison.after)
    scores = (found.before, found.after) if found is not None else (None, None)
    for said, table, scored in zip((t("Table before"), t("Table after")), sides, scores, strict=True):
        name = f"{said}: {title_of(table, lang)}, {table.edition} ({table.id})"
        yield f"{name}. {render(explain_total(scored.score.total, table), lang)}" if scored is not None else name
        yield from (f"  {mark}" for mark in marks_of(table, lang, demo=scored is not None and scored.demo))
        yield from (f"  {note}" for note in (scope_notes(table, scored, lang) if scored is not None else ()))
    if found is not None:
        yield t("All lines together: {sum}", sum=sum_words(found, lang))


def _leaf(change: Change[Leaf], one: LeafEffect | None, kind: TableKind, lang: str) -> str:
    """``4.4 → 1.3.4`` with maxima, results and effect, then title and what changed."""
    leaves = (change.before, change.after)
    numbers = _arrow([leaf.id if leaf is not None else "–" for leaf in leaves])
    parts = [f"{numbers:<20}"]
    if kind is TableKind.POINTS:
        parts.append("/ " + _arrow([format_number(leaf.max, lang) if leaf is not None else "–" for leaf in leaves]))
    if one is not None:
        parts.append(" → ".join(result_words(line, kind, lang) for line in (one.before, one.after)))
        note = effect_note(one, kind, lang)
        parts.append(effect_words(one, kind, lang) + (f" ({note})" if note else ""))
    return "  " + " | ".join([*parts, title_of(change.part, lang), *what_changed(change, lang)])


def _arrow(sides: list[str]) -> str:
    return sides[0] if sides[0] == sides[1] else " → ".join(sides)


def _nodes(comparison: Comparison, found: UnitComparison | None, lang: str) -> Iterator[str]:
    """Headings that came, went or changed, and what caps and conditions take in one table and not in the other."""
    t = translator(lang)
    held = {id(one.change): one for one in found.effects.held} if found is not None else {}
    told = []
    for change in comparison.nodes:
        one = held.get(id(change))
        if change.group is Group.UNCHANGED and (one is None or not one.differs):
            continue
        said = [change.part.id, title_of(change.part, lang)]
        said += [group_words(change.group, lang)] if change.group in (Group.ADDED, Group.REMOVED) else []
        told.append("  " + " | ".join([*said, *what_changed(change, lang), *_held(one, lang)]))
    if told:
        yield t("Headings, caps and conditions")
        yield from told


def _held(one: HeldEffect | None, lang: str) -> list[str]:
    if one is None or not (one.taken or one.differs):
        return []
    gate = gate_note(one, lang) if one.gate_before != one.gate_after else ""
    effect = signed(one.effect.points, lang)
    return [*([gate] if gate else []), translator(lang)("cap or condition: {effect}", effect=effect)]


def _indicator(change: IndicatorChange, lang: str) -> str:
    t, values = translator(lang), {"code": change.code}
    if change.before is None:
        return t("{code}: a figure that only the later table needs", **values)
    if change.after is None:
        return t("{code}: a figure that the later table no longer needs", **values)
    return t(
        "{code}: defined otherwise ({what})", what=tuple(field_words(name, lang) for name in change.fields), **values
    )
