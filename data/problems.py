"""Errors that are shown to users as they are, without a traceback: a code, what, where, and what to do."""

from scoring.messages import Message, Problem


class UserError(Exception):
    """Base of all errors for users. Carries one problem or more; a bug is never one of these."""

    def __init__(self, code: str, message: Message, remedy: Message, place: str = "") -> None:
        super().__init__(code)
        self.problems: tuple[Problem, ...] = (Problem(code, message, remedy, place),)
