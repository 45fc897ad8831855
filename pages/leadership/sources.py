"""Where a figure came from: its file, sheet and cell, or who typed it and when."""

from data.accounts.person import shown_name
from data.evidence.checking import VIETNAM
from data.figures.observation import Observation
from data.language import format_moment
from pages.parts.markup import Link, Note, Piece, Stack
from pages.parts.scope import Scope


def source(scope: Scope, observation: Observation) -> Piece:
    """The file as a download with the place in it; of a typed figure that it was typed (``who`` says by whom)."""
    t = scope.t
    if observation.import_seq is None:
        return Note(t("typed on screen"))
    file = Link(observation.file_name, f"/download/figures/{observation.sha256}", download=True)
    return Stack([file, Note(t("sheet {sheet}, cell {cells}", sheet=observation.sheet, cells=observation.cells))])


def who(scope: Scope, observation: Observation) -> Note:
    """Who brought it in, and when."""
    at = format_moment(observation.acted_at + VIETNAM)
    t = scope.t
    return Note(t("{name}, {at} (+07)", name=shown_name(observation.person_name), at=at))
