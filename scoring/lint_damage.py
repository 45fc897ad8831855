"""What of a criteria file could not be read: the lint concludes nothing from it, and still tells all the rest.

A key that could not be read is unknown, as a missing figure is unknown: its parent's sum, its leaf's scale are then
unknown too, neither right nor wrong.
"""

from collections.abc import Iterable

# What an indicator's figure hangs on: where it lies, its grain and its answers.
_FIGURE = ("measure", "part_of_whole", "year", "options", "least", "most")


class Damage:
    """Key paths (``tree.0.max``) that could not be read, present or missing; the empty path is the whole file."""

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self._lost: set[str] = set()
        self._above: set[str] = set()
        for path in paths:
            self.add(path)

    def add(self, path: str) -> None:
        """From now on nothing is known of ``path`` and of what stands below it."""
        self._lost.add(path)
        self._above.update(_upwards(path))

    def lost(self, path: str) -> bool:
        """True where ``path``, or what holds it, could not be read."""
        return bool(self._lost) and any(one in self._lost for one in _upwards(path))

    def hits(self, *paths: str) -> bool:
        """True where one of ``paths`` is lost, or something below it is."""
        return bool(self._lost) and any(path in self._above or self.lost(path) for path in paths)

    def figure(self, code: str) -> bool:
        """True where it is not known what figures the indicator ``code`` can have."""
        return bool(self._lost) and self.hits(*(f"indicators.{code}.{key}" for key in _FIGURE))


def _upwards(path: str) -> Iterable[str]:
    """``path`` and all that hold it, up to the empty path of the file."""
    yield path
    while path:
        path = path.rpartition(".")[0]
        yield path
