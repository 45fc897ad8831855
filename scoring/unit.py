"""A unit as a criteria table names it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """A unit (đơn vị) that a table was issued for."""

    id: str
    name: str
    name_en: str = ""
