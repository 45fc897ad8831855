"""A possible conflict inside one plan."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Conflict:
    """Leaves of one plan that may contradict each other: both are kept, shown side by side, never resolved for it."""

    leaves: tuple[str, ...]
    about: str
    about_en: str = ""
