"""The year so far on the overview: the chart of the page of trends, as high as its neighbour, and the way there."""

from pages.leadership.seen import Seen
from pages.leadership.trend_index import index_card
from pages.leadership.trend_targets import targets_card
from pages.parts.scope import Scope
from scoring.table import TableKind

LOWEST, HIGHEST = 260, 430  # pixels: as high as the card of the fields beside it, within reason


def trend_card(scope: Scope, seen: Seen, height: int) -> None:
    """The index with its range, or the number of targets met, as of each month."""
    drawn = index_card if scope.table.kind is TableKind.POINTS else targets_card
    drawn(scope, seen, height=min(max(height, LOWEST), HIGHEST), key="trend", leads_on=True)
