"""``start.cmd`` cannot run here: what can be told by reading it is told."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "start.cmd").read_bytes().decode("utf-8")


def test_every_jump_has_its_label_and_every_line_its_windows_ending() -> None:
    labels = set(re.findall(r"^:(\w+)", TEXT, re.MULTILINE))
    assert set(re.findall(r"goto (\w+)", TEXT)) == labels
    assert TEXT.count("\n") == TEXT.count("\r\n") > 50


def test_what_it_names_is_there_and_it_says_that_nobody_tried_it() -> None:
    for name in ("requirements.lock", "pyproject.toml", "cli.py", "README.md"):
        assert (ROOT / name).is_file()
    assert "NOT TRIED ON WINDOWS" in TEXT
    assert "chưa được thử trên Windows" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_machine_without_internet_is_asked_for_hashes_and_for_no_network() -> None:
    offline = TEXT[TEXT.index("\n:offline") : TEXT.index("\n:ready")]
    for words in ('"UV_OFFLINE=1"', "--no-python-downloads", "--no-index", "--require-hashes", "--only-binary :all:"):
        assert words in offline
