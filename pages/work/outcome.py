"""What the last click of a form did, in one box: the sentence, then every problem with what to do about it.

A problem's code stands small at the end of its line: at its beginning it looks like a cell of a workbook.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from data.language import Translate, render
from data.problems import place_of
from pages.parts.outcome import Outcome
from pages.parts.plain import plain
from pages.work.read_as import READ_AS, plainly_read
from scoring.messages import Problem


@dataclass(frozen=True)
class Nothing(Outcome):
    """There was nothing to do, or it waits for a second look: neither a success nor an error."""


def told(t: Translate, lang: str, form: str, then: str = "") -> None:
    """Draws the outcome of the form's last click, once, where the reader's eye is. ``then``: what is still to do."""
    outcome: Outcome | None = st.session_state.pop(f"outcome-{form}", None)
    if outcome is None:
        return
    with st.container(key=f"outcome-{form}"):
        words = in_lines(plain(render(outcome.message, lang)), outcome.problems, lang)
        if isinstance(outcome, Nothing):
            st.info(words, icon=":material/info:")
        elif outcome.done:
            st.success(words, icon=":material/check_circle:")
        else:
            st.error(words, icon=":material/error:")
        if outcome.scored:
            from pages.parts.navigation import link_to  # the list of pages imports the pages, which import this

            if then:
                st.caption(plain(then))
            link_to("score", t("See the score table"), t)


def problem_box(t: Translate, problems: Sequence[Problem], lang: str, key: str) -> None:
    """The problems of what stands in the boxes now: an error, or only how a text was read."""
    with st.container(key=key):
        if any(one.severity == "error" for one in problems):
            st.error(in_lines(plain(t("Not stored:")), problems, lang), icon=":material/error:")
        else:
            st.info(in_lines("", problems, lang), icon=":material/info:")


def in_lines(title: str, problems: Sequence[Problem], lang: str) -> str:
    """Markdown. One problem stands behind the title; several stand below it, one a line.

    Beside an error it does not matter how a text was read: the error says the numbers.
    """
    wrong = [one for one in problems if one.severity == "error"]
    lines = [_line(one, lang) for one in problems if not wrong or one.code not in READ_AS]
    if len(lines) == 1:
        return f"{title} {lines[0]}".strip()
    return "\n".join([title, "", *(f"- {line}" for line in lines)]).strip()


def _line(one: Problem, lang: str) -> str:
    one = plainly_read(one)
    said = " ".join(part for part in (render(one.message, lang), render(one.remedy, lang)) if part)
    place = place_of(one, lang)
    place = f"**{plain(place)}:** " if place else ""
    return f"{place}{plain(said)} :gray[:small[({plain(one.code)})]]"
