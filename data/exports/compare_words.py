"""Words about two tables compared, for the page and the command line: what became of each part, what that does."""

from fractions import Fraction

from data.language import format_number, translator
from data.scores.compare import UnitComparison
from data.scores.unit import UnitScore
from data.units.known import issued_for
from scoring.aspect import Aspect
from scoring.compare import Change, Group
from scoring.effect import Effect, HeldEffect, LeafEffect
from scoring.evaluator import LeafScore
from scoring.gate import GateState
from scoring.match import How
from scoring.quantity import State
from scoring.table import Leaf, Node, ScoredBy, Table, TableKind


def group_words(group: Group, lang: str) -> str:
    """The heading of a group."""
    t = translator(lang)
    words = {
        Group.ADDED: t("Added"),
        Group.REMOVED: t("Removed"),
        Group.MOVED: t("Moved: another number or another place"),
        Group.CHANGED: t("Changed under the same number"),
        Group.UNCHANGED: t("Unchanged"),
    }
    return words[group]


def aspect_words(aspect: Aspect, lang: str) -> str:
    """The name of what changed."""
    t = translator(lang)
    words = {
        Aspect.TITLE: t("title"),
        Aspect.TITLE_EN: t("English title"),
        Aspect.MAX: t("maximum"),
        Aspect.LOWEST: t("least points"),
        Aspect.CAP: t("cap"),
        Aspect.GATE: t("condition"),
        Aspect.BONUS: t("bonus or not"),
        Aspect.RULE: t("scale"),
        Aspect.WORDS: t("words of the scale"),
        Aspect.INPUT: t("figures it is counted from"),
        Aspect.INDICATOR: t("definition of its figures"),
        Aspect.SCORED_BY: t("who scores it"),
        Aspect.NOTHING_AROSE: t("what it earns when nothing arose"),
        Aspect.NOT_APPLICABLE: t("what becomes of it when it does not apply"),
        Aspect.EVIDENCE: t("evidence"),
        Aspect.REFERENCE: t("place or quote in the text"),
        Aspect.DERIVED: t("reading of whoever made the table"),
        Aspect.LEAD: t("who leads it"),
        Aspect.NOTE: t("note"),
    }
    return words[aspect]


def field_words(name: str, lang: str) -> str:
    """The name of a key of an indicator's definition."""
    t = translator(lang)
    words = {
        "title": t("title"),
        "title_en": t("English title"),
        "measure": t("kind of figure"),
        "unit": t("unit of measurement"),
        "numerator": t("numerator"),
        "denominator": t("denominator"),
        "part_of_whole": t("part of the whole or not"),
        "repairable": t("whether bad cases can be put right"),
        "formation": t("how the year is formed"),
        "every": t("how often it is reported"),
        "options": t("answers"),
        "deadline": t("last day on time"),
        "least": t("smallest value"),
        "most": t("largest value"),
        "working_days": t("which days after the deadline count"),
        "none": t("words for a day that never comes"),
        "rows": t("how it is formed from rows"),
    }
    return words[name]


def what_changed(change: Change[Leaf] | Change[Node], lang: str) -> list[str]:
    """Sentences: where it moved, how it was recognised (unless by its number), what else changed of it."""
    t = translator(lang)
    said = []
    if change.moved and change.before is not None and change.after is not None:
        before, after = change.before.id, change.after.id
        renumbered = t("was number {before}, is now {after}", before=before, after=after)
        said.append(renumbered if before != after else t("stands under another heading"))
    if change.how is How.SAME and change.moved:
        said.append(t("recognised by the same title and figures"))
    if change.how is How.NEAR:
        said.append(t("recognised by a title that is nearly the same: please check"))
    if change.aspects:
        said.append(t("changed: {what}", what=tuple(aspect_words(aspect, lang) for aspect in change.aspects)))
    return said


def result_words(line: LeafScore | None, kind: TableKind, lang: str) -> str:
    """The points, or why there are none; met or not of a target; "–" where the table does not have the leaf."""
    t = translator(lang)
    if line is None:
        return "–"
    if line.points is None:
        waits = {ScoredBy.SURVEY: t("Waits for the survey"), ScoredBy.APPRAISER: t("Waits for the appraiser")}
        away = line.state is State.NOT_APPLICABLE
        return t("Not applicable") if away else waits.get(line.leaf.scored_by, t("No figure yet"))
    if kind is TableKind.TARGETS and line.met is not None:
        said = t("Met") if line.met else t("Not met")
    else:
        said = format_number(line.points, lang)
    reasons = {
        State.NOTHING_AROSE: t("{points} (nothing arose)", points=said),
        State.NOT_APPLICABLE: t("{points} (not applicable)", points=said),
    }
    return reasons.get(line.state, said)


def effect_words(one: LeafEffect, kind: TableKind, lang: str) -> str:
    """``+0,67``; of targets how many more are met. Where neither table has a result yet that is said."""
    if not one.measured:
        return translator(lang)("not known yet")
    return signed(counted(one.effect, kind), lang)


def effect_note(one: LeafEffect, kind: TableKind, lang: str) -> str:
    """What must be said beside an effect: between what it lies, or that it rests on one table's figures alone."""
    t, effect = translator(lang), one.effect
    if one.comparable:
        return ""
    if one.measured:
        return t("only one of the two has a result")
    if kind is TableKind.TARGETS or effect.sure == effect.possible == 0:
        return ""
    return t("sure {sure}, possible {possible}", sure=signed(effect.sure, lang), possible=signed(effect.possible, lang))


def sum_words(found: UnitComparison, lang: str) -> str:
    """All effects together; not known while one of the tables gives no criterion a result."""
    if not found.measured:
        return translator(lang)("not known yet")
    return signed(counted(found.effects.sum, found.before.table.kind), lang)


def counted(effect: Effect, kind: TableKind) -> Fraction:
    """What the tables are compared by: points, or targets met."""
    return Fraction(effect.met) if kind is TableKind.TARGETS else effect.points


def signed(value: Fraction, lang: str) -> str:
    """With its sign: ``+1,25``, ``-0,5``, ``0``."""
    said = format_number(value, lang)
    return f"+{said}" if value > 0 else said


def gate_note(one: HeldEffect, lang: str) -> str:
    """What the node's condition says in both tables; empty where neither has one."""
    t = translator(lang)
    if one.gate_before is None and one.gate_after is None:
        return ""
    words = {
        None: t("no condition"),
        GateState.OPEN: t("scored"),
        GateState.CLOSED: t("not scored"),
        GateState.UNKNOWN: t("not known yet"),
    }
    return t("condition: {before} → {after}", before=words[one.gate_before], after=words[one.gate_after])


def scope_notes(table: Table, scored: UnitScore, lang: str) -> list[str]:
    """Why no score follows from a comparison: the edition does not hold in the month, or is another unit's."""
    t = translator(lang)
    notes = []
    if not table.holds_in(scored.month):
        notes.append(t("This edition does not hold in that month: compared, not scored."))
    if not issued_for(table, scored.unit):
        notes.append(t("This table was not issued for the unit: compared, not scored."))
    return notes
