"""One import of a unit and month at a time: a second one is told who is at it, instead of waiting and then failing."""

from collections.abc import Iterator
from contextlib import contextmanager

from data.accounts.person import Person
from data.imports.months import written
from data.imports.problems import ImportProblem, problem
from data.store.opening import Store
from scoring.period import Month


@contextmanager
def only_one(store: Store, person: Person, unit: str, month: Month) -> Iterator[ImportProblem | None]:
    """Inside, no other import of ``unit`` and ``month`` is written; or the problem that names whoever is writing one.

    It holds within this process. A second process cannot open the store at all while this one has it (S001).
    """
    key = ("import", unit, str(month))
    mine = (object(), person.name)
    there = store.under_way.setdefault(key, mine)  # one step: of two threads exactly one finds its own entry
    if there is not mine:
        yield problem("I153", name=there[1], month=written(month))
        return
    try:
        yield None
    finally:
        del store.under_way[key]
