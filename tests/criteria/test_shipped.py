"""The shipped tables load without a single problem, and every example of their README is a rule."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from data.criteria.folder import SHIPPED, load_folders
from data.criteria.schema import NodeKeys
from data.criteria.yaml_text import read_yaml
from scoring.expression import parse_expression
from scoring.kinds import KINDS
from scoring.table import ScoredBy, TableKind

CRITERIA = load_folders([SHIPPED])
# What the template shows of the kinds; every kind stands in the examples of the README anyway.
IN_THE_TEMPLATE = {"bands", "proportional", "yes_no", "options", "count_tiers", "checklist", "judgement"}
EXAMPLES = [
    block
    for block in re.findall(r"```yaml\n(.*?)```", (SHIPPED / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    if block.startswith("# rule")
]
LEAVES = [
    block
    for block in re.findall(r"```yaml\n(.*?)```", (SHIPPED / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    if block.startswith(("# leaf", "# node"))
]


def test_every_shipped_file_loads_without_error_or_warning() -> None:
    assert {file.path.name: file.problems for file in CRITERIA.files if file.problems} == {}
    assert {table.id: len(table.leaves) for table in CRITERIA.tables.values()} == {
        "bac-lieu-so-cong-thuong-2022": 33,
        "binh-thuan-iso-2021-2025": 5,
        "dien-bien-so-cong-thuong-2022": 45,
        "mau-so-100-diem": 56,
        "quang-ngai-so-khcn-2021": 29,
    }


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_rule_of_the_readme_is_read_by_the_kernel(example: str) -> None:
    content = read_yaml(example).content
    assert isinstance(content, dict)
    rule = content.get("rule", content)
    assert isinstance(rule, dict)
    kind = KINDS[str(rule["kind"])]
    parameters = kind.model.model_validate({key: value for key, value in rule.items() if key != "kind"})
    given = None if kind.own_inputs else parse_expression("X")
    terms = kind.terms(parameters, Fraction(10), given)
    assert all(term.pieces for term in terms)


@pytest.mark.parametrize("example", LEAVES)
def test_each_leaf_and_node_of_the_readme_is_read(example: str) -> None:
    content = read_yaml(example).content
    assert isinstance(content, dict)
    keys = NodeKeys.model_validate({"id": "1", "title": "1", **content})
    for formula in keys.formulas:
        parameters = {key: value for key, value in formula.rule.items() if key != "kind"}
        assert KINDS[str(formula.rule["kind"])].model.model_validate(parameters)


def test_the_readme_has_an_example_for_every_kind() -> None:
    shown = set(re.findall(r"kind: (\w+)", "\n".join(EXAMPLES)))
    assert shown == set(KINDS)


def test_the_template_is_no_official_table_and_has_the_shape_of_one() -> None:
    table = CRITERIA.tables["mau-so-100-diem"]
    assert table.template and table.kind is TableKind.POINTS
    assert "không phải bảng tiêu chí chính thức" in table.title
    assert table.max == 100
    assert len(table.tree.children) == 7
    assert len(table.leaves) >= 40
    assert {leaf.scored_by for leaf in table.leaves} == set(ScoredBy)
    assert {leaf.kind for leaf in table.leaves} >= IN_THE_TEMPLATE


def test_the_plan_of_dien_bien_keeps_its_possible_conflicts_and_marks_readings_of_ours() -> None:
    table = CRITERIA.tables["dien-bien-so-cong-thuong-2022"]
    assert table.kind is TableKind.TARGETS and not table.template
    assert len(table.leaves) == 45
    sides = [set(conflict.leaves) for conflict in table.conflicts]
    assert {"II.2.5.f", "II.6.3.c"} in sides  # portal: at least 80 % of procedures, over 90 % of services
    assert {"II.2.5.g", "II.6.3.d"} in sides  # online dossiers: at least 50 %, over 50 %
    assert all(leaf.reference.quote and leaf.reference.place for leaf in table.leaves)
    derived = {leaf.id for leaf in table.leaves if leaf.reference.derived}
    assert {"II.2.5.c", "II.2.4.b", "IV.1.a"} <= derived


@pytest.mark.parametrize("path", sorted(Path(SHIPPED).glob("*.yaml")), ids=lambda path: path.stem)
def test_no_two_tables_define_one_indicator_differently(path: Path) -> None:
    loaded = next(file for file in CRITERIA.files if file.path == path)
    assert [problem.code for problem in loaded.problems if problem.code == "C140"] == []
