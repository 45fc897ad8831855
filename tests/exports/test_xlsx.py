"""The self-assessment as a workbook: totals equal the score's, missing is blank, text is text."""

import io
import zipfile
from datetime import date
from fractions import Fraction
from hashlib import sha256

import pytest
from xlsxwriter import Workbook

from data.accounts.person import LOCAL, Action, NotAllowed, Person
from data.evidence.attaching import attach, replace
from data.evidence.document import Description, NewLink
from data.evidence.reading import documents
from data.exports import ExportRefused, export
from data.exports.paper import Paper, page_header
from data.scores.unit import score_unit
from data.store.opening import Store
from data.units.known import UnitRefused
from scoring.exact import decimal_text
from tests.exports.grid import books, is_formula, recompute, row_with, rows_by_first_cell
from tests.exports.office import JULY, JUNE, UNIT, enter, ratio

SELF, SURVEY, APPRAISAL = "D", "E", "F"
MARKS = ("BẢNG MẪU – không phải bảng tiêu chí chính thức", "SỐ LIỆU MINH HỌA")


def workbook(store: Store, table: str = "bang-thu", month: object = JUNE, lang: str = "vi") -> bytes:
    return export(store, LOCAL, store.criteria.tables[table], UNIT, month, "xlsx", lang).content  # type: ignore[arg-type]


def attached(store: Store, table: str, leaf: str, abstract: str, name: str = "a.pdf", content: bytes = b"x") -> None:
    attach(
        store,
        LOCAL,
        store.criteria.tables[table],
        UNIT,
        2022,
        b"%PDF-" + content,
        name,
        Description("12/KH", date(2022, 1, 31), "Sở", abstract),
        [NewLink(leaf, "2")],
        no_state_secret=True,
    )


def test_every_formula_has_its_exact_value(office: Store) -> None:
    formulas, values = books(workbook(office))
    seen = 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            seen += 1
            right = recompute(sheet, cell.coordinate)
            stored = values[sheet.title][cell.coordinate].value
            if right == "":
                assert stored is None, cell.coordinate
            else:
                assert isinstance(right, Fraction)
                assert stored == float(right), cell.coordinate
    assert seen == 4 * 4 + 2


def test_totals_are_those_of_the_score(office: Store) -> None:
    score = score_unit(office, LOCAL, office.criteria.tables["bang-thu"], UNIT, JUNE).score
    sheet = books(workbook(office))[0].worksheets[0]
    labelled = {
        "Tổng điểm của phần đã có điểm": score.total.points,
        "Điểm tối đa áp dụng cho đơn vị": score.total.applicable_max,
        "Chỉ số (điểm / điểm tối đa của phần đã có điểm)": score.total.index,
        "Điểm chắc chắn đạt của cả bảng": score.total.sure,
        "Điểm có thể đạt của cả bảng": score.total.possible,
    }
    assert score.total.points == Fraction("68.32")
    assert decimal_text((score.total.index or Fraction(0)) * 100, 2) == "81.33"
    for label, right in labelled.items():
        assert recompute(sheet, f"{SELF}{row_with(sheet, label)}") == right, label
    total = row_with(sheet, "Tổng cộng")
    assert recompute(sheet, f"C{total}") == 100
    assert recompute(sheet, f"{SELF}{total}") == Fraction("41.67")
    assert recompute(sheet, f"{SURVEY}{total}") == Fraction("17.32")


def test_points_stand_in_the_column_of_whoever_gives_them(office: Store) -> None:
    sheet = books(workbook(office))[0].worksheets[0]
    rows = rows_by_first_cell(sheet)
    assert (sheet[f"{SELF}{rows['1.1']}"].value, sheet[f"{SURVEY}{rows['1.1']}"].value) == (15, None)
    assert (sheet[f"{SELF}{rows['1.3']}"].value, sheet[f"{SURVEY}{rows['1.3']}"].value) == (None, 17.32)
    leaves = ("1.1", "1.2.1", "1.2.2", "1.3", "2.1", "2.2", "2.3")
    assert all(sheet[f"{APPRAISAL}{rows[leaf]}"].value is None for leaf in leaves)
    assert sheet[f"{SELF}{rows['2.1']}"].value is None  # the appraiser's, though known


