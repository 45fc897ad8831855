"""Every file of ``tests/broken`` is refused with all its problems at line and key; the others of its folder load."""

import re
from pathlib import Path
from shutil import copy

import pytest

from data.criteria.folder import SHIPPED, TOO_LARGE, load_file, load_folders
from data.language import render
from scoring.exact import parse_exact
from scoring.messages import Message, Problem

BROKEN = sorted((Path(__file__).resolve().parents[1] / "broken").glob("*.yaml"))


def words(message: Message) -> str:
    return message.text.format(**{key: _shown(value) for key, value in message.values.items()})


def _shown(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(_shown(one)) for one in value)
    return words(value) if isinstance(value, Message) else value


def told(problem: Problem) -> tuple[int, str]:
    line, _colon, key = problem.place.partition(": ")
    return int(line), f"{problem.code} {key or '-'}: {words(problem.message)}"


def expected(path: Path) -> list[tuple[int, str]]:
    """What the file itself says its refusal must be."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [(number, text.strip()) for number, line in lines for text in line.split("#!")[1:]]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_refused_with_all_its_problems(path: Path) -> None:
    loaded = load_file(path)
    assert loaded.table is None
    assert sorted(map(told, loaded.problems)) == sorted(expected(path))
    assert all(problem.severity == "error" and problem.remedy.text for problem in loaded.problems)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_each_refusal_has_code_and_place_and_says_what_and_what_to_do_in_both_languages(
    path: Path,
) -> None:
    found = load_file(path).problems
    assert found
    for problem in found:
        assert re.fullmatch(r"C[0-9]{3}", problem.code)
        assert re.fullmatch(r"[1-9][0-9]*(: [^ ].*)?", problem.place)
        said = [render(words, lang) for words in (problem.message, problem.remedy) for lang in ("vi", "en")]
        assert all(said) and len(set(said)) == 4, said


def test_the_words_are_there_to_be_held_against() -> None:
    assert len(BROKEN) >= 50
    codes = {told.partition(" ")[0] for path in BROKEN for _line, told in expected(path)}
    assert len(codes) >= 65
    assert all(expected(path) for path in BROKEN)


def test_broken_files_do_not_keep_the_others_from_loading(tmp_path: Path) -> None:
    shipped = sorted(SHIPPED.glob("*.yaml"))
    for path in [*BROKEN, *shipped]:
        copy(path, tmp_path)
    (tmp_path / "latin.yaml").write_bytes("id: bảng".encode("utf-16"))
    (tmp_path / "large.yaml").write_bytes(b"#" * (TOO_LARGE + 1))
    criteria = load_folders([tmp_path])
    assert {file.path.name for file in criteria.refused} == {path.name for path in BROKEN} | {
        "latin.yaml",
        "large.yaml",
    }
    assert len(criteria.tables) == len(shipped) >= 1


def test_a_second_file_of_one_id_is_refused_and_the_first_stays(tmp_path: Path) -> None:
    first = sorted(SHIPPED.glob("*.yaml"))[0]
    copy(first, tmp_path / "1.yaml")
    copy(first, tmp_path / "2.yaml")
    criteria = load_folders([tmp_path])
    (refused,) = criteria.refused
    line = first.read_text(encoding="utf-8").splitlines().index(f"id: {criteria.files[0].id}") + 1
    (problem,) = refused.problems
    assert refused.path.name == "2.yaml"
    assert (line, f"C005 id: The file 1.yaml already has the id {refused.id}.") == told(problem)
    assert len(criteria.tables) == 1


def test_a_file_of_the_same_name_is_told_apart_by_its_folder(tmp_path: Path) -> None:
    first = sorted(SHIPPED.glob("*.yaml"))[0]
    for name in ("một", "hai"):
        (tmp_path / name).mkdir()
        copy(first, tmp_path / name / "a.yaml")
    criteria = load_folders([tmp_path / "một", tmp_path / "hai"])
    assert "The file một/a.yaml already has" in words(criteria.refused[0].problems[0].message)


REFUSED = """id: {id}
edition: "1"
kind: points
status: template
title: 7,5
indicators:
  A: {{title: Số lần, measure: count, year: sum}}
  B: {{title: Cách gọi khác, measure: count, year: sum}}
  C: {{title: Số lần, measure: đếm, year: sum}}
tree:
  - {{id: "1", title: M, max: 100, input: B, rule: {{kind: per_item, points: 50}}, reference: {{place: M, quote: M}}}}
"""


def test_a_refused_file_hears_of_the_other_files_too(tmp_path: Path) -> None:
    good = REFUSED.format(id="tot").replace("đếm", "count")
    (tmp_path / "1.yaml").write_text(good, encoding="utf-8")
    other = REFUSED.format(id="tot").replace("Cách gọi khác", "B").replace("A: {title: Số lần, measure: count", RATIO)
    (tmp_path / "2.yaml").write_text(other, encoding="utf-8")
    (tmp_path / "3.yaml").write_text(other.replace("id: tot", "id: Không đọc được"), encoding="utf-8")
    second, third = load_folders([tmp_path]).refused
    between = [
        (7, "C141 indicators.A.measure: A is another kind of number in the table tot."),
        (8, "C140 indicators.B.title: B is defined otherwise in the table tot: name (there: “Cách gọi khác”)."),
        (9, "C031 indicators.C.measure: đếm is not accepted for measure."),
    ]
    assert list(map(told, second.problems)) == [(1, "C005 id: The file 1.yaml already has the id tot."), *between]
    assert list(map(told, third.problems)) == [(1, "C031 id: Không đọc được is not accepted for id."), *between]


RATIO = "A: {title: Số lần, measure: ratio, numerator: a, denominator: b"


def test_a_file_that_is_no_utf_8_is_told_at_its_first_wrong_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"id: bang\ntitle: " + "Bảng".encode("cp1258", "replace") + b"\xe0\n")
    ((problem,),) = (file.problems for file in load_folders([tmp_path]).files)
    assert (problem.code, problem.place) == ("C004", "2")


def test_a_character_that_yaml_forbids_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: bang\ntitle: a\x07\n", encoding="utf-8")
    ((problem,),) = (file.problems for file in load_folders([tmp_path]).files)
    assert (problem.code, problem.place) == ("C001", "2")


@pytest.mark.parametrize(
    "text", ["1,5", "1e3", "1/0", "1/000", "1.2345678", "٣", "--1", "", "1 000", "1_000", "0x1", "½"]
)
def test_no_such_number(text: str) -> None:
    with pytest.raises(ValueError, match="number_not_exact"):
        parse_exact(text)


@pytest.mark.parametrize("given", [0.5, True])
def test_floats_and_truths_are_no_exact_numbers(given: object) -> None:
    with pytest.raises(ValueError, match="number_not_exact"):
        parse_exact(given)
