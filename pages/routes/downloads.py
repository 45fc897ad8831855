"""Downloads by own routes: the month's workbook, evidence, exports, and workbooks as they were handed in.

Never Streamlit's media addresses: those are open to anyone who has them. Here the data layer is asked for the acting
person at each request, and the browser is told to save the file, not to show it, and to keep no copy in its cache.
"""

import unicodedata
from collections.abc import Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.accounts.person import Action, NotAllowed, Person, require
from data.evidence.reading import open_document, open_workbook
from data.evidence.refusal import EvidenceDamaged, EvidenceUnknown, unknown
from data.exports import export
from data.figures.reading import in_force
from data.language import DEFAULT, LANGUAGES, render
from data.problems import UserError
from data.store.opening import Store, StoreHeld
from data.store.process import current_store
from data.units.known import UnitRefused, find_table, find_unit, require_scope, tables_for
from pages.routes.person import acting_person
from scoring.messages import Message, _
from scoring.period import Month, parse_month
from scoring.table import Table

PRIVATE = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a refusal is in the language of the web; any other error for users is a request that asks for nonsense.
STATUS: dict[type[UserError], int] = {
    NotAllowed: 403,
    EvidenceUnknown: 404,
    UnitRefused: 404,
    EvidenceDamaged: 500,
    StoreHeld: 503,
}
Handler = Callable[[Request, Store, Person], tuple[bytes, str, str]]


class BadAddress(UserError):
    """A parameter of the address is missing or is not one that we hand out."""


def template(request: Request, store: Store, person: Person) -> tuple[bytes, str, str]:
    """``?table=&unit=&month=&filled=0|1``: the workbook to fill in, empty or with what is stored."""
    from data.imports.register_stored import stored_registers
    from data.imports.template import make_workbook, workbook_name

    table, unit, month = _scope(request, store, person)
    filled = _one_of(request, "filled", {"0", "1"}, "0") == "1"
    stored = {o.indicator: o for o in in_force(store, person, unit, month.year) if o.month == month} if filled else None
    known = find_unit(store, person, unit)
    registers = stored_registers(store, person, table, stored or {})
    made = make_workbook(table, known, month, stored, registers=registers)
    return made, workbook_name(table, known, month), XLSX


def evidence(request: Request, store: Store, person: Person) -> tuple[bytes, str, str]:
    """``/{id}?revision=``: a document as attached, in the revision in force or the one asked for."""
    revision = request.query_params.get("revision")
    opened = open_document(
        store, person, _number(request.path_params["id"]), _number(revision) if revision is not None else None
    )
    return opened.content, opened.name, opened.media_type


def figures(request: Request, store: Store, person: Person) -> tuple[bytes, str, str]:
    """``/{sha256}``: a workbook exactly as it was imported."""
    opened = open_workbook(store, person, request.path_params["sha256"])
    return opened.content, opened.name, opened.media_type


def criteria_table(request: Request, store: Store, person: Person) -> tuple[bytes, str, str]:
    """``?table=``: the workbook of a loaded table; without a table a blank one."""
    from data.criteria.workbook.handing_out import blank_workbook, table_workbook

    require(person, Action.READ)
    table = request.query_params.get("table")
    made = blank_workbook() if table is None else table_workbook(store.criteria, table)
    return made.content, made.name, XLSX


def assessment(request: Request, store: Store, person: Person) -> tuple[bytes, str, str]:
    """``?table=&unit=&month=&format=&lang=``: the self-assessment with its evidence list."""
    table, unit, month = _scope(request, store, person)
    lang = _one_of(request, "lang", set(LANGUAGES), DEFAULT)
    made = export(store, person, table, unit, month, request.query_params.get("format", "xlsx"), lang)
    return made.content, made.name, made.media_type


def download(handler: Handler) -> Callable[[Request], Response]:
    """A route's endpoint: refuses what other sites ask for, and answers every error for users in plain words.

    Not a coroutine: Starlette runs it in a thread, so that a large export holds up nobody else's page.
    """

    def endpoint(request: Request) -> Response:
        if request.headers.get("sec-fetch-site") == "cross-site":
            return _said(403, Message(_("Another site asked for this file; it is not handed out.")))
        try:
            content, name, media_type = handler(request, current_store(), acting_person(request))
        except UserError as refused:
            status = next((code for kind, code in STATUS.items() if isinstance(refused, kind)), 400)
            return _said(
                status, *(message for problem in refused.problems for message in (problem.message, problem.remedy))
            )
        headers = {**PRIVATE, "content-disposition": attachment(name), "content-length": str(len(content))}
        return Response(b"" if request.method == "HEAD" else content, 200, headers, media_type)

    return endpoint


def attachment(name: str) -> str:
    """The Content-Disposition for ``name``: plain ASCII for old browsers, the true name as RFC 5987 writes it."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    safe = "".join(character if character.isalnum() or character in "._- ()" else "_" for character in plain)
    return f"attachment; filename=\"{safe}\"; filename*=UTF-8''{quote(name, safe='')}"


def _said(status: int, *messages: Message) -> Response:
    words = [" ".join(render(message, lang) for message in messages) for lang in LANGUAGES]
    return Response("\n\n".join(words) + "\n", status, PRIVATE, "text/plain")


def _scope(request: Request, store: Store, person: Person) -> tuple[Table, str, Month]:
    """Table, unit and month of the address, known and belonging together."""
    table = find_table(store, request.query_params.get("table", ""))
    unit = find_unit(store, person, request.query_params.get("unit", ""))
    if all(other.id != table.id for other in tables_for(store, unit.id)):
        raise _bad("table")
    try:
        month = parse_month(request.query_params.get("month", ""))
    except ValueError as wrong:
        raise _bad("month") from wrong
    require_scope(table, unit.id, month)
    return table, unit.id, month


def _one_of(request: Request, name: str, known: set[str], otherwise: str) -> str:
    value = request.query_params.get(name, otherwise)
    if value not in known:
        raise _bad(name)
    return value


def _number(text: str) -> int:
    """A document's or revision's number; anything but up to 15 ASCII digits is none that we gave."""
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise unknown()
    return int(text)


def _bad(name: str) -> BadAddress:
    return BadAddress(
        "R001",
        Message(_("The address is wrong at {name}."), {"name": name}),
        Message(_("Go back to the page and follow its link again.")),
    )


DOWNLOADS = [
    Route("/download/template", download(template)),
    Route("/download/evidence/{id}", download(evidence)),
    Route("/download/figures/{sha256}", download(figures)),
    Route("/download/export", download(assessment)),
    Route("/download/table", download(criteria_table)),
]
