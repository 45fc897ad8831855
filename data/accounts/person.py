"""The acting person. Every call that reads or writes figures, evidence or assessments takes one.

The name is what somebody wrote of himself ("Họ tên, phòng"): it says whom to ask about a figure. Identity is not
authentication: nobody checks the name, and no right hangs on it.
"""

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from data.problems import UserError
from scoring.messages import Message, _


class Action(StrEnum):
    """What can be asked of the data layer."""

    READ = "read"
    ENTER_FIGURES = "enter_figures"
    ATTACH_EVIDENCE = "attach_evidence"
    EXPORT = "export"
    MANAGE_UNITS = "manage_units"
    MANAGE_TABLES = "manage_tables"


@dataclass(frozen=True)
class Person:
    """Somebody who acts: ``name`` stands beside every figure typed and every file attached."""

    id: str
    name: str
    actions: frozenset[Action] = frozenset(Action)


# Until the product has accounts, the person at the office's own PC may do everything; who wrote no name of his own
# is "this computer" on every figure. Both names are stored as they stand here, and shown by ``shown_name``.
LOCAL = Person("may-nay", "Máy này (chưa ghi tên)")
DEMO = Person("du-lieu-minh-hoa", "Dữ liệu minh họa")


LONGEST = 120  # characters of a name: full name, section, office


def named(name: str) -> Person:
    """The person at this computer under the name he wrote; :data:`LOCAL` when it says nothing.

    Bounded, in one line, composed (NFC), without signs that are not seen (control, direction, half of a pair).
    """
    seen = "".join(sign if unicodedata.category(sign)[0] not in "CZ" else " " for sign in _without_format(name))
    kept = unicodedata.normalize("NFC", " ".join(seen.split()))[:LONGEST].strip()
    return replace(LOCAL, name=kept) if kept else LOCAL


def shown_name(name: str) -> Message:
    """A stored name as it is shown: as written; the two that nobody wrote in the reader's language."""
    nobody = {LOCAL.name: _("This computer (no name written)"), DEMO.name: _("Demo data")}
    return Message(nobody[name]) if name in nobody else Message("{name}", {"name": name})


def _without_format(text: str) -> str:
    """Joiners and marks of direction stand inside words: they leave no blank."""
    return "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cs"))


def require(person: Person, action: Action, unit: str | None = None) -> None:
    """Refuse with :class:`NotAllowed` unless ``person`` may do ``action`` for ``unit`` (``None``: for no one unit)."""
    if action not in person.actions:
        raise NotAllowed(
            "A001",
            Message(_("{name} may not do this."), {"name": person.name}),
            Message(_("Ask the office that runs this system for the right to do it.")),
        )


class NotAllowed(UserError):
    """The acting person lacks the right."""
