"""The name that stands beside every figure: what somebody wrote of himself, made safe to print."""

import unicodedata

import pytest

from data.accounts.person import DEMO, LOCAL, LONGEST, named, shown_name
from data.language import render

NAME = "Người dùng thử, Văn phòng Sở"


def test_a_name_is_kept_as_written() -> None:
    person = named(NAME)
    assert person.name == NAME
    assert person.id == LOCAL.id  # the name is no proof of who acts
    assert person.actions == LOCAL.actions


@pytest.mark.parametrize("nothing", ["", "   ", "\t\n", "\u200b\u200e", "\x00"])
def test_no_name_is_said_to_be_none(nothing: str) -> None:
    assert named(nothing) == LOCAL
    assert LOCAL.name == "Máy này (chưa ghi tên)"


def test_signs_that_are_not_seen_are_left_out() -> None:
    assert named("  Người\u202e dùng\x07\r\nthử \u2028, \ud800Phòng A ").name == "Người dùng thử , Phòng A"


def test_letters_typed_in_two_ways_are_the_same_name() -> None:
    assert named(unicodedata.normalize("NFD", NAME)) == named(NAME)


def test_a_name_is_not_longer_than_a_line() -> None:
    assert named("ơ" * 500).name == "ơ" * LONGEST
    assert not named("a" * (LONGEST - 1) + " b").name.endswith(" ")


def test_who_wrote_no_name_is_told_in_the_readers_language() -> None:
    assert render(shown_name(LOCAL.name), "vi") == LOCAL.name
    assert render(shown_name(DEMO.name), "vi") == DEMO.name
    assert render(shown_name(LOCAL.name), "en") == "This computer (no name written)"
    assert render(shown_name(DEMO.name), "en") == "Demo data"
    assert render(shown_name(NAME), "en") == NAME
