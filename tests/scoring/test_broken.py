"""Every file of ``tests/broken`` is refused with all its problems at line and key; the others of its folder load."""

from pathlib import Path
from shutil import copy

import pytest

from data.criteria.folder import SHIPPED, TOO_LARGE, load_file, load_folders
from scoring.exact import parse_exact
from scoring.messages import Message, Problem

BROKEN = sorted((Path(__file__).resolve().parents[1] / "broken").glob("*.yaml"))


def words(message: Message) -> str:
    shown = {key: ", ".join(map(str, value)) if isinstance(value, tuple) else value
             for key, value in message.values.items()}  # fmt: skip
    return message.text.format(**shown)


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


def test_the_words_are_there_to_be_held_against() -> None:
    assert len(BROKEN) >= 15
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
    assert [(file.path.name, [p.code for p in file.problems]) for file in criteria.refused] == [("2.yaml", ["C005"])]
    assert len(criteria.tables) == 1


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
