"""Gates, bonus and penalties on the pages: the figure that decides, its source, and what nothing of a part counts."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from playwright.sync_api import Page, expect

from data.accounts.person import LOCAL
from data.figures.observation import NewFigure
from data.figures.reading import history
from data.figures.writing import append, enter_figure
from data.store.opening import open_store
from data.units.known import add_unit
from tests.browser.demo_office import MAY, TEMPLATE, UNIT, build_office
from tests.browser.server import running
from tests.browser.settled import expect_in_address, open_page, turn_to
from tests.browser.test_overview import PHONE, is_too_wide

PLAN = "KH_KIEM_TRA_CCHC"
SILENT = "so-chua-noi"  # has inspected, and never said whether there was a plan to
MONTH = f"table={TEMPLATE}&month={MAY}"
CHOICE = f"{MONTH}&unit={UNIT}"
OTHER = f"{MONTH}&unit={SILENT}"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("gates")
    build_office(folder / "store")
    store = open_store(folder / "store")
    before = history(store, LOCAL, UNIT, PLAN, MAY)
    no = NewFigure(PLAN, value=Fraction(0))
    enter_figure(store, LOCAL, UNIT, MAY, no, seen=before[0].seq if before else None)
    add_unit(store, LOCAL, SILENT, "Sở Chưa nói")
    with store.writing() as cursor:
        inspected = NewFigure("KIEM_TRA_SO_DON_VI", value=Fraction(4))
        append(cursor, LOCAL, SILENT, MAY, (inspected,), demo=False)
    store.close()
    with running(folder / "store", folder / "server.log") as address:
        yield address


def test_a_closed_gate_shows_its_figure_and_where_it_came_from(page: Page, office: str) -> None:
    open_page(page, f"{office}/score?{CHOICE}")
    rows = page.locator("#gates-table tbody tr")
    expect(rows).to_have_count(2)
    for words in ("1.3", "Không ban hành kế hoạch kiểm tra", "chưa thực hiện", "Không được chấm", "nhập trên màn hình"):
        expect(rows.nth(1)).to_contain_text(words)
    expect(rows.nth(0)).to_contain_text("Được chấm")
    rows.nth(1).get_by_role("link", name="Kế hoạch kiểm tra công tác CCHC").click()
    expect_in_address(page, f"indicator={PLAN}")


def test_a_leaf_below_it_says_that_its_points_do_not_count(page: Page, office: str) -> None:
    open_page(page, f"{office}/score?{CHOICE}&leaf=1.3.1&lang=en")
    result = page.locator("[class*=st-key-card-leaf-result]")
    expect(result).to_contain_text("Plan to inspect reform in the year issued: not done")
    expect(result).to_contain_text("nothing here counts")
    expect(page.locator("#gates-table tbody tr")).to_have_count(1)


def test_the_overview_tells_the_gate_among_the_losses(page: Page, office: str) -> None:
    open_page(page, f"{office}/?{CHOICE}")
    row = page.locator("#gaps-table tbody tr").filter(has_text="Cả mục không được tính điểm")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("1.3")
    expect(page.locator("#gaps-table")).not_to_contain_text("1.3.2")
    expect(page.locator("#gaps-table")).not_to_contain_text("T.1")  # a bonus that is not earned is not lost


def test_a_gate_without_its_figure_is_asked_for(page: Page, office: str) -> None:
    open_page(page, f"{office}/?{OTHER}")
    expect(page.locator("#missing-table")).to_contain_text("điều kiện để chấm mục 1.1")
    open_page(page, f"{office}/export?{OTHER}")
    expect(page.locator("#export-no-gate")).to_contain_text("1.3")
    open_page(page, f"{office}/score?{OTHER}")
    expect(page.locator("#gates-table tbody tr").nth(1)).to_contain_text("chưa có số liệu")


@pytest.mark.parametrize("address", ["", "score", "score?leaf=1.3.1", "score?leaf=T.1", "score?leaf=P.1"])
def test_a_phone_scrolls_nothing_sideways(page: Page, office: str, address: str) -> None:
    page.set_viewport_size(PHONE)
    turn_to(page, f"{office}/{address}{'&' if '?' in address else '?'}{CHOICE}")
    assert not is_too_wide(page)
