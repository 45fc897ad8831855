"""The rows of a register behind a figure: what each says and what it adds; and where such a figure is entered."""

from collections.abc import Sequence

import streamlit as st

from data.figures.observation import Observation
from data.figures.register_rows import RegisterRow, rows_behind
from data.figures.words import figure_message
from data.language import format_exact, render
from pages.parts.card import card
from pages.parts.markup import Note, Piece, Strong
from pages.parts.prose import say
from pages.parts.scope import Scope, month_name
from pages.parts.stacked import stacked_table
from pages.parts.table import Column
from scoring.indicator import Indicator
from scoring.period import Month
from scoring.register import FromRows
from scoring.row_words import formed_words


def formed_card(scope: Scope, indicator: Indicator, formed: FromRows, month: Month, stored: Observation | None) -> None:
    """In place of boxes to type in: the figure, how it is formed, and where its rows are filled in."""
    t = scope.t
    now = render(figure_message(indicator, stored), scope.lang) if stored else t("no figure yet")
    title = t("The figure of {month}", month=month_name(t, month))
    with card("formed", title, t("Stored now: {figure}", figure=now)):
        say(render(formed_words(formed, scope.table.registers.get(formed.register)), scope.lang) + ".")
        say(
            Note(
                t(
                    "It is not typed here: fill in the rows on the register's own sheet of the month's workbook, "
                    "and upload that. Rows stored before stay in the history."
                )
            )
        )


def rows_card(scope: Scope, indicator: Indicator, formed: FromRows, stored: Observation | None) -> None:
    """Every row behind the figure in force, in the order of its sheet, with what it adds."""
    t = scope.t
    if stored is None or stored.import_seq is None:
        return
    behind = rows_behind(scope.store, scope.person, stored)
    register = scope.table.registers.get(formed.register)
    titles = register.columns if register is not None and scope.lang == "en" else {}
    names = {code: titles[code].title_en if code in titles else "" for code in behind.headings}
    title = t("The rows behind it: {count}", count=len(behind.rows))
    where = t("{file}, sheet {sheet}", file=stored.file_name, sheet=stored.sheet)
    with card("rows-behind", title, where):
        if not behind.rows:
            st.caption(t("The sheet says that there was none."))
            return
        columns = [Column(names[code] or heading) for code, heading in behind.headings.items()]
        columns += [Column(t("Row"), "number"), Column(t("Adds"), "number")]
        rows = [_row(scope, list(behind.headings), row, indicator) for row in behind.rows]
        figure = render(figure_message(indicator, stored), scope.lang)
        blank: list[Piece] = [""] * (len(behind.headings) - 1)
        rows.append([Strong(t("All rows together")), *blank, "", Strong(figure)])
        stacked_table(columns, rows, title, "rows-behind-table")


def _row(scope: Scope, codes: Sequence[str], row: RegisterRow, indicator: Indicator) -> list[Piece]:
    cells: list[Piece] = [row.cells[code].typed if code in row.cells else "" for code in codes]
    return [*cells, str(row.row), Strong(format_exact(row.results[indicator.code], scope.lang))]
