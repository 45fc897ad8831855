"""Minh chứng: the documents that prove each line."""

from data.language import translator
from pages.parts.header import page_header
from pages.parts.language import current_language


def show() -> None:
    t = translator(current_language())
    page_header(t("Evidence"))
