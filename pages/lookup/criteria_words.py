"""Words about parts of a table that several cards of the criteria browser say."""

from collections import Counter

from data.exports.words import title_of
from data.language import format_number
from pages.leadership.leaf_figures import figure_title
from pages.parts.markup import Note, Piece, Strong
from pages.parts.scope import Scope
from scoring.interval import Interval
from scoring.interval_words import interval_message
from scoring.shown_as import shown_as
from scoring.table import Gate, Leaf, Node, ScoredBy, Table


def scorer(scope: Scope, scored_by: ScoredBy) -> str:
    """Who gives the points."""
    t = scope.t
    words = {
        ScoredBy.SELF: t("the unit itself"),
        ScoredBy.SURVEY: t("a survey"),
        ScoredBy.APPRAISER: t("the appraiser"),
    }
    return words[scored_by]


def scorers_words(scope: Scope, table: Table) -> str:
    """How many leaves each of them scores."""
    counts = Counter(leaf.scored_by for leaf in table.leaves)
    return "; ".join(f"{scorer(scope, by)}: {counts[by]}" for by in ScoredBy if counts[by])


def part_title(scope: Scope, part: Node | Leaf) -> str:
    """``2.1 Cải cách thể chế``."""
    return f"{part.id} {title_of(part, scope.lang)}"


def held_words(scope: Scope, node: Node) -> list[Piece]:
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


def gate_words(scope: Scope, gate: Gate) -> str:
    """The law's words of the gate; else what closes it, in numbers."""
    return gate.words or gate_numbers(scope, gate)


def gate_numbers(scope: Scope, gate: Gate) -> str:
    """What closes it, in numbers: the law's words may say what opens it, or what closes it."""
    indicator, single = shown_as(gate.input, scope.table.reads), gate.input.single
    known = single in scope.table.reads
    name = figure_title(scope, single) if single is not None and known else gate.input.source
    within = indicator.domain if indicator is not None and known else Interval()
    closes = interval_message(gate.closes, within, indicator)
    return scope.t("nothing below counts while {input} is {interval}", input=name, interval=closes)
