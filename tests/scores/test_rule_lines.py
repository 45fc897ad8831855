"""A leaf's rule as lines: what each part gives by itself, not what its leaf would be held at."""

from fractions import Fraction

from data.criteria.check import check
from data.scores.rule_lines import printed_lines

TABLE = """
id: hai-phan
edition: "1"
kind: points
status: excerpt
title: Báo cáo chậm và thiếu
indicators:
  CHAM: {title: Báo cáo gửi chậm, measure: count, unit: báo cáo, year: sum}
  THIEU: {title: Báo cáo không gửi, measure: count, unit: báo cáo, year: sum}
tree:
  - id: "1"
    title: Báo cáo
    max: 3
    parts:
      - {input: CHAM, rule: {kind: deduction, each: 0.25}, words: Gửi chậm}
      - {input: THIEU, max: 0, lowest: -3, rule: {kind: deduction, each: 1}, words: Không gửi}
    reference: {place: "1", quote: "gửi chậm trừ 0,25; không gửi trừ 1"}
"""


def test_a_part_that_only_takes_away_is_told_below_zero() -> None:
    found = check(TABLE)
    assert found.table is not None, found.problems
    late, missing = printed_lines(found.table.leaves[0], found.table)
    assert [line.points for line in late[1] if line.points is not None][-1] == 0
    assert [line.points for line in missing[1] if line.points is not None][-1] == Fraction(-3)
