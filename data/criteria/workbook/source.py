"""A workbook as a source of a criteria table: its content, and the cell at which each key stands or should stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.criteria.salvage import dotted
from data.criteria.workbook.columns import Column, KeyPath, Value
from data.criteria.workbook.problems import At, CellProblem, at_cell
from data.criteria.workbook.rows import list_keys
from data.criteria.workbook.sheets import Sheet, sheet, sheets
from data.criteria.workbook.words import answers, heading
from data.criteria.yaml_text import Path, Source
from scoring.kinds import KINDS
from scoring.messages import Problem

# A key whose rows stand on a sheet of their own -> that sheet.
_SHEETS = {key: one.title for one in sheets() for _model, key in one.holds if key not in ("rule", "children")}
_SHEETS |= {key: sheet("levels").title for kind in KINDS for key in list_keys(kind)}


@dataclass
class Home:
    """The row of a mapping, and the cell of each key that its sheet has a column for."""

    sheet: Sheet
    places: dict[KeyPath, At]


@dataclass
class WorkbookSource(Source):
    """Like a file's content, with cells in place of lines. ``cells`` are those of keys that are there."""

    cells: dict[Path, At] = field(default_factory=dict)
    homes: dict[Path, Home] = field(default_factory=dict)

    def placed(self, problem: Problem, path: Path) -> CellProblem:
        """``problem`` at the cell of ``path``: where it stands, else where it should, else that of what holds it."""
        column = self._column(path)
        return at_cell(problem, self.at(path), heading(*column).words if column is not None else "")

    def at(self, path: Path) -> At | None:
        """The cell of ``path``; ``None`` for the file as a whole."""
        for length in range(len(path), -1, -1):
            home, rest = self.homes.get(path[:length]), tuple(map(str, path[length:]))
            if home is not None and rest in home.places:
                return home.places[rest]
            if path[:length] in self.cells:
                return self.cells[path[:length]]
        return None

    def said(self, path: Path) -> str:
        """The heading of the column that is, or should be, ``path``; the name of the sheet that has its rows."""
        found = self._column(path)
        if found is not None:
            return heading(*found).words
        key = super().said(path)
        if len(path) > 1 and path[-2] == "rule" and key not in _SHEETS:  # its row may not even be there
            return f"{heading('rules', (key,)).words} ({sheet('rules').title})"
        return _SHEETS.get(key, key)

    def answers(self, path: Path, codes: Sequence[str]) -> tuple[str, ...]:
        """The answers of the drop-down."""
        found = self._column(path)
        if found is None:
            return super().answers(path, codes)
        shown = answers(found[0], Column(found[1], Value.CHOICE, tuple(codes)))
        return tuple(shown.values())

    def _column(self, path: Path) -> tuple[str, KeyPath] | None:
        """The sheet and the column that have a place for ``path``."""
        for length in range(len(path), -1, -1):
            home, rest = self.homes.get(path[:length]), tuple(map(str, path[length:]))
            if home is not None and rest in home.places:
                return home.sheet.key, rest
        return None

    def lose(self, path: Path) -> None:
        """Nothing is known of what stands at ``path``."""
        self.damage.add(dotted(path))

    def lose_keys(self, path: Path) -> None:
        """What stands at ``path`` may have keys that could not be read."""
        self.damage.add(dotted((*path, "<<")))
        self.merged.append(path)