def test_missing_is_blank_and_listed_with_its_reason(office: Store) -> None:
    sheet = books(workbook(office, month=JULY))[0].worksheets[0]
    rows = rows_by_first_cell(sheet)
    assert sheet[f"{SELF}{rows['1.1']}"].value is None
    listed = [str(cell.value) for cell in sheet["B"] if str(cell.value).startswith("1.1 =1+1")]
    assert len(listed) == 1
    assert "7" in listed[0]


def test_an_empty_office_exports_an_empty_form(empty_office: Store) -> None:
    formulas, values = books(workbook(empty_office))
    sheet, shown = formulas.worksheets[0], values.worksheets[0]
    total = row_with(sheet, "Tổng cộng")
    assert [shown[f"{column}{total}"].value for column in "CDEF"] == [100, None, None, None]
    assert recompute(sheet, f"{SELF}{row_with(sheet, 'Chỉ số (điểm / điểm tối đa của phần đã có điểm)')}") == ""
    assert [sheet.title for sheet in formulas] == [
        "Bảng tự chấm điểm",
        "Danh mục tài liệu kiểm chứng",
        "Nguồn số liệu",
    ]
    for table in ("bang-thu", "ke-hoach-thu"):
        assert books(workbook(empty_office, table, lang="en"))[0].worksheets[0].max_row > 10


@pytest.mark.parametrize(
    "evil", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "<r><t>x</t></r>", "http://x", "{=1}", "_x0041_"]
)
def test_text_stays_text(office: Store, evil: str) -> None:
    attached(office, "bang-thu", "1.1", evil, f"{evil}.pdf")
    content = workbook(office)
    sheet = books(content)[0].worksheets[1]
    cell = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).strip() == evil)
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert cell.quotePrefix


def test_a_title_that_begins_like_a_formula_is_text(office: Store) -> None:
    sheet = books(workbook(office))[0].worksheets[0]
    cell = sheet[f"B{rows_by_first_cell(sheet)['1.1']}"]
    assert (cell.value, cell.data_type) == ("=1+1 hồ sơ đúng hạn", "s")


def test_the_evidence_list_numbers_what_the_first_sheet_names(office: Store) -> None:
    attached(office, "bang-thu", "1.1", "Báo cáo", "báo cáo.pdf", b"1")
    attached(office, "bang-thu", "1.2.1", "Kế hoạch", "kế hoạch.pdf", b"2")
    first, second, _third = books(workbook(office))[0].worksheets
    rows = rows_by_first_cell(first)
    assert first[f"I{rows['1.1']}"].value == "1"
    assert first[f"I{rows['1.2.1']}"].value == "2"
    line = rows_by_first_cell(second)["2"]
    found = [second.cell(line, column).value for column in range(1, 9)]
    assert found[:3] == [2, "1.2.1", "12/KH"]
    assert found[3].date() == date(2022, 1, 31)
    assert found[4:] == ["Kế hoạch", "Sở", "kế hoạch.pdf", "2"]
    assert second.cell(line, 9).value == sha256(b"%PDF-2").hexdigest()[:12]
    assert second.cell(line, 10).value == "Kế hoạch đã ký"


def test_each_figure_is_proved_by_its_cell_or_its_typist(office: Store) -> None:
    sheet = books(workbook(office))[0].worksheets[2]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=9)]
    imported = [row for row in rows if row[1] == "DUNG_HAN"]
    assert len(imported) == 6
    assert imported[0][:6] == ["1.1", "DUNG_HAN", "Hồ sơ đúng hạn", "01/2022", 150, 180]
    assert imported[0][9:12] == ["Biểu tháng.xlsx", "Biểu", "D7:E7"]
    typed = next(row for row in rows if row[1] == "HAI_LONG")
    assert (typed[6], typed[9], typed[13]) == (86.6, "Nhập trên màn hình", LOCAL.name)


def test_a_number_too_long_for_excel_is_kept_as_text(office: Store) -> None:
    enter(office, JUNE, ratio("CONG_KHAI", 12345678901234567, 10**17))
    sheet = books(workbook(office))[0].worksheets[2]
    found = next(row for row in sheet.iter_rows() if row[1].value == "CONG_KHAI")
    assert (found[4].value, found[4].data_type) == ("12345678901234567", "s")


