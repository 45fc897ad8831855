"""The shipped tables load without a single problem, and every example of their README is a rule."""

import re
from collections import Counter
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
        "ca-mau-1880-2013": 6,
        "dien-bien-so-cong-thuong-2022": 45,
        "mau-so-100-diem": 84,
        "qd-766-2022": 23,
        "quang-ngai-so-khcn-2021": 29,
        "thai-nguyen-so-khcn-2019": 8,
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
    fields = [part for part in table.tree.children if part.base]
    assert [part.max for part in fields] == [16, 9, 25, 9, 12, 10, 19]
    assert len([leaf for leaf in table.leaves if leaf.base]) >= 70
    assert max(depth for depth, _part in table.tree.walk()) == 3  # field, criterion, sub-criterion, leaf
    assert {table.field_of(leaf.id).id for depth, leaf in table.tree.walk() if depth == 3} >= {"3", "5", "7"}


def test_the_template_uses_every_kind_and_everything_a_table_can_hold() -> None:
    table = CRITERIA.tables["mau-so-100-diem"]
    # Named one by one: a kind that is added needs no line in the template (CONTRIBUTING counts what it needs).
    assert {leaf.kind for leaf in table.leaves} == {
        "bands", "proportional", "interpolate", "yes_no", "options", "count_tiers", "per_item", "deduction",
        "checklist", "judgement", "target", "formulas",
    }  # fmt: skip
    scored_by = Counter(leaf.scored_by for leaf in table.leaves)
    assert scored_by[ScoredBy.SURVEY] >= 8 and scored_by[ScoredBy.APPRAISER] >= 5
    held = {node.id: node for node in table.nodes if node.holds}
    assert {name for name, node in held.items() if node.gate} == {"1.1", "1.3"}
    read = {code for leaf in table.leaves for code in leaf.inputs}
    assert [held[name].gate.input.single in read for name in ("1.1", "1.3")] == [True, False]  # type: ignore[union-attr]
    assert held["7.6"].cap == held["7.6"].max == Fraction("1.5")
    assert sum(leaf.max for leaf in held["7.6"].leaves()) == 2
    assert (held["T"].bonus_max, sum(leaf.max for leaf in held["T"].leaves())) == (3, Fraction("3.5"))
    assert [leaf.id for leaf in table.leaves if leaf.penalty] == ["5.3.3", "P.1", "P.2"]
    assert (held["P"].lowest, sum(leaf.lowest for leaf in held["P"].leaves())) == (-2, -3)
    assert {str(arose.instead.source) for leaf in table.leaves if (arose := leaf.nothing_arose) and arose.instead}


def test_each_leaf_of_the_template_tells_its_own_words_and_what_proves_it() -> None:
    for leaf in CRITERIA.tables["mau-so-100-diem"].leaves:
        assert (leaf.reference.document, leaf.reference.place) == ("Bảng mẫu", leaf.id)
        assert leaf.reference.quote and leaf.title_en, leaf.id
        required = [need for need in leaf.evidence if need.required]
        assert bool(required) is (leaf.scored_by is ScoredBy.SELF and not leaf.penalty), leaf.id


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
