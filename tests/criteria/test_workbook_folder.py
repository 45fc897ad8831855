"""Workbooks among the tables of a folder, and the tables that an office adopts."""

from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from data.accounts.person import LOCAL, NotAllowed, Person
from data.criteria.adopting import TableNotAdopted, adopt, adopt_into, edition_before, propose
from data.criteria.folder import SHIPPED, TOO_LARGE, Criteria, check_paths, load_folders
from data.criteria.workbook.handing_out import blank_workbook, table_workbook
from data.criteria.workbook.writing import make_workbook
from data.criteria.yaml_text import read_yaml
from data.store.opening import ADOPTED, open_store
from data.units.known import UnitRefused, units
from tests.criteria.test_workbook_broken import BROKEN
from tests.criteria.workbooks import WHOLE, raw, whole, words

PLAN = "thai-nguyen-so-khcn-2019"


def book(**changes: Any) -> bytes:
    return make_workbook({**raw(WHOLE), **changes})


@pytest.fixture(scope="module")
def shipped() -> Criteria:
    return load_folders([SHIPPED])


def test_a_workbook_is_loaded_like_a_yaml_file(tmp_path: Path) -> None:
    (tmp_path / "bang.xlsx").write_bytes(book())
    (tmp_path / "~$bang.xlsx").write_bytes(b"open in Excel")
    (tmp_path / "HOA.XLSX").write_bytes(book(id="hoa"))
    (file, other) = load_folders([tmp_path]).files
    assert (file.path.name, file.id, other.id) == ("HOA.XLSX", "hoa", "whole")
    assert file.table is not None and not file.problems
    assert len(check_paths([tmp_path]).files) == 2


def test_a_second_file_of_one_id_is_told_at_its_cell(tmp_path: Path) -> None:
    copy(WHOLE, tmp_path / "a.yaml")
    (tmp_path / "b.xlsx").write_bytes(book())
    (refused,) = load_folders([tmp_path]).refused
    (problem,) = refused.problems
    assert (problem.code, problem.place) == ("C005", "Bảng!B3")
    assert words(problem.message) == "The file a.yaml already has the id whole."


def test_a_code_that_is_another_number_elsewhere_is_told_at_its_cell(tmp_path: Path) -> None:
    content = raw(WHOLE)
    content["indicators"]["TTHC_CONG_KHAI"] = {"title": "Đã công khai", "measure": "yes_no", "year": "once"}
    (tmp_path / "b.xlsx").write_bytes(make_workbook(content))
    (file,) = check_paths([tmp_path / "b.xlsx"]).files
    wrong = {(one.code, one.place) for one in file.problems if one.severity == "error"}
    assert wrong == {("C141", f"Chỉ tiêu số liệu!C{len(content['indicators']) + 2}")}
    assert file.table is None


def test_a_broken_workbook_keeps_the_others_from_nothing(tmp_path: Path) -> None:
    change, _told = BROKEN["a hole in the scale"]
    assert callable(change)
    (tmp_path / "a.xlsx").write_bytes(whole(change))
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "c.xlsx").write_bytes(b"0" * (TOO_LARGE + 1))
    copy(WHOLE, tmp_path / "d.yaml")
    loaded = load_folders([tmp_path])
    assert [file.path.name for file in loaded.refused] == ["a.xlsx", "b.xlsx", "c.xlsx"]
    assert loaded.tables.keys() == {"whole"}


def test_a_table_is_handed_out_as_it_is_loaded_and_a_blank_one(shipped: Criteria) -> None:
    made = table_workbook(shipped, PLAN)
    assert made.name == f"bang-tieu-chi_{PLAN}.xlsx"
    assert made.content == make_workbook(raw(SHIPPED / f"{PLAN}.yaml"))
    assert blank_workbook().name == "bang-tieu-chi_moi.xlsx"
    with pytest.raises(UnitRefused) as refused:
        table_workbook(shipped, "khong-co")
    assert refused.value.problems[0].code == "U004"


