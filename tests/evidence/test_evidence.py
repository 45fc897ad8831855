"""Attach, replace, link, unlink, withdraw: what is stored, what is refused, and that nothing is ever lost."""

from dataclasses import replace as changed
from datetime import date, timedelta
from typing import Any

import pytest

from data.accounts.person import LOCAL, Action, NotAllowed, Person
from data.evidence import attaching
from data.evidence.attaching import SameFile, attach, remove, replace
from data.evidence.coverage import Count, coverage
from data.evidence.document import Attached, Description, NewLink
from data.evidence.keeping import PART, file_path, keep_file
from data.evidence.linking import link, unlink
from data.evidence.reading import documents, links, of_leaf, open_document, revisions
from data.evidence.refusal import EvidenceDamaged, EvidenceMoved, EvidenceRefused, EvidenceUnknown
from data.evidence.sweep import sweep
from data.language import render
from data.store.opening import Store, now
from scoring.table import Table
from tests.evidence.files import PDF
from tests.exports.office import UNIT

REPORT = Description("12/BC-STN", date(2022, 6, 20), "Sở Thử nghiệm", "Báo cáo sáu tháng")


def table(store: Store) -> Table:
    return store.criteria.tables["bang-thu"]


def attached(store: Store, *leaves: NewLink, content: bytes = PDF, name: str = "báo cáo.pdf", **more: Any) -> Attached:
    given: dict[str, Any] = {"no_state_secret": True, "description": REPORT, "person": LOCAL, **more}
    person, description = given.pop("person"), given.pop("description")
    proved = leaves or (NewLink("1.2.1", "3"),)
    return attach(store, person, table(store), UNIT, 2022, content, name, description, proved, **given)


def codes(refused: pytest.ExceptionInfo[EvidenceRefused]) -> list[str]:
    for problem in refused.value.problems:
        for message in (problem.message, problem.remedy):
            assert render(message, "vi") != render(message, "en")
    return [problem.code for problem in refused.value.problems]


def test_one_file_proves_several_leaves_and_is_stored_once(office: Store) -> None:
    made = attached(office, NewLink("1.2.1", "3"), NewLink("1.1", "4-5", need=0), NewLink("1.1", "9", additional=True))
    found = links(office, LOCAL, UNIT, 2022)
    assert [(one.leaf, one.need, one.page) for one in found] == [
        ("1.1", 0, "4-5"),
        ("1.1", None, "9"),
        ("1.2.1", 0, "3"),
    ]
    assert {one.document.id for one in found} == {made.document.id}
    assert found[0].document.description == REPORT
    assert [path.name for path in office.files.rglob("*") if path.is_file()] == [made.document.sha256]
    assert [one.page for one in of_leaf(office, LOCAL, "bang-thu", "1.1", UNIT, 2022)] == ["4-5", "9"]
    assert not links(office, LOCAL, UNIT, 2021)
    assert not links(office, LOCAL, UNIT, 2022, "ke-hoach-thu")


def test_bytes_come_back_as_they_were(office: Store) -> None:
    made = attached(office)
    opened = open_document(office, LOCAL, made.document.id)
    assert (opened.content, opened.name, opened.media_type) == (PDF, "báo cáo.pdf", "application/pdf")


def test_all_problems_come_at_once(office: Store) -> None:
    tomorrow = (now() + timedelta(days=2)).date()
    with pytest.raises(EvidenceRefused) as refused:
        attached(
            office,
            NewLink("9.9"),
            NewLink("1.1", need=7),
            NewLink("1.2.2", page="p" * 61),
            content=b"<html>",
            description=Description("x" * 101, tomorrow, "", " "),
            no_state_secret=False,
        )
    assert codes(refused) == ["E012", "E041", "E040", "E042", "E043", "E044", "E041", "E019"]
    assert not refused.value.asks
    assert not documents(office, LOCAL, UNIT)
    assert not [path for path in office.files.rglob("*") if path.is_file()]


def test_a_leaf_must_be_chosen_and_the_scope_must_exist(office: Store) -> None:
    with pytest.raises(EvidenceRefused) as refused:
        attach(office, LOCAL, table(office), "khong-co", 2022, PDF, "a.pdf", REPORT, [], no_state_secret=True)
    assert codes(refused) == ["E045", "E046"]
    with pytest.raises(EvidenceRefused) as refused:
        attach(office, LOCAL, table(office), UNIT, 22, PDF, "a.pdf", REPORT, [NewLink("1.1")], no_state_secret=True)
    assert codes(refused) == ["E046"]


def test_the_declaration_about_state_secrets_is_required(office: Store) -> None:
    with pytest.raises(EvidenceRefused) as refused:
        attached(office, no_state_secret=False)
    assert codes(refused) == ["E019"]


