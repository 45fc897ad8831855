"""Every format of the registry has a test of its own, a title on the page, and a place in the command line."""

from pathlib import Path

from data.exports.formats import FORMATS
from data.language.catalogue import vietnamese


def test_every_format_has_its_test_and_its_title_in_both_languages() -> None:
    for name, kind in FORMATS.items():
        assert (Path(__file__).parent / f"test_{name}.py").is_file(), name
        assert vietnamese().get(kind.title), name
