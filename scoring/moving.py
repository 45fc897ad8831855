"""The one figure that an input hangs on: what this year can still change, all else being known and past.

"Tăng 20% so với năm trước" is a step of this year's count: 240 where the year before had 200.
"""

from dataclasses import dataclass
from fractions import Fraction

from scoring.evaluator import TermScore
from scoring.expression import line_in
from scoring.quantity import Quantity
from scoring.readings import reading_of


@dataclass(frozen=True)
class Moving:
    """``x = slope * figure + constant`` for the figure ``name``, of which ``own`` is known today.

    ``alone``: the input reads nothing else, so its x lies where the figure itself does, but for the constant.
    """

    name: str
    own: Quantity
    slope: Fraction
    constant: Fraction
    alone: bool

    def at(self, figure: Fraction) -> Fraction:
        """The input's x, were the figure this."""
        return self.slope * figure + self.constant

    def back(self, x: Fraction) -> Fraction:
        """Where the figure must come to for the input to come to ``x``."""
        return (x - self.constant) / self.slope


def moving(term: TermScore) -> Moving | None:
    """``None`` where the input hangs on several figures of this year, or is no straight line in the one.

    Beside readings that nothing of this year changes (the year before, the month, the best of the bloc) one figure may
    stand by itself; expressions over the year's figures alone are told as they are.
    """
    read, shifted = term.term.input, term.term.input.shifted
    if shifted is not None:
        return Moving(shifted[0], term.read[0][1], Fraction(1), shifted[1], alone=True)
    readings = {name: reading for name in read.names if (reading := reading_of(name)) is not None}
    own = [name for name in read.names if name not in readings]
    if len(own) != 1 or not readings or not all(one.static for one in readings.values()):
        return None
    figures = dict(term.read)
    line = line_in(read, own[0], figures)
    return None if line is None else Moving(own[0], figures[own[0]], *line, alone=False)
