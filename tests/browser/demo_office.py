"""A demo store for the browser tests, and what the kernel says of it: expected before the server takes the store."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from data.accounts.person import LOCAL
from data.figures.observation import NewFigure
from data.figures.reading import history
from data.figures.writing import enter_figure
from data.scores.unit import UnitScore, score_unit
from data.units.known import find_table
from scoring.period import Month
from tests.made_once import demo_year

UNIT = "so-cong-thuong-dien-bien"
PLAN, TEMPLATE = "dien-bien-so-cong-thuong-2022", "mau-so-100-diem"
MAY = Month(2022, 5)
CORRECTED = "TTHC_CONG_KHAI"  # 126/126 in the workbook of May, then corrected on screen


@dataclass(frozen=True)
class Expected:
    """The folder of the store, and its scores as of May."""

    folder: Path
    plan: UnitScore
    template: UnitScore


def build_office(folder: Path) -> Expected:
    """The demo store as of May, with one figure corrected on screen; closed again when it is answered for."""
    store = demo_year(folder, MAY.number)
    seen = history(store, LOCAL, UNIT, CORRECTED, MAY)[0].seq
    new = NewFigure(CORRECTED, numerator=Fraction(125), denominator=Fraction(126), note="đếm lại")
    enter_figure(store, LOCAL, UNIT, MAY, new, seen=seen)
    scores = [score_unit(store, LOCAL, find_table(store, name), UNIT, MAY) for name in (PLAN, TEMPLATE)]
    store.close()
    return Expected(folder, *scores)
