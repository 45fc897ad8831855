"""Cells of the heat map in words and signs."""

from data.language import Translate
from data.scores.heat import HeatCell, Level
from pages.parts.heat import Cell
from scoring.table import TableKind

SIGNS = {Level.MISSING: "–", Level.AWAY: "·", Level.MET: "✓", Level.UNMET: "✕"}


def level_words(t: Translate, level: Level) -> str:
    """What a look stands for."""
    return {
        Level.FULL: t("full marks"),
        Level.MOST: t("from 80% of the most"),
        Level.SOME: t("from 50%"),
        Level.FEW: t("below 50%"),
        Level.NONE: t("no points"),
        Level.MISSING: t("no figure yet"),
        Level.AWAY: t("does not apply"),
        Level.MET: t("met"),
        Level.UNMET: t("not met"),
    }[level]


def cell_of(t: Translate, cell: HeatCell) -> Cell:
    """The share or the sign; aloud with what it means, and that a part is not known yet."""
    look = cell.level.value
    if cell.counted is not None:
        met, of_all = cell.counted
        sign = SIGNS[cell.level] if cell.level is Level.MISSING else str(met)
        return Cell(sign, t("{met} of {all} met", met=met, all=of_all), look, cell.partial)
    if cell.percent is None:
        return Cell(SIGNS[cell.level], level_words(t, cell.level), look)
    said = f"{cell.percent}%"
    if cell.partial:
        said = t("{share} of the part that is known", share=said)
    return Cell(str(cell.percent), said, look, cell.partial)


def legend_cells(t: Translate, kind: TableKind) -> list[Cell]:
    """The key of one kind of table."""
    partial = Cell("", t("a part is not known yet"), "plain", partial=True)
    silent = Cell("", t("month without figures of its own"), "silent")
    if kind is TableKind.TARGETS:
        shown = [Level.MET, Level.UNMET, Level.MISSING, Level.AWAY]
        number = Cell("5", t("how many targets of a field are met"), "plain")
        return [*(Cell(SIGNS[level], level_words(t, level), level.value) for level in shown), number, partial, silent]
    signs = {Level.FULL: "100", Level.MOST: "80", Level.SOME: "50", Level.FEW: "1", Level.NONE: "0", **SIGNS}
    levels = [level for level in Level if level not in (Level.MET, Level.UNMET)]
    return [*(Cell(signs[level], level_words(t, level), level.value) for level in levels), partial, silent]
