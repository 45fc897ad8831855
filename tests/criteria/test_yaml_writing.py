"""What is written as YAML is read back to the letter: every shipped table, every key, any text at all."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.criteria.check import check
from data.criteria.folder import SHIPPED
from data.criteria.yaml_text import read_yaml
from data.criteria.yaml_writing import write_yaml

WHOLE = Path(__file__).with_name("whole.yaml")
TABLES = [WHOLE, *sorted(SHIPPED.glob("*.yaml"))]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_each_table_is_read_back_as_it_was(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    written = write_yaml(read_yaml(text).content)
    again = read_yaml(written)
    assert again.problems == []
    assert again.content == read_yaml(text).content
    assert list(again.content["indicators"]) == list(read_yaml(text).content["indicators"])  # type: ignore[index,call-overload,arg-type]
    assert check(written).table == check(text).table is not None
    assert max(map(len, written.splitlines())) < 200
    assert write_yaml(again.content) == written


def test_keys_stand_in_their_documented_order_and_short_things_on_one_line() -> None:
    content: dict[str, Any] = {
        "tree": [{"children": [{"rule": {"words": "b", "kind": "bands", "bands": [{"points": "1", "from": "0"}]}}],
                  "title": "Một", "id": "1"}],
        "indicators": {"B": {"year": "sum", "title": "no"}, "A": {"title": "x", "options": [], "note": None}},
        "valid": {"to": "2025-12-31", "from": "2021-01-01"},
        "id": "a",
        "units": [],
        "title": "1.10",
    }  # fmt: skip
    assert write_yaml(content, ["Từ sổ\n  làm việc"]) == (
        "# Từ sổ làm việc\n\n"
        "id: a\n"
        "title: 1.10\n"
        "valid: {from: 2021-01-01, to: 2025-12-31}\n"
        "indicators:\n"
        "  B: {title: no, year: sum}\n"
        "  A: {title: x}\n"
        "tree:\n"
        "  - id: 1\n"
        "    title: Một\n"
        "    children:\n"
        "      - rule:\n"
        "          kind: bands\n"
        "          bands:\n"
        "            - {from: 0, points: 1}\n"
        "          words: b\n"
    )


def test_a_long_quote_is_folded_and_one_with_line_breaks_is_quoted() -> None:
    words = "= Trên 90%: 2 điểm; # không phải chú thích, 'nháy' và \"kép\" - " * 5
    for quote in (words.strip(), words, f" {words}", words.replace("; ", ";\n"), words.replace(" ", "  ")):
        written = write_yaml({"title": quote})
        assert read_yaml(written).content == {"title": quote}
    assert write_yaml({"title": words.strip()}).startswith("title: >-\n  = Trên")


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=300)


@given(st.lists(TEXT, min_size=1, max_size=3), TEXT)
def test_any_text_is_read_back_to_the_letter(notes: list[str], quote: str) -> None:
    content: Any = {"notes": notes, "tree": [{"title": quote, "reference": {"quote": quote}}]}
    assert read_yaml(write_yaml(content)).content == content


@given(st.text(" ab#:-,%'\"\n\t~=!&*{}[]>|?ộ", min_size=80, max_size=300))
def test_long_texts_of_yamls_own_signs_too(quote: str) -> None:
    assert read_yaml(write_yaml({"title": quote})).content == {"title": quote}
