"""The office of the tests, without figures: evidence needs none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store.opening import Store
from tests.exports.office import open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    store = open_office(tmp_path)
    yield store
    store.close()
