"""Statements stand in files beside the code that runs them."""

from functools import cache
from pathlib import Path


@cache
def statement(path: Path) -> str:
    """The text of one SQL file (read once; the files never change while the product runs)."""
    return path.read_text(encoding="utf-8")
