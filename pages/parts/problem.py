"""Errors for users on a page: code, where, what is wrong, what to do; and the criteria files that were refused."""

from collections.abc import Sequence

import streamlit as st

from data.criteria.folder import Criteria
from data.language import Translate, render
from data.problems import place_of
from pages.parts.card import card
from pages.parts.header import page_header
from pages.parts.markup import Badge, Note, Stack, Strong
from pages.parts.plain import plain
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.messages import Problem


def show_problems(t: Translate, problems: Sequence[Problem], lang: str, key: str) -> None:
    """One row a problem, what must be mended first. ``key`` is its place in the page."""
    rows = [
        [
            Stack([*_marks(t, one), Note(place_of(one, lang))]),
            Stack([Strong(render(one.message, lang)), render(one.remedy, lang)]),
        ]
        for one in sorted(problems, key=lambda one: one.severity != "error")
    ]
    columns = [Column(t("Code and place")), Column(t("What is wrong, and what to do"), "wide")]
    stacked_table(columns, rows, t("Problems"), key)


def _marks(t: Translate, one: Problem) -> list[Badge]:
    if one.severity == "error":
        return [Badge(one.code, "bad")]
    return [Badge(one.code, "warn"), Badge(t("warning, may stay"), "warn")]


def show_refusal(t: Translate, title: str, problems: Sequence[Problem], lang: str) -> None:
    """A whole page that says only this: why there is nothing to show."""
    page_header(title)
    with card("refusal", t("This cannot be shown now")):
        show_problems(t, problems, lang, "refusal")


def show_refused_files(t: Translate, criteria: Criteria, lang: str) -> None:
    """One line a criteria file that was not loaded, its problems (line and key) behind it; nothing when all were."""
    for at, file in enumerate(criteria.refused):
        said = t("The criteria file {name} was refused; the other tables work.", name=file.path.name)
        with st.expander(plain(said), icon=":material/error:", key=f"refused-{at}"):
            show_problems(t, file.problems, lang, f"refused-file-{at}")
