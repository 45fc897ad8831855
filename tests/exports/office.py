"""A small office for tests: one points table of 100, one table of targets, figures of files and typed ones."""

from fractions import Fraction
from pathlib import Path
from unittest import mock

from data.accounts.person import LOCAL
from data.evidence.keeping import keep_file, keep_row
from data.figures.observation import NewFigure
from data.figures.writing import append
from data.store import opening
from data.store.opening import Store, now, open_store
from data.units.known import add_unit
from scoring.period import Month
from scoring.quantity import State

UNIT = "so-thu"
OTHER_UNIT = "so-khac"  # known, and scored with none of the two tables
JUNE, JULY = Month(2022, 6), Month(2022, 7)
WORKBOOK = b"PK\x03\x04 the workbook as handed in"

POINTS = """
id: bang-thu
valid: {from: 2022-01-01, to: 2022-12-31}
edition: "2022"
kind: points
status: official
title: Bảng chấm điểm thử
title_en: Test table
issued_by: UBND tỉnh
decision: Quyết định số 01/QĐ-UBND
units: [{id: so-thu, name: Sở Thử nghiệm, name_en: Test Department}]
indicators:
  DUNG_HAN: {title: Hồ sơ đúng hạn, measure: ratio, numerator: đúng hạn, denominator: tất cả, unit: hồ sơ, year: sum}
  KE_HOACH:
    title: Kế hoạch
    measure: choice
    year: once
    options: [{value: 1, title: Kịp thời}, {value: 0, title: Chậm}]
  CONG_KHAI: {title: Công khai, measure: ratio, numerator: đã công khai, denominator: tất cả, year: once}
  HAI_LONG: {title: Hài lòng, measure: percent, year: once}
  CHAT_LUONG: {title: Chất lượng, measure: number, year: once}
  TIEP_DAN: {title: Đơn đã xử lý, measure: ratio, numerator: đã xử lý, denominator: tất cả, year: once}
  DAO_TAO: {title: Đào tạo, measure: ratio, numerator: đã học, denominator: kế hoạch, year: once}
tree:
  - id: "1"
    title: Chỉ đạo
    max: 60
    children:
      - id: "1.1"
        title: =1+1 hồ sơ đúng hạn
        max: 20
        input: DUNG_HAN
        rule: {kind: bands, bands: [{from: 90%, points: 20, words: từ 90%}, {under: 90%, points: 15, words: dưới 90%}]}
        nothing_arose: full
        evidence: [{title: Báo cáo}, {title: Ảnh chụp}, {title: Công văn, required: no}]
        reference: {place: Điều 1, quote: Đúng hạn}
      - id: "1.2"
        title: Kế hoạch
        max: 20
        children:
          - id: "1.2.1"
            title: Ban hành kế hoạch
            max: 10
            input: KE_HOACH
            rule: {kind: options, options: [{value: 1, points: 10}, {value: 0, points: 0}]}
            evidence: [{title: Kế hoạch đã ký}]
            reference: {place: Điều 2, quote: Ban hành}
          - id: "1.2.2"
            title: Công khai
            max: 10
            input: CONG_KHAI
            rule: {kind: proportional, words: a/b x điểm tối đa}
            nothing_arose: zero
            reference: {place: Điều 3, quote: Công khai}
      - id: "1.3"
        title: Mức độ hài lòng
        max: 20
        scored_by: survey
        input: HAI_LONG
        rule: {kind: proportional, words: tỷ lệ x điểm tối đa}
        reference: {place: Điều 4, quote: Hài lòng}
  - id: "2"
    title: Thủ tục
    max: 40
    children:
      - id: "2.1"
        title: Chất lượng
        max: 10
        scored_by: appraiser
        input: CHAT_LUONG
        rule: {kind: judgement, words: Hội đồng chấm}
        reference: {place: Điều 5, quote: Chất lượng}
      - id: "2.2"
        title: Tiếp dân
        max: 16
        input: TIEP_DAN
        rule: {kind: proportional}
        nothing_arose: not_applicable
        reference: {place: Điều 6, quote: Tiếp dân}
      - id: "2.3"
        title: Đào tạo
        max: 14
        input: DAO_TAO
        rule: {kind: proportional}
        nothing_arose: zero
        reference: {place: Điều 7, quote: Đào tạo}
"""

