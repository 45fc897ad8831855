"""The office of the tests, open and full."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store.opening import Store
from tests.exports.office import enter_all, open_office


@pytest.fixture
def empty_office(tmp_path: Path) -> Iterator[Store]:
    store = open_office(tmp_path)
    yield store
    store.close()


@pytest.fixture
def office(empty_office: Store) -> Store:
    enter_all(empty_office)
    return empty_office
