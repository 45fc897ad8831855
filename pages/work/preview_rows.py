"""The rows of a preview and the problems of a workbook, as tables."""

from collections.abc import Sequence

import streamlit as st

from data.figures.words import figure_message
from data.imports.difference import Change, PreviewRow
from data.imports.digest import alike
from data.imports.preview import Preview
from data.imports.problems import ImportProblem
from data.language import Translate, _, render
from pages.parts.markup import Badge, Note, Piece, Stack, Strong, Tone
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.table import Table

FATES: dict[Change, tuple[str, Tone]] = {
    Change.NEW: (_("new"), "info"),
    Change.CHANGED: (_("changed"), "warn"),
    Change.SAME: (_("same"), "quiet"),
    Change.BLANK: (_("blank"), "quiet"),
    Change.REFUSED: (_("refused"), "bad"),
}
MOST_CELLS = 12
SCROLLS_FROM, HEIGHT = 9, 440  # rows; pixels


def import_problems(t: Translate, lang: str, problems: Sequence[ImportProblem], key: str) -> None:
    """Sheet, cell, value, what is wrong, what to do; the same problem in several cells is one row."""
    rows: list[list[Piece]] = [
        [
            _place(t, one.first.sheet, one.cells),
            one.first.value or "",
            render(one.first.message, lang),
            render(one.first.remedy, lang),
        ]
        for one in alike(problems)
    ]
    columns = [
        Column(t("Where")),
        Column(t("In the cell")),
        Column(t("What is wrong"), "wide"),
        Column(t("What to do"), "wide"),
    ]
    stacked_table(columns, rows, t("What is wrong"), key)


def row_table(t: Translate, lang: str, of: Table, seen: Preview, *, folded: bool = False) -> None:
    """Every row beside what is stored: first those that change something or are refused, the others folded.

    ``folded``: within a fold already, all in one table.
    """
    if folded:
        _rows(t, lang, of, seen.rows, "preview-rows")
        return
    telling = [row for row in seen.rows if row.change in (Change.NEW, Change.CHANGED, Change.REFUSED)]
    others = [row for row in seen.rows if row not in telling]
    if telling:
        with st.container(height=HEIGHT if len(telling) > SCROLLS_FROM else "content", border=False):
            _rows(t, lang, of, telling, "preview-rows")
    if others:
        with st.expander(t("Rows that change nothing: {count}", count=len(others))):
            _rows(t, lang, of, others, "preview-others")


def _rows(t: Translate, lang: str, of: Table, rows: Sequence[PreviewRow], key: str) -> None:
    columns = [
        Column(t("Row"), "number"),
        Column(t("Indicator"), "wide"),
        Column(t("Stored now")),
        Column(t("In the file")),
        Column(t("Result")),
        Column(t("Note")),
    ]
    stacked_table(columns, [_row(t, lang, of, row) for row in rows], t("What was read"), key)


def _row(t: Translate, lang: str, of: Table, row: PreviewRow) -> list[Piece]:
    word, tone = FATES[row.change]
    indicator = of.indicators.get(row.code)
    name = indicator.title_en if indicator and lang == "en" and indicator.title_en else row.name
    stored = render(figure_message(indicator, row.stored), lang) if row.stored else "–"
    return [
        str(row.row),
        Stack([name, Note(row.code)]),
        stored,
        _read(lang, of, row),
        Badge(t(word), tone),
        row.note or "",
    ]


def _read(lang: str, of: Table, row: PreviewRow) -> Piece:
    """The figure as it would be stored; of a refused row what stands in its cells."""
    if row.figure is not None:
        words = render(figure_message(of.indicators.get(row.code), row.figure), lang)
        return Strong(words) if row.change in (Change.NEW, Change.CHANGED) else words
    given = [part for part in (row.numerator, row.denominator, row.value) if part]
    return " · ".join(given) or "–"


def _place(t: Translate, sheet: str, cells: tuple[str, ...]) -> Piece:
    if not cells:
        return Note(t("the whole file"))
    shown = ", ".join(cells[:MOST_CELLS])
    if len(cells) > MOST_CELLS:
        shown = t("{cells} and {count} more", cells=shown, count=len(cells) - MOST_CELLS)
    return Stack([Strong(shown), Note(sheet)])
