"""Whatever a rule kind refuses has words of its own, and a broken file that meets them."""

import ast
from pathlib import Path

import pytest

from data.criteria.refusals import SAID
from tests.scoring.test_broken import BROKEN, expected

KINDS = Path(__file__).resolve().parents[2] / "scoring" / "kinds"


def refused() -> list[str]:
    """The text of every ``ValueError`` that is raised in ``scoring/kinds``."""
    calls = [
        node
        for path in sorted(KINDS.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ValueError"
    ]
    return sorted({str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)})


@pytest.mark.parametrize("found", refused())
def test_it_has_words_and_a_file_that_meets_them(found: str) -> None:
    assert found in SAID
    met = {line.split()[0] for path in BROKEN for _at, line in expected(path)}
    assert SAID[found][0] in met


def test_there_are_refusals() -> None:
    assert len(refused()) > 10
