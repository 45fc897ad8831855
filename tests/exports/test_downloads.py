"""The download routes: right bytes, right headers, nothing to whoever may not, plain words for what is wrong."""

from dataclasses import replace
from datetime import date
from urllib.parse import quote

import pytest
from starlette.applications import Starlette

from data.accounts.person import LOCAL, Person
from data.criteria.adopting import propose
from data.evidence.attaching import attach, remove
from data.evidence.document import Description, Document, NewLink
from data.evidence.keeping import file_path
from data.store.opening import Store
from pages.routes import downloads
from pages.routes.downloads import DOWNLOADS, attachment
from tests.exports.browserless import Client
from tests.exports.grid import books
from tests.exports.office import OTHER_UNIT, UNIT, WORKBOOK

PDF = b"%PDF-1.7 proof"
EXPORT = f"/download/export?table=bang-thu&unit={UNIT}&month=2022-06"
TEMPLATE = f"/download/template?table=bang-thu&unit={UNIT}&month=2022-06"


@pytest.fixture
def client(office: Store, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(downloads, "current_store", lambda: office)
    return Client(Starlette(routes=DOWNLOADS))


@pytest.fixture
def document(office: Store) -> Document:
    description = Description("12/BC", date(2022, 6, 1), "Sở", "Báo cáo")
    table = office.criteria.tables["bang-thu"]
    return attach(
        office, LOCAL, table, UNIT, 2022, PDF, 'báo cáo; "x".pdf', description, [NewLink("1.1")], no_state_secret=True
    ).document


def test_each_file_is_an_attachment_that_nobody_keeps_or_runs(
    client: Client, office: Store, document: Document
) -> None:
    workbook = office.cursor().execute("SELECT DISTINCT sha256 FROM import_act").fetchall()[0][0]
    xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    for address, media_type, begins in [
        (f"/download/evidence/{document.id}", "application/pdf", PDF),
        (f"/download/evidence/{document.id}?revision=1", "application/pdf", PDF),
        (f"/download/figures/{workbook}", xlsx, WORKBOOK),
        (EXPORT, xlsx, b"PK"),
        (EXPORT + "&format=json&lang=en", "application/json", b"{"),
        (TEMPLATE, xlsx, b"PK"),
        (TEMPLATE + "&filled=1", xlsx, b"PK"),
    ]:
        answer = client.get(address)
        assert answer.status == 200, (address, answer.text)
        assert answer.content.startswith(begins)
        assert answer.headers["content-type"] == media_type
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        head = client.ask("HEAD", address, {})
        assert (head.status, head.content) == (200, b"")
        if "export" not in address:
            assert head.headers["content-length"] == str(len(answer.content))
        assert client.ask("POST", address, {}).status == 405


def test_names_are_written_as_rfc_5987_says(client: Client, document: Document) -> None:
    written = client.get(f"/download/evidence/{document.id}").headers["content-disposition"]
    assert written == (
        "attachment; filename=\"bao cao_ _x_.pdf\"; filename*=UTF-8''" + quote("báo cáo; _x_.pdf", safe="")
    )
    assert attachment("Đề án\r\nX: y.pdf") == (
        "attachment; filename=\"De an__X_ y.pdf\"; filename*=UTF-8''" + quote("Đề án\r\nX: y.pdf", safe="")
    )


def test_the_filled_template_holds_what_is_stored(client: Client) -> None:
    empty, filled = (client.get(f"{TEMPLATE}&filled={wanted}").content for wanted in (0, 1))
    numbers = [
        {cell.value for row in books(content)[0].worksheets[0].iter_rows() for cell in row}
        for content in (empty, filled)
    ]
    assert 6666 not in numbers[0]
    assert 6666 in numbers[1]


@pytest.mark.parametrize(
    "address",
    [
        "/download/evidence/999999",
        "/download/evidence/0",
        "/download/evidence/-1",
        "/download/evidence/1e3",
        "/download/evidence/%D9%A1",
        "/download/evidence/" + "9" * 30,
        "/download/evidence/..%2F..%2Fetc%2Fpasswd",
        "/download/evidence/../../../etc/passwd",
        "/download/figures/" + "0" * 64,
        "/download/figures/..%2F..%2Fthuoc.duckdb",
        "/download/figures/%00",
        "/download/figures/" + "0" * 62 + "%2e%2e",
        "/download/nothing",
        f"/download/export?table=khong-co&unit={UNIT}&month=2022-06",
        "/download/export?table=bang-thu&unit=khong-co&month=2022-06",
        "/download/export",
        EXPORT.replace("2022-06", "2031-06"),  # the table does not hold then
        TEMPLATE.replace("2022-06", "2021-06"),
    ],
)
def test_what_is_not_there_is_404(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status == 404
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "address",
    [
        EXPORT + "&format=exe",
        EXPORT + "&format=..%2Fxlsx",
        EXPORT + "&lang=fr",
        EXPORT.replace("2022-06", "2022-13"),
        EXPORT.replace("2022-06", "..%2F..%2Fx"),
        TEMPLATE + "&filled=yes",
        TEMPLATE.replace("&month=2022-06", ""),
        EXPORT.replace(UNIT, OTHER_UNIT),
    ],
)
def test_nonsense_is_400_with_words_in_both_languages(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status == 400
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    vietnamese, english = answer.text.strip().split("\n\n")
    assert vietnamese
    assert english
    assert vietnamese != english


def test_a_removed_document_is_open_only_by_its_revision(client: Client, office: Store, document: Document) -> None:
    remove(office, LOCAL, document.id, seen=1)
    assert client.get(f"/download/evidence/{document.id}").status == 404
    assert client.get(f"/download/evidence/{document.id}?revision=1").content == PDF
    assert client.get(f"/download/evidence/{document.id}?revision=7").status == 404


def test_evidence_is_no_address_of_an_imported_workbook(client: Client, document: Document) -> None:
    assert client.get(f"/download/figures/{document.sha256}").status == 404


def test_other_sites_get_nothing(client: Client, document: Document) -> None:
    address = f"/download/evidence/{document.id}"
    assert client.get(address, headers={"sec-fetch-site": "cross-site"}).status == 403
    for site in ("same-origin", "none"):
        assert client.get(address, headers={"sec-fetch-site": site}).status == 200


def test_permission_is_asked_at_each_request(
    client: Client, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/download/evidence/{document.id}"
    assert client.get(address).status == 200
    nobody: Person = replace(LOCAL, actions=frozenset())
    monkeypatch.setattr(downloads, "acting_person", lambda request: nobody)
    for refused in (address, EXPORT, TEMPLATE):
        assert client.get(refused).status == 403, refused


def test_a_damaged_file_is_said_not_served(client: Client, office: Store, document: Document) -> None:
    file_path(office.files, document.sha256).write_bytes(b"%PDF-changed")
    answer = client.get(f"/download/evidence/{document.id}")
    assert answer.status == 500
    assert "changed" not in answer.text


def test_a_bug_is_loud(client: Client, document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("bug")

    monkeypatch.setattr(downloads, "acting_person", broken)
    with pytest.raises(RuntimeError):
        client.get(f"/download/evidence/{document.id}")


def test_the_workbook_of_a_table_and_a_blank_one(client: Client, office: Store) -> None:
    for address, name in [("/download/table?table=bang-thu", "bang-tieu-chi_bang-thu.xlsx"),
                          ("/download/table", "bang-tieu-chi_moi.xlsx")]:  # fmt: skip
        answer = client.get(address)
        assert answer.status == 200 and answer.content.startswith(b"PK")
        assert f'filename="{name}"' in answer.headers["content-disposition"]
        assert answer.headers["cache-control"] == "no-store"
    found = propose(office.criteria, "a.xlsx", client.get("/download/table?table=bang-thu").content)
    assert found.known is not None and found.file.table == office.criteria.tables["bang-thu"]
    refused = client.get("/download/table?table=khong-co")
    assert refused.status == 404 and "khong-co" in refused.text
