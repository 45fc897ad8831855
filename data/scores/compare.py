"""Two tables on one unit's figures in force: what a new edition costs or earns, before anybody scores with it."""

from dataclasses import dataclass

from data.accounts.person import Action, Person, require
from data.scores.unit import UnitScore, score_unit
from data.store.opening import Store
from data.units.known import UnitRefused
from scoring.compare import compare
from scoring.effect import Effects, effects
from scoring.messages import Message, _
from scoring.period import Month
from scoring.table import Table


@dataclass(frozen=True)
class UnitComparison:
    """Both tables scored from the same stored figures, each forming the year as it says itself."""

    before: UnitScore
    after: UnitScore
    effects: Effects

    @property
    def demo(self) -> bool:
        """True when any figure behind one of the scores is invented demo data."""
        return self.before.demo or self.after.demo

    @property
    def observations(self) -> int:
        """How many stored figures the two scores rest on."""
        used = {one.seq for scored in (self.before, self.after) for one in scored.observations}
        return len(used)

    @property
    def empty(self) -> bool:
        """True when no figure of either table has come for the year: only the tables can be compared."""
        return not self.observations

    @property
    def measured(self) -> bool:
        """True where both tables give some criterion a result: only then is the sum of the effects worth a number."""
        return all(has_result(scored) for scored in (self.before, self.after))


def has_result(scored: UnitScore) -> bool:
    """True when at least one leaf has points."""
    return any(line.points is not None for line in scored.score.leaves.values())


def compare_unit(store: Store, person: Person, before: Table, after: Table, unit: str, month: Month) -> UnitComparison:
    """Compare the tables on the figures of ``unit`` in force from January up to ``month``.

    A table need not be loaded, nor hold in ``month``, nor be issued for the unit: what it would have given is the
    question. :class:`data.units.known.UnitRefused` when one counts targets and the other adds up points.
    """
    require(person, Action.READ, unit)
    require_same_kind(before, after)
    first, second = (score_unit(store, person, table, unit, month) for table in (before, after))
    return UnitComparison(first, second, effects(compare(before, after), first.score, second.score))


def require_same_kind(before: Table, after: Table) -> None:
    """:class:`data.units.known.UnitRefused` for a table of points and one of targets."""
    if before.kind is not after.kind:
        raise UnitRefused(
            "U020",
            Message(
                _("One of {before} and {after} adds up points, the other counts targets: nothing can be subtracted."),
                {"before": before.id, "after": after.id},
            ),
            Message(_("Choose two tables of points, or two of targets.")),
        )
