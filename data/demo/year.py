"""The demo file read: which workbooks were sent for which month, in the order in which they came."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.criteria.yaml_text import read_yaml

FIGURES = Path(__file__).parent / "dien-bien-2022.yaml"


@dataclass(frozen=True)
class Delivery:
    """One month's workbooks, one a table: ``figures`` by code, as texts; ``notes`` by code.

    ``again``: it follows an earlier one of its month and starts from what is in force. ``refused``: the import must
    refuse it; nothing of it is stored.
    """

    month: int
    figures: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    again: bool = False
    refused: bool = False


@dataclass(frozen=True)
class DemoYear:
    """The demo file. Entries of ``typed`` are (month, code, answer); ``evidence`` is as written."""

    unit: str
    year: int
    tables: tuple[str, ...]
    monthly: Mapping[str, tuple[str, ...]]
    typed: tuple[tuple[int, str, str], ...]
    evidence: tuple[Mapping[str, Any], ...]
    late: tuple[Mapping[str, Any], ...] = ()
    refused: tuple[Mapping[str, Any], ...] = ()
    corrections: tuple[Mapping[str, Any], ...] = ()
    months: int = 12

    def deliveries(self) -> Iterator[Delivery]:
        """What the office was sent, up to and with what came in the last of ``months``."""
        for month in range(1, self.months + 1):
            given = {c: row[month - 1] for c, row in self.monthly.items() if len(row) >= month and row[month - 1]}
            waiting = {code for one in self.late if int(one["month"]) == month for code in one["codes"]}
            first = {code: text for code, text in given.items() if code not in waiting}
            tries = [one for one in self.refused if int(one["month"]) == month]
            for one in tries:
                yield Delivery(month, first | dict(one["figures"]), refused=True)
            yield Delivery(month, first, {code: one["note"] for one in tries for code in one["figures"]})
            for one in self.late:
                if int(one["after"]) == month:
                    of = int(one["month"])
                    figures = {code: self.monthly[code][of - 1] for code in one["codes"]}
                    yield Delivery(of, figures, dict.fromkeys(figures, one["note"]), again=True)
            for one in self.corrections:
                if int(one["after"]) == month:
                    notes = dict.fromkeys(one["figures"], one["note"])
                    yield Delivery(int(one["month"]), one["figures"], notes, again=True)


def read_year(months: int = 12) -> DemoYear:
    """The demo file as it stood when ``months`` had come: later workbooks, answers and documents are left out."""
    written: Any = read_yaml(FIGURES.read_text(encoding="utf-8")).content
    year = int(written["year"])
    return DemoYear(
        written["unit"],
        year,
        tuple(written["tables"]),
        {code: tuple(text or "" for text in row) for code, row in written["monthly"].items()},
        tuple((int(at), code, answer) for at, code, answer in written["typed"] if int(at) <= months),
        tuple(paper for paper in written["evidence"] if paper["issued_on"] <= f"{year}-{months:02}-31"),
        tuple(written.get("late", ())),
        tuple(written.get("refused", ())),
        tuple(written.get("corrections", ())),
        months,
    )
