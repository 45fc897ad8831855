"""``thuoc check`` and ``thuoc tables`` with Excel workbooks: written, checked at the cell, adopted once."""

from pathlib import Path

from openpyxl import load_workbook

from data.criteria.folder import SHIPPED
from data.criteria.yaml_text import read_yaml
from tests.commands.conftest import Command

PLAN = "thai-nguyen-so-khcn-2019"
TREE = "Cây tiêu chí"


def edited(path: Path, **cells: object) -> Path:
    """The workbook with other cells on the sheets of table and tree (``B3`` and ``tree_D5``)."""
    book = load_workbook(path)
    for name, value in cells.items():
        sheet, cell = (TREE, name[5:]) if name.startswith("tree_") else ("Bảng", name)
        book[sheet][cell] = value
    book.save(path)
    return path


def test_a_workbook_is_written_changed_checked_and_adopted(thuoc: Command, tmp_path: Path) -> None:
    store = tmp_path / "store"
    ran = thuoc("tables", "--workbook", PLAN, "--out", str(tmp_path), store=store)
    path = tmp_path / f"bang-tieu-chi_{PLAN}.xlsx"
    assert ran.code == 0 and str(path) in ran.out and path.is_file()
    assert not store.exists()  # a running web app may hold it
    ran = thuoc("check", str(path), store=store)  # a second file of an id, as a copy in YAML would be
    assert ran.code == 1 and ran.err.count("\n") == 1 and "trang “Bảng”, ô B3 (cột “Mã bảng”): C005" in ran.err

    edited(path, B3="thai-nguyen-2020", B4="Năm 2020")
    ran = thuoc("check", str(path), store=store)
    assert ran.code == 0 and "8 tiêu chí" in ran.out
    ran = thuoc("tables", "--adopt", str(path), store=store)
    assert ran.code == 0, ran.err
    stored = store / "criteria" / "thai-nguyen-2020.yaml"
    assert "8 tiêu chí" in ran.out and str(stored) in ran.out
    before = read_yaml((SHIPPED / f"{PLAN}.yaml").read_text(encoding="utf-8")).content
    assert isinstance(before, dict)
    expected = {**before, "id": "thai-nguyen-2020", "edition": "Năm 2020"}
    assert read_yaml(stored.read_text(encoding="utf-8")).content == expected
    assert "thai-nguyen-2020" in {table["id"] for table in thuoc("tables", "--json", store=store).json}

    again = thuoc("tables", "--adopt", str(path), store=store)
    assert again.code == 0 and "không ghi gì" in again.out
    edited(path, B5="bảng chấm điểm (points)", B4="Năm 2021")
    other = thuoc("tables", "--adopt", str(path), store=store)
    assert other.code == 1 and "trang “Bảng”, ô B3 (cột “Mã bảng”): C005" in other.err and "Không lưu gì" in other.out
    assert read_yaml(stored.read_text(encoding="utf-8")).content == expected


def test_what_is_wrong_is_told_at_sheet_and_cell_in_both_languages(thuoc: Command, tmp_path: Path) -> None:
    store = tmp_path / "store"
    path = tmp_path / "so.xlsx"
    assert thuoc("tables", "--workbook", PLAN, "--out", str(path), store=store).code == 0
    edited(path, B3="moi", tree_B3=1.1, tree_D6="một")
    ran = thuoc("check", str(path), store=store)
    assert ran.code == 1
    assert "so.xlsx trang “Cây tiêu chí”, ô B3: C211: Excel đã đổi" in ran.err
    assert "so.xlsx trang “Cây tiêu chí”, ô D6 (cột “Điểm tối đa”): C012: một không phải" in ran.err
    english = thuoc("check", str(path), store=store, lang="en")
    assert "so.xlsx sheet “Cây tiêu chí”, cell D6 (“Điểm tối đa”): C012: một is not an exact number." in english.err
    assert thuoc("tables", "--adopt", str(path), store=store).code == 1
    assert not (store / "criteria").exists()


def test_a_blank_workbook_and_a_folder_of_workbooks(thuoc: Command, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    store = tmp_path / "store"
    assert thuoc("tables", "--blank", "--out", str(tmp_path / "trong.xlsx"), store=store).code == 0
    ran = thuoc("check", str(tmp_path / "trong.xlsx"), store=store)
    assert ran.code == 1 and "trang “Bảng”, ô B3 (cột “Mã bảng”): C010" in ran.err
    path = own / "bang.xlsx"
    assert thuoc("tables", "--workbook", PLAN, "--out", str(path), store=store).code == 0
    edited(path, B3="cua-so")
    listed = thuoc("tables", "--criteria", str(own), "--json", store=store)
    assert "cua-so" in {table["id"] for table in listed.json}


def test_options_that_do_not_go_together_and_tables_that_are_not_there(thuoc: Command, tmp_path: Path) -> None:
    assert thuoc("tables", "--blank", store=tmp_path).code == 2
    assert thuoc("tables", "--out", "x.xlsx", store=tmp_path).code == 2
    assert thuoc("tables", "--blank", "--workbook", PLAN, "--out", "x.xlsx", store=tmp_path).code == 2
    ran = thuoc("tables", "--workbook", "khong-co", "--out", str(tmp_path / "x.xlsx"), store=tmp_path)
    assert ran.code == 2 and "U004" in ran.err and not (tmp_path / "x.xlsx").exists()
    lost = thuoc("tables", "--workbook", PLAN, "--out", str(tmp_path / "no" / "x.xlsx"), store=tmp_path)
    assert lost.code == 1 and "x.xlsx" in lost.err
