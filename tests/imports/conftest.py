"""The small office, open and empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store.opening import Store
from tests.imports.office import open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    store = open_office(tmp_path)
    yield store
    store.close()


@pytest.fixture(scope="module")
def reading_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for tests that store nothing."""
    store = open_office(tmp_path_factory.mktemp("office"))
    yield store
    store.close()
