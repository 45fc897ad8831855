"""Every page of the menu: its module is short, and it has a browser case of its own."""

import sys
from pathlib import Path

import pytest

from pages.parts.navigation import SECTIONS, Entry

MOST_LINES = 80  # a page chooses, calls and draws; its parts stand in files beside it
ENTRIES = [entry for group in SECTIONS.values() for entry in group]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.address)
def test_a_page_is_short_and_has_its_browser_case(entry: Entry, repo_root: Path) -> None:
    module = Path(str(sys.modules[entry.show.__module__].__file__))
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert (repo_root / "tests" / "browser" / f"test_{entry.address}.py").is_file()