@pytest.mark.parametrize(
    "where", [{"name": "BC MẬT.pdf"}, {"description": changed(REPORT, abstract="Độ mật: TỐI MẬT")}]
)
def test_a_stamp_stops_and_asks(office: Store, where: dict[str, Any]) -> None:
    with pytest.raises(EvidenceRefused) as refused:
        attached(office, **where)
    assert codes(refused) == ["E020"]
    assert refused.value.asks
    assert attached(office, **where, not_secret=True).document.revision == 1


def test_the_same_file_is_recognised(office: Store) -> None:
    first = attached(office)
    again = attached(office, NewLink("1.1", need=1))
    assert again.recognised
    assert again.document.id == first.document.id
    assert len(documents(office, LOCAL, UNIT)) == 1
    assert {one.leaf for one in links(office, LOCAL, UNIT, 2022)} == {"1.1", "1.2.1"}


def test_the_same_file_under_another_description_asks_where_it_is(office: Store) -> None:
    first = attached(office)
    other = changed(REPORT, number="13/BC-STN")
    with pytest.raises(EvidenceRefused) as refused:
        attached(office, NewLink("1.1"), description=other)
    assert codes(refused) == ["E021"]
    assert refused.value.asks
    assert refused.value.problems[0].message.values["leaves"] == ("1.2.1",)
    used = attached(office, NewLink("1.1"), description=other, same_file=SameFile.USE)
    assert (used.document.id, used.document.description) == (first.document.id, REPORT)
    separate = attached(office, NewLink("1.2.2"), description=other, same_file=SameFile.SEPARATE)
    assert separate.document.id != first.document.id
    assert separate.document.sha256 == first.document.sha256
    assert sum(path.is_file() for path in office.files.rglob("*")) == 1


def test_replacing_keeps_every_revision(office: Store) -> None:
    first = attached(office).document
    newer = replace(office, LOCAL, first.id, seen=1, content=PDF + b"2", file_name="bản ký.pdf", no_state_secret=True)
    described = replace(office, LOCAL, first.id, seen=2, description=changed(REPORT, number="14"), no_state_secret=True)
    assert (newer.revision, described.revision, described.sha256) == (2, 3, newer.sha256)
    assert [one.revision for one in revisions(office, LOCAL, first.id)] == [3, 2, 1]
    assert open_document(office, LOCAL, first.id).content == PDF + b"2"
    assert open_document(office, LOCAL, first.id, 1).content == PDF
    assert [one.document.description.number for one in links(office, LOCAL, UNIT, 2022)] == ["14"]
    with pytest.raises(EvidenceUnknown):
        open_document(office, LOCAL, first.id, 4)


def test_a_replacement_is_checked_like_an_attachment(office: Store) -> None:
    first = attached(office).document
    with pytest.raises(EvidenceRefused) as refused:
        replace(office, LOCAL, first.id, seen=1, content=b"GIF89a", file_name="MẬT.gif", no_state_secret=False)
    assert codes(refused) == ["E012", "E019", "E020"]
    with pytest.raises(EvidenceRefused) as refused:
        replace(office, LOCAL, first.id, seen=1, content=PDF, file_name="a.pdf", no_state_secret=True)
    assert codes(refused) == ["E022"]
    replace(office, LOCAL, first.id, seen=1, content=PDF + b"2", file_name="a.pdf", no_state_secret=True)
    with pytest.raises(EvidenceMoved):
        replace(office, LOCAL, first.id, seen=1, content=PDF + b"3", file_name="a.pdf", no_state_secret=True)
    with pytest.raises(EvidenceUnknown):
        replace(office, LOCAL, 999, seen=1, content=PDF, file_name="a.pdf", no_state_secret=True)


def test_linking_and_unlinking_are_acts(office: Store) -> None:
    document = attached(office).document.id
    assert len(link(office, LOCAL, table(office), 2022, document, [NewLink("1.1", "7"), NewLink("1.1", need=2)])) == 3
    link(office, LOCAL, table(office), 2022, document, [NewLink("1.2.1", "8")])
    left = unlink(office, LOCAL, "bang-thu", 2022, document, "1.1")
    assert [(one.leaf, one.page) for one in left] == [("1.2.1", "8")]
    assert links(office, LOCAL, UNIT, 2022) == left
    link(office, LOCAL, table(office), 2022, document, [NewLink("1.1", need=2), NewLink("1.1", need=0)])
    unlink(office, LOCAL, "bang-thu", 2022, document, "1.1", need=0)
    assert [one.need for one in of_leaf(office, LOCAL, "bang-thu", "1.1", UNIT, 2022)] == [2]
    with pytest.raises(EvidenceUnknown):
        unlink(office, LOCAL, "bang-thu", 2022, document, "2.1")
    with pytest.raises(EvidenceRefused):
        link(office, LOCAL, table(office), 2022, document, [NewLink("no")])
    acts = office.cursor().execute("SELECT count(*) FROM evidence_link").fetchall()[0][0]
    assert acts == 1 + 2 + 1 + 2 + 2 + 1


