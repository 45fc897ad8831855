"""Words of both tables side by side: what each says of a criterion or heading that changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from data.exports.compare_words import aspect_words
from data.exports.words import title_of
from data.language import format_number
from pages.lookup.around import fold
from pages.lookup.criteria_leaf import not_applicable_words, nothing_arose_words
from pages.lookup.criteria_tree import page_words, rule_pieces
from pages.lookup.criteria_words import gate_words, scorer
from pages.parts.card import card
from pages.parts.markup import Badge, Note, Piece, Stack
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column, Section
from scoring.aspect import Aspect
from scoring.compare import Change, Comparison
from scoring.table import Leaf, Node

Rows = list[list[Piece] | Section]
OF_ADDED = (Aspect.RULE, Aspect.REFERENCE)
READ_WITH = {Aspect.RULE, Aspect.WORDS, Aspect.NOTHING_AROSE, Aspect.REFERENCE}


def words_card(scope: Scope, comparison: Comparison) -> None:
    """A section a heading or criterion, in the order of the later table; of one that was added its scale and quote."""
    t, sides = scope.t, [replace(scope, table=table) for table in (comparison.before, comparison.after)]
    leaves = {change.part.id: change for change in comparison.leaves if change.after is not None}
    nodes = {change.part.id: change for change in comparison.nodes if change.after is not None}
    rows: Rows = []
    for part in (comparison.after.tree, *(part for _depth, part in comparison.after.tree.walk())):
        rows += _leaf(sides, leaves[part.id]) if isinstance(part, Leaf) else _node(sides, nodes[part.id])
    if not rows:
        return
    with card("compare-words", t("In the words of both tables"), t("Only what differs, as each table prints it")):
        columns = [Column(t("What")), Column(t("Table before"), "wide"), Column(t("Table after"), "wide")]
        with fold(t, len(rows)):
            stacked_table(columns, rows, t("In the words of both tables"), "compare-words")


def _leaf(sides: Sequence[Scope], change: Change[Leaf]) -> Rows:
    told = list(zip(sides, (change.before, change.after), strict=True))
    aspects = _told(change)
    rows: Rows = [
        [
            Note(aspect_words(aspect, sides[0].lang)),
            *("–" if leaf is None else Stack(OF_LEAF[aspect](scope, leaf)) for scope, leaf in told),
        ]
        for aspect in aspects
        if aspect in OF_LEAF
    ]
    return [_section(sides[0], change), *rows] if rows else []


def _told(change: Change[Leaf]) -> tuple[Aspect, ...]:
    """Whoever reads a scale or a quote is told which reading of ours goes with it, changed or not."""
    aspects = OF_ADDED if change.before is None else change.aspects
    ours = any(leaf is not None and leaf.reference.derived for leaf in (change.before, change.after))
    if Aspect.DERIVED in aspects or not ours or READ_WITH.isdisjoint(aspects):
        return aspects
    return (*aspects, Aspect.DERIVED)


def _node(sides: Sequence[Scope], change: Change[Node]) -> Rows:
    told = list(zip(sides, (change.before, change.after), strict=True))
    rows: Rows = [
        [
            Note(aspect_words(aspect, sides[0].lang)),
            *("–" if node is None else Stack(OF_NODE[aspect](scope, node)) for scope, node in told),
        ]
        for aspect in change.aspects
        if aspect in OF_NODE
    ]
    return [_section(sides[0], change), *rows] if rows else []


def _section(scope: Scope, change: Change[Leaf] | Change[Node]) -> Section:
    numbers = dict.fromkeys(part.id for part in (change.before, change.after) if part is not None)
    return Section(f"{' → '.join(numbers)} {title_of(change.part, scope.lang)}", level=1)


def _text(text: str) -> list[Piece]:
    return [text or "–"]


def _reference(scope: Scope, leaf: Leaf) -> list[Piece]:
    """The document's place and its own words."""
    said = leaf.reference
    where = ", ".join(part for part in (said.document, said.place, page_words(scope, said.page)) if part)
    return [Note(where), said.quote]


def _derived(scope: Scope, leaf: Leaf) -> list[Piece]:
    """Never shown as law."""
    if not leaf.reference.derived:
        return ["–"]
    ours = scope.t("Reading of whoever made this table; the text does not say this")
    return [Badge(ours, "warn"), leaf.reference.derived]


def _input(scope: Scope, leaf: Leaf) -> list[Piece]:
    names = (scope.table.indicators[code] for code in leaf.inputs if code in scope.table.indicators)
    titles = [one.title_en if scope.lang == "en" and one.title_en else one.title for one in names]
    sources = dict.fromkeys(term.input.source for term in leaf.terms)
    return [*titles, *(Note(source) for source in sources)]


def _evidence(scope: Scope, leaf: Leaf) -> list[Piece]:
    needs = [
        need.title if need.required else scope.t("{title} (not required)", title=need.title) for need in leaf.evidence
    ]
    return [*needs] if needs else [Note(scope.t("This criterion asks for no document."))]


def _bonus(scope: Scope, part: Leaf | Node) -> list[Piece]:
    return _text(scope.t("added to the total, outside the maximum") if part.bonus else "")


def _number(scope: Scope, part: Leaf | Node, key: str) -> list[Piece]:
    value = getattr(part, key)
    return _text("" if value is None else format_number(value, scope.lang))


OF_LEAF: Mapping[Aspect, Callable[[Scope, Leaf], list[Piece]]] = {
    Aspect.TITLE: lambda _scope, leaf: _text(leaf.title),
    Aspect.TITLE_EN: lambda _scope, leaf: _text(leaf.title_en),
    Aspect.LOWEST: lambda scope, leaf: _number(scope, leaf, "lowest"),
    Aspect.BONUS: _bonus,
    Aspect.RULE: rule_pieces,
    Aspect.WORDS: rule_pieces,
    Aspect.INPUT: _input,
    Aspect.SCORED_BY: lambda scope, leaf: _text(scorer(scope, leaf.scored_by)),
    Aspect.NOTHING_AROSE: lambda scope, leaf: _text(nothing_arose_words(scope, leaf)),
    Aspect.NOT_APPLICABLE: lambda scope, leaf: _text(not_applicable_words(scope, leaf)),
    Aspect.EVIDENCE: _evidence,
    Aspect.REFERENCE: _reference,
    Aspect.DERIVED: _derived,
    Aspect.LEAD: lambda _scope, leaf: _text(leaf.lead),
    Aspect.NOTE: lambda _scope, leaf: _text("; ".join(filter(None, (leaf.note, leaf.reference.note)))),
}

OF_NODE: Mapping[Aspect, Callable[[Scope, Node], list[Piece]]] = {
    Aspect.TITLE: lambda _scope, node: _text(node.title),
    Aspect.TITLE_EN: lambda _scope, node: _text(node.title_en),
    Aspect.LOWEST: lambda scope, node: _number(scope, node, "lowest"),
    Aspect.CAP: lambda scope, node: _number(scope, node, "cap"),
    Aspect.GATE: lambda scope, node: _text(gate_words(scope, node.gate) if node.gate is not None else ""),
    Aspect.BONUS: _bonus,
    Aspect.LEAD: lambda _scope, node: _text(node.lead),
    Aspect.NOTE: lambda _scope, node: _text(node.note),
}
