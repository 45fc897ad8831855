"""Finding leaves in a table by words and field, and what reads an indicator."""

from fractions import Fraction

from data.criteria.folder import SHIPPED, load_folders
from data.criteria.lookup import leaves_found, uses
from data.scores.rule_lines import RuleLine, printed_lines, printed_once
from scoring.interval import Interval

TABLES = load_folders([SHIPPED]).tables
PLAN, TEMPLATE = TABLES["dien-bien-so-cong-thuong-2022"], TABLES["mau-so-100-diem"]


def test_accents_and_capitals_do_not_matter_and_every_word_counts() -> None:
    assert leaves_found(PLAN) == PLAN.leaves
    assert leaves_found(PLAN, "HO SO truc tuyen") == leaves_found(PLAN, "hồ sơ trực tuyến")
    found = leaves_found(PLAN, "HO SO truc tuyen")
    assert 0 < len(found) < len(PLAN.leaves)
    assert leaves_found(PLAN, "hồ sơ xyzkhongco") == ()


def test_a_code_an_indicator_and_a_field_narrow() -> None:
    assert "II.2.2" in [leaf.id for leaf in leaves_found(PLAN, "TTHC_CONG_KHAI")]
    assert leaves_found(TEMPLATE, "cai cach thu tuc hanh chinh") == tuple(TEMPLATE.tree.children[2].leaves())
    field = TEMPLATE.tree.children[1]
    inside = leaves_found(TEMPLATE, field=field.id)
    assert inside and all(TEMPLATE.field_of(leaf.id) is field for leaf in inside)
    assert leaves_found(TEMPLATE, "", "no-such-field") == ()


def test_an_indicator_is_used_in_every_table_that_reads_it() -> None:
    found = uses(TABLES.values(), "TTHC_CONG_KHAI")
    assert {use.table.id for use in found} >= {PLAN.id, TEMPLATE.id}
    assert uses([PLAN], "KHONG_CO") == []


def test_a_printed_rule_has_lines_and_none_has_applied() -> None:
    for table in TABLES.values():
        for leaf in table.leaves:
            lines = [line for _term, group in printed_lines(leaf, table) for line in group]
            assert lines, leaf.id
            assert not any(line.applied for line in lines), leaf.id


def test_words_that_two_lines_share_are_printed_once_with_what_they_earn() -> None:
    done, not_done = (RuleLine("Ban hành: 0,5", Interval(), Fraction(points), False) for points in ("0.5", "0"))
    growing = RuleLine("a/b x điểm tối đa", Interval(), None, False)
    full = RuleLine("a/b x điểm tối đa", Interval(), Fraction(2), False)
    wordless = RuleLine("", Interval(), Fraction(0), False)
    lines = [not_done, done, full, growing, wordless, wordless]
    assert printed_once(lines) == [done, growing, wordless, wordless]
