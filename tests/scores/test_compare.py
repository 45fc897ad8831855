"""Two editions on the figures in force: read once, formed as each table says, never turned into zero."""

from collections.abc import Iterator
from dataclasses import fields
from fractions import Fraction
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.criteria.folder import load_file
from data.criteria.lookup import most_alike
from data.exports.compare_words import field_words
from data.exports.json_compare import compare_object
from data.figures.observation import NewFigure
from data.figures.writing import append
from data.language import LANGUAGES
from data.scores.compare import compare_unit
from data.store.opening import Store, open_store
from data.units.known import UnitRefused, add_unit
from scoring.compare import UNTOLD, Group, compare
from scoring.indicator import Indicator
from scoring.period import Month
from scoring.quantity import State
from scoring.table import Table

FEBRUARY = Month(2022, 2)
FIRST = """id: ban-mot
edition: "1"
kind: points
status: template
title: Bảng thử
indicators:
  DUNG_HAN: {title: Đúng hạn, measure: ratio, year: latest, numerator: đúng hạn, denominator: tất cả}
  SANG_KIEN: {title: Sáng kiến, measure: count, year: once}
tree:
  - {id: "1", title: Đúng hạn, max: 60, input: DUNG_HAN, rule: {kind: proportional}, nothing_arose: not_applicable,
     reference: {place: "1", quote: đúng hạn}}
  - {id: "2", title: Sáng kiến, max: 40, input: SANG_KIEN, rule: {kind: per_item, points: 10},
     reference: {place: "2", quote: sáng kiến}}
"""
SECOND = """id: ban-hai
edition: "2"
kind: points
status: template
title: Bảng thử
valid: {from: 2022-03-01}
indicators:
  DUNG_HAN: {title: Đúng hạn, measure: ratio, year: sum, numerator: đúng hạn, denominator: tất cả}
  KHAO_SAT: {title: Khảo sát, measure: percent, year: once}
tree:
  - {id: "1", title: Đúng hạn, max: 70, input: DUNG_HAN, rule: {kind: proportional}, nothing_arose: not_applicable,
     reference: {place: "1", quote: đúng hạn}}
  - {id: "2", title: Khảo sát, max: 30, scored_by: survey, input: KHAO_SAT, rule: {kind: proportional},
     reference: {place: "2", quote: khảo sát}}
"""
TARGETS = """id: ke-hoach-{edition}
edition: "{edition}"
kind: targets
status: template
title: Kế hoạch
indicators:
  DUNG_HAN: {{title: Đúng hạn, measure: ratio, year: latest, numerator: đúng hạn, denominator: tất cả}}
  SANG_KIEN: {{title: Sáng kiến, measure: count, year: once}}
tree:
  - {{id: "1", title: Đúng hạn, max: 1, input: DUNG_HAN, rule: {{kind: target, at_least: {bound}}}, nothing_arose: full,
     reference: {{place: "1", quote: đúng hạn}}}}
  - {{id: "2", title: Sáng kiến, max: 1, input: SANG_KIEN, rule: {{kind: target, at_least: 1}},
     reference: {{place: "2", quote: sáng kiến}}}}
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "criteria"
    folder.mkdir()
    (folder / "a.yaml").write_text(FIRST, encoding="utf-8")
    (folder / "b.yaml").write_text(SECOND, encoding="utf-8")
    (folder / "c.yaml").write_text(TARGETS.format(edition="1", bound="80%"), encoding="utf-8")
    (folder / "d.yaml").write_text(TARGETS.format(edition="2", bound="95%"), encoding="utf-8")
    opened = open_store(tmp_path / "store", [folder])
    add_unit(opened, LOCAL, "so-mot", "Sở Một")
    yield opened
    opened.close()


def enter(store: Store) -> None:
    """1 of 2 in January, 9 of 10 in February: 9/10 for who takes the newest, 10/12 for who adds up."""
    with store.writing() as cursor:
        for month, top, bottom in ((1, 1, 2), (2, 9, 10)):
            figure = NewFigure("DUNG_HAN", numerator=Fraction(top), denominator=Fraction(bottom))
            append(cursor, LOCAL, "so-mot", Month(2022, month), [figure])


def table(store: Store, name: str) -> Table:
    return store.criteria.tables[name]


def test_each_table_forms_its_own_year_and_what_is_missing_stays_missing(store: Store) -> None:
    enter(store)
    found = compare_unit(store, LOCAL, table(store, "ban-mot"), table(store, "ban-hai"), "so-mot", FEBRUARY)
    lines = {(one.change.group, one.change.part.title): one for one in found.effects.leaves}
    changed = lines[Group.CHANGED, "Đúng hạn"]
    assert [str(aspect) for aspect in changed.change.aspects] == ["max", "indicator"]
    assert (changed.before and changed.before.points, changed.after and changed.after.points) == (54, Fraction("58.33"))
    gone, come = lines[Group.REMOVED, "Sáng kiến"], lines[Group.ADDED, "Khảo sát"]
    assert not gone.measured and not come.measured
    assert gone.before is not None and gone.before.state is State.MISSING
    assert (gone.effect.possible, come.effect.possible) == (-40, 30)
    assert found.effects.sum.points == Fraction("4.33") == found.effects.difference.points
    assert found.observations == 2 and not found.empty and not found.demo


def test_a_store_without_figures_is_empty_not_zero(store: Store) -> None:
    found = compare_unit(store, LOCAL, table(store, "ban-mot"), table(store, "ban-hai"), "so-mot", FEBRUARY)
    assert found.empty
    assert not any(one.measured for one in found.effects.leaves)


def test_a_table_that_is_not_loaded_can_be_compared(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "moi.yaml"
    path.write_text(SECOND.replace("ban-hai", "ban-moi").replace("max: 70", "max: 50").replace("max: 30", "max: 50"))
    enter(store)
    other = load_file(path).table
    assert other is not None
    found = compare_unit(store, LOCAL, table(store, "ban-mot"), other, "so-mot", FEBRUARY)
    assert found.effects.sum.points == Fraction("41.67") - 54


def test_points_and_targets_are_not_subtracted_from_each_other(store: Store) -> None:
    with pytest.raises(UnitRefused) as refused:
        compare_unit(store, LOCAL, table(store, "ban-mot"), table(store, "ke-hoach-1"), "so-mot", FEBRUARY)
    assert [problem.code for problem in refused.value.problems] == ["U020"]


def test_a_plan_of_another_unit_is_compared_and_said_to_be_none_of_its_own(store: Store) -> None:
    other = table(store, "dien-bien-so-cong-thuong-2022")
    found = compare_unit(store, LOCAL, table(store, "ke-hoach-1"), other, "so-mot", FEBRUARY)
    told = compare_object(found.effects.comparison, found)
    assert (told["before"]["issued"], told["after"]["issued"]) == (True, False)


def test_targets_are_counted(store: Store) -> None:
    enter(store)
    found = compare_unit(store, LOCAL, table(store, "ke-hoach-1"), table(store, "ke-hoach-2"), "so-mot", FEBRUARY)
    assert (found.effects.sum.met, found.effects.sum.unmet, found.effects.sum.unknown) == (-1, 1, 0)
    told = compare_object(found.effects.comparison, found)
    assert (told["total"]["before"]["met"], told["total"]["after"]["met"]) == ("1", "0")
    assert told["total"]["difference"] == {"met": "-1", "unmet": "1", "unknown": "0", "not_applicable": "0"}
    first = next(line for line in told["leaves"] if line["after"]["id"] == "1")
    assert (first["before"]["met"], first["after"]["met"], first["effect"]["met"]) == (True, False, "-1")
    second = next(line for line in told["leaves"] if line["after"]["id"] == "2")
    assert (second["before"]["met"], second["before"]["state"], second["effect"]) == (None, "missing", None)


def test_json_of_the_tables_alone_has_no_figures(store: Store) -> None:
    told = compare_object(compare(table(store, "ban-mot"), table(store, "ban-hai")))
    assert (told["unit"], told["month"], told["total"], told["demo"]) == (None, None, None, None)
    assert told["before"]["id"] == "ban-mot" and told["after"]["valid_from"] == "2022-03-01"
    assert told["groups"] == {"added": "1", "removed": "1", "moved": "0", "changed": "1", "unchanged": "0"}
    changed = next(line for line in told["leaves"] if line["group"] == "changed")
    assert changed["aspects"] == ["max", "indicator"] and changed["matched_by"] == "number"
    assert (changed["before"]["max"], changed["after"]["max"]) == ("60", "70")
    assert "points" not in changed["before"] and "effect" not in changed
    assert {one["code"]: one["fields"] for one in told["indicators"] if one["fields"]} == {"DUNG_HAN": ["formation"]}
    assert [one["change"] for one in told["indicators"]] == ["changed", "added", "removed"]


def test_json_has_both_totals_and_decimal_texts(store: Store) -> None:
    enter(store)
    found = compare_unit(store, LOCAL, table(store, "ban-mot"), table(store, "ban-hai"), "so-mot", FEBRUARY)
    told = compare_object(found.effects.comparison, found)
    assert (told["unit"], told["month"], told["demo"]) == ("so-mot", "2022-02", False)
    assert (told["before"]["holds"], told["after"]["holds"]) == (True, False)
    before, after, difference = (told["total"][name] for name in ("before", "after", "difference"))
    assert (before["points"], before["measured_max"], before["index"]) == ("54", "60", "90.000000")
    assert (after["points"], after["measured_max"], after["index"]) == ("58.33", "70", "83.328571")
    assert difference == {"points": "4.33", "points_sure": "4.33", "points_possible": "-5.67", "index": "-6.671429"}
    gone = next(line for line in told["leaves"] if line["group"] == "removed")
    assert gone["after"] is None
    assert (gone["before"]["points"], gone["before"]["state"]) == (None, "missing")
    assert gone["effect"] == {"points": None, "points_sure": "0", "points_possible": "-40"}


def test_the_most_alike_table_is_offered_first(store: Store) -> None:
    tables = store.criteria.tables.values()
    assert most_alike(table(store, "ke-hoach-1"), tables)[0].id == "ke-hoach-2"
    found = most_alike(table(store, "ban-mot"), tables)
    assert found[0].id == "ban-hai"
    assert {one.kind for one in found} == {table(store, "ban-mot").kind}
    assert "ban-mot" not in [one.id for one in found]


def test_every_key_of_a_definition_has_a_name_where_it_differs() -> None:
    names = {one.name for one in fields(Indicator)} - UNTOLD - {"code", "within"}
    assert all(field_words(name, lang) for name in names for lang in LANGUAGES)
