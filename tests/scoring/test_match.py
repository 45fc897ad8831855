"""Which criterion is which: numbers that were shifted, titles that were rewritten, and what is only alike."""

from fractions import Fraction

import pytest

from scoring.compare import compare
from scoring.expression import parse_expression
from scoring.indicator import Indicator, Measure
from scoring.interval import Interval
from scoring.match import likeness, match_leaves, match_nodes
from scoring.piece import Piece, Term
from scoring.table import Leaf, Node, Table, TableKind

TREE = dict[str, object]


def leaf(name: str, title: str, code: str, most: int = 1) -> Leaf:
    piece = Piece(Interval(), Fraction(0), Fraction(most))
    return Leaf(name, title, Fraction(most), (Term(parse_expression(code), (piece,)),), "proportional")


def table(*children: Node | Leaf) -> Table:
    root = Node("t", "Bảng", children)
    codes = {code for one in root.leaves() for code in one.inputs}
    indicators = {code: Indicator(code, code, Measure.PERCENT) for code in codes}
    return Table("t", "1", TableKind.POINTS, "Bảng", root, indicators)


def matched(before: Table, after: Table) -> set[tuple[str, str, str]]:
    return {(one.before.id, one.after.id, str(one.how)) for one in match_leaves(before, after)}


PLAN = ("Ban hành kế hoạch năm", "KE_HOACH")
REPORT = ("Báo cáo đúng hạn", "BAO_CAO")
ONLINE = ("Hồ sơ nộp trực tuyến trên tổng số hồ sơ", "TRUC_TUYEN")


def test_a_criterion_put_in_between_does_not_take_its_neighbours_for_itself() -> None:
    before = table(leaf("1", *PLAN), leaf("2", *REPORT), leaf("3", *ONLINE))
    after = table(leaf("1", *PLAN), leaf("2", "Kiểm tra", "KIEM_TRA"), leaf("3", *REPORT), leaf("4", *ONLINE))
    assert matched(before, after) == {("1", "1", "number"), ("2", "3", "same"), ("3", "4", "same")}


def test_two_that_change_places_are_known_by_title_and_figures() -> None:
    before, after = table(leaf("1", *PLAN), leaf("2", *REPORT)), table(leaf("1", *REPORT), leaf("2", *PLAN))
    assert matched(before, after) == {("1", "2", "same"), ("2", "1", "same")}


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Tỷ lệ tiếp nhận qua mạng", "TRUC_TUYEN"),  # the same figures under another title
        ("Hồ sơ nộp trực tuyến trên tổng hồ sơ", "KHAC"),  # other figures under nearly the same title
        (ONLINE[0].upper(), "KHAC"),
    ],
)
def test_the_same_number_needs_one_thing_in_common(title: str, code: str) -> None:
    assert matched(table(leaf("1", *ONLINE)), table(leaf("1", title, code))) == {("1", "1", "number")}


def test_the_same_number_alone_is_no_match() -> None:
    before, after = table(leaf("1", *PLAN)), table(leaf("1", *REPORT))
    assert matched(before, after) == set()
    assert [str(one.group) for one in compare(before, after).leaves] == ["added", "removed"]


@pytest.mark.parametrize(
    ("title", "code", "found"),
    [
        ("Tỷ lệ hồ sơ nộp trực tuyến trên tổng số hồ sơ", "MA_MOI", True),  # two words more
        ("Hồ sơ nộp trực tuyến trên tổng số hồ sơ tiếp nhận trong năm", "TRUC_TUYEN", True),
        ("Hồ sơ nộp trực tuyến trên tổng số hồ sơ tiếp nhận trong năm đánh giá", "MA_MOI", False),
        ("Hồ sơ quá hạn", "MA_MOI", False),
    ],
)
def test_under_another_number_a_title_must_be_near(title: str, code: str, found: bool) -> None:
    pairs = matched(table(leaf("1", *ONLINE)), table(leaf("2", title, code)))
    assert pairs == ({("1", "2", "near")} if found else set())


def test_of_two_near_titles_the_nearer_one_counts() -> None:
    before = table(leaf("1", "Hồ sơ thanh toán trực tuyến", "A"), leaf("2", "Hồ sơ nộp trực tuyến", "B"))
    after = table(leaf("8", "Hồ sơ nộp trực tuyến mức 4", "B"), leaf("9", "Hồ sơ thanh toán trực tuyến mức 4", "A"))
    assert matched(before, after) == {("1", "9", "near"), ("2", "8", "near")}


def test_a_field_is_known_by_its_title_or_by_what_stands_in_it() -> None:
    before = table(
        Node("1", "Cải cách thể chế", (leaf("1.1", *PLAN), leaf("1.2", *REPORT))),
        Node("2", "Hiện đại hóa hành chính", (leaf("2.1", *ONLINE),)),
        Node("3", "Tài chính công", (leaf("3.1", "Giải ngân", "NGAN_SACH"),)),
    )
    after = table(
        Node("1", "Tài chính công", (leaf("1.1", "Giải ngân", "NGAN_SACH"),)),
        Node("2", "Chính quyền số", (leaf("2.1", *ONLINE),)),
        Node("3", "Cải cách thể chế", (leaf("3.1", *PLAN), leaf("3.2", *REPORT))),
    )
    leaves = match_leaves(before, after)
    nodes = {(one.before.id, one.after.id, str(one.how)) for one in match_nodes(before, after, leaves)}
    assert nodes == {("t", "t", "same"), ("1", "3", "same"), ("3", "1", "same"), ("2", "2", "number")}
    assert {one.part.id: str(one.group) for one in compare(before, after).leaves} == {
        "1.1": "moved", "2.1": "unchanged", "3.1": "moved", "3.2": "moved",
    }  # fmt: skip


def test_likeness_is_the_share_of_neighbouring_words() -> None:
    assert likeness("Ban hành kế hoạch", "ban hành  KẾ HOẠCH!") == 1
    assert likeness("một hai ba", "một hai bốn") == Fraction(1, 2)
    assert likeness("một", "hai") == 0
    assert likeness("", "hai") == 0
