"""Every key of the schema and of the rule kinds has its column or sheet, its heading, its help and its drop-down."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from data.criteria import schema
from data.criteria.keys import models_in, names
from data.criteria.workbook.columns import Column, Value, columns_of, levels, lists_of, parameters
from data.criteria.workbook.examples import examples, whole_examples
from data.criteria.workbook.guards import LONGEST_HELP, LONGEST_TITLE
from data.criteria.workbook.rows import rows_of
from data.criteria.workbook.sheets import SHOWN, sheet, sheets
from data.criteria.workbook.words import WORDS, answers, dotted, heading
from data.language.catalogue import vietnamese
from scoring.kinds import KINDS


def models(top: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """All models that a criteria file is made of, from the top down."""
    found = [top]
    for model in found:
        inside = (one for info in model.model_fields.values() for one in models_in(info.annotation))
        found += [one for one in dict.fromkeys(inside) if one not in found]
    return iter(found)


def homeless(model: type[BaseModel], key: str) -> bool:
    """True for a key that neither a column nor a sheet of its own holds."""
    columns = [column for one in sheets() for column in one.columns]
    if any(path == (key,) for path, _item in lists_of(model)):
        return not any((model, key) in one.holds for one in sheets())
    own = [column for column in columns_of(model) if column.path[0] == key]
    return not own or any(all(column.path != other.path[-len(column.path) :] for other in columns) for column in own)


def test_each_key_of_the_schema_has_its_column_or_sheet() -> None:
    known = list(models(schema.TableKeys))
    assert {schema.NodeKeys, schema.ReferenceKeys, schema.GateKeys, schema.WhenKeys} <= set(known)
    assert [f"{model.__name__}.{key}" for model in known for key in names(model) if homeless(model, key)] == []


class LaterKeys(schema.NodeKeys):
    """A node as somebody may have it one day."""

    weight: str = ""
    steps: tuple[schema.EvidenceKeys, ...] = ()


def test_a_key_that_is_added_is_seen() -> None:
    assert [key for key in names(LaterKeys) if homeless(LaterKeys, key)][-2:] == ["weight", "steps"]


def test_each_parameter_of_each_kind_has_its_column_and_no_kind_has_two_lists() -> None:
    for kind, known in KINDS.items():
        lists = list(lists_of(known.model))
        assert len(lists) <= 1, f"{kind}: the sheet of the levels needs a column that tells its lists apart"
        for _path, item in lists:
            assert item is not None and list(lists_of(item)) == []
            assert {column.path for column in columns_of(item)} <= {column.path for column in levels()}
        single = {(path[0],) for path, _item in lists}
        keys = {(info.alias or name,) for name, info in known.model.model_fields.items()} - single
        assert keys == {column.path[:1] for column in parameters() if kind in column.kinds}


def all_columns() -> list[tuple[str, Column]]:
    return [(one.key, column) for one in sheets() for column in one.layout]


def test_each_column_has_a_heading_and_help_in_both_languages() -> None:
    lacking = [f"{key}.{dotted(column.path)}" for key, column in all_columns() if not heading(key, column.path).help]
    assert lacking == []
    for key, column in all_columns():
        words = heading(key, column.path)
        assert len(words.words) <= LONGEST_TITLE, words
        assert len(vietnamese()[words.help]) <= LONGEST_HELP and len(words.help) <= LONGEST_HELP
    known = {key: {dotted(column.path) for _key, column in all_columns() if _key == key} for key in WORDS}
    assert {key: set(words) - known[key] for key, words in WORDS.items() if set(words) - known[key]} == {}


def test_headings_of_a_sheet_differ() -> None:
    for one in sheets():
        words = [heading(one.key, column.path).words for column in one.layout]
        assert len(set(words)) == len(words)


def test_each_answer_has_a_name_and_no_two_are_alike() -> None:
    for key, column in all_columns():
        if column.value is Value.CHOICE:
            shown = answers(key, column)
            assert [code for code, words in shown.items() if words == code] == []
            assert len(set(shown.values())) == len(shown) == len(column.choices)


def test_choices_of_the_same_codes_share_their_names_and_so_their_drop_down() -> None:
    named: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for key, column in all_columns():
        if column.value is Value.CHOICE:
            named.setdefault(column.choices, set()).add(tuple(answers(key, column).values()))
    assert all(len(names) == 1 for names in named.values())


def test_the_guide_has_an_example_of_each_kind_as_rows() -> None:
    found = examples()
    assert {example.kind for example in found} == KINDS.keys()
    assert all(example.sentence.startswith('"') and "*" not in example.sentence for example in found)
    for example in found:
        assert rows_of({"tree": [{"id": "1", "rule": example.rule}]})["tree"][0].values["rule", "kind"] == example.kind


def test_the_guide_shows_each_sheet_that_a_rule_may_need_filled_in() -> None:
    found = [rows_of(example.content) for example in whole_examples()]
    for key in ("indicators", "tree", "rules", "levels", "formulas", "parts", "gate"):
        assert any(rows[key] for rows in found), key
    values = [row.values for rows in found for row in (*rows["tree"], *rows["parts"])]
    for path, value in {
        ("bonus",): "yes",
        ("lowest",): "-1",
        ("max",): "0",
        ("cap",): "5",
        ("combine",): "min",
    }.items():
        assert any(one.get(path) == value for one in values), path
    inputs = " ".join(one.get(("input",), "") for one in values)
    assert all(reading in inputs for reading in ("last_year(", "mean_of_months(", "best_of_bloc("))
    assert all("*" not in example.sentence and "`" not in example.sentence for example in whole_examples())


def test_a_key_without_a_place_is_a_bug_and_never_left_behind() -> None:
    with pytest.raises(KeyError, match=r"weight"):
        rows_of({"tree": [{"id": "1", "weight": "2"}]})


def test_columns_that_are_only_shown_are_never_read() -> None:
    assert all(column not in sheet("levels").read_refs for column in SHOWN)
    assert sheet("levels").read_refs != sheet("levels").refs
