"""An office whose table reads the year before, months covered and its bloc; the table holds from January 2022 on."""

from fractions import Fraction
from pathlib import Path
from unittest import mock

from data.accounts.person import LOCAL
from data.figures.observation import NewFigure
from data.figures.writing import append
from data.store import opening
from data.store.opening import Store, open_store
from scoring.period import Month

UNIT, OTHER, THIRD = "so-mot", "so-hai", "so-ba"
JUNE = Month(2022, 6)

TABLE = """id: bang-doc
edition: "1"
kind: points
status: template
title: Bảng đọc nhiều kỳ
valid: {from: 2022-01-01, to: 2022-12-31}
units:
  - {id: so-mot, name: Sở Một}
  - {id: so-hai, name: Sở Hai}
  - {id: so-ba, name: Sở Ba}
indicators:
  SO_HOA: {title: Kết quả đã số hóa, title_en: Digitised results, measure: count, unit: kết quả, year: latest}
  TRUC_TUYEN: {title: Hồ sơ trực tuyến, title_en: Online dossiers, measure: count, unit: hồ sơ, year: sum}
  TIEP_DAN: {title: Lịch tiếp công dân, measure: yes_no, year: latest}
  DUNG_HAN: {title: Đúng hạn, measure: ratio, year: sum, numerator: đúng hạn, denominator: tất cả, unit: hồ sơ}
  BCQG: {title: Hồ sơ theo BCQG, measure: count, unit: hồ sơ, year: cumulative}
tree:
  - id: "1"
    title: Số hóa tăng 20%
    max: 20
    input: SO_HOA / last_year(SO_HOA) - 1
    rule: {kind: target, at_least: 20%, words: Tăng tối thiểu 20%}
    nothing_arose: not_applicable
    lead: Văn phòng Sở
    reference: {place: "1", quote: tăng tối thiểu 20%}
  - id: "2"
    title: Trực tuyến tăng so với cùng kỳ
    max: 20
    input: TRUC_TUYEN - last_year_so_far(TRUC_TUYEN)
    rule: {kind: target, over: 0, words: Tăng so với cùng kỳ năm trước}
    reference: {place: "2", quote: tăng so với cùng kỳ}
  - id: "3"
    title: Lịch tiếp dân hằng tháng
    max: 20
    input: months_covered(TIEP_DAN)
    rule: {kind: count_tiers, tiers: [{at_least: 6, points: 20}, {at_least: 3, points: 10}]}
    reference: {place: "3", quote: hàng tháng}
  - id: "4"
    title: So với đơn vị tốt nhất
    max: 20
    input: DUNG_HAN / best_of_bloc(DUNG_HAN)
    rule: {kind: proportional}
    nothing_arose: zero
    reference: {place: "4", quote: so với sở cao nhất}
  - id: "5"
    title: Đồng bộ
    max: 20
    input: TRUC_TUYEN / BCQG
    rule: {kind: proportional}
    nothing_arose:
      input: TRUC_TUYEN / (last_year(BCQG) * month() / 12)
      nothing_arose: zero
    reference: {place: "5", quote: mẫu số bằng 0 thì lấy số của năm trước}
"""


def open_readings_office(folder: Path) -> Store:
    """The store with this one table, its three units, and no figure yet."""
    criteria = folder / "criteria"
    criteria.mkdir(parents=True)
    (criteria / "bang-doc.yaml").write_text(TABLE, encoding="utf-8")
    with mock.patch.object(opening, "SHIPPED", criteria):
        store = open_store(folder / "store")
    assert not store.criteria.refused, store.criteria.refused[0].problems
    return store


def count(code: str, number: int) -> NewFigure:
    return NewFigure(code, value=Fraction(number))


def ratio(code: str, top: int, bottom: int) -> NewFigure:
    return NewFigure(code, numerator=Fraction(top), denominator=Fraction(bottom))


def enter(store: Store, month: Month, *figures: NewFigure, unit: str = UNIT, demo: bool = False) -> None:
    with store.writing() as cursor:
        append(cursor, LOCAL, unit, month, figures, demo=demo)


def enter_year(store: Store) -> None:
    """January to June 2022 of the first unit; nothing of the year before, nothing of the others."""
    for number in range(1, 7):
        figures = [
            count("SO_HOA", 200 + number * 5), count("TRUC_TUYEN", 10), count("BCQG", 100 * number),
            ratio("DUNG_HAN", 60, 100), count("TIEP_DAN", 0 if number == 2 else 1),
        ]  # fmt: skip
        enter(store, Month(2022, number), *figures)


def enter_before(store: Store) -> None:
    """What the table asks of 2021: a stock in December, six months one by one."""
    enter(store, Month(2021, 12), count("SO_HOA", 200))
    for number in range(1, 7):
        enter(store, Month(2021, number), count("TRUC_TUYEN", 9))


def enter_others(store: Store) -> None:
    """The same share of the two other units each month: 80 % and 10 %."""
    for number in range(1, 7):
        enter(store, Month(2022, number), ratio("DUNG_HAN", 80, 100), unit=OTHER)
        enter(store, Month(2022, number), ratio("DUNG_HAN", 10, 100), unit=THIRD)
