"""One round tells everything: what cannot be read hides nothing but what hangs on it, and adds nothing of its own."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from data.criteria.check import check
from data.criteria.folder import SHIPPED
from data.criteria.yaml_text import read_yaml
from scoring.messages import Problem

WHOLE = Path(__file__).with_name("whole.yaml")
BROKEN = Path(__file__).resolve().parents[1] / "broken"
UNREADABLE = {"empty.yaml", "syntax.yaml", "tab.yaml", "bracket.yaml"}  # no YAML, so no keys
ADDED = "  - {id: them-vao, title: Thêm vào, max: 0, input: KHONG_KHAI_BAO, rule: {kind: judgement}}\n"

Keys = tuple[Any, ...]
Told = tuple[str, str, str]


def key(problem: Problem) -> str:
    return problem.place.partition(": ")[2]


def told(text: str) -> set[Told]:
    """Code, key and words of each problem; every one stands at a line, and but for broken YAML at a key."""
    problems = check(text).problems
    lines = [int(problem.place.partition(":")[0]) for problem in problems]
    assert lines == sorted(lines)
    assert all(0 < line <= text.count("\n") + 1 for line in lines)
    assert all(key(problem) or problem.code == "C001" for problem in problems)
    found = [(problem.code, key(problem), repr(problem.message)) for problem in problems]
    assert len(found) == len(set(found))
    return set(found)


def paths(content: Any, at: Keys = ()) -> Iterator[Keys]:
    items = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for part, value in items:
        yield (*at, part)
        yield from paths(value, (*at, part))


def at(content: Any, path: Keys) -> Any:
    for part in path:
        content = content[part]
    return content


def written(content: Any) -> str:
    text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6)
    return text.replace("'%ALIAS%'", "*khac").replace("'%TAG%", "!so '")


# What befalls one key; the table is broken by it, or has a key less that it need not have.
FAULTS = ("list", "mapping", "comma", "nothing", "alias", "removed", "misspelt", "unknown")


def break_key(content: Any, path: Keys, fault: str) -> None:
    held, last = at(content, path[:-1]), path[-1]
    if fault == "removed":
        del held[last]
    elif fault == "misspelt" and isinstance(last, str):
        items = [(name[:-1] + name[-1] * 2 if name == last else name, value) for name, value in held.items()]
        held.clear()
        held.update(items)
    elif fault == "unknown" and isinstance(held[last], dict):
        held[last]["khong_ro"] = "1"
    else:
        held[last] = {"list": ["7,5"], "mapping": {}, "comma": "7,5", "nothing": "", "alias": "%ALIAS%"}.get(fault, "?")


def leaves(content: Any) -> list[Keys]:
    return [
        path for path in paths(content) if path[-1] == "title" and "tree" in path and "input" in at(content, path[:-1])
    ]


def break_rule(content: Any, leaf: Keys, finding: str) -> Told | None:
    """A finding of the lint in one leaf: code and key of what must be told."""
    keys, place = at(content, leaf), ".".join(map(str, leaf))
    if finding == "C121":
        del keys["reference"]
    elif finding == "C120":
        keys["input"] = "KHONG_KHAI_BAO"
        place += ".input"
    elif finding == "C134":
        keys["lowest"] = "9999"
        place += ".lowest"
    elif finding == "C133":
        keys["lowest"] = "-0.0001"
        place += ".max"
    return finding, place, ""


def tables() -> dict[str, Any]:
    found = {
        path.stem: read_yaml(path.read_text(encoding="utf-8")).content for path in [WHOLE, *SHIPPED.glob("*.yaml")]
    }
    assert all(not told(written(content)) for content in found.values())
    return found


TABLES = tables()


def drawn(seed: int) -> tuple[Random, Any]:
    random = Random(seed)
    return random, deepcopy(TABLES["whole" if random.random() < 0.7 else random.choice(sorted(TABLES))])


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_what_cannot_be_read_makes_no_finding_of_its_own(seed: int) -> None:
    for number in range(seed, seed + 20):
        random, content = drawn(number)
        path, fault = random.choice(list(paths(content))), random.choice(FAULTS)
        break_key(content, path, fault)
        found = told(written(content))
        if any(code < "C1" for code, _key, _words in found):  # a key that need not be there may go without a word
            assert [one for one in found if one[0] > "C1"] == [], (path, fault)


@pytest.mark.parametrize("seed", range(0, 160, 20))
def test_a_key_that_cannot_be_read_and_a_finding_elsewhere_are_both_told(seed: int) -> None:
    both = 0
    for number in range(seed, seed + 20):
        random, content = drawn(number)
        leaf = random.choice(leaves(content))[:-1]
        finding = random.choice(["C120", "C121", "C133", "C134"])
        elsewhere = [path for path in paths(content) if not hang_together(path, leaf)]
        path, fault = random.choice(elsewhere), random.choice([fault for fault in FAULTS if fault != "removed"])
        one, other, together = deepcopy(content), deepcopy(content), deepcopy(content)
        break_key(one, path, fault)
        must = break_rule(other, leaf, finding)
        break_rule(together, leaf, finding)
        break_key(together, path, fault)
        alone, found, all_at_once = told(written(one)), told(written(other)), told(written(together))
        assert must is not None and must[:2] in {each[:2] for each in found}
        assert all_at_once == alone | found, (path, fault, leaf, finding)
        both += bool(alone)
    assert both > 5


def hang_together(path: Keys, leaf: Keys) -> bool:
    """The leaf itself and what holds it; what its findings are measured by; nothing else."""
    within = path[: len(leaf)] == leaf or leaf[: len(path)] == path
    return within or path[0] == "rounding" or path == ("indicators",)


@pytest.mark.parametrize("seed", range(30))
def test_many_broken_keys_are_problems_and_never_a_crash(seed: int) -> None:
    random, content = drawn(seed + 1000)
    for _time in range(random.randint(2, 10)):
        if left := list(paths(content)):
            break_key(content, random.choice(left), random.choice(FAULTS))
    found = told(written(content))
    assert found or check(written(content)).table is not None


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_leaf_added_to_a_broken_file_is_told_beside_all_the_rest(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name in UNREADABLE:
        assert check(text).indicators == {}
        return
    lines = text.splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.startswith("tree:")) + 1
    end = next((number for number in range(first, len(lines)) if lines[number][0] not in " #\n"), len(lines))
    before, after = told(text), told("".join([*lines[:end], ADDED, *lines[end:]]))
    assert before <= after
    assert sorted(code for code, _key, _words in after - before) == ["C120", "C121"]


def test_a_table_nested_beyond_all_measure_is_told_and_not_read() -> None:
    assert [(problem.code, problem.place) for problem in check("id: a\ntree: " + "[" * 900 + "]" * 900).problems] == [
        ("C001", "2")
    ]
