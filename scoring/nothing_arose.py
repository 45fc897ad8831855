"""What a leaf earns when nothing arose (0 of 0): points, not applicable, or what another input gives in its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from scoring.expression import Expression
from scoring.quantity import State


@dataclass(frozen=True)
class NothingArose:
    """What a leaf earns when nothing arose: ``points``, not applicable (``points`` is ``None``), or another input.

    ``words`` are the law's own for it, where it has any. ``then`` is what follows where the other input (``instead``)
    has nothing either; ``None``: what the leaf earns is then not known.
    """

    points: Fraction | None = None
    instead: Expression | None = None
    words: str = ""
    then: "NothingArose | None" = None

    @property
    def state(self) -> State:
        """The leaf's state once the policy is applied to an empty denominator."""
        return State.NOT_APPLICABLE if self.points is None else State.NOTHING_AROSE

    @property
    def inputs(self) -> "tuple[Expression, ...]":
        """The inputs that take the place of an empty one, in the order in which they are asked."""
        return tuple(one.instead for one in self.chain() if one.instead is not None)

    @property
    def last(self) -> "NothingArose | None":
        """What the leaf earns when none of the inputs has anything; ``None`` where nothing is said."""
        if self.instead is None:
            return self
        return self.then.last if self.then is not None else None

    def chain(self) -> "Iterator[NothingArose]":
        """This policy, and those that follow where its input has nothing either."""
        yield self
        if self.then is not None:
            yield from self.then.chain()
