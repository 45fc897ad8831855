"""The formats of the self-assessment, and the one function that makes a file of any of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.accounts.person import Person
from data.exports import json_score, xlsx
from data.exports.assessment import Assessment, gather
from data.language import LANGUAGES
from data.problems import UserError
from data.store.opening import Store
from scoring.messages import Message, _
from scoring.period import Month
from scoring.table import Table


@dataclass(frozen=True)
class Format:
    """A registry entry: what makes the file, the media type it is served under, and its title on the page.

    Its name is the file's ending.
    """

    make: Callable[[Store, Person, Assessment, str], bytes]
    media_type: str
    title: str


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "xlsx": Format(
            xlsx.make,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _("Excel workbook (.xlsx)"),
        ),
        "json": Format(json_score.make, "application/json", _("Data for other programs (.json)")),
    }
)


@dataclass(frozen=True)
class Exported:
    """A file to hand out; ``name`` is plain ASCII."""

    name: str
    media_type: str
    content: bytes


class ExportRefused(UserError):
    """There is no such format or language."""


def export(
    store: Store, person: Person, table: Table, unit: str, month: Month, kind: str = "xlsx", lang: str = "vi"
) -> Exported:
    """The self-assessment of ``unit`` as of ``month`` in the format ``kind`` (a key of ``FORMATS``)."""
    if kind not in FORMATS or lang not in LANGUAGES:
        raise ExportRefused(
            "X001",
            Message(_("There is no export in this format or language.")),
            Message(_("Choose one of: {known}."), {"known": (*FORMATS, *LANGUAGES)}),
        )
    assessment = gather(store, person, table, unit, month)
    content = FORMATS[kind].make(store, person, assessment, lang)
    return Exported(f"tu-cham_{unit}_{table.id}_{month}.{kind}", FORMATS[kind].media_type, content)
