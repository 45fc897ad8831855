"""Why a document is not taken: all reasons at once, and the questions that a person can answer with a yes."""

from collections.abc import Sequence

from data.problems import UserError
from scoring.messages import Message, Problem, _

# Code -> the argument that answers the question. A refusal of questions alone can be asked on screen and tried again.
QUESTIONS = {"E020": "not_secret", "E021": "same_file"}


class EvidenceRefused(UserError):
    """Nothing was stored. ``problems`` holds every reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.code, first.message, first.remedy, first.place)
        self.problems = tuple(problems)

    @property
    def asks(self) -> bool:
        """True when only questions stand in the way (see ``QUESTIONS``)."""
        return all(problem.code in QUESTIONS for problem in self.problems)


class EvidenceUnknown(UserError):
    """There is no such document, revision or file."""


class EvidenceMoved(UserError):
    """Somebody else changed the document since it was read."""


class EvidenceDamaged(UserError):
    """The kept content is gone or no longer what was attached."""


def unknown() -> EvidenceUnknown:
    """The document, revision or file that was asked for does not exist."""
    return EvidenceUnknown(
        "E030",
        Message(_("There is no such document.")),
        Message(_("Go back to the list and choose it again; it may have been withdrawn.")),
    )
