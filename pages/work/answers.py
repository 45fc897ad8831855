"""The month's answers on screen: yes or no, an option, a day; given in one list, stored together."""

from collections.abc import Sequence

import streamlit as st

from data.figures.answers import Answer, Question, check_answers, questions
from data.figures.observation import Observation
from data.figures.words import came_from, figure_message
from data.figures.writing import enter_figures
from data.language import render
from data.problems import UserError
from data.store.process import current_store
from pages.parts.card import card
from pages.parts.markup import Badge, Note, Piece, Stack, Strong, markup
from pages.parts.outcome import Outcome, refused, tell, told
from pages.parts.person import acting_person
from pages.parts.scope import Scope, month_name
from pages.work.around import about
from pages.work.inputs import answer_box, given
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
        "Choose an answer where there is one, then save all at once. What is left open stores nothing; "
        "if nothing arose or it does not apply, say so."
    )
    with (
        card("answers", t("Answers of {month}", month=month_name(t, scope.month)), words),
        st.form(f"answers-{about(scope)}", border=False),
    ):
        if monthly:
            _list(scope, t("Every month"), monthly)
        if still_open:
            _list(scope, t("Once a year, still open: {count}", count=len(still_open)), still_open)
        if answered:
            with st.expander(t("Once a year, answered already: {count}", count=len(answered)), expanded=not still_open):
                _list(scope, "", answered)
        keys = {_key(scope, one): one for one in asked}
        told(t, scope.lang, FORM)
        st.form_submit_button(
            t("Save the answers"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(scope.unit.id, scope.month, keys),
        )


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
            note.text_input(
                t("Note"), value=question.stored.note if question.stored else "", key=f"{key}-note",
                placeholder=t("Note"), label_visibility="collapsed",
            )  # fmt: skip


def _words(scope: Scope, question: Question) -> Piece:
    t, indicator = scope.t, question.indicator
    title = indicator.title_en if scope.lang == "en" and indicator.title_en else indicator.title
    if question.stored:
        return Stack([Strong(title), Note(f"{t('Stored')}: {render(came_from(question.stored), scope.lang)}")])
    if question.elsewhere:
        known = render(figure_message(indicator, question.elsewhere), scope.lang)
        words = t(
            "{month}: {answer}. It holds for the year; answer again only if it has changed.",
            month=month_name(t, question.elsewhere.month),
            answer=known,
        )
        return Stack([Strong(title), Note(words)])
    return Stack([Strong(title), Badge(t("no answer yet"), "quiet")])


def _save(unit: str, month: Month, keys: dict[str, Question]) -> None:
    checked = check_answers(Answer(question, given(key)) for key, question in keys.items())
    if checked.refused:
        tell(
            FORM,
            Outcome(
                Message(_("Nothing was stored: correct what is wrong, then save again.")), checked.problems, done=False
            ),
        )
        return
    if not checked.figures:
        tell(
            FORM,
            Outcome(
                Message(_("No answer is different from what is stored: there was nothing to save.")), checked.problems
            ),
        )
        return
    try:
        enter_figures(current_store(), acting_person(), unit, month, checked.figures)
    except UserError as error:
        refused(FORM, error, Message(_("Nothing was stored.")))
        return
    values = {"count": len(checked.figures)}
    tell(FORM, Outcome(Message(_("Stored: {count} answers."), values), checked.problems, scored=True))
