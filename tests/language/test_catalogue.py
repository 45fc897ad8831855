"""The Vietnamese catalogue is complete, tidy and true to the code."""

import string
import time
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from data.language import catalogue
from data.language.catalogue import CATALOGUE, vietnamese
from data.language.extract import HEADER, marked, write

RUN = "run: .venv/bin/python -m data.language.extract"


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def test_every_sentence_of_the_code_is_in_vietnamese(repo_root: Path) -> None:
    missing = {text: place for text, place in marked(repo_root).items() if text not in vietnamese()}
    assert not missing, RUN


def test_no_entry_that_the_code_no_longer_says(repo_root: Path) -> None:
    assert not vietnamese().keys() - marked(repo_root).keys(), RUN


def test_both_languages_have_the_same_placeholders() -> None:
    wrong = {text: words for text, words in vietnamese().items() if placeholders(text) != placeholders(words)}
    assert not wrong


def test_the_file_is_as_the_program_writes_it(tmp_path: Path) -> None:
    with CATALOGUE.open("rb") as file:
        entries = {str(entry.id): str(entry.string or "") for entry in read_po(file) if entry.id}
    write(entries, tmp_path / "vi.po")
    assert CATALOGUE.read_text(encoding="utf-8") == (tmp_path / "vi.po").read_text(encoding="utf-8"), RUN


def test_marks_are_found_where_tokens_hide_them(tmp_path: Path) -> None:
    source = 'a = f"{t(\'in an f-string\')}"\nb = _("two " "parts")\nc = t(variable)\nfor _ in x: pass\n'
    (tmp_path / "cli.py").write_text(source, encoding="utf-8")
    assert marked(tmp_path) == {"in an f-string": "cli.py:1", "two parts": "cli.py:2"}


def test_a_catalogue_with_quotes_and_line_breaks_survives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = {'say "no"\nagain': 'nói "không"\nnữa', "back\\slash": "gạch \\"}
    write(entries, tmp_path / "vi.po")
    monkeypatch.setattr(catalogue, "CATALOGUE", tmp_path / "vi.po")
    assert dict(vietnamese.__wrapped__()) == entries
    assert (tmp_path / "vi.po").read_text(encoding="utf-8").startswith(HEADER)


def test_reading_it_needs_no_compiled_file() -> None:
    started = time.process_time()
    vietnamese.__wrapped__()
    assert time.process_time() - started < 1
