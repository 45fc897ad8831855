"""Tổng quan: the index, what is sure and possible, fields, largest gaps, evidence coverage."""

from data.language import translator
from pages.parts.header import page_header
from pages.parts.language import current_language


def show() -> None:
    t = translator(current_language())
    page_header(t("Overview"))
