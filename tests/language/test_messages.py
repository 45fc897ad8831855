"""Sentences of the kernel in both languages."""

from datetime import date
from fractions import Fraction

import pytest

from data.language import LANGUAGES, pick, render, translator
from scoring.messages import Message, Percent


def test_values_are_written_in_the_language_of_the_reader() -> None:
    message = Message("{a} · {b} · {c} · {d} · {e}", {
        "a": Fraction(12345, 10), "b": Percent(Fraction(433, 500)), "c": date(2022, 6, 30), "d": "2026", "e": None,
    })  # fmt: skip
    assert render(message, "vi") == "1.234,5 · 86,6% · 30/06/2022 · 2026 · –"
    assert render(message, "en") == "1,234.5 · 86.6% · 30/06/2022 · 2026 · –"


def test_messages_within_messages_and_lists() -> None:
    inner = Message("{x}", {"x": Fraction(1, 2)})
    assert render(Message("{all}", {"all": (inner, inner)}), "vi") == "0,5; 0,5"
    assert render(Message("{all}", {"all": ["1.1", "1.2"]}), "vi") == "1.1, 1.2"
    assert render(Message("{answer}", {"answer": True}), "vi") == "có"


def test_a_value_nobody_thought_of_is_a_bug() -> None:
    with pytest.raises(TypeError):
        render(Message("{x}", {"x": 0.5}), "vi")
    with pytest.raises(KeyError):
        render(Message("{x}"), "vi")


def test_braces_in_a_value_are_only_text() -> None:
    assert translator("en")("{name}", name="{secret.__class__}") == "{secret.__class__}"


def test_unknown_languages_give_vietnamese() -> None:
    assert [pick(wanted) for wanted in (None, "", "fr", "en", "vi")] == ["vi", "vi", "vi", "en", "vi"]
    assert list(LANGUAGES) == ["vi", "en"]
