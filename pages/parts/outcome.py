"""What the last click did, told once in the next run, beside the form; and forms that begin anew when it is done.

A click is worked off before the script runs (``on_click``): with what the person saw, not with what came in since. Its
outcome has to outlive that moment: the one thing beside widgets that is kept in the session.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from data.problems import UserError
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


def has_told(form: str) -> bool:
    """True while an outcome waits to be drawn: a fold around the form opens for it."""
    return f"outcome-{form}" in st.session_state


def fresh(form: str) -> str:
    """A name for the form's widgets that changes with :func:`begin_anew`: they forget what was typed."""
    return f"{form}-{st.session_state.get(f'round-{form}', 0)}"


def begin_anew(form: str) -> None:
    """The form has done its work: it is drawn empty in the next run."""
    st.session_state[f"round-{form}"] = st.session_state.get(f"round-{form}", 0) + 1
