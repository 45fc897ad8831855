"""What was read of each register of an uploaded workbook: how many rows, and what they come to."""

import streamlit as st

from data.figures.words import figure_message
from data.imports.preview import Preview
from data.imports.register_reading import RegisterRead
from data.language import render
from pages.parts.plain import plain
from pages.parts.scope import Scope


def register_lines(scope: Scope, seen: Preview) -> None:
    """One line a register whose sheet is there."""
    for read in seen.registers.reads:
        st.caption(plain(_line(scope, seen, read)))


def _line(scope: Scope, seen: Preview, read: RegisterRead) -> str:
    t, register = scope.t, read.found.register
    title = register.title_en if scope.lang == "en" and register.title_en else register.title
    values = {"register": title, "sheet": read.found.sheet.name, "count": len(read.rows)}
    if read.refused:
        return t("{register} (sheet “{sheet}”): there are errors; no figure is formed from it.", **values)
    if read.blank:
        return t("{register} (sheet “{sheet}”): no rows; no figure is formed from it.", **values)
    formed = [row for row in seen.rows if row.sheet == read.found.sheet.name and row.figure is not None]
    figures = "; ".join(_figure(scope, row.code, row.name, render(figure_message(
        scope.table.indicators.get(row.code), row.figure), scope.lang)) for row in formed if row.figure)  # fmt: skip
    return t("{register} (sheet “{sheet}”): {count} rows read. {figures}.", **values, figures=figures)


def _figure(scope: Scope, code: str, name: str, figure: str) -> str:
    indicator = scope.table.indicators.get(code)
    shown = indicator.title_en if indicator and scope.lang == "en" and indicator.title_en else name
    return f"{shown}: {figure}"
