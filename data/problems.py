"""Errors that are shown to users as they are, without a traceback: a code, what, where, and what to do."""

from data.language import render
from scoring.messages import Message, Problem


class UserError(Exception):
    """Base of all errors for users. Carries one problem or more; a bug is never one of these."""

    def __init__(self, code: str, message: Message, remedy: Message, place: str = "") -> None:
        super().__init__(code)
        self.problems: tuple[Problem, ...] = (Problem(code, message, remedy, place),)


def place_of(found: Problem, lang: str) -> str:
    """Where it stands, in words: ``trang “Cây tiêu chí”, ô D12``; line and key of a text; empty for a whole file."""
    where = getattr(found, "where", None)
    return render(where, lang) if isinstance(where, Message) else found.place


def problem_object(found: Problem) -> dict[str, object]:
    """A problem for programs, both languages. Where it stands in a workbook is ``None`` for one that stands in none."""
    return {
        "code": found.code,
        "severity": found.severity,
        **{name: getattr(found, name, None) or None for name in ("sheet", "row", "column", "value")},
        "message_vi": render(found.message, "vi"),
        "message_en": render(found.message, "en"),
        "remedy_vi": render(found.remedy, "vi"),
    }
