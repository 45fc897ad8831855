"""The grounds of all bars, the same as in the key beside them (pages/parts/legend.py)."""

from pages.parts.legend import Ground
from pages.parts.theme import BLUE, GREEN, TEXT

COLOURS: dict[Ground, str] = {
    "points": BLUE,
    "met": GREEN,
    "lost": "#f3c3c8",
    "open": "#eef2f8",
    "bonus": "#ffffff",
    "mark": TEXT,
}


def ground(kind: Ground) -> dict[str, object]:
    """A Plotly marker; what is still open is hatched, so that it differs without colour too."""
    marker: dict[str, object] = {"color": COLOURS[kind], "line": {"width": 0}}
    if kind == "open":
        marker["pattern"] = {"shape": "/", "fgcolor": "#b9c6dc", "bgcolor": COLOURS[kind], "size": 6, "solidity": 0.4}
    if kind == "bonus":  # an empty frame: nobody owes these points
        marker["line"] = {"width": 1, "color": "#9db4d6"}
    return marker
