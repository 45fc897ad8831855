"""Everything that can be wrong with a document before it is stored, found in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from data.evidence.cleaning import clean_name, clean_text, ending_of
from data.evidence.document import Description, NewLink
from data.evidence.kinds import ENDINGS, MEDIA_TYPES, MOST_BYTES, recognise
from data.evidence.secrecy import stamps_in, stamps_inside
from data.store.opening import Store, now
from data.units.known import tables_for
from scoring.messages import Message, Problem, _
from scoring.table import Table

LONGEST = {"number": 100, "issuer": 200, "abstract": 1000, "page": 60}
VIETNAM = timedelta(hours=7)


@dataclass(frozen=True)
class Content:
    """Bytes that may be kept, with the name to show and the type to serve them under."""

    content: bytes
    name: str
    media_type: str
    kind: str = ""


@dataclass(frozen=True)
class Resolved:
    """A link whose leaf and need are those of the table."""

    leaf: str
    need: int | None
    page: str


def check_content(content: bytes, file_name: str) -> tuple[Content, list[Problem]]:
    """The content with its cleaned name, and why it is refused: empty, too large, not an allowed kind, misnamed."""
    if not content:
        problem = Problem(
            "E010",
            Message(_("The file is empty.")),
            Message(_("Open it where it comes from, save it again, and attach it again.")),
        )
        return Content(content, "", ""), [problem]
    if len(content) > MOST_BYTES:
        problem = Problem(
            "E011",
            Message(_("The file is larger than {most} MB."), {"most": MOST_BYTES // 2**20}),
            Message(_("Scan it at a lower resolution, or attach it in parts.")),
        )
        return Content(content, "", ""), [problem]
    found = recognise(content)
    if found.kind is None:
        return Content(content, "", ""), [found.problem] if found.problem else []
    name = clean_name(file_name, found.kind)
    problems = []
    if ENDINGS.get(ending_of(name)) != found.kind:
        problems.append(
            Problem(
                "E017",
                Message(
                    _("The file is named .{ending}, but its content is {kind}."),
                    {"ending": ending_of(name), "kind": found.kind.upper()},
                ),
                Message(_("Give it the ending of its true kind, or save it as the kind that its name says.")),
                name,
            )
        )
    return Content(content, name, MEDIA_TYPES[found.kind], found.kind), problems


def check_description(given: Description) -> tuple[Description, list[Problem]]:
    """The description with clean texts, and what is missing, too long or impossible in it."""
    described = Description(
        clean_text(given.number), given.issued_on, clean_text(given.issuer), clean_text(given.abstract)
    )
    problems = [
        *_too_long("number", described.number),
        *_too_long("issuer", described.issuer),
        *_too_long("abstract", described.abstract),
    ]
    if not described.abstract:
        problems.append(
            Problem(
                "E040",
                Message(_("The abstract is missing: what the document is about.")),
                Message(_("Write it as printed under the document's title.")),
                "abstract",
            )
        )
    if described.issued_on is not None and described.issued_on > (now() + VIETNAM).date():
        problems.append(
            Problem(
                "E042",
                Message(_("The document is dated {day}, which has not come yet."), {"day": described.issued_on}),
                Message(_("Write the day printed on the document.")),
                "issued_on",
            )
        )
    return described, problems


def check_links(table: Table, links: Sequence[NewLink]) -> tuple[list[Resolved], list[Problem]]:
    """The links with their needs settled, each once, and those that name no leaf or need of ``table``."""
    leaves = {leaf.id: leaf for leaf in table.leaves}
    resolved: dict[tuple[str, int | None], Resolved] = {}
    problems: list[Problem] = []
    for link in links:
        leaf = leaves.get(link.leaf)
        if leaf is None:
            problems.append(
                Problem(
                    "E043",
                    Message(_("The table has no criterion {id}."), {"id": clean_text(link.leaf)[:60]}),
                    Message(_("Choose a criterion of the table.")),
                    "leaf",
                )
            )
            continue
        if link.need is not None and not 0 <= link.need < len(leaf.evidence):
            problems.append(
                Problem(
                    "E044",
                    Message(_("The criterion {id} asks for no such kind of evidence."), {"id": leaf.id}),
                    Message(_("Choose one of the kinds it asks for, or attach it as additional evidence.")),
                    "need",
                )
            )
            continue
        need = link.need
        if need is None and not link.additional and len(leaf.evidence) == 1:
            need = 0
        page = clean_text(link.page)
        problems += _too_long("page", page)
        resolved[leaf.id, need] = Resolved(leaf.id, need, page)
    if not links:
        problems.append(
            Problem(
                "E045",
                Message(_("No criterion is chosen that the document proves.")),
                Message(_("Choose at least one.")),
                "leaf",
            )
        )
    return list(resolved.values()), problems


def check_scope(store: Store, table: Table, unit: str, year: int) -> Iterator[Problem]:
    """The unit must be known, the table one that it is scored with, and the year a year."""
    known = store.cursor().execute("SELECT 1 FROM unit WHERE id = ?", [unit]).fetchall()
    if not known or all(other.id != table.id for other in tables_for(store, unit)) or not 2000 <= year <= 2100:
        yield Problem(
            "E046",
            Message(
                _("The unit {unit} is not scored with the table {table} for {year}."),
                {"unit": clean_text(unit)[:60], "table": table.id, "year": str(year)},
            ),
            Message(_("Choose the unit, the table and the year again.")),
        )


def found_stamps(file: Content, name: str, described: Description) -> list[str]:
    """What looks like a stamp of secrecy in the name, the description and the text of the document."""
    said = [*stamps_in(name, described.number, described.abstract), *stamps_inside(file.content, file.kind)]
    return list(dict.fromkeys(said))


def check_secrecy(no_state_secret: bool, not_secret: bool, stamps: Sequence[str]) -> Iterator[Problem]:
    """The duty to declare, and a question where there is what looks like a stamp of secrecy (``found_stamps``)."""
    if not no_state_secret:
        yield Problem(
            "E019",
            Message(_("It is not confirmed that the document holds no state secrets.")),
            Message(
                _(
                    "State secrets must not be put on this system. Tick the box if the document holds none; "
                    "if it does, give its number and date only and show it on the spot."
                )
            ),
            "no_state_secret",
        )
    if stamps and not not_secret:
        yield Problem(
            "E020",
            Message(
                _("The name, the description or the text says {stamps}: is the document secret?"),
                {"stamps": tuple(stamps)},
            ),
            Message(_("Do not attach it if it is. If it is not, confirm that and attach it again.")),
            "not_secret",
        )


def _too_long(name: str, text: str) -> Iterator[Problem]:
    if len(text) > LONGEST[name]:
        yield Problem(
            "E041",
            Message(
                _("The text has {length} characters; there is room for {most}."),
                {"length": len(text), "most": LONGEST[name]},
            ),
            Message(_("Shorten it.")),
            name,
        )
