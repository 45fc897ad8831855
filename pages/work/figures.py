"""Nộp số liệu: the month's workbook out and in, answers and single figures on screen."""

import streamlit as st

from data.figures.reading import in_force
from data.language import translator
from pages.parts.language import current_language
from pages.parts.plain import plain
from pages.parts.scope import current_scope
from pages.work.add_unit import add_unit_form
from pages.work.answers import answers_form
from pages.work.around import head, head_alone
from pages.work.month_line import month_line
from pages.work.one_figure import one_figure
from pages.work.past_figures import past_figures_card
from pages.work.workbook import workbook_steps


def show() -> None:
    lang = current_language()
    t = translator(lang)
    scope = current_scope()
    if scope is None:
        head_alone(t, t("Submit figures"))
        add_unit_form(t, lang)
        return
    stored = in_force(scope.store, scope.person, scope.unit.id, scope.month.year)
    head(scope, t("Submit figures"), demo=any(one.demo for one in stored))
    line = month_line(scope, stored)
    st.info(plain(line), icon=":material/checklist:")
    past_figures_card(scope)
    names = [t("The month's workbook"), t("Answers on screen"), t("One figure and its history")]
    asked = names[2] if st.query_params.get("indicator") in scope.table.indicators else names[0]
    workbook, answers, one = st.tabs(names, default=asked, key=f"ways-{lang}", on_change="rerun")
    with workbook:  # always drawn: a tab that is left and opened again must not forget the uploaded file
        workbook_steps(scope, stored)
    with answers:
        if answers.open:
            answers_form(scope, stored)
    with one:
        if one.open:
            one_figure(scope, stored)
    add_unit_form(t, lang)
