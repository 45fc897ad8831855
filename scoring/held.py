"""Why a node's points are not the sum of its parts: its cap, its least points, its gate."""

from scoring.explanation import figure_message, term_message
from scoring.gate import GateState
from scoring.messages import Message, _
from scoring.readings import name_of
from scoring.table import Node
from scoring.totals import TableScore


def explain_held(node: Node, score: TableScore) -> tuple[Message, ...]:
    """One sentence for each of them that changed the points; none where the parts simply add up."""
    parts, found = score.parts(node), score.of(node)
    values: dict[str, object] = {
        "sum": parts.points, "cap": node.cap, "lowest": node.lowest, "sure": found.sure, "possible": found.possible,
    }  # fmt: skip
    gate = score.gate(node)
    if gate is not GateState.OPEN and node.gate is not None:
        values["reason"] = _reason(node, score)
        if gate is GateState.CLOSED:
            return (Message(_("{reason}: nothing here counts, 0 points in place of {sum}."), values),)
        if node.gate.missing_closes:
            text = _("{reason}: while it is missing nothing here counts; between {sure} and {possible} points.")
            return (Message(text, values),)
        text = _("{reason}: not known yet whether this counts at all; between {sure} and {possible} points.")
        return (Message(text, values),)
    if node.cap is not None and parts.points > node.cap:
        return (Message(_("The parts come to {sum} points: held at {cap}."), values),)
    if node.lowest is not None and parts.points < node.lowest:
        return (Message(_("The parts come to {sum} points: no less than {lowest}."), values),)
    return ()


def _reason(node: Node, score: TableScore) -> Message:
    """The gate's figure, and the law's words for it."""
    scored = score.gates[node.id]
    (term,) = scored.terms
    reads, single = score.table.reads, term.term.input.single
    said = figure_message(term.quantity, reads.get(single)) if single is not None else term_message(term, reads)
    figure = Message(_("{title}: {figure}"), {"title": _titles(node, score), "figure": said})
    words = node.gate.words if node.gate else ""
    return Message(_("{figure} ({words})"), {"figure": figure, "words": words}) if words else figure


def _titles(node: Node, score: TableScore) -> tuple[object, ...]:
    names = node.gate.input.names if node.gate else ()
    return tuple(name_of(name, score.table.indicators) for name in names)
