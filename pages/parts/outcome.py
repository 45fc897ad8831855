"""What the last click did, told once in the next run, beside the form; and forms that begin anew when it is done.

A click is worked off before the script runs (``on_click``): with what the person saw, not with what came in since. Its
outcome has to outlive that moment: the one thing beside widgets that is kept in the session.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from data.language import Translate, render
from data.problems import UserError
from pages.parts.plain import plain
from pages.parts.problem import show_problems
from scoring.messages import Message, Problem


@dataclass(frozen=True)
class Outcome:
    """A sentence about what was done (or that nothing was), problems, and whether the score may have changed."""

    message: Message
    problems: Sequence[Problem] = ()
    done: bool = True
    scored: bool = False


def tell(form: str, outcome: Outcome) -> None:
    """Keep it for the run that follows this click."""
    st.session_state[f"outcome-{form}"] = outcome


def refused(form: str, error: UserError, message: Message) -> None:
    """Nothing was done, and why."""
    tell(form, Outcome(message, error.problems, done=False))


def told(t: Translate, lang: str, form: str) -> None:
    """Draws the outcome of the form's last click, once, where the reader's eye is. The score changed: the way to it."""
    outcome: Outcome | None = st.session_state.pop(f"outcome-{form}", None)
    if outcome is None:
        return
    with st.container(key=f"outcome-{form}"):
        words = plain(render(outcome.message, lang))
        if outcome.done:
            st.success(words, icon=":material/check_circle:")
        else:
            st.error(words, icon=":material/error:")
        if outcome.problems:
            show_problems(t, outcome.problems, lang, f"outcome-{form}-problems")
        if outcome.scored:
            from pages.parts.navigation import link_to  # the list of pages imports the pages, which import this

            link_to("score", t("See the score table"), t)


def has_told(form: str) -> bool:
    """True while an outcome waits to be drawn: a fold around the form opens for it."""
    return f"outcome-{form}" in st.session_state


def fresh(form: str) -> str:
    """A name for the form's widgets that changes with :func:`begin_anew`: they forget what was typed."""
    return f"{form}-{st.session_state.get(f'round-{form}', 0)}"


def begin_anew(form: str) -> None:
    """The form has done its work: it is drawn empty in the next run."""
    st.session_state[f"round-{form}"] = st.session_state.get(f"round-{form}", 0) + 1
