"""What is stored of a month's registers, to be filled in again: a correction starts from the rows in force."""

from collections.abc import Mapping

from data.accounts.person import Person
from data.figures.observation import Observation
from data.figures.register_rows import rows_behind
from data.imports.register_template import Filled
from data.store.opening import Store
from scoring.quantity import State
from scoring.table import Table


def stored_registers(
    store: Store, person: Person, table: Table, stored: Mapping[str, Observation]
) -> dict[str, Filled]:
    """By register, from the figure that was formed of it last; no entry where none is ``stored``."""
    found: dict[str, Filled] = {}
    for code in table.registers:
        formed = [one for one in table.indicators.values() if one.rows is not None and one.rows.register == code]
        figures = [stored[one.code] for one in formed if one.code in stored and stored[one.code].import_seq]
        if not figures:
            continue
        newest = max(figures, key=lambda one: one.seq)
        rows = rows_behind(store, person, newest).rows
        state = newest.state if newest.state is not State.MEASURED else State.NOTHING_AROSE
        found[code] = Filled(rows) if rows else Filled(state=state)
    return found
