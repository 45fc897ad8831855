"""Who acts on the pages: the one place where a page run becomes an acting person.

The name is asked for once, in the sidebar. It lives as long as the browser is open, in a cookie that
``static/person.js`` writes: a link that loads the page anew, and a download, still know it.
"""

from collections.abc import Mapping
from urllib.parse import unquote

import streamlit as st

from data.accounts.person import LOCAL, LONGEST, Person, named
from data.language import Translate

COOKIE = "thuoc-person"
KEY = "person-name"


def acting_person() -> Person:
    """Whoever sits at this computer, under the name he gave. Until there are accounts nobody checks it."""
    return named(str(st.session_state.get(KEY, _remembered(st.context.cookies))))


def person_of(cookies: Mapping[str, str]) -> Person:
    """The same for a request that is no page run."""
    return named(_remembered(cookies))


def ask_person(t: Translate) -> None:
    """The box in the sidebar, on every page; left empty it holds up nobody."""
    if KEY not in st.session_state:
        known = person_of(st.context.cookies)
        st.session_state[KEY] = "" if known == LOCAL else known.name
    st.text_input(
        t("Your full name and section"),
        key=KEY,
        max_chars=LONGEST,
        placeholder=t("Not given yet"),
    )


def ask_for_name(t: Translate, place: str) -> None:
    """A gentle word beside a button that stores something, while no name is given; ``place`` is its own on a page."""
    if acting_person() == LOCAL:
        words = t(
            "No name given yet: write your full name and section in the menu at the left, so that others can ask."
        )
        with st.container(key=f"no-name-{place}"):
            st.caption(words)


def _remembered(cookies: Mapping[str, str]) -> str:
    return unquote(cookies.get(COOKIE, ""), errors="replace")
