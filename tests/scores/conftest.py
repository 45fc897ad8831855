"""The small office of the export tests, scored as of June, where 68.32 of an applicable maximum of 84 are earned."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.scores.unit import UnitScore, score_unit
from data.store.opening import Store
from data.units.known import find_table
from scoring.period import Month
from tests.exports.office import JUNE, UNIT, enter_all, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    store = open_office(tmp_path)
    enter_all(store)
    yield store
    store.close()


def scored(store: Store, table: str = "bang-thu", month: Month = JUNE) -> UnitScore:
    return score_unit(store, LOCAL, find_table(store, table), UNIT, month)
