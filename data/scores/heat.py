"""The heat map: how much of its most each leaf, field and the whole table has earned, as of each month."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from data.scores.year import MonthScore
from scoring.evaluator import LeafScore
from scoring.quantity import State
from scoring.table import Leaf, Node, TableKind
from scoring.totals import Total

STEPS = ((Fraction(1), "full"), (Fraction(4, 5), "most"), (Fraction(1, 2), "some"))  # from this share on; for colours


class Level(StrEnum):
    """What a cell looks like. The words are also the names of its look."""

    FULL = "full"
    MOST = "most"
    SOME = "some"
    FEW = "few"
    NONE = "none"
    MISSING = "missing"
    AWAY = "away"  # does not apply, or is only tracked
    MET = "met"
    UNMET = "unmet"


@dataclass(frozen=True)
class HeatCell:
    """One part as of one month. ``percent`` is the share of its most that is earned, rounded down: 99,9 is not 100.

    ``None`` where nothing is measured, and for a target. ``partial``: a field of which a part is not measured yet; its
    share is of what is. ``counted`` are the targets met and all that apply, of a field of a plan.
    """

    level: Level
    percent: int | None = None
    partial: bool = False
    counted: tuple[int, int] | None = None


NOBODY = HeatCell(Level.MISSING)


@dataclass(frozen=True)
class HeatRow:
    """One field (``leaf`` false), leaf or the whole table, with a cell for each month, January first."""

    part: Node | Leaf
    cells: tuple[HeatCell, ...]
    leaf: bool


def heat_rows(months: Sequence[MonthScore], field: str | None = None) -> list[HeatRow]:
    """The whole table, then each field with its leaves in the order of the law; only one field where it is named.

    A month that nobody reported is missing for fields and table, as in the trend; a leaf keeps what is known of it.
    """
    table = months[0].score.table
    shown = [part for part in table.tree.children if field in (None, part.id)]
    rows = [] if field else [_row(months, table.tree)]
    for part in shown:
        rows.append(_row(months, part))
        if isinstance(part, Node):
            rows += [_row(months, leaf) for leaf in part.leaves()]
    return rows


def _row(months: Sequence[MonthScore], part: Node | Leaf) -> HeatRow:
    table = months[0].score.table
    if isinstance(part, Leaf):
        cells = [leaf_cell(one.score.leaves[part.id], table.kind) for one in months]
        return HeatRow(part, tuple(cells), leaf=all(part is not child for child in table.tree.children))
    whole = part is table.tree
    cells = [
        part_cell(one.score.total if whole else one.fields[part.id], table.kind) if one.reported else NOBODY
        for one in months
    ]
    return HeatRow(part, tuple(cells), leaf=False)


def leaf_cell(line: LeafScore, kind: TableKind) -> HeatCell:
    """Of a penalty the share that was not taken away."""
    leaf = line.leaf
    if line.state is State.NOT_APPLICABLE or leaf.highest == leaf.lowest:
        return HeatCell(Level.AWAY)
    if line.points is None:
        return HeatCell(Level.MISSING)
    if kind is TableKind.TARGETS:
        return HeatCell(Level.MET if line.met else Level.UNMET)
    least = min(leaf.lowest, Fraction(0))
    return _shared((line.points - least) / (leaf.highest - least))


def part_cell(total: Total, kind: TableKind) -> HeatCell:
    """A field or the whole table: the index of what is measured, or the targets met of those known."""
    if kind is TableKind.TARGETS:
        known = total.met + total.unmet
        counted = total.met, known + total.unknown
        if not known:
            return HeatCell(Level.MISSING if total.unknown else Level.AWAY, counted=counted if total.unknown else None)
        return HeatCell(_shared(Fraction(total.met, known)).level, None, total.unknown > 0, counted)
    if total.index is None:
        return HeatCell(Level.MISSING if total.applicable_max else Level.AWAY)
    shared = _shared(total.index)
    return HeatCell(shared.level, shared.percent, partial=total.measured_max < total.applicable_max)


def _shared(share: Fraction) -> HeatCell:
    level = next((Level(name) for least, name in STEPS if share >= least), Level.FEW if share > 0 else Level.NONE)
    return HeatCell(level, max(0, share.numerator * 100 // share.denominator))
