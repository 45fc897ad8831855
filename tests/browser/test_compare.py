"""Two tables compared, in a real browser: an edition beside the one in force, with and without figures."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from data.accounts.person import LOCAL
from data.language import format_exact, format_number
from data.scores.compare import UnitComparison, compare_unit
from data.store.opening import open_store
from scoring.compare import Group
from scoring.period import Month
from tests.browser.demo_office import PLAN, TEMPLATE, UNIT
from tests.browser.server import copy_product, running
from tests.browser.settled import answered, expect_in_address, open_list, open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide
from tests.browser.year_office import build_month, build_year
from tests.scoring import case_files
from tests.scoring.test_editions import content_of, edited

CASE = case_files.read(case_files.CASES / "editions.yaml")
NEW = f"{TEMPLATE}-2"
DECEMBER = "2022-12"
ROWS = "#compare-changes tbody tr:not(.section)"


def write_edition(folder: Path) -> None:
    """The edition of ``tests/cases/editions.yaml`` beside the shipped tables."""
    folder.mkdir()
    text = yaml.safe_dump(edited(content_of(TEMPLATE), CASE), allow_unicode=True, sort_keys=False)
    (folder / "lan-sau.yaml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, UnitComparison]]:
    """A full year of figures, two editions of the template, and what the kernel says of them."""
    folder = tmp_path_factory.mktemp("compare-page")
    write_edition(folder / "tables")
    build_year(folder / "store")
    store = open_store(folder / "store", [folder / "tables"])
    tables = {**store.criteria.tables}
    store.close()
    store = open_store(folder / "store")
    expected = compare_unit(store, LOCAL, store.criteria.tables[TEMPLATE], tables[NEW], UNIT, Month(2022, 12))
    store.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THUOC_CRITERIA", str(folder / "tables"))
        with running(folder / "store", folder / "server.log") as address:
            yield address, expected


def opened(page: Page, address: str, way: Callable[[Page, str], None] = open_page, **other: str) -> None:
    asked = {"unit": UNIT, "table": TEMPLATE, "month": DECEMBER, "with": NEW, **other}
    way(page, f"{address}/compare?" + "&".join(f"{key}={value}" for key, value in asked.items()))


def signed(value: Fraction) -> str:
    return ("+" if value > 0 else "") + format_number(value, "vi")


def test_the_head_has_both_totals_both_indices_and_the_sum_of_the_effects(
    page: Page, office: tuple[str, UnitComparison]
) -> None:
    address, expected = office
    opened(page, address)
    head = page.locator(".st-key-card-compare-totals")
    for scored in (expected.before, expected.after):
        total = scored.score.total
        assert total.index is not None
        expect(head).to_contain_text(format_number(total.points, "vi"))
        expect(head).to_contain_text(format_exact(total.index * 100, "vi") + "%")
        expect(head).to_contain_text(scored.table.edition)
    expect(head).to_contain_text(signed(expected.effects.sum.points))
    expect(page.locator(".st-key-card-compare-changes")).to_contain_text("71 giữ nguyên")


def test_every_change_stands_in_its_group_with_both_maxima_points_and_effect(
    page: Page, office: tuple[str, UnitComparison]
) -> None:
    address, expected = office
    opened(page, address)
    for one in expected.effects.leaves:
        change = one.change
        if change.group is Group.UNCHANGED:
            continue
        names = list(dict.fromkeys(part.id for part in (change.before, change.after) if part is not None))
        number = " → ".join(names)
        row = page.locator(ROWS).filter(has=page.get_by_text(number, exact=True)).filter(has_text=change.part.title)
        expect(row).to_have_count(1)
        if one.measured:
            expect(row).to_contain_text(signed(one.effect.points))
        else:
            expect(row).to_contain_text("chưa biết")
    told = page.locator(ROWS).filter(has_text="3.4").filter(has_text="Phản ánh")
    expect(told).to_contain_text("2,5 → 2")
    expect(told).to_contain_text("điểm tối đa")
    for words in ("Thêm mới", "Bỏ", "Chuyển chỗ", "Thay đổi", "Mục cha, mức trần và điều kiện"):
        expect(page.locator("#compare-changes .section", has_text=words).first).to_be_visible()
    expect(page.locator(ROWS).last).to_contain_text(signed(expected.effects.sum.points))


def test_words_of_titles_scales_and_places_stand_side_by_side(page: Page, office: tuple[str, UnitComparison]) -> None:
    address, _expected = office
    opened(page, address)
    sides = page.locator("#compare-words")
    title = sides.locator("tr", has_text="Xử lý văn bản quy phạm pháp luật sau rà soát").last
    expect(title.locator("td").nth(1)).to_have_text("Xử lý văn bản sau rà soát")
    scale = sides.locator("tr", has_text="Từ 99% đến dưới 100%: 2")
    expect(scale.locator("td").nth(1)).to_contain_text("Từ 95% đến dưới 100%: 2")
    expect(sides).to_contain_text("Góp ý đúng hạn (tính theo dấu văn bản đi).")
    expect(page.locator("#compare-indicators")).to_contain_text("LANH_DAO_KY_SO")
    expect(page.locator("#compare-indicators")).to_contain_text("Mức độ hài lòng của tổ chức và cá nhân")


def test_a_reading_of_ours_is_never_shown_as_law(page: Page, office: tuple[str, UnitComparison]) -> None:
    address, _expected = office
    opened(page, address, table=PLAN, **{"with": "bac-lieu-so-cong-thuong-2022"})
    ours = page.locator("#compare-words tr", has_text="cách hiểu")
    expect(ours).not_to_have_count(0)
    expect(ours.filter(has_not_text="văn bản không quy định")).to_have_count(0)


def test_the_other_table_is_chosen_and_kept_in_the_address(page: Page, office: tuple[str, UnitComparison]) -> None:
    address, _expected = office
    open_page(page, f"{address}/compare?unit={UNIT}&table={TEMPLATE}&month={DECEMBER}")
    expect(page.locator(".st-key-card-compare-totals")).to_contain_text("lần sau")  # the most alike one comes first
    option = page.get_by_role("option", name="766")
    open_list(page.get_by_role("combobox", name="So với bảng"), option)
    with answered(page):
        option.click()
    expect_in_address(page, "with=qd-766-2022")
    expect(page.locator(".st-key-card-compare-totals")).to_contain_text("không ban hành cho đơn vị này")
    opened(page, address, **{"with": "khong-co"})
    expect(page.locator(".st-key-not-found")).to_contain_text("khong-co")
    opened(page, address, **{"with": TEMPLATE})  # chosen in the sidebar just now: no table is compared with itself
    expect(page.locator(".st-key-card-compare-totals")).to_be_visible()
    expect(page.locator(".st-key-not-found")).to_have_count(0)
    with answered(page):
        page.get_by_role("link", name="Đổi chiều so sánh").click()
    expect_in_address(page, f"table={NEW}", f"with={TEMPLATE}")


def test_targets_are_compared_by_what_is_met(page: Page, office: tuple[str, UnitComparison]) -> None:
    address, _expected = office
    opened(page, address, table=PLAN, **{"with": "bac-lieu-so-cong-thuong-2022"})
    head = page.locator(".st-key-card-compare-totals")
    for words in ("Đạt", "Chưa đạt", "Chưa rõ"):
        expect(head).to_contain_text(words)
    expect(page.locator("#compare-changes thead")).not_to_contain_text("Điểm tối đa")


@pytest.mark.parametrize("other", [NEW, "qd-766-2022"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(
    page: Page, office: tuple[str, UnitComparison], other: str, lang: str
) -> None:
    address, _expected = office
    page.set_viewport_size(PHONE)
    opened(page, address, turn_to, lang=lang, **{"with": other})
    expect(page.locator(ROWS).first).to_be_visible()
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)


def test_a_table_that_is_not_loaded_is_shown_by_the_same_part(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the page of an upload will: a copy of the product whose page reads a file that no store has loaded."""
    monkeypatch.delenv("THUOC_CRITERIA", raising=False)  # the other server of this file has loaded the same table
    write_edition(tmp_path / "elsewhere")
    build_month(tmp_path / "store")
    product = copy_product(tmp_path / "product")
    module = product / "pages" / "lookup" / "compare.py"
    asks, reads = (
        "other = _asked(scope, others)",
        f"other = load_file(Path({str(tmp_path / 'elsewhere' / 'lan-sau.yaml')!r})).table",
    )
    draws = "found = compared(scope, scope.table, other)"
    text = module.read_text(encoding="utf-8")
    assert asks in text and draws in text
    shows = (
        'head(scope, t("Compare two tables"), demo=False)\n    show_comparison(scope, scope.table, other)\n    return'
    )
    text = text.replace(asks, reads).replace(draws, shows)
    text = text.replace("import compared, draw", "import show_comparison")
    text = text.replace(
        "from dataclasses import replace\n",
        "from dataclasses import replace\nfrom pathlib import Path\n\nfrom data.criteria.folder import load_file\n",
    )
    module.write_text(text, encoding="utf-8")
    with running(tmp_path / "store", tmp_path / "server.log", product) as address:
        open_page(page, f"{address}/compare?unit={UNIT}&table={TEMPLATE}&month=2022-01")
        expect(page.locator(".st-key-card-compare-changes")).to_contain_text("2 thêm, 1 bỏ, 2 chuyển chỗ")
        expect(page.locator("#compare-words")).to_contain_text("Từ 99% đến dưới 100%: 2")
        added = page.locator(ROWS).filter(has_text="Lãnh đạo ký số văn bản")
        expect(added).to_have_count(1)
        expect(added.get_by_role("link")).to_have_count(0)  # it has no page of its own yet


def test_an_empty_store_shows_the_differences_of_the_tables_alone(page: Page, server: str) -> None:
    open_page(page, f"{server}/compare?unit={UNIT}&table={TEMPLATE}")
    expect(page.locator(".st-key-card-compare-totals")).to_contain_text("Chưa có số liệu")
    expect(page.locator(ROWS).nth(10)).to_be_attached()
    expect(page.locator("#compare-changes thead")).not_to_contain_text("Ảnh hưởng")
    assert "+0" not in visible_text(page)


def test_one_month_opens(page: Page, tmp_path: Path) -> None:
    write_edition(tmp_path / "tables")
    build_month(tmp_path / "store")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THUOC_CRITERIA", str(tmp_path / "tables"))
        with running(tmp_path / "store", tmp_path / "server.log") as address:
            opened(page, address, month="2022-01")
            expect(page.locator("#compare-changes")).to_contain_text("chưa biết")
            expect(page.locator(ROWS).last).to_contain_text("Cộng")
