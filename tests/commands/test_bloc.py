"""``thuoc bloc`` and ``thuoc blocs``: ranks as the kernel has them, for people and for programs; what is refused."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.exports.json_bloc import bloc_object
from data.language import format_share
from data.scores.bloc import BlocScore, score_bloc
from data.units.blocs import find_bloc
from data.units.known import find_table
from scoring.period import Month
from tests.commands.conftest import PLAN, TEMPLATE, Command
from tests.made_once import demo_province

THAI_NGUYEN, DEMO = "thai-nguyen-co-quan-chuyen-mon", "tinh-minh-hoa"
WORDS = ("bloc", "--table", TEMPLATE, "--bloc", DEMO, "--month", "2022-12")


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BlocScore]:
    """The demo province, and what the kernel says of its December."""
    folder = tmp_path_factory.mktemp("province") / "store"
    store = demo_province(folder)
    try:
        bloc = find_bloc(store, LOCAL, DEMO)
        return folder, score_bloc(store, LOCAL, find_table(store, TEMPLATE), bloc, Month(2022, 12))
    finally:
        store.close()


def test_json_is_the_object_of_the_kernel(thuoc: Command, province: tuple[Path, BlocScore]) -> None:
    folder, expected = province
    ran = thuoc(*WORDS, "--json", store=folder)
    assert ran.code == 0 and ran.json == bloc_object(expected)
    assert ran.json["demo"] is True and ran.json["template"] is True and ran.json["provisional"] is True
    first, second = ran.json["lines"][:2]
    assert Fraction(first["index"]) > Fraction(second["index"]) and (first["rank"], second["rank"]) == (1, 2)
    assert any(line["missing"]["own"] for line in ran.json["lines"])


def test_people_read_the_same_order_with_its_marks(thuoc: Command, province: tuple[Path, BlocScore]) -> None:
    folder, expected = province
    ran = thuoc(*WORDS, store=folder)
    heads, *rows = ran.out.splitlines()
    assert "Hạng" in heads and "Chỉ số" in heads and ran.code == 0
    for line, row in zip(expected.lines, rows, strict=False):
        assert row.split()[0] == str(line.rank) and line.member.name in row
        assert line.index is not None and format_share(line.index, "vi", pad=True) in row
        assert f"  {line.best}–{line.worst}  " in row or (line.best == line.worst and f"  {line.best}  " in row)
        assert ("không thiếu" in row) == line.settled
    assert any("THỨ HẠNG TẠM THỜI" in row for row in rows[20:]) and any("BẢNG MẪU" in row for row in rows[20:])
    assert any("MINH HỌA" in row for row in rows[20:])
    english = thuoc(*WORDS, store=folder, lang="en").out
    assert "Department of Finance (demo)" in english and "PROVISIONAL ORDER" in english


def test_blocs_are_listed_and_their_units_added_only_when_asked(thuoc: Command, tmp_path: Path) -> None:
    (bloc,) = thuoc("blocs", "--json", store=tmp_path).json  # no demo bloc in a store without demo units
    assert bloc["id"] == THAI_NGUYEN and bloc["status"] == "official" and len(bloc["members"]) == 18
    assert [member["id"] for member in bloc["members"] if member["known"]] == ["so-khcn-thai-nguyen"]
    assert sum(member["derived"] for member in bloc["members"]) == 17
    told = thuoc("blocs", store=tmp_path).out
    assert "1 trong 18 đơn vị đã có trong kho" in told and "chưa có trong kho" in told and "theo cách hiểu" in told
    assert not [unit for unit in thuoc("units", "--json", store=tmp_path).json if unit["id"].startswith("so-noi-vu")]
    added = thuoc("blocs", "--add", THAI_NGUYEN, "--json", store=tmp_path)
    assert added.code == 0 and "17" in added.err
    assert all(member["known"] for member in added.json[0]["members"])
    assert "so-noi-vu-thai-nguyen" in {unit["id"] for unit in thuoc("units", "--json", store=tmp_path).json}
    assert thuoc("blocs", "--add", THAI_NGUYEN, store=tmp_path).code == 0  # once more adds nothing


def test_a_bloc_without_figures_has_no_ranks_and_no_zeros(thuoc: Command, tmp_path: Path) -> None:
    words = ("bloc", "--table", TEMPLATE, "--bloc", THAI_NGUYEN, "--month", "2026-06")
    lines = thuoc(*words, "--json", store=tmp_path).json["lines"]
    assert len(lines) == 18 and all(line["rank"] is None and line["points"] is None for line in lines)
    _heads, first, *_rest = thuoc(*words, store=tmp_path).out.splitlines()
    name = "Sở Khoa học và Công nghệ tỉnh Thái Nguyên"
    cells = ["–", name, "chưa biết", "–", "-2,90%–100,00%", "1–18", "chưa có số liệu nào"]  # penalties may still come
    assert re.split(r"\s{2,}", first) == cells


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--table", TEMPLATE, "--bloc", "khong-co", "--month", "2022-12"), "U008"),
        (("--table", "khong-co", "--bloc", THAI_NGUYEN, "--month", "2022-12"), "U004"),
        (("--table", PLAN, "--bloc", THAI_NGUYEN, "--month", "2022-12"), "U005"),
        (("--table", TEMPLATE, "--bloc", THAI_NGUYEN, "--month", "2022-13"), "U007"),
    ],
)
def test_a_refusal_is_told_and_is_one_object_for_programs(
    thuoc: Command, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    plain = thuoc("bloc", *words, store=tmp_path)
    assert plain.code == 2 and code in plain.err and "Traceback" not in plain.err
    ran = thuoc("bloc", *words, "--json", store=tmp_path)
    assert ran.code == 2 and ran.json["problems"][0]["code"] == code and ran.json["problems"][0]["message_vi"]
    assert len(ran.json["problems"]) == (18 if code == "U005" else 1)  # all members at once


def test_adding_a_bloc_that_is_not_there_is_refused(thuoc: Command, tmp_path: Path) -> None:
    ran = thuoc("blocs", "--add", DEMO, store=tmp_path)
    assert ran.code == 2 and "U008" in ran.err and "Traceback" not in ran.err
