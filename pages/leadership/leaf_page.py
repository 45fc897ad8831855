"""One leaf by itself: result, rule, figures, evidence, conflicts, and what would earn more."""

from data.exports.words import explanation_with_basis, title_of
from data.language import render
from data.scores.gaps import steps_to_tell
from data.scores.gates import gates_over
from pages.leadership.conflicts import conflicts_card
from pages.leadership.gate_card import gates_card
from pages.leadership.leaf_evidence import evidence_card
from pages.leadership.leaf_figures import figures_card
from pages.leadership.leaf_rule import rule_card
from pages.leadership.seen import Seen
from pages.leadership.words import result, step_words
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Strong
from pages.parts.prose import buttons, say
from pages.parts.scope import Scope
from scoring.gap import Step
from scoring.gate import GateState
from scoring.held import explain_held
from scoring.table import Leaf, TableKind


def leaf_page(scope: Scope, seen: Seen, leaf: Leaf) -> None:
    """Everything that stands behind one line of the score table."""
    _way(scope, leaf)
    _result(scope, seen, leaf)
    rule_card(scope, seen, leaf)
    figures_card(scope, seen, leaf)
    gates_card(scope, gates_over(seen.scored, leaf))
    evidence_card(scope, seen, leaf)
    conflicts_card(scope, seen, scope.table.conflicts_of(leaf.id))


def _way(scope: Scope, leaf: Leaf) -> None:
    t, leaves = scope.t, scope.table.leaves
    at = leaves.index(leaf)
    links = [Link(t("Back to the score table"), page_address(scope, "score"))]
    if at > 0:
        before = leaves[at - 1].id
        links.append(Link(t("Before: {id}", id=before), page_address(scope, "score", leaf=before)))
    if at + 1 < len(leaves):
        after = leaves[at + 1].id
        links.append(Link(t("Next: {id}", id=after), page_address(scope, "score", leaf=after)))
    buttons(links)


def _result(scope: Scope, seen: Seen, leaf: Leaf) -> None:
    t, line, gap = scope.t, seen.scored.line(leaf), seen.scored.gap(leaf)
    field = scope.table.field_of(leaf.id)
    with card("leaf-result", f"{leaf.id} {title_of(leaf, scope.lang)}", f"{field.id}. {title_of(field, scope.lang)}"):
        say(result(scope, line), explanation_with_basis(line, scope.table, scope.lang))
        for gate in gates_over(seen.scored, leaf):
            if gate.state is not GateState.OPEN:
                say(Badge(f"{gate.node.id}. {title_of(gate.node, scope.lang)}", "warn"))
                say(*(render(message, scope.lang) for message in explain_held(gate.node, seen.scored.score)))
        if gap is not None and gap.more > 0:
            targets = scope.table.kind is TableKind.TARGETS
            say(Strong(t("What would meet it") if targets else t("What would earn more")))
            steps: list[Step | None] = [*steps_to_tell(gap)] or [None]
            say(*(step_words(scope, leaf, gap, step) for step in steps))
        if leaf.lead:
            say(Note(t("Led by: {lead}", lead=leaf.lead)))
        if leaf.note:
            say(Note(leaf.note))