def test_removing_deletes_nothing(office: Store) -> None:
    document = attached(office).document
    gone = remove(office, LOCAL, document.id, seen=1)
    assert gone.removed
    assert not documents(office, LOCAL, UNIT)
    assert not links(office, LOCAL, UNIT, 2022)
    with pytest.raises(EvidenceUnknown):
        open_document(office, LOCAL, document.id)
    assert open_document(office, LOCAL, document.id, 1).content == PDF
    with pytest.raises(EvidenceUnknown):
        remove(office, LOCAL, document.id, seen=2)
    again = attached(office)
    assert again.document.id != document.id


def test_a_damaged_file_is_not_handed_out(office: Store) -> None:
    document = attached(office).document
    file_path(office.files, document.sha256).write_bytes(b"%PDF-other")
    with pytest.raises(EvidenceDamaged):
        open_document(office, LOCAL, document.id)
    file_path(office.files, document.sha256).unlink()
    with pytest.raises(EvidenceDamaged):
        open_document(office, LOCAL, document.id)


def test_every_call_asks_for_the_right(office: Store) -> None:
    document = attached(office).document.id
    nobody = Person("n", "Không quyền", frozenset())
    reader = Person("r", "Người đọc", frozenset({Action.READ}))
    assert open_document(office, reader, document).content == PDF
    for person, call in [
        (reader, lambda p: attached(office, person=p)),
        (reader, lambda p: replace(office, p, document, seen=1, content=PDF, no_state_secret=True)),
        (reader, lambda p: remove(office, p, document, seen=1)),
        (reader, lambda p: link(office, p, table(office), 2022, document, [NewLink("1.1")])),
        (reader, lambda p: unlink(office, p, "bang-thu", 2022, document, "1.2.1")),
        (nobody, lambda p: links(office, p, UNIT, 2022)),
        (nobody, lambda p: documents(office, p, UNIT)),
        (nobody, lambda p: revisions(office, p, document)),
        (nobody, lambda p: open_document(office, p, document)),
        (nobody, lambda p: coverage(office, p, table(office), UNIT, 2022)),
    ]:
        with pytest.raises(NotAllowed):
            call(person)
    assert len(revisions(office, LOCAL, document)) == 1


def test_coverage_counts_required_needs_exactly(office: Store) -> None:
    nothing = coverage(office, LOCAL, table(office), UNIT, 2022)
    assert nothing.total == Count(required=3, answered=0, leaves_missing=2)
    assert nothing.fields == {"1": Count(3, 0, 2), "2": Count(0, 0, 0)}
    assert nothing.fields["2"].share is None
    attached(office, NewLink("1.2.1"), NewLink("1.1", need=2), NewLink("2.1"))
    some = coverage(office, LOCAL, table(office), UNIT, 2022)
    assert some.total == Count(3, 1, 1)
    assert [need.need.title for need in some.missing["1.1"]] == ["Báo cáo", "Ảnh chụp"]
    assert some.leaves["2.1"].additional[0].document.description == REPORT
    link(office, LOCAL, table(office), 2022, some.links[0].document.id, [NewLink("1.1", need=n) for n in (0, 1)])
    assert coverage(office, LOCAL, table(office), UNIT, 2022).total == Count(3, 3, 0)


def test_where_a_leaf_has_several_needs_nobody_guesses(office: Store) -> None:
    attached(office, NewLink("1.1"))
    found = coverage(office, LOCAL, table(office), UNIT, 2022).leaves["1.1"]
    assert len(found.additional) == 1
    assert len(found.missing) == 2


def test_a_crash_before_the_row_leaves_an_orphan_that_the_sweep_reports(
    office: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(attaching, "append_link", killed)
        with pytest.raises(KeyboardInterrupt):
            attached(office)
    assert not documents(office, LOCAL, UNIT)
    found = sweep(office)
    assert found.without_row == (keep_file(office.files, PDF),)
    assert not found.without_content
    attached(office)
    assert sweep(office).clean


def test_the_sweep_looks_both_ways_and_deletes_nothing(office: Store) -> None:
    document = attached(office).document
    place = file_path(office.files, document.sha256)
    place.rename(place.with_name(PART + "unfinished"))
    (office.files / "zz").mkdir()
    (office.files / "zz" / "note.txt").write_text("not ours")
    found = sweep(office)
    assert found.without_content == (document.sha256,)
    assert found.unfinished == (place.with_name(PART + "unfinished"),)
    assert not found.without_row
    assert found.unfinished[0].exists()
