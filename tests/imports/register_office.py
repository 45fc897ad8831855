"""A small office with registers: reports with their days, and initiatives; sheets as clerks fill them in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from data.store.opening import Store, open_store
from tests.imports.office import TITLE, UNIT, make_book, put, saved

TABLE = """
id: bang-nap
edition: "2022"
kind: points
status: excerpt
title: Bảng thử nạp sổ
units: [{id: so-thu, name: Sở Thử nghiệm}]
valid: {from: 2022-01-01, to: 2022-12-31}
registers:
  BAO_CAO:
    title: Sổ theo dõi báo cáo
    title_en: Register of reports
    columns:
      SO_KY_HIEU: {title: Số ký hiệu, title_en: Number, type: text, headings: Số hiệu; Ký hiệu, key: yes}
      HAN_GUI: {title: Hạn gửi, type: date}
      NGAY_GUI: {title: Ngày gửi, type: date, headings: Ngày gửi báo cáo}
      CO_THU: {title: Có thư xin lỗi, type: yes_no}
      GHI_CHU: {title: Ghi chú, type: text}
  SANG_KIEN:
    title: Sổ sáng kiến
    columns:
      TEN: {title: Tên sáng kiến, type: text, key: yes}
      DIEM: {title: Điểm, type: number}
indicators:
  DOI_THOAI: {title: Số cuộc đối thoại, measure: count, unit: cuộc, year: sum}
  NGAY_CHAM: {title: Ngày chậm của các báo cáo, title_en: Days late of the reports, measure: count, unit: ngày, year: sum, rows: BAO_CAO, of: "smaller(days_late(NGAY_GUI, HAN_GUI), 10)"}
  XIN_LOI: {title: Số thư xin lỗi, measure: count, unit: thư, year: sum, rows: BAO_CAO, of: CO_THU}
  DIEM_SANG_KIEN: {title: Điểm sáng kiến, measure: number, unit: điểm, least: 0, year: sum, rows: SANG_KIEN, of: "smaller(DIEM, 2)"}
tree:
  - {id: "1", title: Báo cáo đúng hạn, max: 5, input: NGAY_CHAM, rule: {kind: deduction, each: 0.05},
     reference: {place: Mục 1, quote: "mỗi báo cáo gửi chậm 01 ngày trừ 0,05 điểm, mỗi báo cáo trừ không quá 0,5 điểm"}}
  - {id: "2", title: Đối thoại, max: 1, input: DOI_THOAI, rule: {kind: per_item, points: 1, cap: 1}, reference: {place: Mục 2, quote: đối thoại}}
  - {id: "3", title: Sáng kiến, max: 6, input: DIEM_SANG_KIEN, rule: {kind: per_item, points: 1, cap: 6}, reference: {place: Mục 3, quote: mỗi sáng kiến không quá 2 điểm}}
  - {id: "4", title: Xin lỗi, max: 1, input: XIN_LOI, rule: {kind: per_item, points: 1, cap: 1}, reference: {place: Mục 4, quote: thư xin lỗi}}
"""  # noqa: E501
HEADING = ["STT", "Số ký hiệu", "Hạn gửi", "Ngày gửi", "Có thư xin lỗi", "Ghi chú"]
# 0, 10 and 11 days late: 20 with the cap on each, 21 without.
REPORTS = [
    [1, "10/BC-STN", "15/06/2022", "15/06/2022", "không", None],
    [2, "11/BC-STN", "15/06/2022", "25/06/2022", "có", "đã xin lỗi"],
    [3, "12/BC-STN", "15/06/2022", "26/06/2022", "có", None],
]
IDEAS = [["Một cửa lưu động", 2], ["Trả kết quả tại nhà", 3], ["Ký số", 1.5]]


def open_register_office(folder: Path, table: str = TABLE) -> Store:
    criteria = folder / "criteria"
    criteria.mkdir(exist_ok=True)
    (criteria / "bang-nap.yaml").write_text(table, encoding="utf-8")
    store = open_store(folder / "store", [criteria])
    assert "bang-nap" in store.criteria.tables, [file.problems for file in store.criteria.refused]
    return store


def add_sheet(book: Workbook, title: str, rows: Sequence[Sequence[Any]], above: Sequence[Sequence[Any]] = ()) -> None:
    """A register as a clerk's own sheet; ``rows`` with their heading begin below ``above``."""
    sheet = book.create_sheet(title)
    for at, values in enumerate([*above, *rows], start=1):
        put(sheet, at, values)


def workbook(
    reports: Sequence[Sequence[Any]] | None = REPORTS,
    ideas: Sequence[Sequence[Any]] | None = IDEAS,
    *,
    heading: Sequence[Any] = HEADING,
    above: Sequence[Sequence[Any]] = (["SỔ THEO DÕI BÁO CÁO"], []),
    title: str = TITLE,
    form: Sequence[Sequence[Any]] = (["DOI_THOAI", "Số cuộc đối thoại", "cuộc", None, None, 3],),
) -> Workbook:
    """The form with its two registers; ``None`` leaves a sheet out. The first report stands in row 4."""
    book = make_book(form, title=title)
    if reports is not None:
        add_sheet(book, "Báo cáo", [heading, *reports], above)
    if ideas is not None:
        add_sheet(book, "Sáng kiến", [["Tên sáng kiến", "Điểm"], *ideas])
    return book


def content(*args: Any, **options: Any) -> bytes:
    return saved(workbook(*args, **options))


__all__ = ["UNIT", "content", "open_register_office", "workbook"]
