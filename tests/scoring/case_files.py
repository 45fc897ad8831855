"""Reading the case files: YAML as text, one entry a sentence of the law, one case a line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from data.criteria.yaml_text import read_yaml
from scoring.exact import parse_exact
from scoring.quantity import Quantity, State

CASES = Path(__file__).resolve().parents[1] / "cases"
Keys = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One line of a case file: the sentence's keys, and the line's own."""

    file: str
    sentence: Keys
    keys: Keys

    def __str__(self) -> str:
        return f"{self.file}: {self.keys['say'] or ''}"

    def number(self, key: str) -> Fraction | None:
        """The exact number under ``key``; ``None`` for null or nothing."""
        return number(self.keys.get(key))


def number(text: str | None) -> Fraction | None:
    """An exact number; ``None`` for ``null`` or nothing."""
    return None if text in (None, "null") else parse_exact(text)


def read(path: Path) -> dict[str, Any]:
    """One case file's content; a broken one fails the collection, with its line."""
    source = read_yaml(path.read_text(encoding="utf-8"))
    assert not source.problems, (path.name, [problem.place for problem in source.problems])
    assert isinstance(source.content, dict), path.name
    return source.content


def kinds() -> list[str]:
    """The rule kinds that have a case file."""
    return [content["kind"] for content in map(read, sorted(CASES.glob("*.yaml"))) if "kind" in content]


def sentences() -> Iterator[tuple[str, Keys]]:
    """Every sentence of the rule kinds' files, with its file's name."""
    for path in sorted(CASES.glob("*.yaml")):
        content = read(path)
        if "kind" in content:
            assert content["kind"] == path.stem, path.name
            yield from ((path.name, {"kind": content["kind"], **sentence}) for sentence in content["sentences"])


def rule_cases() -> list[Case]:
    """Every case of every rule kind."""
    return [Case(name, sentence, keys) for name, sentence in sentences() for keys in sentence["cases"]]


def year_cases() -> list[Case]:
    """The cases of ``year.yaml``."""
    return [Case("year.yaml", entry["indicator"], keys)
            for entry in read(CASES / "year.yaml")["years"] for keys in entry["cases"]]  # fmt: skip


def reading_cases() -> list[Case]:
    """The cases of ``readings.yaml``."""
    return [Case("readings.yaml", entry, keys)
            for entry in read(CASES / "readings.yaml")["readings"] for keys in entry["cases"]]  # fmt: skip


def total_cases() -> list[Case]:
    """The cases of ``totals.yaml``."""
    return [Case("totals.yaml", keys, keys) for keys in read(CASES / "totals.yaml")["totals"]]


def quantity(numerator: Fraction | None, denominator: Fraction | None, x: Fraction | None) -> Quantity:
    """A figure as a year's quantity: counted, or a plain x; nothing at all is missing."""
    if numerator is not None and denominator is not None:
        if denominator == 0:
            return Quantity(State.NOTHING_AROSE, numerator=numerator, denominator=denominator)
        return Quantity(State.MEASURED, numerator / denominator, numerator, denominator)
    return Quantity(State.MISSING) if x is None else Quantity(State.MEASURED, x)
