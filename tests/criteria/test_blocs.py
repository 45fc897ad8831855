"""Blocs: what the shipped ones say, what a broken file is told, and which are shown in which store."""

from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.criteria.bloc import load_blocs
from data.criteria.folder import SHIPPED, check_paths, load_folders
from data.language import render
from data.store.opening import open_store
from data.units.blocs import add_bloc, blocs, find_bloc
from data.units.known import UnitRefused, units

THAI_NGUYEN, DEMO = "thai-nguyen-co-quan-chuyen-mon", "tinh-minh-hoa"
GOOD = """id: khoi
status: official
title: Khối thử
reference: {document: Quyết định thử, place: Điều 1, quote: khối thử}
results:
  - {year: 2018, unit: so-mot, rank: 1}
members:
  - {id: so-mot, name: Sở Một}
  - {id: so-hai, name: Sở Hai, derived: yes}
"""


def test_only_what_the_document_prints_is_told_as_fact() -> None:
    bloc = load_folders([SHIPPED]).blocs[THAI_NGUYEN]
    assert [member.id for member in bloc.members if not member.derived] == ["so-khcn-thai-nguyen"]
    assert "khối cơ quan chuyên môn thuộc UBND tỉnh Thái Nguyên" in bloc.reference.quote
    assert "chỉ nêu tên Sở Khoa học và Công nghệ" in bloc.reference.derived
    # 17 agencies that every province has (Decree 24/2014), and the one special agency known of Thái Nguyên
    assert len(bloc.members) == 18 and bloc.members[-1].id == "ban-dan-toc-thai-nguyen"
    for source in ("24/2014/NĐ-CP", "lawnet.vn", "chưa đối chiếu với bản công báo", "474/QĐ-UBND"):
        assert source in bloc.reference.derived
    assert [(one.year, one.unit, one.rank) for one in bloc.results] == [
        (2017, "so-khcn-thai-nguyen", 1),
        (2018, "so-khcn-thai-nguyen", 1),
    ]


def test_the_demo_bloc_says_so_in_every_name() -> None:
    bloc = load_folders([SHIPPED]).blocs[DEMO]
    assert bloc.status == "demo" and len(bloc.members) == 20
    assert all(member.name.endswith("(minh họa)") and member.name_en.endswith("(demo)") for member in bloc.members)
    assert all(member.id.startswith("minh-hoa-") for member in bloc.members)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("id: so-hai", "id: so-mot", "C060", "1"),
        ("unit: so-mot", "unit: so-ba", "C061", "1"),
        ("rank: 1", "hang: 1", "C011", "6: results.0.hang"),
        ("title: Khối thử\n", "", "C010", "1: title"),
        ("derived: yes", "derived: co", "C013", "9: members.1.derived"),
        ("rank: 1", "rank: 0", "C031", "6: results.0.rank"),
        ("status: official", "status: [", "C001", "4"),
    ],
)
def test_a_broken_bloc_is_told_at_line_and_key(tmp_path: Path, old: str, new: str, code: str, line: str) -> None:
    (tmp_path / "blocs").mkdir()
    path = tmp_path / "blocs" / "khoi.yaml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    (found,) = check_paths([tmp_path]).files
    assert code in {problem.code for problem in found.problems}
    assert any(problem.place == line for problem in found.problems if problem.code == code), found.problems
    assert all(render(text, "vi") for problem in found.problems for text in (problem.message, problem.remedy))
    loaded = load_folders([SHIPPED, tmp_path])
    assert "khoi" not in loaded.blocs and THAI_NGUYEN in loaded.blocs
    assert [file.path for file in loaded.refused] == [path]


def test_a_bloc_of_ones_own_is_read_and_its_id_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "blocs").mkdir()
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / "blocs" / name).write_text(GOOD, encoding="utf-8")
    first, second = load_blocs([tmp_path])
    assert first.bloc is not None and second.bloc is None
    assert [problem.code for problem in second.problems] == ["C005"]
    assert load_folders([tmp_path]).blocs.keys() == {"khoi"}


def test_a_store_gets_the_units_of_a_bloc_when_asked_and_shows_no_demo_bloc_of_its_own(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    try:
        assert [bloc.id for bloc in blocs(store, LOCAL)] == [THAI_NGUYEN]
        with pytest.raises(UnitRefused) as refused:
            find_bloc(store, LOCAL, DEMO)
        assert refused.value.problems[0].code == "U008"
        before = {unit.id for unit in units(store, LOCAL)}
        bloc = find_bloc(store, LOCAL, THAI_NGUYEN)
        assert add_bloc(store, LOCAL, bloc) == 17  # the department that has a table of its own is there already
        assert {unit.id for unit in units(store, LOCAL)} - before == {member.id for member in bloc.members[1:]}
        assert add_bloc(store, LOCAL, bloc) == 0
    finally:
        store.close()
