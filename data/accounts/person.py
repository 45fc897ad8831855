"""The acting person. Every call that reads or writes figures, evidence or assessments takes one."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Person:
    """Somebody who acts: ``name`` stands beside every figure typed and every file attached."""

    id: str
    name: str
    actions: frozenset[Action] = frozenset(Action)


# Until the product has accounts, the person at the office's own PC may do everything; the figures say "this computer".
LOCAL = Person("may-nay", "Máy này")
DEMO = Person("du-lieu-minh-hoa", "Dữ liệu minh họa")


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