def test_an_adopted_table_is_stored_as_yaml_and_loaded_by_the_store(tmp_path: Path, shipped: Criteria) -> None:
    proposal = propose(shipped, "Bảng của tỉnh.xlsx", book(id="tinh-2025"))
    assert proposal.file.table is not None and proposal.known is None
    done = adopt(LOCAL, tmp_path / ADOPTED, proposal)
    assert done.path == tmp_path / "criteria" / "tinh-2025.yaml" and not done.again
    text = done.path.read_text(encoding="utf-8")
    assert text.startswith(f"# Bảng của tỉnh.xlsx\n# SHA-256 {proposal.file.sha256}\n\nid: tinh-2025\n")
    assert read_yaml(text).content == {**raw(WHOLE), "id": "tinh-2025"}
    assert [path.name for path in done.path.parent.iterdir()] == ["tinh-2025.yaml"]
    store = open_store(tmp_path)
    assert store.criteria.tables["tinh-2025"] == proposal.file.table
    store.close()


def test_the_same_table_again_is_left_alone_and_another_under_its_id_is_refused(
    tmp_path: Path, shipped: Criteria
) -> None:
    folder = tmp_path / ADOPTED
    first = adopt(LOCAL, folder, propose(shipped, "a.xlsx", book(id="tinh")))
    written = first.path.read_bytes()
    now = load_folders([SHIPPED, folder])
    again = adopt(LOCAL, folder, propose(now, "b.xlsx", book(id="tinh")))
    assert again.again and again.path == first.path
    with pytest.raises(TableNotAdopted) as refused:
        adopt(LOCAL, folder, propose(now, "b.xlsx", book(id="tinh", edition="2")))
    (problem,) = refused.value.problems
    assert (problem.code, problem.place) == ("C005", "Bảng!B3")
    with pytest.raises(TableNotAdopted) as refused:
        adopt(LOCAL, folder, propose(shipped, "b.xlsx", book(id="tinh", edition="2")))
    assert refused.value.problems[0].code == "C230"
    assert first.path.read_bytes() == written
    shipped_again = propose(shipped, "c.xlsx", table_workbook(shipped, PLAN).content)
    assert adopt(LOCAL, folder, shipped_again).path == SHIPPED / f"{PLAN}.yaml"


def test_a_table_with_problems_is_not_adopted(tmp_path: Path, shipped: Criteria) -> None:
    changes, expected = BROKEN["rows of nobody"]
    assert isinstance(changes, tuple)
    proposal = propose(shipped, "a.xlsx", whole(*changes))
    with pytest.raises(TableNotAdopted) as refused:
        adopt(LOCAL, tmp_path, proposal)
    assert len(refused.value.problems) == len(expected)
    with pytest.raises(NotAllowed):
        adopt(Person("x", "X", frozenset()), tmp_path, propose(shipped, "a.xlsx", book()))
    assert list(tmp_path.iterdir()) == []


def test_the_edition_before_is_of_the_same_kind_for_the_same_units(shipped: Criteria) -> None:
    plan = raw(SHIPPED / f"{PLAN}.yaml")
    proposal = propose(shipped, "a.xlsx", make_workbook({**plan, "id": "ke-hoach-2020"}))
    assert proposal.before == shipped.tables[PLAN]
    assert proposal.file.table is not None
    elsewhere = propose(
        shipped, "a.xlsx", make_workbook({**plan, "id": "b", "units": [{"id": "so-x", "name": "Sở X"}]})
    )
    assert elsewhere.before is None
    assert edition_before([], proposal.file.table) is None


def test_an_open_store_loads_an_adopted_table_at_once_with_its_units(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    before = store.version
    done = adopt_into(store, LOCAL, "a.xlsx", book(id="tinh-2025"))
    assert store.criteria.tables["tinh-2025"] == done.table and store.version > before
    assert "so-mot" in {unit.id for unit in units(store, LOCAL)}
    leaves = store.cursor().execute("SELECT count(*) FROM criteria_leaf WHERE table_id = 'tinh-2025'").fetchall()
    assert leaves == [(len(done.table.leaves),)]
    version = store.version
    assert adopt_into(store, LOCAL, "b.xlsx", book(id="tinh-2025")).again and store.version == version
    with pytest.raises(TableNotAdopted):
        adopt_into(store, LOCAL, "b.xlsx", book(id="tinh-2025", edition="2"))
    store.close()
    again = open_store(tmp_path)
    assert again.criteria.tables["tinh-2025"] == done.table
    again.close()
