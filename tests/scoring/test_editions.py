"""Two editions of the template table on the same figures: every line worked by hand (``tests/cases/editions.yaml``)."""

from copy import deepcopy
from fractions import Fraction
from typing import Any

import pytest

from data.criteria.compile import compile_table
from data.criteria.folder import SHIPPED
from data.criteria.schema import TableKeys
from data.criteria.yaml_text import read_yaml
from scoring.compare import Change, Comparison, Group, compare
from scoring.effect import Effect, effects
from scoring.exact import parse_exact, round_half_away
from scoring.lint import lint
from scoring.table import Leaf, Table
from scoring.totals import TableScore, score_table
from tests.criteria.test_template_year import TABLE, YEAR, figures_of
from tests.scoring import case_files

FILE = case_files.read(case_files.CASES / "editions.yaml")
Keys = dict[str, Any]


def content_of(table: str) -> Keys:
    """A shipped table as plain keys."""
    content = read_yaml((SHIPPED / f"{table}.yaml").read_text(encoding="utf-8")).content
    assert isinstance(content, dict)
    return deepcopy(content)


def edited(content: Keys, case: Keys) -> Keys:
    """``content`` after the edits of a case, as an edition of its own."""
    content |= {"id": f"{content['id']}-2", "edition": "lần sau"}
    for code, keys in case.get("indicators", {}).items():
        content["indicators"].setdefault(code, {}).update(keys)
    for edit in case["edits"]:
        _edit(content, edit)
    return content


def _edit(content: Keys, edit: Keys) -> None:
    name = edit.get("part", edit.get("remove"))
    beside = next((found for found in _lists(content) if any(part["id"] == name for part in found)), None)
    part = edit.get("add") or next(one for one in beside or [] if one["id"] == name)
    if "remove" in edit or "under" in edit:
        if beside is not None:
            beside.remove(part)
        if "under" in edit:
            above = next(one for found in _lists(content) for one in found if one["id"] == edit["under"])
            above["children"].append(part)
    part.update(edit.get("set", {}))
    part["id"] = edit.get("as", part["id"])
    if "as" in edit and part["reference"]["place"] == name:
        part["reference"]["place"] = edit["as"]


def _lists(content: Keys) -> list[list[Keys]]:
    """Every list of parts: the tree, and each ``children`` below it."""
    found, at = [content["tree"]], 0
    while at < len(found):
        found += [part["children"] for part in found[at] if "children" in part]
        at += 1
    return found


def edition(case: Keys) -> Table:
    compiled = compile_table(TableKeys.model_validate(edited(content_of(TABLE.id), case)))
    assert not compiled.refused
    assert [(problem.code, problem.place) for problem in lint(compiled.table)] == []
    return compiled.table


AFTER = edition(FILE)
COMPARED = compare(TABLE, AFTER)


def line(keys: Keys) -> Change[Leaf]:
    wanted = (keys.get("before"), keys.get("after"))
    (found,) = [one for one in COMPARED.leaves if (_id(one.before), _id(one.after)) == wanted]
    return found


def _id(part: Leaf | None) -> str | None:
    return None if part is None else part.id


def scores() -> tuple[TableScore, TableScore]:
    figures = figures_of({**YEAR, "figures": {}})
    return score_table(TABLE, figures), score_table(AFTER, {**figures})


@pytest.mark.parametrize("keys", FILE["lines"], ids=lambda keys: keys["say"])
def test_each_criterion_is_told_as_what_it_is(keys: Keys) -> None:
    found = line(keys)
    assert found.group == keys["group"]
    assert found.how == keys.get("how")
    assert [str(aspect) for aspect in found.aspects] == keys.get("aspects", [])


@pytest.mark.parametrize("keys", FILE["lines"], ids=lambda keys: keys["say"])
def test_each_line_costs_or_earns_what_was_worked_by_hand(keys: Keys) -> None:
    found = effects(COMPARED, *scores())
    (one,) = [one for one in found.leaves if one.change == line(keys)]
    expected = case_files.number(keys["effect"])
    assert (one.effect.points if one.measured else None) == expected
    if "possible" in keys:
        assert one.effect.possible == parse_exact(keys["possible"])
    if "state" in keys:
        assert {side.state for side in (one.before, one.after) if side is not None} == {keys["state"]}


def test_all_other_criteria_are_unchanged_and_give_the_same() -> None:
    listed = {(keys.get("before"), keys.get("after")) for keys in FILE["lines"]}
    others = [one for one in COMPARED.leaves if (_id(one.before), _id(one.after)) not in listed]
    assert {one.group for one in others} == {Group.UNCHANGED}
    assert len(others) == int(FILE["unchanged"]) == COMPARED.count(Group.UNCHANGED)
    found = effects(COMPARED, *scores())
    assert {one.effect for one in found.leaves if one.change.group is Group.UNCHANGED} == {Effect()}


def test_nodes_caps_and_gates() -> None:
    changed = {one.part.id: [str(aspect) for aspect in one.aspects] for one in COMPARED.nodes if one.aspects}
    assert changed == FILE["nodes"]
    found = effects(COMPARED, *scores())
    held = {one.change.part.id: one.effect.points for one in found.held if one.taken}
    assert held == {name: parse_exact(text) for name, text in FILE["held"].items()}
    (gated,) = [one for one in found.held if one.change.part.id == "5.5"]
    assert (gated.gate_before, gated.gate_after) == (None, "closed")


def test_the_lines_add_up_to_the_difference_of_the_totals() -> None:
    before, after = scores()
    found = effects(COMPARED, before, after)
    assert {name: getattr(found.sum, name) for name in FILE["total"]} == {
        name: parse_exact(text) for name, text in FILE["total"].items()
    }
    assert found.sum == found.difference
    assert found.sum.points == after.total.points - before.total.points
    assert {name: getattr(after.total, name) for name in FILE["after"]} == {
        name: parse_exact(text) for name, text in FILE["after"].items()
    }
    assert after.total.index is not None
    assert round_half_away(after.total.index * 100, Fraction(1, 100)) == parse_exact(FILE["index_after"])


def test_indicators_are_told_that_came_went_or_are_defined_otherwise() -> None:
    found = {one.code: one for one in COMPARED.indicators}
    assert set(found) == set(FILE["indicators"])
    assert found["LANH_DAO_KY_SO"].before is None
    assert found["HAI_LONG_TTHC"].fields == ("title",)


def test_a_table_compared_with_itself_has_nothing_to_tell() -> None:
    same: Comparison = compare(TABLE, TABLE)
    assert {one.group for one in same.leaves} == {Group.UNCHANGED} == {one.group for one in same.nodes}
    assert not same.indicators
    before, _after = scores()
    found = effects(same, before, before)
    assert found.sum == Effect()
