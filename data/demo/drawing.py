"""The demo province's figures, drawn from ``province.yaml``: whole numbers, the same ones on every computer.

A draw is a number from 0 to 9999 taken from the SHA-256 of the seed and of what it is for (unit, indicator, month): no
generator whose stream could change, and a figure stays the same when others are added.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

from data.criteria.yaml_text import read_yaml
from data.figures.raw import Raw
from data.figures.typed import Typed
from scoring.indicator import Formation, Indicator
from scoring.table import Table

FIGURES = Path(__file__).parent / "province.yaml"
MONTHS = range(1, 13)
FULL = 10_000  # a share of one; levels stand in it, so that nothing is ever a float
NOISE = 300  # a month differs from the department's level by three points at most, an indicator by as much again
RISING = ("digital", "open")
MONTHLY = ("dossiers", "papers")


@dataclass(frozen=True)
class Province:
    """``province.yaml`` as read; all values are still texts."""

    seed: str
    bloc: str
    table: str
    year: int
    units: dict[str, dict[str, str]]
    silent: dict[str, list[str]]
    without_dossiers: list[str]
    figures: dict[str, dict[str, str]]

    def draw(self, *what: object) -> int:
        """0 to 9999, always the same for the same words."""
        words = "/".join([self.seed, *map(str, what)])
        return int.from_bytes(sha256(words.encode()).digest()[:8], "big") % FULL


def read_province() -> Province:
    """The file of the demo province."""
    written: Any = read_yaml(FIGURES.read_text(encoding="utf-8")).content
    return Province(**{**written, "year": int(written["year"])})


def drawn(province: Province, table: Table) -> Iterator[tuple[str, int, Indicator, Raw]]:
    """Every figure of every unit: unit, month, indicator, what a clerk would write. What is not reported is left out.

    An indicator that the file has no line for is not reported by anybody.
    """
    for unit, month in ((unit, month) for unit in province.units for month in MONTHS):
        if str(month) in province.silent.get(unit, []):
            continue
        desk = _Desk(province, table, unit, month)
        for code in province.figures:
            if code in table.indicators and (raw := desk.written(code)) is not None:
                yield unit, month, table.indicators[code], raw


@dataclass(frozen=True)
class _Desk:
    """One unit in one month."""

    province: Province
    table: Table
    unit: str
    month: int

    def written(self, code: str) -> Raw | None:
        """What is reported for one indicator; ``None`` in a month that owes nothing."""
        rule, indicator = self.province.figures[code], self.table.indicators[code]
        if int(rule.get("in", self.month)) != self.month:
            return None
        if self._size("dossiers") == 0 and code in self.province.without_dossiers:
            return Raw(value=Typed("không áp dụng"))
        if "share" in rule:
            numerator, denominator = self._share(code)
            return Raw(Typed(str(numerator)), Typed(str(denominator)))
        level = max(0, min(FULL, self._level(code)))
        if "count" in rule or "bad" in rule:
            return Raw(value=Typed(str(self._count(code, level))))
        if "yes" in rule:
            return Raw(value=Typed("có" if self._draw(code, "yes") < level else "không"))
        if "choice" in rule:
            options = sorted(indicator.options, key=lambda option: -option.value)
            lacks = (FULL - level + self._draw(code, "choice") // 10) // 1200
            return Raw(value=Typed(options[min(lacks, len(options) - 1)].title))
        if "survey" in rule:
            return Raw(value=Typed(f"{level // 100},{level % 100 // 10}%"))
        return Raw(value=Typed(number=Fraction(level // 500, 20)))  # points from 0 to 1, in steps of 0.05

    def _size(self, name: str) -> int:
        return int(self.province.units[self.unit][name])

    def _draw(self, *what: str) -> int:
        return self.province.draw(self.unit, self.month, *what)

    def _level(self, code: str) -> int:
        """The share that the unit reaches, not yet held between nothing and all; a fixed one is the same all year."""
        rule, size = self.province.figures[code], self.province.units[self.unit]
        by = next(rule[key] for key in ("share", "by", "yes", "choice", "survey", "judged") if key in rule)
        own = self.province.draw(self.unit, code) - FULL // 2
        if by not in size:
            return 100 * int(by) + own * NOISE // FULL
        level = 100 * (int(size[by]) + int(rule.get("plus", "0")))
        if by in RISING:
            level -= 100 * int(size["rises"]) * (12 - self.month) // 11
        return level + (own + self._draw(code) - FULL // 2) * NOISE // FULL

    def _share(self, code: str) -> tuple[int, int]:
        indicator, whole = self.table.indicators[code], self._whole(code)
        share = max(0, self._level(code))
        if indicator.part_of_whole:
            share = min(share, FULL)
        if indicator.formation is Formation.CUMULATIVE:
            share = share * self.month // 12
        return (whole * share + FULL // 2) // FULL, whole

    def _whole(self, code: str) -> int:
        """What a share is of; two indicators of one month count the same dossiers and papers."""
        rule = self.province.figures[code]
        if "rest_of" in rule:
            part, whole = self._share(rule["rest_of"])
            return whole - part
        of = rule["of"]
        if of in MONTHLY:
            return self._size(of) * (8 * FULL + 4 * self._draw(of)) // (10 * FULL)  # four fifths to six fifths
        if not of.isdecimal():
            return self._size(of) * (10**6 if of == "budget" else 1)
        if self.table.indicators[code].formation is Formation.SUM:
            return self._draw(code, "whole") * (int(of) + 1) // FULL
        return int(of)

    def _count(self, code: str, level: int) -> int:
        """What is expected of a year (in parts of 10,000) falls into months by draws; a latest count grows to it."""
        rule, formation = self.province.figures[code], self.table.indicators[code].formation
        year = int(rule["count"]) * level if "count" in rule else int(rule["bad"]) * (FULL - level) * 10
        if formation is Formation.LATEST:
            return (year * (self.month + 6) // 18 + FULL // 2) // FULL
        return ((year if formation is Formation.ONCE else year // 12) + self._draw(code, "count")) // FULL
