"""Words about parts of a table that several cards of the criteria browser say."""

from collections import Counter

from data.exports.words import title_of
from data.language import format_number, render
from pages.leadership.leaf_figures import figure_title
from pages.parts.markup import Note, Piece, Strong
from pages.parts.scope import Shown
from scoring.day_words import nothing_arose_message
from scoring.interval import Interval
from scoring.interval_words import interval_message
from scoring.nothing_arose import NothingArose
from scoring.piece import Part
from scoring.quantity import State
from scoring.shown_as import shown_as
from scoring.table import Gate, Leaf, Node, ScoredBy, Table, TableKind


def scorer(scope: Shown, scored_by: ScoredBy) -> str:
    """Who gives the points."""
    t = scope.t
    words = {
        ScoredBy.SELF: t("the unit itself"),
        ScoredBy.SURVEY: t("a survey"),
        ScoredBy.APPRAISER: t("the appraiser"),
    }
    return words[scored_by]


def scorers_words(scope: Shown, table: Table) -> str:
    """How many leaves each of them scores."""
    counts = Counter(leaf.scored_by for leaf in table.leaves)
    return "; ".join(f"{scorer(scope, by)}: {counts[by]}" for by in ScoredBy if counts[by])


def part_title(scope: Shown, part: Node | Leaf) -> str:
    """``2.1 Cải cách thể chế``."""
    return f"{part.id} {title_of(part, scope.lang)}"


def held_words(scope: Shown, node: Node) -> list[Piece]:
    """What holds the sum of a node: its ceiling, its least, its gate; that it is bonus, who leads it, its note."""
    t, lang, said = scope.t, scope.lang, list[Piece]()
    if node.cap is not None:
        said.append(Note(t("All below together give at most {max} points.", max=format_number(node.cap, lang))))
    if node.lowest is not None:
        said.append(Note(t("All below together give at least {min} points.", min=format_number(node.lowest, lang))))
    if node.gate is not None:
        said.append(Strong(t("A condition decides whether what stands below counts")))
        said += [Note(words) for words in dict.fromkeys((gate_words(scope, node.gate), gate_numbers(scope, node.gate)))]
    if node.bonus:
        said.append(Note(t("Bonus: added to the total, outside the maximum.")))
    if node.lead:
        said.append(Note(t("Led by: {lead}", lead=node.lead)))
    if node.note:
        said.append(Note(t("Note: {note}", note=node.note)))
    return said


def gate_words(scope: Shown, gate: Gate) -> str:
    """The law's words of the gate; else what closes it, in numbers."""
    return gate.words or gate_numbers(scope, gate)


def gate_numbers(scope: Shown, gate: Gate) -> str:
    """What closes it, in numbers: the law's words may say what opens it, or what closes it."""
    indicator, single = shown_as(gate.input, scope.table.reads), gate.input.single
    known = single in scope.table.reads
    name = figure_title(scope, single) if single is not None and known else gate.input.source
    within = indicator.domain if indicator is not None and known else Interval()
    said = []
    if not gate.closes.empty:
        closes = interval_message(gate.closes, within, indicator)
        said.append(scope.t("nothing below counts while {input} is {interval}", input=name, interval=closes))
    if gate.nothing_arose_closes:
        nothing = render(nothing_arose_message(indicator), scope.lang)
        said.append(
            scope.t("nothing below counts where this is said of {input}: {nothing}", input=name, nothing=nothing)
        )
    return "; ".join(said)


def nothing_arose_words(scope: Shown, leaf: Leaf) -> str:
    """What the leaf earns when nothing arose; empty where that cannot be."""
    return _nothing_arose(scope, leaf.nothing_arose)


def _nothing_arose(scope: Shown, policy: NothingArose | None) -> str:
    t = scope.t
    if policy is None:
        return ""
    if policy.instead is not None:
        words = t("another input takes its place: {input}", input=policy.instead.source)
        then = _nothing_arose(scope, policy.then)
        return t("{words}; where that has nothing either: {then}", words=words, then=then) if then else words
    if policy.state is State.NOT_APPLICABLE or policy.points is None:
        return t("the criterion does not apply")
    if scope.table.kind is TableKind.TARGETS:
        return t("counts as met") if policy.points else t("counts as not met")
    points = t("{points} points", points=policy.points)
    return f"{policy.words} ({points})" if policy.words else points


def nothing_arose_in_part(scope: Shown, part: Part | None) -> str:
    """What a part earns when nothing arose in it; empty for what is no part, or does not say."""
    if part is None or part.nothing_arose is None:
        return ""
    return scope.t("left out") if part.leaves else _nothing_arose(scope, part.nothing_arose)
