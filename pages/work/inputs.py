"""The boxes in which a figure is typed, by kind of number, and what stands in them as the checks take it."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from data.figures.answers import NO, NOT_APPLICABLE, NOTHING_AROSE, YES, answer_of
from data.figures.observation import Observation
from data.figures.raw import Raw
from data.figures.typed import Typed, typed
from data.language import Translate, _
from pages.parts.plain import plain
from scoring.indicator import Indicator, Measure

WORDS = {YES: _("Yes"), NO: _("No"), NOTHING_AROSE: _("Nothing arose"), NOT_APPLICABLE: _("Not applicable")}
STATES = (NOTHING_AROSE, NOT_APPLICABLE)
KEPT = "answers-kept"  # what was given and not stored yet: widgets that are not drawn forget it


def keep(key: str) -> None:
    """The box ``key`` was changed: its content outlives another tab and another page."""
    st.session_state.setdefault(KEPT, {})[key] = st.session_state.get(key)


def begin_with(key: str, content: object) -> None:
    """What stands in the box when it is drawn: what was given before and kept, or else ``content``."""
    if key not in st.session_state:
        st.session_state[key] = st.session_state.get(KEPT, {}).get(key, content)


def forget(keys: Sequence[str]) -> None:
    """Stored now: nothing of it is kept."""
    for key in keys:
        for part in (key, f"{key}-day", f"{key}-note"):
            st.session_state.get(KEPT, {}).pop(part, None)


def answer_box(t: Translate, indicator: Indicator, stored: Observation | None, key: str) -> None:
    """Yes/no, options or a day, or "not applicable"; what is stored stands there already.

    "Nothing arose" is for counts: to a question it is no answer. Of a day the table may say what its absence is called.
    """
    now = answer_of(indicator, stored) if stored else ""
    if indicator.measure is Measure.YES_NO:
        _one_of(t, (YES, NO, NOT_APPLICABLE), now, key)
    elif indicator.measure is Measure.CHOICE:
        options = [option.title for option in indicator.options]
        _one_of(t, (*options, NOT_APPLICABLE), now, key)
    else:
        begin_with(f"{key}-day", date.fromordinal(int(stored.value)) if stored and stored.value is not None else None)
        st.date_input(
            t("Day"), value=None, min_value=date(2000, 1, 1), max_value=date(2100, 12, 31), format="DD/MM/YYYY",
            key=f"{key}-day", label_visibility="collapsed", on_change=keep, args=(f"{key}-day",),
        )  # fmt: skip
        _one_of(t, (*([indicator.none] if indicator.none else []), NOT_APPLICABLE), now, key, changed=_without_day)


def _without_day(key: str) -> None:
    """Runs before the script: who answers that there is no day takes the day away that stood there."""
    keep(key)
    if st.session_state.get(key):
        st.session_state[f"{key}-day"] = None
        keep(f"{key}-day")


def number_boxes(t: Translate, indicator: Indicator, key: str) -> None:
    """Texts, not number boxes: they take 1.234,5 and 86,6% as the workbook does, and say how it was read."""
    if indicator.measure is Measure.RATIO:
        left, right = st.columns(2)
        left.text_input(t("Numerator"), key=f"{key}-numerator")
        right.text_input(t("Denominator"), key=f"{key}-denominator")
        left.caption(plain(indicator.numerator))
        right.caption(plain(indicator.denominator))
    else:
        unit = "%" if indicator.measure is Measure.PERCENT else indicator.unit
        label = t("Value ({unit})", unit=unit) if unit else t("Value")
        st.text_input(label, key=f"{key}-value")
    _one_of(t, STATES, "", key)


def given(key: str) -> Raw:
    """What stands in the boxes named ``key`` now; a number beside a state stays, and the check says they contradict."""
    word, day = st.session_state.get(key), st.session_state.get(f"{key}-day")
    note = str(st.session_state.get(f"{key}-note") or "")
    if day is not None:
        return Raw(numerator=typed(word), value=typed(day), note=note)
    value = _text(f"{key}-value")
    if word and not value.blank:
        return Raw(_text(f"{key}-numerator"), typed(word), value, note)
    return Raw(_text(f"{key}-numerator"), _text(f"{key}-denominator"), typed(word) if word else value, note)


def _text(key: str) -> Typed:
    return typed(st.session_state.get(key))


def _one_of(t: Translate, options: Sequence[str], now: str, key: str, changed: Callable[[str], None] = keep) -> None:
    now = now if now in options else ""
    begin_with(key, now or None)
    st.segmented_control(
        t("Answer"),
        options,
        required=bool(now),
        format_func=lambda option: t(WORDS[option]) if option in WORDS else plain(option),
        key=key,
        label_visibility="collapsed",
        wrap=True,
        on_change=changed,
        args=(key,),
    )
