"""``--json`` prints its one object in every case: a program that reads it never meets silence or a traceback."""

import json
from pathlib import Path

import pytest

from data.store.opening import open_store
from tests.commands.conftest import PLAN, UNIT, Command

OF_IMPORT = {"accepted", "month", "unit", "sha256", "rows", "problems", "skipped"}
OF_PROBLEM = {"code", "severity", "sheet", "row", "column", "value", "message_vi", "message_en", "remedy_vi"}
CASES = [
    ({"unit": "khong-co"}, "U003"),
    ({"table": "khong-co"}, "U004"),
    ({"unit": "so-khcn-quang-ngai"}, "U005"),
    ({"month": "2023-01"}, "U006"),
    ({"month": "2022-13"}, "U007"),
    ({"month": "tháng sáu"}, "U007"),
    ({"criteria": "/khong/co"}, "S004"),
]


def words(file: Path, **other: str) -> list[str]:
    chosen = {"table": PLAN, "unit": UNIT, "month": "2022-05", **other}
    return [str(file), *(word for name, value in chosen.items() for word in (f"--{name}", value)), "--json"]


def refusal(out: str) -> list[dict[str, str]]:
    """The problems of the one object."""
    found = json.loads(out)
    assert set(found) == OF_IMPORT and found["accepted"] is False and found["rows"] == []
    for problem in found["problems"]:
        assert set(problem) == OF_PROBLEM and problem["severity"] == "error"
        assert problem["message_vi"] and problem["message_en"] and problem["remedy_vi"]
        assert problem["message_vi"] != problem["message_en"]
    return list(found["problems"])


@pytest.mark.parametrize(("other", "code"), CASES)
def test_an_import_that_cannot_begin(thuoc: Command, tmp_path: Path, other: dict[str, str], code: str) -> None:
    file = tmp_path / "bieu.xlsx"
    file.write_bytes(b"x")
    ran = thuoc("import", *words(file, **other), store=tmp_path / "store")
    assert ran.code == 2 and [one["code"] for one in refusal(ran.out)] == [code]
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("name", ["khong-co.xlsx", "thu-muc.xlsx"])
def test_a_file_that_is_not_there_or_is_a_folder(thuoc: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "thu-muc.xlsx").mkdir()
    ran = thuoc("import", *words(tmp_path / name), store=tmp_path / "store")
    assert ran.code == 2 and [one["code"] for one in refusal(ran.out)] == ["I100"]
    assert name in refusal(ran.out)[0]["message_vi"]
    plain = thuoc("import", *words(tmp_path / name)[:-1], store=tmp_path / "store")
    assert plain.code == 2 and "I100" in plain.err and not plain.out


def test_a_store_that_cannot_be_had(thuoc: Command, tmp_path: Path) -> None:
    file = tmp_path / "bieu.xlsx"
    file.write_bytes(b"x")
    assert [one["code"] for one in refusal(thuoc("import", *words(file), store=file).out)] == ["S005"]
    held = open_store(tmp_path / "store")
    try:
        ran = thuoc("import", *words(file), store=tmp_path / "store")
    finally:
        held.close()
    assert ran.code == 2
    (problem,) = refusal(ran.out)
    assert problem["code"] == "S001" and "đang có người nạp" in problem["message_vi"]
    assert "chạy lại" in problem["remedy_vi"]


@pytest.mark.parametrize(("other", "code"), CASES)
def test_a_score_that_cannot_be_told(thuoc: Command, demo_store: Path, other: dict[str, str], code: str) -> None:
    ran = thuoc("score", *words(Path("x"), **other)[1:], store=demo_store)
    assert ran.code == 2
    found = ran.json
    assert set(found) == {"table", "unit", "month", "problems"}
    (problem,) = found["problems"]
    assert problem["code"] == code and set(problem) == OF_PROBLEM and problem["message_vi"]
