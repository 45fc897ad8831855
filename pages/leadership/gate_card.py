"""The gates: what must hold for a part of the table to count at all, with the figure that decides, and its source."""

from collections.abc import Sequence

from data.exports.words import title_of
from data.language import render
from data.scores.gates import GateStanding
from pages.leadership.leaf_figures import figure_title
from pages.leadership.sources import source, who
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.scope import Scope
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.explanation import figure_message
from scoring.gate import GateState
from scoring.quantity import Quantity
from scoring.readings import code_of


def gates_card(scope: Scope, gates: Sequence[GateStanding]) -> None:
    """One row a gate; nothing where the table has none."""
    t = scope.t
    if not gates:
        return
    title = t("Conditions: when a part is not scored at all")
    with card("gates", title):
        columns = [Column(t("Applies to"), "wide"), Column(t("Condition in the words of the text"), "wide")]
        columns += [Column(t("Figure"), "wide"), Column(t("Source"))]
        stacked_table(columns, [_row(scope, gate) for gate in gates], title, "gates-table")


def _row(scope: Scope, gate: GateStanding) -> list[Piece]:
    figures = [piece for name, read in gate.line.read for piece in _figure(scope, name, read)]
    found = [piece for one in gate.sources for piece in (source(scope, one), who(scope, one))]
    return [
        Stack([Strong(gate.node.id), title_of(gate.node, scope.lang)]),
        gate.words,
        Stack([*figures, _state(scope, gate)]),
        Stack(found) if found else Note(scope.t("no figure yet")),
    ]


def _figure(scope: Scope, name: str, quantity: Quantity) -> list[Piece]:
    """The figure's name, which leads to where it is entered, and what it is."""
    figure = Strong(render(figure_message(quantity, scope.table.reads.get(name)), scope.lang))
    title, code = figure_title(scope, name), code_of(name)
    return [Link(title, page_address(scope, "figures", indicator=code)) if code else title, figure]


def _state(scope: Scope, gate: GateStanding) -> Piece:
    t = scope.t
    if gate.state is GateState.OPEN:
        return Badge(t("Scored"), "good")
    return Badge(t("Not scored"), "bad") if gate.state is GateState.CLOSED else Badge(t("Not known yet"), "warn")
