"""What every test may need: where the project stands, and the browser."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def repo_root() -> Path:
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Debian's Chromium. A missing browser fails the test; a skip would call an unproved page green."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.fail("no chromium on PATH; on Debian, as root: apt-get install chromium", pytrace=False)
    return found
