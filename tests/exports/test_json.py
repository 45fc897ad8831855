"""A score as JSON: decimal texts, exact counts beside every share, both languages, where each figure came from."""

import json
from collections.abc import Iterator
from typing import Any

from data.accounts.person import LOCAL
from data.exports import export
from data.exports.json_score import per_cent, score_object
from data.scores.unit import score_unit
from data.store.opening import Store
from scoring.exact import parse_exact
from tests.exports.office import JULY, JUNE, UNIT

LINE = {
    "id", "title", "max", "points", "scored_by", "state", "numerator", "denominator", "value", "rule",
    "explanation_vi", "explanation_en", "account_vi", "account_en", "sources", "evidence", "gap",
}  # fmt: skip


def scored(store: Store, table: str = "bang-thu", month: object = JUNE) -> dict[str, Any]:
    found = score_unit(store, LOCAL, store.criteria.tables[table], UNIT, month)  # type: ignore[arg-type]
    return score_object(store, LOCAL, found)


def everything(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from everything(part)
    else:
        yield value


def test_the_totals_are_texts_with_their_counts(office: Store) -> None:
    found = scored(office)
    assert (found["points"], found["max"], found["applicable_max"]) == ("68.32", "100", "84")
    assert (found["index"], found["index_numerator"], found["index_denominator"]) == ("81.333333", "68.32", "84")
    assert (found["points_sure"], found["points_possible"]) == ("68.32", "68.32")
    assert (found["table"], found["edition"], found["unit"], found["month"]) == ("bang-thu", "2022", UNIT, "2022-06")


def test_no_number_is_a_json_number(office: Store) -> None:
    made = export(office, LOCAL, office.criteria.tables["bang-thu"], UNIT, JUNE, "json")
    assert made.name.endswith(".json")
    found = json.loads(made.content)
    assert found == {**scored(office), "exported_by": LOCAL.name}
    assert not [value for value in everything(found) if isinstance(value, int | float) and not isinstance(value, bool)]


def test_a_line_says_all_that_is_known(office: Store) -> None:
    lines = {line["id"]: line for line in scored(office)["lines"]}
    assert list(lines) == ["1.1", "1.2.1", "1.2.2", "1.3", "2.1", "2.2", "2.3"]
    assert all(set(line) >= LINE for line in lines.values())
    first = lines["1.1"]
    assert (first["numerator"], first["denominator"], first["value"]) == ("850", "1000", "85.000000")
    assert first["rule"] == "từ 90%; dưới 90%"
    assert "850/1.000" in first["explanation_vi"]
    assert "850/1,000" in first["explanation_en"]
    account = [first["explanation_vi"], "Để được", "Căn cứ: Quyết định số 01/QĐ-UBND, " + first["reference"]["place"]]
    found = [first["account_vi"].find(part) for part in account]
    assert -1 < found[0] < found[1] < found[2], first["account_vi"]
    assert first["account_en"].startswith(first["explanation_en"]) and "Basis: " in first["account_en"]
    assert {key: first["sources"][0][key] for key in ("file", "sheet", "cell", "month")} == {
        "file": "Biểu tháng.xlsx",
        "sheet": "Biểu",
        "cell": "D7:E7",
        "month": "2022-01",
    }
    assert len(first["sources"]) == 6
    assert first["gap"]["lost"] == "5"
    assert first["gap"]["next"]["x"] == "90.000000"
    survey = lines["1.3"]
    assert (survey["value"], survey["points"], survey["scored_by"]) == ("86.6", "17.32", "survey")
    assert survey["sources"][0]["file"] is None
    assert survey["sources"][0]["person"] == LOCAL.name
    assert survey["sources"][0]["at"].endswith("Z")
    assert (lines["2.2"]["state"], lines["2.2"]["points"]) == ("not_applicable", None)


def test_missing_is_null_and_widens_what_is_possible(office: Store) -> None:
    found = scored(office, month=JULY)
    line = found["lines"][0]
    assert (line["state"], line["points"], line["numerator"], line["value"]) == ("missing", None, None, None)
    assert line["missing_months"] == ["7"]
    assert parse_exact(found["points_sure"]) < parse_exact(found["points_possible"])
    assert found["points"] == "53.32"


def test_targets_are_counted_in_place_of_points(office: Store) -> None:
    found = scored(office, "ke-hoach-thu")
    assert (found["met"], found["unmet"], found["unknown"]) == ("1", "1", "1")
    assert "points" not in found
    assert [line["met"] for line in found["lines"]] == [True, False, None, None]


def test_an_empty_store_gives_nulls(empty_office: Store) -> None:
    found = scored(empty_office)
    assert (found["points"], found["index"], found["index_denominator"]) == ("0", None, "0")
    assert all(line["points"] is None for line in found["lines"])


def test_shares_have_six_places() -> None:
    assert per_cent(parse_exact("2/3")) == "66.666667"
    assert per_cent(parse_exact("1")) == "100.000000"
    assert per_cent(parse_exact("-1/3")) == "-33.333333"
    assert per_cent(None) is None
