"""One figure: what is stored, a correction typed on screen, and everything that was ever entered for it."""

from collections.abc import Sequence

import streamlit as st

from data.figures.checking import check_figure
from data.figures.last_year import entered_in, months_to_enter
from data.figures.observation import NewFigure, Observation
from data.figures.reading import history
from data.figures.words import came_from, figure_message
from data.figures.writing import enter_figure
from data.language import render
from data.problems import UserError
from data.store.process import current_store
from pages.parts.address import page_address
from pages.parts.card import card
from pages.parts.markup import Badge, Link, Note, Piece, Stack, Strong
from pages.parts.outcome import Outcome, begin_anew, fresh, has_told, refused, tell
from pages.parts.person import acting_person, ask_for_name
from pages.parts.plain import plain
from pages.parts.prose import say
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from pages.work.around import about
from pages.work.inputs import answer_box, given, number_boxes
from pages.work.outcome import Nothing, problem_box, told
from pages.work.read_as import worth_saying
from pages.work.register_rows import formed_card, rows_card
from scoring.indicator import Indicator
from scoring.messages import Message, _
from scoring.period import Month

FORM = "one-figure"


def one_figure(scope: Scope, stored: Sequence[Observation]) -> None:
    """``?indicator=CODE`` in the address chooses the figure, ``&of=2021-12`` a month of the year before."""
    t = scope.t
    indicators = scope.table.indicators
    asked = st.query_params.get("indicator", "")
    codes = list(indicators)
    code = st.selectbox(
        t("Indicator"),
        codes,
        index=codes.index(asked) if asked in indicators else None,
        format_func=lambda code: f"{_title(scope, indicators[code])} ({code})",
        placeholder=t("Choose an indicator: type a part of its name or code"),
        key=f"indicator-{scope.table.id}",
    )
    if code is None:
        st.caption(
            t(
                "Here one number of {month} is looked up, corrected, and followed back to whoever entered it.",
                month=month_name(t, scope.month),
            )
        )
        return
    month = _month(scope, indicators[code])
    entries = history(scope.store, scope.person, scope.unit.id, code, month)
    left, right = st.columns([2, 3])
    indicator, now = entered_in(scope.table, indicators[code], month), entries[0] if entries else None
    with left:
        if indicator.rows is None:
            _entry(scope, indicator, month, now)
        else:
            formed_card(scope, indicator, indicator.rows, month, now)
    with (
        right,
        card(
            "history",
            t("History of {month}", month=month_name(t, month)),
            t("Newest first; nothing is ever overwritten."),
        ),
    ):
        _history(scope, indicator, entries)
    if indicator.rows is not None:
        rows_card(scope, indicator, indicator.rows, now)


def _month(scope: Scope, indicator: Indicator) -> Month:
    """The month looked at; where the table reads the year before, that year's months can be chosen too."""
    t, offered = scope.t, {str(one): one for one in months_to_enter(scope.table, indicator, scope.month)}
    if len(offered) == 1:
        return scope.month
    asked = st.query_params.get("of", "")
    names = {key: month_name(t, one) for key, one in offered.items()}
    names |= {key: t("{month} (the year before)", month=names[key]) for key in list(offered)[1:]}
    key = st.selectbox(
        t("For the month"), list(offered), index=list(offered).index(asked) if asked in offered else 0,
        format_func=names.__getitem__, key=f"of-{about(scope)}-{indicator.code}",
    )  # fmt: skip
    return offered[key]


def _title(scope: Scope, indicator: Indicator) -> str:
    return indicator.title_en if scope.lang == "en" and indicator.title_en else indicator.title


def _entry(scope: Scope, indicator: Indicator, month: Month, stored: Observation | None) -> None:
    t, lang = scope.t, scope.lang
    key = f"{fresh(FORM)}-{about(scope)}-{month}-{indicator.code}-{stored.seq if stored else 0}"
    now = render(figure_message(indicator, stored), lang) if stored else t("no figure yet")
    with card("entry", t("New figure of {month}", month=month_name(t, month)), t("Stored now: {figure}", figure=now)):
        if indicator.on_screen:
            answer_box(t, indicator, stored, key)
        else:
            number_boxes(t, indicator, key)
        st.text_input(t("Note: why the figure is corrected, or where it comes from"), key=f"{key}-note")
        checked = check_figure(indicator, given(key))
        said = worth_saying((found for found in checked.problems if found.code not in ("F101", "F125")), lang)
        if has_told(FORM):
            told(t, lang, FORM)
        elif said:
            problem_box(t, said, lang, "entry-problems")
        same = _same(checked.figure, stored)
        if checked.figure is not None and not same:
            st.info(plain(t("Will be stored: {figure}", figure=figure_message(indicator, checked.figure))))
        ask_for_name(t, "entry")
        st.button(
            t("Save this figure"),
            type="primary",
            icon=":material/save:",
            key="save-figure",
            on_click=_save,
            args=(scope.unit.id, month, indicator, key, stored, checked.figure),
        )


def _same(figure: NewFigure | None, stored: Observation | None) -> bool:
    return figure is not None and figure.same_number(stored) and figure.note in ("", stored.note if stored else "")


def _history(scope: Scope, indicator: Indicator, entries: Sequence[Observation]) -> None:
    t, lang = scope.t, scope.lang
    if not entries:
        st.caption(t("Nothing was entered for this month yet: missing, not zero."))
        return
    rows: list[list[Piece]] = []
    for at, one in enumerate(entries):
        figure = Strong(render(figure_message(indicator, one), lang))
        marks: list[Piece] = [Badge(t("in force"), "good") if at == 0 else Badge(t("superseded"), "quiet")]
        marks += [Badge(t("DEMO DATA – invented figures"), "warn")] if one.demo else []
        source: list[Piece] = [Note(render(came_from(one), lang))]
        source += (
            [Link(t("Download the workbook"), f"/download/figures/{one.sha256}", download=True)] if one.sha256 else []
        )
        rows.append([figure, Stack(marks), Stack(source), one.note])
    columns = [Column(t("Figure")), Column(t("State")), Column(t("Where it came from"), "wide"), Column(t("Note"))]
    stacked_table(columns, rows, t("History"), "history-table")
    say(
        Link(
            t("All months of this figure, and what hangs on it"),
            page_address(scope, "history", indicator=indicator.code),
        )
    )


def _save(
    unit: str, month: Month, indicator: Indicator, key: str, stored: Observation | None, shown: NewFigure | None
) -> None:
    """Stores what was shown. A text just typed that can be read in two ways is shown first, then stored."""
    checked = check_figure(indicator, given(key))
    if checked.figure is None:
        if checked.refused:
            tell(FORM, Outcome(Message(_("Not stored:")), checked.problems, done=False))
        else:
            tell(FORM, Nothing(Message(_("Nothing was stored: there is no figure to store."))))
        return
    if _same(checked.figure, stored):
        tell(FORM, Nothing(Message(_("This figure is stored already: there was nothing to save."))))
        return
    if checked.problems and checked.figure != shown:
        message = Message(_("Not stored yet: look at how the figure was read, then save again."))
        tell(FORM, Nothing(message, checked.problems))
        return
    try:
        enter_figure(current_store(), acting_person(), unit, month, checked.figure, seen=stored.seq if stored else None)
    except UserError as error:
        refused(FORM, error, Message(_("Nothing was stored.")))
        return
    values: dict[str, object] = {"title": indicator.name, "figure": figure_message(indicator, checked.figure)}
    tell(FORM, Outcome(Message(_("Stored: {title}: {figure}."), values), scored=True))
    begin_anew(FORM)
