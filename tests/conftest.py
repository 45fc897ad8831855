"""What every test may need: where the project stands, and the browser."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import made_once
from tests.browser.server import chromium

# Nothing fails for being slow, and a red run can be repeated: the same examples each time.
settings.register_profile(
    "thuoc", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("thuoc")


@pytest.fixture(scope="session", autouse=True)
def shared_by_the_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is made once stands beside the workers' own folders."""
    own = tmp_path_factory.getbasetemp()
    made_once.shared = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "made-once"
    made_once.shared.mkdir(exist_ok=True)


@pytest.fixture(scope="session")
def repo_root() -> Path:
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Debian's Chromium. A missing browser fails the test; a skip would call an unproved page green."""
    found = chromium()
    if found is None:
        pytest.fail("no chromium on PATH; on Debian, as root: apt-get install chromium-headless-shell", pytrace=False)
    return found
