"""The cell grid of an export, compared with what it must be (``tests/golden``).

After a change that is meant: ``python -m tests.exports.test_golden`` writes the files anew; read the difference.
"""

import tempfile
from datetime import date
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.evidence.attaching import attach
from data.evidence.document import Description, NewLink
from data.exports import export
from data.store.opening import Store
from tests.exports.grid import as_text
from tests.exports.office import JUNE, UNIT, enter_all, open_office

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
TABLES = {"bang-thu": "1.1", "ke-hoach-thu": "I.2"}


def exported(store: Store, table: str) -> str:
    found = store.criteria.tables[table]
    attach(
        store,
        LOCAL,
        found,
        UNIT,
        2022,
        b"%PDF-1.7 report",
        "Báo cáo.pdf",
        Description("12/BC-STN", date(2022, 6, 20), "Sở Thử nghiệm", "Báo cáo sáu tháng"),
        [NewLink(TABLES[table], "3")],
        no_state_secret=True,
    )
    return as_text(export(store, LOCAL, found, UNIT, JUNE).content)


@pytest.mark.parametrize("table", TABLES)
def test_the_grid_is_as_agreed(office: Store, table: str) -> None:
    assert exported(office, table) == (GOLDEN / f"{table}.txt").read_text(encoding="utf-8")


def write_anew() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_office(Path(folder))
        enter_all(store)
        for table in TABLES:
            (GOLDEN / f"{table}.txt").write_text(exported(store, table), encoding="utf-8")
        store.close()


if __name__ == "__main__":
    write_anew()
