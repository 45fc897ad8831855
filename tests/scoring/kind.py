"""What the generated tests know of one rule kind; each kind has its own in ``kinds/``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any

from scoring.indicator import Measure
from tests.scoring.generated import Parameters, numbers_in
from tests.scoring.reading import Pair


@dataclass(frozen=True)
class KindTest:
    """How a kind is drawn at random, and the tests' own reading of it.

    ``read(rule, figures, max)`` gives the points before rounding, ``None`` where the law is silent; ``figures`` are
    one for each input. ``points_keys``: parameters that are points, no bounds to try figures at. ``answers``: only
    some figures make sense (``numbers``, or what the parameters print). ``inputs`` writes codes into the parameters of
    a kind that names its inputs itself, and gives them. ``steps``: the gap of a leaf can be told.
    """

    draw: Callable[[Random], Parameters]
    read: Callable[[Any, Sequence[Pair], Fraction], Fraction | None]
    measures: tuple[Measure, ...]
    points_keys: frozenset[str] = frozenset({"points"})
    answers: bool = False
    numbers: tuple[Fraction, ...] = ()
    months_covered: bool = False
    inputs: Callable[[Parameters, str], list[str]] | None = None
    steps: bool = True

    def codes(self, parameters: Parameters, stem: str) -> list[str]:
        """The codes of the leaf's inputs; a kind that names them itself has them in ``parameters`` from now on."""
        return [stem] if self.inputs is None else self.inputs(parameters, stem)

    def bounds(self, parameters: Parameters) -> list[Fraction]:
        """Where figures are tried: the answers there are, or every bound that the rule prints (may be none)."""
        return list(self.numbers) or numbers_in(parameters, self.points_keys)
