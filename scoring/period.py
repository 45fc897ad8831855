"""Months, the grain of all reporting."""

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"(\d{4})-(\d{1,2})")


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month: ``year`` 2000-2100, ``number`` 1-12. ``ValueError`` outside."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (2000 <= self.year <= 2100 and 1 <= self.number <= 12):
            raise ValueError(f"{self.year}-{self.number}")

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def parse_month(text: str) -> Month:
    """``"2022-06"`` as a month; ``ValueError`` for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    return Month(int(found[1]), int(found[2]))
