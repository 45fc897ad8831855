"""``thuoc import --by NAME``: whoever submits a file stands beside every figure of it."""

from pathlib import Path

from data.accounts.person import LOCAL
from data.figures.reading import in_force
from data.store.opening import open_store
from tests.commands.conftest import PLAN, UNIT, Command
from tests.commands.test_commands import _write_form

NAME = "Người dùng thử, Văn phòng Sở"


def imported_by(store_folder: Path) -> set[str]:
    store = open_store(store_folder)
    try:
        return {one.person_name for one in in_force(store, LOCAL, UNIT, 2022)}
    finally:
        store.close()


def test_the_name_stands_beside_every_figure(thuoc: Command, tmp_path: Path) -> None:
    store, form = tmp_path / "store", tmp_path / "form.xlsx"
    _write_form(store, form, {"TTHC_CONG_KHAI": (118, 126)})
    words = ("import", str(form), "--table", PLAN, "--unit", UNIT, "--month", "2022-06")
    assert thuoc(*words, "--by", f" {NAME}\n", store=store).code == 0
    assert imported_by(store) == {NAME}


def test_without_a_name_the_figures_say_so(thuoc: Command, tmp_path: Path) -> None:
    store, form = tmp_path / "store", tmp_path / "form.xlsx"
    _write_form(store, form, {"TTHC_CONG_KHAI": (118, 126)})
    assert thuoc("import", str(form), "--table", PLAN, "--unit", UNIT, "--month", "2022-06", store=store).code == 0
    assert imported_by(store) == {"Máy này (chưa ghi tên)"}
