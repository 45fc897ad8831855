"""Nộp số liệu: the month's workbook out and in, single figures on screen."""

from data.language import translator
from pages.parts.header import page_header
from pages.parts.language import current_language


def show() -> None:
    t = translator(current_language())
    page_header(t("Submit figures"))
