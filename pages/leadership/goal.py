"""The goal that the reader sets for the year: a share of the maximum, kept in the address and nowhere else."""

import streamlit as st

from data.scores.standing import FieldStanding, Reach, reach
from pages.parts.markup import Note
from pages.parts.prose import say
from pages.parts.scope import GOAL, Scope

KEY = GOAL


def goal() -> int | None:
    """The goal in per cent; ``None`` while the address names none, or no whole number from 1 to 100."""
    given = st.query_params.get(KEY, "")
    known = given.isascii() and given.isdigit() and len(given) <= 3 and 1 <= int(given) <= 100
    return int(given) if known else None


def goal_box(scope: Scope, standings: list[FieldStanding]) -> None:
    """Asks for the goal, and says which fields are there and which can no longer get there."""
    t, wanted = scope.t, goal()
    st.session_state[KEY] = wanted
    label = t("Goal for the year, in per cent of the maximum")
    st.number_input(label, min_value=1, max_value=100, step=1, key=KEY, on_change=_remember, width=320)
    if wanted is None:
        say(Note(t("Without a goal no mark is drawn: the tables name none.")))
        return
    found = {one.part.id: reach(one.total, wanted) for one in standings}
    names = {kind: tuple(name for name, its in found.items() if its is kind) for kind in Reach}
    words = {
        Reach.THERE: t("Goal certain: field {fields}.", fields=names[Reach.THERE]),
        Reach.POSSIBLE: t("Still possible: field {fields}.", fields=names[Reach.POSSIBLE]),
        Reach.GONE: t("No longer possible with the figures so far: field {fields}.", fields=names[Reach.GONE]),
    }
    say(*(words[kind] for kind in Reach if names[kind]))


def _remember() -> None:
    """Runs before the script: an emptied box takes the goal away."""
    given = st.session_state[KEY]
    if given is None:
        st.query_params.pop(KEY, None)
    else:
        st.query_params[KEY] = str(given)
