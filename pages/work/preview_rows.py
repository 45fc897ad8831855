"""The rows of a preview and the problems of a workbook, as tables."""

from collections.abc import Sequence

import streamlit as st

from data.figures.words import figure_message
from data.imports.difference import Change, PreviewRow
from data.imports.digest import alike
from data.imports.preview import Preview
from data.imports.problems import ImportProblem
from data.language import Translate, _, render
from pages.parts.markup import Badge, Note, Piece, Stack, Strong, Tone, markup
from pages.parts.plain import plain
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
MOST_NAMED = 3


def import_problems(t: Translate, lang: str, of: Table, seen: Preview, problems: Sequence[ImportProblem]) -> None:
    """Cell, indicator, value, what is wrong, what to do; the same problem in several cells is one row."""
    errors = any(one.severity == "error" for one in problems)
    names = _names(lang, of, seen)
    if seen.sheet:
        st.caption(plain(t("Sheet: {sheet}", sheet=seen.sheet)))
    rows: list[list[Piece]] = [
        [
            _place(t, one.cells, "" if one.first.sheet == seen.sheet else one.first.sheet),
            _named([name for found in one.problems if (name := names.get((found.sheet, found.row)))]),
            one.first.value or "",
            render(one.first.message, lang),
            render(one.first.remedy, lang),
        ]
        for one in alike(problems)
    ]
    said = t("What is wrong") if errors else t("Please note")
    columns = [
        Column(t("Where")),
        Column(t("Indicator"), "wide"),
        Column(t("In the cell")),
        Column(said, "wide"),
        Column(t("What to do"), "wide"),
    ]
    stacked_table(columns, rows, said, "import-errors" if errors else "import-warnings")


def _names(lang: str, of: Table, seen: Preview) -> dict[tuple[str, int | None], str]:
    """The indicator of each row of the form that was read, in the reader's language; by sheet and row."""
    return {(seen.sheet, row.row): _name(lang, of, row) for row in seen.rows if not row.sheet}


def _named(names: Sequence[str]) -> Piece:
    told = list(dict.fromkeys(names))
    more: list[Piece] = [Note("…")] if len(told) > MOST_NAMED else []
    return Stack([*told[:MOST_NAMED], *more])


def _name(lang: str, of: Table, row: PreviewRow) -> str:
    indicator = of.indicators.get(row.code)
    return indicator.title_en if indicator and lang == "en" and indicator.title_en else row.name


def row_table(t: Translate, lang: str, of: Table, seen: Preview, *, folded: bool = False) -> None:
    """Every row beside what is stored: first those that change something or are refused, the others folded.

    ``folded``: within a fold already, all in one table.
    """
    if folded:
        _rows(t, lang, of, seen, seen.rows, "preview-rows")
        return
    telling = [row for row in seen.rows if row.change in (Change.NEW, Change.CHANGED, Change.REFUSED)]
    others = [row for row in seen.rows if row not in telling]
    if telling:
        st.html(f'<h3 class="group">{markup(t("What was read: {count} rows", count=len(seen.rows)))}</h3>')
        _rows(t, lang, of, seen, telling, "preview-rows")
    if others:
        with st.expander(t("Rows that change nothing: {count}", count=len(others))):
            _rows(t, lang, of, seen, others, "preview-others")


def _rows(t: Translate, lang: str, of: Table, seen: Preview, rows: Sequence[PreviewRow], key: str) -> None:
    columns = [
        Column(t("Row"), "number"),
        Column(t("Indicator"), "wide"),
        Column(t("Stored now")),
        Column(t("In the file")),
        Column(t("Result")),
        Column(t("Note")),
    ]
    stacked_table(columns, [_row(t, lang, of, seen, row) for row in rows], t("What was read"), key)


def _row(t: Translate, lang: str, of: Table, seen: Preview, row: PreviewRow) -> list[Piece]:
    word, tone = FATES[row.change]
    indicator = of.indicators.get(row.code)
    name = _name(lang, of, row)
    corrected = [
        Note(render(one.message, lang))
        for one in seen.problems
        if one.code == "I142" and not row.sheet and one.row == row.row
    ]
    stored = render(figure_message(indicator, row.stored), lang) if row.stored else "–"
    return [
        t("sheet “{sheet}”", sheet=row.sheet) if row.sheet else str(row.row),
        Stack([name, Note(row.code)]),
        stored,
        _read(lang, of, row),
        Stack([Badge(t(word), tone), *corrected]),
        row.note or "",
    ]


def _read(lang: str, of: Table, row: PreviewRow) -> Piece:
    """The figure as it would be stored; of a refused row what stands in its cells."""
    if row.figure is not None:
        words = render(figure_message(of.indicators.get(row.code), row.figure), lang)
        return Strong(words) if row.change in (Change.NEW, Change.CHANGED) else words
    given = [part for part in (row.numerator, row.denominator, row.value) if part]
    return " · ".join(given) or "–"


def _place(t: Translate, cells: tuple[str, ...], sheet: str = "") -> Piece:
    """``sheet``: where it is not the form's own, which stands above."""
    if not cells:
        return Note(t("sheet “{sheet}”", sheet=sheet) if sheet else t("the whole file"))
    shown = ", ".join(cells[:MOST_CELLS])
    if len(cells) > MOST_CELLS:
        shown = t("{cells} and {count} more", cells=shown, count=len(cells) - MOST_CELLS)
    return Stack([Strong(shown), Note(t("sheet “{sheet}”", sheet=sheet))]) if sheet else Strong(shown)