def test_templates_and_demo_figures_are_marked_on_every_sheet_and_page(office: Store) -> None:
    enter(office, JUNE, ratio("CONG_KHAI", 1, 2), demo=True)
    for sheet in books(workbook(office, "ke-hoach-thu"))[0]:
        shown = [str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row]
        for mark in MARKS:
            assert mark in shown, sheet.title
            assert mark in str(sheet.oddHeader.center.text)
    for sheet in books(workbook(office))[0]:
        assert str(sheet.oddHeader.center.text) == MARKS[1]


def test_the_page_is_set_up_for_print(office: Store) -> None:
    for at, sheet in enumerate(books(workbook(office))[0]):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
            1,
            0,
        ) or sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == ("$9:$9" if at == 2 else "$7:$7")  # only the third names edition and person
        fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
        assert fonts == {"Times New Roman"}
    assert page_header(["A & B"]).count("&&") == 1


def test_the_signatures_stand_below_the_totals_and_are_printed_with_the_last_rows(office: Store) -> None:
    sheet = books(workbook(office, month=JULY))[0].worksheets[0]
    last = row_with(sheet, "Điểm có thể đạt của cả bảng")
    assert last < row_with(sheet, "NGƯỜI LẬP BIỂU", "A") < row_with(sheet, "Tiêu chí chưa có điểm và lý do")
    assert not sheet.row_breaks.brk  # it fits one page
    long = Workbook(io.BytesIO())
    paper = Paper(long, "x", (40, 40, 40), [])
    for row in range(60):
        paper.text(row, 0, "một dòng " * 12)
    paper.keep_together([0, 30, 55, 56, 58], 60)
    assert paper.sheet.hbreaks == [55]
    paper.keep_together([3], 60)  # nothing fits: the last group stands as near as it can
    assert paper.sheet.hbreaks == [3]


def test_a_replaced_document_counts_its_replacements(office: Store) -> None:
    attached(office, "bang-thu", "1.1", "Báo cáo")
    document = documents(office, LOCAL, UNIT)[0]
    replace(office, LOCAL, document.id, seen=1, no_state_secret=True, content=b"%PDF-new", file_name="b.pdf")
    sheet = books(workbook(office))[0].worksheets[1]
    assert str(sheet.cell(rows_by_first_cell(sheet)["1"], 10).value).endswith("Bản thay thế lần 1")


def test_targets_are_counted(office: Store) -> None:
    formulas, values = books(workbook(office, "ke-hoach-thu"))
    sheet = formulas.worksheets[0]
    for state in ("Đạt", "Chưa đạt", "Chưa có số liệu", "Không áp dụng"):
        cell = f"F{row_with(sheet, f'Số chỉ tiêu: {state}')}"
        assert is_formula(sheet, cell)
        assert recompute(sheet, cell) == values.worksheets[0][cell].value == 1
    rows = rows_by_first_cell(sheet)
    assert "I.2" in str(sheet[f"I{rows['I.1']}"].value)
    assert "I.1" in str(sheet[f"I{rows['I.2']}"].value)
    assert "tính cả năm" in str(sheet[f"I{rows['I.2']}"].value)


def test_english_has_no_vietnamese_heading(office: Store) -> None:
    formulas = books(workbook(office, lang="en"))[0]
    assert formulas.sheetnames == ["Self-assessment", "Evidence list", "Sources"]
    assert formulas.worksheets[0]["A1"].value == "TEST DEPARTMENT"


def test_the_file_is_sound_xml_and_named_in_ascii(office: Store) -> None:
    made = export(office, LOCAL, office.criteria.tables["bang-thu"], UNIT, JUNE)
    assert made.name == "tu-cham_so-thu_bang-thu_2022-06.xlsx"
    assert zipfile.ZipFile(io.BytesIO(made.content)).testzip() is None


def test_what_cannot_be_exported_is_refused(office: Store) -> None:
    table = office.criteria.tables["bang-thu"]
    with pytest.raises(ExportRefused):
        export(office, LOCAL, table, UNIT, JUNE, "exe")
    with pytest.raises(ExportRefused):
        export(office, LOCAL, table, UNIT, JUNE, "xlsx", "fr")
    with pytest.raises(UnitRefused):
        export(office, LOCAL, table, "khong-co", JUNE)
    reader = Person("r", "Người đọc", frozenset({Action.READ}))
    with pytest.raises(NotAllowed):
        export(office, reader, table, UNIT, JUNE)
