"""The lint of readings: each suits the indicator that it reads; an input that takes the place of an empty one says what
follows where that is empty too."""

from collections.abc import Iterator

from scoring.expression import Expression
from scoring.lint_damage import Damage
from scoring.messages import Message, Problem, _
from scoring.nothing_arose import NothingArose
from scoring.readings import can_be_empty, code_of, is_suited, reading_of
from scoring.table import Leaf, Table

_KEYS = ("measure", "year", "every")  # of an indicator, on which it hangs what can be read of it


def reading_problems(leaf: Leaf, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    """What is wrong with the readings of ``leaf``, which stands at the key path ``place``."""
    for term in leaf.terms:
        holder = f"{place}."
        if term.when is not None:
            holder = f"{place}.formulas.{term.when.formula}."
        elif term.part is not None:
            holder = f"{place}.parts.{term.part.number}."
            yield from _instead(leaf, term.part.nothing_arose, table, f"{holder}nothing_arose", damage)
        yield from unsuited(term.input, table, f"{holder}input", damage)
    yield from _instead(leaf, leaf.nothing_arose, table, f"{place}.nothing_arose", damage)


def _instead(leaf: Leaf, first: NothingArose | None, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    at = place
    for policy in first.chain() if first is not None else ():
        if policy.instead is not None:
            yield from unsuited(policy.instead, table, f"{at}.input", damage)
            if policy.then is None and _may_be_empty(policy.instead, table, damage) and not damage.hits(place):
                yield Problem(
                    "C169",
                    Message(
                        _("Where {id} takes {input}, nothing may have arisen either: it does not say what that earns."),
                        {"id": leaf.id, "input": policy.instead.source},
                    ),
                    Message(_("Write nothing_arose: beside that input: full, zero, not_applicable, or another input.")),
                    at,
                )
        at = f"{at}.nothing_arose"


def unsuited(read: Expression, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    """Readings that make no sense for the kind of number that they read."""
    for key in read.names:
        reading, code = reading_of(key), code_of(key)
        indicator = table.indicators.get(code)
        if reading is None or indicator is None or damage.hits(*(f"indicators.{code}.{one}" for one in _KEYS)):
            continue
        if not is_suited(key, table.indicators):
            yield Problem(
                "C168",
                Message(
                    _("{reading} makes no sense for the kind of number that {code} is."), {"reading": key, "code": code}
                ),
                Message(_("It reads {wanted}."), {"wanted": Message(reading.wants)}),
                place,
            )


def _may_be_empty(read: Expression, table: Table, damage: Damage) -> bool:
    """Of an input with readings; tables without them are asked for no more than they always were."""
    if not any(reading_of(key) for key in read.names):
        return False
    known = [key for key in read.names if not damage.hits(f"indicators.{code_of(key)}.measure")]
    return read.divides or any(can_be_empty(key, table.indicators) for key in known)
