"""Which bloc is looked at: kept in the address (``?bloc=...``), so that a link shows the next reader the same."""

from collections.abc import Sequence

import streamlit as st

from data.criteria.bloc import Bloc
from data.exports.bloc_words import bloc_title
from pages.parts.address import asked
from pages.parts.scope import LONGEST, Scope, not_found

KEY = "bloc"


def bloc_of(scope: Scope, offered: Sequence[Bloc]) -> Bloc:
    """The bloc of the address; the first one offered when it says nothing or something else, which is told."""
    known = {bloc.id: bloc for bloc in offered}
    chosen = known[asked(KEY, tuple(known))]
    given = st.query_params.get(KEY, "")
    if given not in ("", chosen.id):
        said = scope.t(
            "The link names the bloc “{given}”: there is none; showing “{shown}”.",
            given=given[:LONGEST],
            shown=bloc_title(chosen, scope.lang),
        )
        not_found([said])
    return chosen


def bloc_box(scope: Scope, offered: Sequence[Bloc]) -> None:
    """The box to choose with; none where there is only one bloc."""
    if len(offered) < 2:
        return
    words = {bloc.id: bloc_title(bloc, scope.lang) for bloc in offered}
    st.session_state[KEY] = asked(KEY, tuple(words))
    st.selectbox(scope.t("Bloc"), list(words), key=KEY, format_func=words.__getitem__, on_change=_remember, width=560)


def _remember() -> None:
    """Runs before the script: the address has the new bloc already."""
    st.query_params[KEY] = st.session_state[KEY]