TARGETS = """
id: ke-hoach-thu
edition: "2022"
kind: targets
status: template
title: Kế hoạch thử
units: [{id: so-thu, name: Sở Thử nghiệm}]
indicators:
  CONG_KHAI: {title: Công khai, measure: ratio, numerator: đã công khai, denominator: tất cả, year: once}
  DUNG_HAN: {title: Hồ sơ đúng hạn, measure: ratio, numerator: đúng hạn, denominator: tất cả, unit: hồ sơ, year: sum}
  TIEP_DAN: {title: Đơn đã xử lý, measure: ratio, numerator: đã xử lý, denominator: tất cả, year: once}
  CHUA_CO: {title: Chưa có, measure: percent, year: once}
tree:
  - id: I
    title: Thủ tục hành chính
    children:
      - id: I.1
        title: Trên 50% công khai
        max: 1
        input: CONG_KHAI
        rule: {kind: target, over: 50%, words: trên 50%}
        nothing_arose: not_applicable
        reference: {place: mục I.1, page: "3", quote: "trên 50% thủ tục được công khai"}
      - id: I.2
        title: Tối thiểu 90% đúng hạn
        max: 1
        input: DUNG_HAN
        rule: {kind: target, at_least: 90%, words: tối thiểu 90%}
        nothing_arose: full
        reference: {place: mục I.2, quote: tối thiểu 90%, derived: tính cả năm}
      - id: I.3
        title: Tiếp dân
        max: 1
        input: TIEP_DAN
        rule: {kind: target, equal: 100%, words: 100%}
        nothing_arose: not_applicable
        reference: {place: mục I.3, quote: 100%}
  - id: II
    title: Hài lòng
    children:
      - id: II.1
        title: Mức hài lòng
        max: 1
        input: CHUA_CO
        rule: {kind: target, at_least: 80%, words: tối thiểu 80%}
        reference: {place: mục II.1, quote: tối thiểu 80%}
conflicts:
  - {leaves: [I.1, I.2], about: Hai mức khác nhau, about_en: Two thresholds}
"""


def ratio(code: str, numerator: int, denominator: int, cells: str = "") -> NewFigure:
    state = State.MEASURED if denominator else State.NOTHING_AROSE
    return NewFigure(
        code, state, Fraction(numerator), Fraction(denominator), sheet="Biểu" if cells else "", cells=cells
    )


def value(code: str, number: str) -> NewFigure:
    return NewFigure(code, value=Fraction(number))


def open_office(folder: Path) -> Store:
    """The store with both tables, without the shipped ones (they take most of the time), and no figure yet."""
    criteria = folder / "criteria"
    criteria.mkdir(parents=True)
    (criteria / "bang-thu.yaml").write_text(POINTS, encoding="utf-8")
    (criteria / "ke-hoach-thu.yaml").write_text(TARGETS, encoding="utf-8")
    with mock.patch.object(opening, "SHIPPED", criteria):
        store = open_store(folder / "store")
    assert not store.criteria.refused, store.criteria.refused[0].problems
    add_unit(store, LOCAL, OTHER_UNIT, "Sở Khác")
    return store


def enter(store: Store, month: Month, *figures: NewFigure, demo: bool = False) -> None:
    """Figures typed on screen."""
    with store.writing() as cursor:
        append(cursor, LOCAL, UNIT, month, figures, demo=demo)


def enter_all(store: Store) -> None:
    """Everything as of June: 68.32 points of an applicable maximum of 84. One indicator comes from a workbook."""
    sha256 = keep_file(store.files, WORKBOOK)
    with store.writing() as cursor:
        keep_row(cursor, sha256, len(WORKBOOK), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        for number in range(1, 7):
            seq = cursor.execute("SELECT nextval('act')").fetchall()[0][0]
            cursor.execute(
                "INSERT INTO import_act VALUES (?, ?, 2022, ?, 'bang-thu', '2022', ?, ?, 1, false, false, ?, ?, ?)",
                [seq, UNIT, number, "Biểu tháng.xlsx", sha256, LOCAL.id, LOCAL.name, now()],
            )
            month = ratio("DUNG_HAN", 150 if number < 6 else 100, 180 if number < 6 else 100, "D7:E7")
            append(cursor, LOCAL, UNIT, Month(2022, number), [month], import_seq=seq)
    enter(
        store,
        JUNE,
        value("KE_HOACH", "1"),
        ratio("CONG_KHAI", 6666, 10000),
        value("HAI_LONG", "86.6"),
        value("CHAT_LUONG", "9.33"),
        ratio("TIEP_DAN", 0, 0),
        ratio("DAO_TAO", 10, 14),
    )
