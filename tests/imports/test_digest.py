"""A preview in short: fates counted, like problems told once, and the number on the button is what is stored."""

from pathlib import Path

from data.accounts.person import LOCAL
from data.imports.confirm import confirm
from data.imports.difference import Change
from data.imports.digest import alike, tally, will_store
from data.imports.preview import preview
from data.imports.problems import problem
from data.imports.template import make_workbook
from data.store.opening import open_store
from data.units.known import find_table, find_unit
from scoring.period import Month


def test_blank_rows_are_one_line_and_different_values_are_not() -> None:
    blanks = [problem("I138", sheet="A", row=row, column=1) for row in (8, 9)]
    codes = [problem("I132", sheet="A", row=row, column=1, text=text) for row, text in ((10, "X"), (11, "Y"))]
    found = alike([*blanks, *codes, problem("I120")])
    assert [one.cells for one in found] == [("A8", "A9"), ("A10",), ("A11",), ()]


def test_the_button_says_what_will_be_stored(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    table, month = find_table(store, "dien-bien-so-cong-thuong-2022"), Month(2022, 6)
    unit = find_unit(store, LOCAL, "so-cong-thuong-dien-bien")
    seen = preview(store, LOCAL, table, unit.id, month, "a_2022-06.xlsx", make_workbook(table, unit, month))
    assert tally(seen.rows)[Change.BLANK] == len(seen.rows)
    assert will_store(seen.rows) == 0
    confirm(store, LOCAL, seen)
    stored = store.cursor().execute("SELECT count(*) FROM observation").fetchall()[0][0]
    assert stored == will_store(seen.rows)
    assert len(alike(seen.problems)) == 1
    store.close()
