"""The month's answers on screen: yes or no, an option, a day; given in one list, stored together."""

from collections.abc import Sequence

import streamlit as st

from data.figures.answers import Answer, Question, check_answers, questions
from data.figures.observation import Observation
from data.figures.unsaved import unsaved
from data.figures.words import came_from, figure_message
from data.figures.writing import enter_figures
from data.language import render
from data.problems import UserError
from data.store.process import current_store
from pages.parts.card import card
from pages.parts.markup import Badge, Note, Piece, Stack, Strong, markup
from pages.parts.outcome import Outcome, refused, tell
from pages.parts.person import acting_person, ask_for_name
from pages.parts.scope import Scope, month_name
from pages.work.around import about
from pages.work.inputs import answer_box, begin_with, forget, given, keep
from pages.work.month_line import month_line
from pages.work.outcome import Nothing, told
from scoring.indicator import Formation
from scoring.messages import Message, _
from scoring.period import Month

FORM = "answers"


def answers_form(scope: Scope, stored: Sequence[Observation]) -> None:
    """What is due every month first, then what is answered once a year, open ones before answered ones."""
    t = scope.t
    asked = questions(scope.table.indicators.values(), stored, scope.month)
    if not asked:
        st.info(t("This table asks nothing on screen: all its figures go through the workbook."))
        return
    monthly = [one for one in asked if one.indicator.formation is not Formation.ONCE]
    yearly = [one for one in asked if one not in monthly]
    still_open = [one for one in yearly if not one.answered]
    answered = [one for one in yearly if one.answered]
    words = t(
        "Choose an answer where there is one, then save all at once. What is left open stores nothing. "
        "An answer that is given once holds for the year: answer again only if it has changed."
    )
    with card("answers", t("Answers of {month}", month=month_name(t, scope.month)), words):
        if monthly:
            _list(scope, t("Every month"), monthly)
        if still_open:
            _list(scope, t("Once a year, still open: {count}", count=len(still_open)), still_open)
        if answered:
            with st.expander(t("Once a year, answered already: {count}", count=len(answered)), expanded=not still_open):
                _list(scope, "", answered)
        keys = {_key(scope, one): one for one in asked}
        told(t, scope.lang, FORM, month_line(scope, stored))
        ask_for_name(t, "answers")
        button, waiting = st.columns([1, 2], vertical_alignment="center")
        button.button(
            t("Save the answers"),
            type="primary",
            icon=":material/save:",
            key="save-answers",
            on_click=_save,
            args=(scope.unit.id, scope.month, keys),
        )
        count = unsaved(Answer(one, given(key)) for key, one in keys.items()).count
        if count:
            waiting.html(markup(Badge(t("Not saved yet: {count} answers.", count=count), "warn")))


def _key(scope: Scope, question: Question) -> str:
    """Another stored figure is another box: what somebody else entered shows at once."""
    seen = question.stored.seq if question.stored else 0
    return f"answer-{about(scope)}-{question.indicator.code}-{seen}"


def _list(scope: Scope, title: str, asked: Sequence[Question]) -> None:
    if title:
        st.html(f'<h3 class="group">{markup(title)}</h3>')
    t = scope.t
    for question in asked:
        key = _key(scope, question)
        with st.container(key=f"row-{key}"):
            words, answer, note = st.columns([9, 11, 5], vertical_alignment="center")
            words.html(markup(_words(scope, question)))
            with answer:
                answer_box(t, question.indicator, question.stored, key)
            begin_with(f"{key}-note", question.stored.note if question.stored else "")
            note.text_input(
                t("Note"), key=f"{key}-note", placeholder=t("Note"), label_visibility="collapsed",
                on_change=keep, args=(f"{key}-note",),
            )  # fmt: skip


def _words(scope: Scope, question: Question) -> Piece:
    t, indicator = scope.t, question.indicator
    title = indicator.title_en if scope.lang == "en" and indicator.title_en else indicator.title
    if question.stored:
        return Stack([Strong(title), Note(f"{t('Stored')}: {render(came_from(question.stored), scope.lang)}")])
    if question.elsewhere:
        known = render(figure_message(indicator, question.elsewhere), scope.lang)
        words = t("{month}: {answer}", month=month_name(t, question.elsewhere.month), answer=known)
        return Stack([Strong(title), Note(words)])
    return Stack([Strong(title), Badge(t("no answer yet"), "quiet")])


def _save(unit: str, month: Month, keys: dict[str, Question]) -> None:
    answers = [Answer(question, given(key)) for key, question in keys.items()]
    checked, notes = check_answers(answers), unsaved(answers).lone_notes
    if checked.refused:
        message = Message(_("Nothing was stored: correct what is wrong, then save again."))
        tell(FORM, Outcome(message, checked.problems, done=False))
        return
    if not checked.figures:
        message = Message(_("There is no answer to save yet."))
        if notes:
            message = Message(_("The note at “{titles}” was not stored: choose an answer."), {"titles": notes})
        tell(FORM, Nothing(message))
        return
    try:
        enter_figures(current_store(), acting_person(), unit, month, checked.figures)
    except UserError as error:
        refused(FORM, error, Message(_("Nothing was stored.")))
        return
    stored = {figure.indicator for figure, _seen in checked.figures}
    forget([key for key, question in keys.items() if question.indicator.code in stored])
    values: dict[str, object] = {"count": len(checked.figures), "titles": notes}
    words = _("Stored: {count} answers.")
    if notes:
        words = _("Stored: {count} answers. The note at “{titles}” was not stored: choose an answer.")
    tell(FORM, Outcome(Message(words, values), [one for one in checked.problems if one.code != "F125"], scored=True))
